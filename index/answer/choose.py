"""Chooses which sentences of the ranked passages are quoted; direct speech is chosen by `spoken`. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.answer.rank import Reading
from index.answer.sentences import Sentence
from index.types import Hit, Quote

MOST_WORDS = 120
"""Words quoted in all at most; a reader takes in no more, and no measure counts more."""

MOST_IN_ONE = 60
"""Words in one quotation at most: two or three sentences."""

MOST_QUOTES = 5
"""Quotations in one answer at most."""

GAP = 2.5
"""How much worse than the chosen sentence its neighbour may be and still be quoted with it, in the first quotation.
Later ones stay single sentences: growing them costs 2 points of answers quoted."""

LEAST = 3.5
"""How much worse than the first quotation a later one may be: what is farther behind only fills up."""

SHORT = 16
"""A sentence of fewer words is not quoted alone where its paragraph has another: it can hardly be understood."""

BEHIND, FIRST = 0.7, 0.3
"""What the score of its passage counts for a sentence, and what it counts to stand in the first one (half in the
second, a third in the third)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of one of the hits, its length in words and its score; a larger one is better."""

    hit: Hit
    sentence: Sentence
    length: int
    score: float


def choose(readings: Sequence[Reading], story: bool = False) -> list[Quote]:
    """Up to `MOST_QUOTES` quotations from passages that are given best first, the likeliest answer first.

    A `story` is wanted where it is asked what happened: each quotation then goes on as the first one does.
    """
    best = readings[0].hit.score if readings else 0.0
    candidates = [
        Candidate(
            one.hit, each, _length(one.hit, each), each.merit + BEHIND * (one.hit.score - best) + FIRST / (1 + place)
        )
        for place, one in enumerate(readings)
        for each in one.sentences
    ]
    quotes: list[Quote] = []
    left, taken = MOST_WORDS, set[int]()
    top = max((one.score for one in candidates), default=0.0)
    for at in sorted(range(len(candidates)), key=lambda at: -candidates[at].score):
        if quotes and candidates[at].score < top - LEAST:
            break
        if at in taken:
            continue
        first, last = _grown(candidates, at, taken) if story or not quotes else _completed(candidates, at, taken)
        length = sum(one.length for one in candidates[first : last + 1])
        if length > left:
            continue
        taken.update(range(first, last + 1))
        left -= length
        quotes.append(slice_of(candidates[at].hit, candidates[first].sentence.start, candidates[last].sentence.end))
        if len(quotes) == MOST_QUOTES:
            break
    return quotes


def slice_of(hit: Hit, start: int, end: int) -> Quote:
    """Part of a hit's article as a quotation."""
    return Quote(hit, start, end, hit.stored.article.text[start:end])


def _length(hit: Hit, sentence: Sentence) -> int:
    return len(hit.stored.article.text[sentence.start : sentence.end].split())


def _grown(candidates: Sequence[Candidate], at: int, taken: set[int]) -> tuple[int, int]:
    """The first and last sentence of a quotation around one: the better neighbour joins while it is nearly as good."""
    first = last = at
    room = MOST_IN_ONE - candidates[at].length
    while True:
        beside = [
            near
            for near in (first - 1, last + 1)
            if 0 <= near < len(candidates)
            and near not in taken
            and candidates[near].hit is candidates[at].hit
            and candidates[near].length <= room
            and candidates[near].score >= candidates[at].score - GAP
        ]
        if not beside:
            return first, last
        better = max(beside, key=lambda near: candidates[near].score)
        room -= candidates[better].length
        first, last = min(first, better), max(last, better)


def _completed(candidates: Sequence[Candidate], at: int, taken: set[int]) -> tuple[int, int]:
    """A sentence, with the next one of its paragraph, or else the one before, where it is short."""
    if candidates[at].length >= SHORT:
        return at, at
    for first, last in ((at, at + 1), (at - 1, at)):
        if first >= 0 and last < len(candidates) and not taken & {first, last}:
            one, other = candidates[first], candidates[last]
            between = one.hit.stored.article.text[one.sentence.end : other.sentence.start]
            if one.hit is other.hit and "\n" not in between:
                return first, last
    return at, at
