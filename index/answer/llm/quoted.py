"""The words that a model put between quotation marks: found, looked up in the article, and shown as they stand there.

Pure. The model's own letters are never shown as a quotation: what it quotes gives way to the slice of the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answer.gate import occurrences, pasted
from index.sentences import Span
from index.types import Hit

_DOUBLE = re.compile('["“”„‟«»‹›＂〝〞〟❝❞「」『』《》]')
_OPENS = re.compile(r"(?<!\w)(?:[‘‚‛❛](?!\d0s)|['’`´′＇](?=(?:\s*(?:…|\.{2,}))?\s*[^\W\d]))")
"""A single mark before a word, also behind dots; the one of the ’90s stands before a number."""

_CLOSES = re.compile(r"(?<=\S)['’‘‛`´′❜＇](?!\w)")
_NUMBERED = re.compile(r"\[\s*\d")
"""What would look like one of our numbers."""

_EDGE = " ,.;:!?"
_MOVES = ",.;:"
"""What ends the model's sentence rather than the quotation may stand behind the marks; a ? or ! is said."""


def quoted(text: str) -> tuple[Span, ...] | None:
    """Where the words between quotation marks stand; None where a mark has no other."""
    marks = [mark.start() for mark in _DOUBLE.finditer(text)]
    if len(marks) % 2:
        return None
    spans = [(start + 1, end) for start, end in zip(marks[::2], marks[1::2], strict=True)]
    rest = text
    for start, end in spans:
        rest = rest[: start - 1] + "_" * (end - start + 2) + rest[end + 1 :]
    if opening := _OPENS.search(rest):
        # up to the last mark that may close it: an apostrophe at a word's end looks like one, and cuts nothing short
        closing = [mark.start() for mark in _CLOSES.finditer(rest, opening.end())]
        if not closing or "_" in rest[opening.end() : closing[-1]]:
            return None
        spans.append((opening.end(), closing[-1]))
    return tuple(sorted(spans))


def places(claim: str, spans: Sequence[Span], stretch: Span, hit: Hit) -> list[Span] | None:
    """Where each quotation of a claim stands in a stretch of the article; None where one is no quotation there."""
    found = [_place(claim[start:end].strip(_EDGE), stretch, hit) for start, end in spans]
    return [place for place in found if place] if all(found) else None


def _place(words: str, stretch: Span, hit: Hit) -> Span | None:
    """Where quoted words stand in a stretch of the article, whole, in one line and between marks there, too."""
    text, begin = hit.stored.article.text, stretch[0]
    for found in occurrences(pasted(words), text[slice(*stretch)]):
        place = begin + found.start, begin + found.end
        shown = text[slice(*place)]
        whole = found.complete and len(found.spans) == 1 and "\n" not in shown and not _NUMBERED.search(shown)
        if whole and is_quotation(place, hit):
            return place
    return None


def in_own_words(claim: str, spans: Sequence[Span], found: Sequence[Span], text: str) -> str | None:
    """A claim with every quotation as the article has it, letter for letter; None where a ? or ! was added to one."""
    for (start, end), place in reversed(list(zip(spans, found, strict=True))):
        inner = claim[start:end]
        tail = inner[len(inner.rstrip(_EDGE)) :].strip()
        inside = tail if text.startswith(tail, place[1]) else ""
        outside = tail.removeprefix(inside)
        if outside.strip(_MOVES):
            return None
        claim = f"{claim[:start]}{text[slice(*place)]}{inside}{claim[end]}{outside}{claim[end + 1 :]}"
    return claim


def around(claim: str, spans: Sequence[Span]) -> str:
    """A claim without its quotations and their marks."""
    for start, end in reversed(spans):
        claim = f"{claim[: start - 1]} {claim[end + 1 :]}"
    return claim


def is_quotation(place: Span, hit: Hit) -> bool:
    """Whether the article itself puts these words between quotation marks: the reporter's own are nobody's speech."""
    start, end = place
    if any(low <= start and end <= high for one in hit.quotations for low, high in one.spans):
        return True
    text = hit.stored.article.text
    begin = text.rfind("\n", 0, start) + 1
    return len(_DOUBLE.findall(text, begin, start)) % 2 == 1 and not _DOUBLE.search(text, start, end)
