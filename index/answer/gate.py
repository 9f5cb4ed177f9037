"""The verbatim gate: says where in an article words stand that we did not copy from it ourselves. Pure.

Only typography and white space are folded, and the case of a letter that a quotation may change: its first one, and
one in brackets ("[T]he"). There is no likeness here: "would" and "would not" are 99% alike. Which articles are looked
into is the store's part, what is said of the outcome `judge`'s.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from index.answer.typography import Folded, folded, plain
from index.answer.words import unspaced
from index.sentences import Span
from index.types import Quotation

SHORTEST = 5
"""Words that a quotation must have to be told from others. Of slices of n words out of the direct quotations in 4,525
news articles, the share that stands in one of the articles alone: 3 55%, 4 81%, 5 92%, 6 96%, 8 and more 97% (what is
left are words that were reported twice)."""

MOST_PARTS = 12
"""Parts that a quotation is looked for in; what has more gaps quotes nobody, and would take long to look for."""

_BEGINS = re.compile(r"\A(?:\.\.\.|[' ,;:]|[-.](?!\d))+")
_ENDS = "' .,;:-"
"""What may be lost or added at the ends of a quotation: its marks, and the stop of whoever quotes it; not a minus."""

_LETTER = re.compile(r"\[([^\W\d_])\](?=\w)")
_GAP = re.compile(r"\s*(?:[\[(]\s*\.\.\.\s*[\])]|\[[^\[\]]*\]|\.\.\.)[\s.]*")
_ANY_CASE = "\0"
"""Stands before a letter whose case is free; no stored or asked text holds it."""

_SIC = frozenset({"", "...", "sic"})
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+(?:'\w+)*")
_LEFT_OPEN = re.compile(r"(?:[\w@#$€£¥₹+−]|(?<!\w)-|\w['’.,:/&‐‑-]|(?<!\w)\.|\d–)\Z")
_RIGHT_OPEN = re.compile(r"[\w%‰°€]|['’:/&‐‑-]\w|[.,–]\d|\.[a-z]")
"""What stands directly before or after a piece of a longer word: can|'t, non-|profit, 5|%, 1|,000, -|3, U.|S."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """Words that are said to be somebody's: folded whole, and folded in the parts that gaps and brackets make of it.

    `inserted` are the words in brackets, which are not in the article.
    """

    whole: str
    parts: tuple[str, ...]
    inserted: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words there are to look for."""
        return sum(map(count, self.parts))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where pasted words stand in an article: one stretch, or several with the reporter's words between.

    `complete` unless the quotation left words out or put some in.
    """

    spans: tuple[Span, ...]
    complete: bool

    @property
    def start(self) -> int:
        """Where the first of the words stands."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Behind the last of the words."""
        return self.spans[-1][1]


def pasted(text: str) -> Pasted:
    """Read a quotation as it was pasted, with or without its marks."""
    whole = _trimmed(plain(unicodedata.normalize("NFC", text).replace(_ANY_CASE, "")))
    lettered = _LETTER.sub(rf"{_ANY_CASE}\1", whole)
    parts = tuple(part for raw in _GAP.split(lettered) if count(part := _trimmed(raw)))
    brackets = (gap.group().strip(". ").strip("[]()").strip() for gap in _GAP.finditer(lettered))
    return Pasted(whole, parts, tuple(words for words in brackets if words.lower() not in _SIC))


def _trimmed(words: str) -> str:
    """Folded words without their marks and the stops around them."""
    return _BEGINS.sub("", words).rstrip(_ENDS)


def count(words: str) -> int:
    """How many words a text has; in scripts that put no space between them two characters count as one."""
    return max(len(_WORD.findall(words)), unspaced(words))


def occurrences(quotation: Pasted, text: str, spoken: Sequence[Quotation] = ()) -> list[Occurrence]:
    """Every place of an article's text where the words stand, complete ones where there are any.

    `spoken` are the article's direct quotations: the words of a split one ("...," he said, "...") belong together.
    """
    if not quotation.words:
        return []
    article = folded(text)
    if not _has_words(article.text, quotation):
        return []
    whole = [Occurrence((span,), True) for span in _found(quotation.whole, article, text)]
    if not whole:
        split = [one for one in spoken if len(one.spans) > 1]
        whole = [
            Occurrence(spans, True) for one in split if (spans := _in_split(quotation.whole, text, one)) is not None
        ]
    if whole or quotation.parts == (quotation.whole,) or len(quotation.parts) > MOST_PARTS:
        return whole
    return _with_gaps(quotation, article, text, spoken)


