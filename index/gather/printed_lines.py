"""Lines as they stand on printed pages become paragraphs: without running headers, page numbers and hyphens. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

EDGE = 3
"""Lines at the top and the bottom of a page among which headers, footers and page numbers stand."""
REPEATED = 3
"""Pages at whose edge a line stands, numbers aside, that is a running header or footer; 2 in a document of up to 4."""
FEW_PAGES = 4
FULL = 0.8
"""Share of the page's usual line length below which a line that ends a sentence ends its paragraph."""
SHORT = 0.6
"""Share below which a line before one that begins with a capital stands alone: a heading, a signature."""
NUMBER = re.compile(
    r"(?:page|seite|p\.|pág(?:ina)?\.?)?\W{0,3}\d{1,4}(?:\W{0,3}(?:of|/|von|de|sur)\W{0,3}\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?:…][\"”’»)\]]*$")
ITEM = re.compile(r"(?:[•●▪◦‣*–—-]|\(?\d{1,2}[.)])\s+\S")
BROKEN = re.compile(r"(\w+)[-\u2010\u00ad]$")
DIGITS = re.compile(r"\d+")


def paragraphs(pages: Sequence[Sequence[str]]) -> str:
    """The text of some pages, given as their lines from top to bottom: paragraphs with a blank line between them."""
    kept = without_edges([[line.strip() for line in page] for page in pages])
    text = "\n".join(line for page in kept for line in page)
    whole: list[str] = []
    for line, ends in lines_and_ends(kept):
        whole.append(line + ("\n\n" if ends else "\n"))
    return joined("".join(whole), text)


def without_edges(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages without page numbers and without what stands at the edge of several of them, numbers aside."""
    seen = Counter(mark for page in pages for mark in {DIGITS.sub("#", line) for _, line in edges(page)})
    fewest = REPEATED if len(pages) > FEW_PAGES else 2
    kept = []
    for page in pages:
        dropped = {at for at, line in edges(page) if NUMBER.fullmatch(line) or seen[DIGITS.sub("#", line)] >= fewest}
        rest = "\n".join(line for at, line in enumerate(page) if at not in dropped)
        kept.append(rest.strip("\n").split("\n"))
    return kept


def edges(page: Sequence[str]) -> list[tuple[int, str]]:
    """The first and the last lines of a page that are not blank, with their places."""
    lines = [(at, line) for at, line in enumerate(page) if line]
    return lines if len(lines) <= 2 * EDGE else lines[:EDGE] + lines[-EDGE:]


def lines_and_ends(pages: Sequence[Sequence[str]]) -> Iterator[tuple[str, bool]]:
    """Every line that is not blank, and whether a paragraph ends with it."""
    lines = [(line, usual) for page in pages for usual in [usual_length(page)] for line in page]
    filled = [at for at, (line, _) in enumerate(lines) if line]
    for at, after in zip_longest(filled, filled[1:], fillvalue=len(lines)):
        line, usual = lines[at]
        following = lines[after][0] if after < len(lines) else ""
        yield line, ends_paragraph(line, following, usual, blank=after > at + 1)


def usual_length(page: Sequence[str]) -> int:
    """The length in characters of a page's full lines: nine in ten are no longer."""
    lengths = sorted(len(line) for line in page if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def ends_paragraph(line: str, following: str, usual: int, blank: bool) -> bool:
    """Whether a paragraph ends with a line, given the next one and whether a blank one or a page's end is between."""
    if not following or ITEM.match(following):
        return True
    if following[0].islower() or BROKEN.search(line):
        return False
    if SENTENCE_END.search(line):
        return blank or len(line) < usual * FULL
    return len(line) < usual * SHORT and (following[0].isupper() or blank)


def joined(text: str, whole: str) -> str:
    """The lines of each paragraph as one, words that were broken at their ends put together."""
    known = Counter(re.findall(r"\w+(?:-\w+)*", whole.lower()))

    def mend(found: re.Match[str]) -> str:
        first, rest = found[1], found[2]
        compound = f"{first}-{rest}".lower()
        return f"{first}-{rest}" if known[compound] > known[(first + rest).lower()] else first + rest

    text = re.sub(r"(\w+)[-\u2010\u00ad]\n(?!\n)([a-zß-ÿ]\w*)", mend, text)
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text).strip()
