"""Widens a passage by the sentences around it, which lead up to it and may hold what it leaves open. Pure."""

from __future__ import annotations

from dataclasses import replace

from index.sentences import Span, sentence_spans
from index.types import Hit, Passage

MOST_WORDS = 200
"""Words of a passage that is shown at most. A stored one has some 150, as many as the embedding model reads."""

WORD, SENTENCE = 8, 300
"""Characters of a long word with its space, and of a long sentence: so far is looked for sentences that still fit."""


def widened(hit: Hit) -> Hit:
    """The hit with whole sentences joined to its passage, those before it first: they name whom it calls "he"."""
    text, start, end = hit.stored.article.text, hit.passage.start, hit.passage.end
    reach = WORD * max(MOST_WORDS - len(text[start:end].split()), 0) + SENTENCE
    for begin, _ in reversed(_before(text, start, reach)):
        if len(text[begin:end].split()) > MOST_WORDS:
            break
        start = begin
    for _, finish in _after(text, end, reach):
        if len(text[start:finish].split()) > MOST_WORDS:
            break
        end = finish
    return replace(hit, passage=Passage(start, end, text[start:end]))


def _before(text: str, start: int, reach: int) -> list[Span]:
    """The sentences that end before `start`; where the reach cuts one, it is left out."""
    begin = max(start - reach, 0)
    spans = [(begin + one, begin + other) for one, other in sentence_spans(text[begin:start])]
    return spans[1:] if begin else spans


def _after(text: str, end: int, reach: int) -> list[Span]:
    """The sentences that begin after `end`; where the reach cuts one, it is left out."""
    finish = min(end + reach, len(text))
    spans = [(end + one, end + other) for one, other in sentence_spans(text[end:finish])]
    return spans[:-1] if finish < len(text) else spans