def _has_words(text: str, quotation: Pasted) -> bool:
    """Whether every word to look for is somewhere in a text: most texts are done with here."""
    small = text.lower()
    return all(word in small for part in quotation.parts for word in _WORD.findall(part.lower()))


def _found(words: str, article: Folded, text: str) -> Iterator[Span]:
    """Every place where words stand as whole words; `article` is `text`, or some of it, folded."""
    for match in _pattern(words).finditer(article.text):
        start, end = article.span(*match.span())
        if not (_LEFT_OPEN.search(text[max(start - 2, 0) : start]) or _RIGHT_OPEN.match(text[end : end + 2])):
            yield start, end


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str]:
    """A pattern for exactly these words, with either case for the first letter and for letters behind _ANY_CASE."""
    first = next((at for at, sign in enumerate(words) if sign != _ANY_CASE), 0)
    free = {first} | {at + 1 for at, sign in enumerate(words) if sign == _ANY_CASE}
    signs = (
        f"(?:{re.escape(sign.lower())}|{re.escape(sign.upper())})" if at in free else re.escape(sign)
        for at, sign in enumerate(words)
        if sign != _ANY_CASE
    )
    return re.compile("".join(signs))


def _in_split(words: str, text: str, quotation: Quotation) -> tuple[Span, ...] | None:
    """Where words stand in a split quotation that is read on, with or without the comma before its attribution."""
    inner = [_inside(text, span) for span in quotation.spans]
    without = [(start, end - 1) if text[end - 1] == "," else (start, end) for start, end in inner[:-1]]
    for slices in (inner, [*without, inner[-1]]):
        for start, end in _found(words, folded(text, slices), text):
            return tuple((max(start, low), min(end, high)) for low, high in slices if low < end and start < high)
    return None


def _inside(text: str, span: Span) -> Span:
    """A quoted stretch without its marks."""
    start, end = span
    quoted = text[start:end]
    bare = quoted.strip("\"'“”„«»‘’`‹› \xa0\n")
    start += quoted.index(bare)
    return start, start + len(bare)


def _with_gaps(quotation: Pasted, article: Folded, text: str, spoken: Sequence[Quotation]) -> list[Occurrence]:
    """The parts of a quotation in their order: in one paragraph, in one direct quotation, or, where each part is long
    enough to be known by itself, anywhere in the article.
    """
    places = [list(_found(part, article, text)) for part in quotation.parts]
    if not all(places):
        return []
    regions = [match.span() for match in _LINE.finditer(text)]
    regions += [(one.spans[0][0], one.spans[-1][1]) for one in spoken]
    if all(count(part) >= SHORTEST for part in quotation.parts):
        regions.append((0, len(text)))
    found = dict.fromkeys(spans for region in regions if (spans := _in_order(places, region)) is not None)
    return [
        Occurrence(spans, not quotation.inserted and _unbroken(spans, text))
        for spans in found
        if _one_voice(spans, spoken)
    ]


def _unbroken(spans: Sequence[Span], text: str) -> bool:
    """Whether no word stands between the stretches."""
    return not any(count(text[one[1] : other[0]]) for one, other in pairwise(spans))


def _one_voice(spans: Sequence[Span], spoken: Sequence[Quotation]) -> bool:
    """Whether all the stretches are one speaker's, or all the reporter's: two quotations glued are nobody's words."""
    return len({voice(span, spoken) for span in spans}) == 1


def voice(span: Span, spoken: Sequence[Quotation]) -> tuple[str | None, ...]:
    """The speakers of the direct quotations that a stretch shares words with, in order; none for the reporter's own."""
    return tuple(dict.fromkeys(one.speaker for one in spoken if any(s < span[1] and span[0] < e for s, e in one.spans)))


def _in_order(places: Sequence[Sequence[Span]], region: Span) -> tuple[Span, ...] | None:
    """One place for each part, in order and inside a region; the earliest ones."""
    chosen: list[Span] = []
    at, limit = region
    for part in places:
        number = bisect_left(part, (at, at))
        if number == len(part) or part[number][1] > limit:
            return None
        chosen.append(part[number])
        at = part[number][1]
    return tuple(chosen)
