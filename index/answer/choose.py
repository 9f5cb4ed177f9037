"""Chooses which sentences of the ranked passages are quoted; direct speech is chosen by `spoken`. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.answer.rank import Reading
from index.answer.sentences import Sentence
from index.answer.statements import FEWEST, led_up, length, repeats, states
from index.types import Hit, Quote

MOST_WORDS = 120
"""Words quoted in all at most; a reader takes in no more, and no measure counts more."""

MOST_IN_ONE = 60
"""Words in one quotation at most: two or three sentences."""

MOST_QUOTES = 5
"""Quotations in one answer at most."""

GAP = 3.0
"""How much worse than the chosen sentence its neighbour may be and still be quoted with it, in the first quotation.
Later ones stay single sentences: growing them costs 2 points of answers quoted."""

LEAST = 3.5
"""How much worse than the first quotation a later one may be: what is farther behind only fills up. With 1.5 as many
development questions have their answer quoted, but of the starter ones two less."""

SHORT = 16
"""A sentence of fewer words is not quoted alone where its paragraph has another: it can hardly be understood."""

BEHIND, FIRST = 0.85, 0.3
"""What the score of its passage counts for a sentence, and what it counts to stand in the first one (half in the
second, a third in the third)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of one of the hits, its words counted and its score; a larger one is better.

    One that does not state anything is not quoted: a heading, a byline, a question.
    """

    hit: Hit
    sentence: Sentence
    words: int
    score: float
    states: bool


def choose(readings: Sequence[Reading], story: bool = False) -> list[Quote]:
    """Up to `MOST_QUOTES` quotations from passages that are given best first, the likeliest answer first.

    A `story` is wanted where it is asked what happened: each quotation then goes on as the first one does.
    """
    best = readings[0].hit.score if readings else 0.0
    candidates = [
        _candidate(one.hit, each, BEHIND * (one.hit.score - best) + FIRST / (1 + place))
        for place, one in enumerate(readings)
        for each in one.sentences
    ]
    quotes: list[Quote] = []
    left, taken = MOST_WORDS, set[int]()
    stating = [at for at, one in enumerate(candidates) if one.states] or range(len(candidates))
    top = max((candidates[at].score for at in stating), default=0.0)
    for at in sorted(stating, key=lambda at: -candidates[at].score):
        if quotes and candidates[at].score < top - LEAST:
            break
        if at in taken:
            continue
        first, last = _grown(candidates, at, taken) if story or not quotes else _completed(candidates, at, taken)
        quote = slice_of(candidates[at].hit, candidates[first].sentence.start, candidates[last].sentence.end)
        wider = led_up(quote, min(MOST_IN_ONE, left))
        quote = quote if any(overlap(wider, earlier) for earlier in quotes) else wider
        words = length(quote.text)
        if words > left or (quotes and words < FEWEST) or repeats(quote, quotes):
            continue
        taken.update(near for near, one in enumerate(candidates) if _within(one, quote))
        left -= words
        quotes.append(quote)
        if len(quotes) == MOST_QUOTES:
            break
    return quotes


def slice_of(hit: Hit, start: int, end: int) -> Quote:
    """Part of a hit's article as a quotation."""
    return Quote(hit, start, end, hit.stored.article.text[start:end])


def overlap(one: Quote, other: Quote) -> bool:
    """Whether two quotes share words of one article."""
    return one.hit.stored.key == other.hit.stored.key and one.start < other.end and other.start < one.end


def _candidate(hit: Hit, sentence: Sentence, ahead: float) -> Candidate:
    text, (start, end) = hit.stored.article.text, (sentence.start, sentence.end)
    return Candidate(hit, sentence, length(text[start:end]), sentence.merit + ahead, states(text, start, end))


def _within(one: Candidate, quote: Quote) -> bool:
    """Whether a quote has words of a candidate's, be that of the same passage or of one that overlaps it."""
    return one.hit.stored.key == quote.hit.stored.key and (
        one.sentence.start < quote.end and quote.start < one.sentence.end
    )


def _grown(candidates: Sequence[Candidate], at: int, taken: set[int]) -> tuple[int, int]:
    """The first and last sentence of a quotation around one: the better neighbour joins while it is nearly as good."""
    first = last = at
    room = MOST_IN_ONE - candidates[at].words
    while True:
        beside = [
            near
            for near in (first - 1, last + 1)
            if 0 <= near < len(candidates)
            and near not in taken
            and candidates[near].hit is candidates[at].hit
            and candidates[near].states
            and candidates[near].words <= room
            and candidates[near].score >= candidates[at].score - GAP
        ]
        if not beside:
            return first, last
        better = max(beside, key=lambda near: candidates[near].score)
        room -= candidates[better].words
        first, last = min(first, better), max(last, better)


def _completed(candidates: Sequence[Candidate], at: int, taken: set[int]) -> tuple[int, int]:
    """A sentence, with the next one of its paragraph, or else the one before, where it is short."""
    if candidates[at].words >= SHORT:
        return at, at
    for first, last in ((at, at + 1), (at - 1, at)):
        if first >= 0 and last < len(candidates) and not taken & {first, last}:
            if not (candidates[first].states and candidates[last].states):
                continue
            one, other = candidates[first], candidates[last]
            between = one.hit.stored.article.text[one.sentence.end : other.sentence.start]
            if one.hit is other.hit and "\n" not in between:
                return first, last
    return at, at
