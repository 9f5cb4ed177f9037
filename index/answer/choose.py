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
"""How much worse than the sentence it stands beside a sentence may be and still be quoted with it. A smaller gap makes
more and shorter quotations: with 0.5 the first one holds the answer 4 points less often, with 4 no more often."""

BEHIND, FIRST = 0.4, 0.3
"""What the score of its passage counts for a sentence, and what it counts to stand in the first one (half in the
second, a third in the third)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of one of the hits with its score; a larger one is better."""

    hit: Hit
    sentence: Sentence
    score: float


def choose(readings: Sequence[Reading]) -> list[Quote]:
    """Up to `MOST_QUOTES` quotations from passages that are given best first, the likeliest answer first."""
    best = readings[0].hit.score if readings else 0.0
    candidates = [
        Candidate(one.hit, each, each.merit + BEHIND * (one.hit.score - best) + FIRST / (1 + place))
        for place, one in enumerate(readings)
        for each in one.sentences
    ]
    quotes: list[Quote] = []
    left, taken = MOST_WORDS, set[int]()
    for at in sorted(range(len(candidates)), key=lambda at: -candidates[at].score):
        if at in taken or candidates[at].sentence.length > left:
            continue
        first, last = _grown(candidates, at, taken, min(left, MOST_IN_ONE))
        taken.update(range(first, last + 1))
        left -= sum(one.sentence.length for one in candidates[first : last + 1])
        quotes.append(slice_of(candidates[at].hit, candidates[first].sentence.start, candidates[last].sentence.end))
        if len(quotes) == MOST_QUOTES:
            break
    return quotes


def slice_of(hit: Hit, start: int, end: int) -> Quote:
    """Part of a hit's article as a quotation."""
    return Quote(hit, start, end, hit.stored.article.text[start:end])


def _grown(candidates: Sequence[Candidate], at: int, taken: set[int], room: int) -> tuple[int, int]:
    """The first and last sentence of a quotation around one: the better neighbour joins while it is nearly as good."""
    first = last = at
    room -= candidates[at].sentence.length
    while True:
        beside = [
            near
            for near in (first - 1, last + 1)
            if 0 <= near < len(candidates)
            and near not in taken
            and candidates[near].hit is candidates[at].hit
            and candidates[near].sentence.length <= room
            and candidates[near].score >= candidates[at].score - GAP
        ]
        if not beside:
            return first, last
        better = max(beside, key=lambda near: candidates[near].score)
        room -= candidates[better].sentence.length
        first, last = min(first, better), max(last, better)
