"""Reads the sentences of a passage for one question: how likely each is to hold the answer. Pure.

Leaves to `rank` what the best of them says about the passage, and to `choose` which are quoted.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from index.answer.expected import Expected, expected
from index.answer.question import Question
from index.answer.words import stems_of, weight_of
from index.sentences import sentence_spans
from index.types import Hit


class Merits(NamedTuple):
    """What speaks for a sentence beside `Expected`; a coverage is the share of the weight of the question's words."""

    coverage: float
    with_previous: float
    """Coverage together with the sentence before."""
    with_next: float
    with_title: float
    lead: float
    """1 for the first sentence of an article."""
    depth: float
    """0.1 for each sentence of the passage before it."""
    pronoun: float
    """1 where it begins with a word that points back."""
    short: float
    """1 under 40 characters."""


MERITS = Merits(0.6, 0.5, 0.8, 0.5, 0.65, -0.5, -0.4, -0.2)
EXPECTED = Expected(
    number=2.5, counted=0.8, measure=2.0, focus=0.3, names=1.3, persons=1.2, place=1.7, time=3.0, reason=0.3
)
"""Both fitted together on one half of the development questions (pairwise: a sentence that holds the answer against
one of the same question that does not), rounded, checked on the other half."""

_POINTS_BACK = re.compile(r"(?:He|She|It|They|This|That|These|Those|But|And|His|Her|Their)\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`start` and `end` in the article's text, `length` in words, `merit` larger for a likelier answer."""

    start: int
    end: int
    length: int
    merit: float


def read(question: Question, hit: Hit, weights: Mapping[str, float]) -> tuple[Sentence, ...]:
    """Every sentence of a hit, in order."""
    at, text = hit.passage.start, hit.passage.text
    return tuple(
        Sentence(
            start=at + start,
            end=at + end,
            length=len(text[start:end].split()),
            merit=sum(map(operator.mul, offered, EXPECTED)) + sum(map(operator.mul, merits, MERITS)),
        )
        for (start, end), offered, merits in observed(question, hit, weights)
    )


def observed(
    question: Question, hit: Hit, weights: Mapping[str, float]
) -> list[tuple[tuple[int, int], Expected, Merits]]:
    """The sentences of a hit, as spans of its passage, with what speaks for each."""
    text = hit.passage.text
    spans = sentence_spans(text)
    stems = [set(stems_of(text[start:end])) for start, end in spans]
    title = set(stems_of(hit.stored.article.title))
    listed = []
    for at, (start, end) in enumerate(spans):
        merits = Merits(
            coverage=weight_of(stems[at], weights),
            with_previous=weight_of(stems[at] | stems[max(at - 1, 0)], weights),
            with_next=weight_of(stems[at].union(*stems[at + 1 : at + 2]), weights),
            with_title=weight_of(stems[at] | title, weights),
            lead=float(hit.passage.start + start == 0),
            depth=at / 10,
            pronoun=float(_POINTS_BACK.match(text, start, end) is not None),
            short=float(end - start < 40),
        )
        listed.append(((start, end), expected(question, text[start:end], stems[at]), merits))
    return listed
