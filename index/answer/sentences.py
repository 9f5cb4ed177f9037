"""Chooses the sentences that answer a question from the passages found; direct speech is chosen by `spoken`. Pure."""

from __future__ import annotations

import operator
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.answer.expected import Expected, expected
from index.answer.question import Question
from index.answer.rank import stems_of
from index.answer.words import words
from index.sentences import sentence_spans
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


class Merits(NamedTuple):
    """What speaks for a sentence beside `Expected`; the coverages are shares of the weight of the question's words."""

    behind: float
    """How far the score of its passage is behind the best one's, 0 or less."""
    rank: float
    """1 for the first passage, 1/2 for the second."""
    coverage: float
    with_previous: float
    """Coverage together with the sentence before."""
    with_next: float
    with_title: float
    lead: float
    """1 for the first sentence of an article."""
    place: float
    """0.1 for each sentence of the passage before it."""
    pronoun: float
    """1 where it begins with a word that points back."""
    short: float
    """1 under six words."""


MERITS = Merits(0.3, 0.5, 0.7, 0.7, 0.9, 0.7, 0.6, -0.5, -0.3, -0.5)
EXPECTED = Expected(number=2.0, counted=0.6, focus=0.8, names=1.3, persons=1.0, place=2.5, time=2.0, reason=0.3)
"""Both fitted together on one half of the development questions (pairwise: a sentence that holds the answer against
one of the same question that does not), rounded, checked on the other half."""

_POINTS_BACK = re.compile(r"(?:He|She|It|They|This|That|These|Those|But|And|His|Her|Their)\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a hit: `start` and `end` in the article's text, `length` in words; a larger score is better."""

    hit: Hit
    start: int
    end: int
    length: int
    score: float


def choose(question: Question, hits: Sequence[Hit], weights: Mapping[str, float]) -> list[Quote]:
    """Up to `MOST_QUOTES` quotations from hits that are given best first, the likeliest answer first."""
    sentences = [one for rank, hit in enumerate(hits) for one in _scored(question, hit, rank, hits[0].score, weights)]
    quotes: list[Quote] = []
    left, taken = MOST_WORDS, set[int]()
    for at in sorted(range(len(sentences)), key=lambda at: -sentences[at].score):
        if at in taken or sentences[at].length > left:
            continue
        first, last = _grown(sentences, at, taken, min(left, MOST_IN_ONE))
        taken.update(range(first, last + 1))
        left -= sum(one.length for one in sentences[first : last + 1])
        quotes.append(slice_of(sentences[at].hit, sentences[first].start, sentences[last].end))
        if len(quotes) == MOST_QUOTES:
            break
    return quotes


def slice_of(hit: Hit, start: int, end: int) -> Quote:
    """Part of a hit's article as a quotation."""
    return Quote(hit, start, end, hit.stored.article.text[start:end])


def _grown(sentences: Sequence[Sentence], at: int, taken: set[int], room: int) -> tuple[int, int]:
    """The first and last sentence of a quotation around one: the better neighbour joins while it is nearly as good."""
    first = last = at
    room -= sentences[at].length
    while True:
        beside = [
            near
            for near in (first - 1, last + 1)
            if 0 <= near < len(sentences)
            and near not in taken
            and sentences[near].hit is sentences[at].hit
            and sentences[near].length <= room
            and sentences[near].score >= sentences[at].score - GAP
        ]
        if not beside:
            return first, last
        better = max(beside, key=lambda near: sentences[near].score)
        room -= sentences[better].length
        first, last = min(first, better), max(last, better)


def _scored(question: Question, hit: Hit, rank: int, best: float, weights: Mapping[str, float]) -> list[Sentence]:
    """Every sentence of a hit, in order."""
    text = hit.passage.text
    scored = []
    for (start, end), offered, merits in merits_of(question, hit, rank, best, weights):
        score = sum(map(operator.mul, offered, EXPECTED)) + sum(map(operator.mul, merits, MERITS))
        at = hit.passage.start
        scored.append(Sentence(hit, at + start, at + end, len(text[start:end].split()), score))
    return scored


def merits_of(
    question: Question, hit: Hit, rank: int, best: float, weights: Mapping[str, float]
) -> list[tuple[tuple[int, int], Expected, Merits]]:
    """The sentences of a hit, as spans of its passage, with what speaks for each."""
    text = hit.passage.text
    spans = sentence_spans(text)
    found = [words(text[start:end]) for start, end in spans]
    stems = [{word.stem for word in sentence} for sentence in found]
    title = set(stems_of(hit.stored.article.title))
    total = sum(weights.values()) or 1.0

    def coverage(*parts: set[str]) -> float:
        held = set[str]().union(*parts)
        return sum(weight for stem, weight in weights.items() if stem in held) / total

    listed = []
    for at, (start, end) in enumerate(spans):
        sentence = text[start:end]
        merits = Merits(
            behind=hit.score - best,
            rank=1 / (1 + rank),
            coverage=coverage(stems[at]),
            with_previous=coverage(*stems[max(at - 1, 0) : at + 1]),
            with_next=coverage(*stems[at : at + 2]),
            with_title=coverage(stems[at], title),
            lead=float(hit.passage.start + start == 0),
            place=at / 10,
            pronoun=float(_POINTS_BACK.match(sentence) is not None),
            short=float(len(found[at]) < 6),
        )
        listed.append(((start, end), expected(question, sentence, found[at]), merits))
    return listed
