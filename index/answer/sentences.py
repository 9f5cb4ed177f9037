"""Reads the sentences of a passage for one question: how likely each is to hold the answer. Pure.

Leaves to `rank` what the best of them says about the passage, and to `choose` which are quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.answer.expected import Expected, expected
from index.answer.question import Question
from index.answer.words import STOPWORDS, dot, stems_of, weight_of
from index.sentences import Span, sentence_spans
from index.types import Hit


class Merits(NamedTuple):
    """What speaks for a sentence beside `Expected`; a coverage is the share of the weight of the question's words."""

    coverage: float
    with_previous: float
    """Coverage together with the sentence before."""
    with_next: float
    with_title: float
    headline: float
    """The share of the headline's words that it repeats: it tells the news of its article."""
    lead: float
    """1 for the first sentence of an article."""
    depth: float
    """0.1 for each sentence of the passage before it."""
    pronoun: float
    """1 where it begins with a word that points back."""


MERITS = Merits(0.6, 0.5, 0.6, 0.4, 0.5, 0.5, -0.4, -0.5)
EXPECTED = Expected(number=3.0, counted=1.0, measure=2.0, names=1.4, persons=1.2, place=2.5, time=3.3, reason=1.0)
"""Both fitted together on one half of the development questions (pairwise: a sentence that holds the answer against
one of the same question that does not), rounded, checked on the other half."""

_POINTS_BACK = re.compile(r"(?:He|She|It|They|This|That|These|Those|But|And|His|Her|Their)\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`start` and `end` in the article's text, its folded words, `merit` larger for a likelier answer."""

    start: int
    end: int
    stems: tuple[str, ...]
    merit: float


def read(question: Question, hit: Hit, weights: Mapping[str, float]) -> tuple[Sentence, ...]:
    """Every sentence of a hit, in order."""
    text, begin = hit.passage.text, hit.passage.start
    spans = sentence_spans(text)
    stems = [stems_of(text[start:end]) for start, end in spans]
    return tuple(
        Sentence(begin + start, begin + end, words, dot((*offered, *merits), (*EXPECTED, *MERITS)))
        for (start, end), words, (offered, merits) in zip(
            spans, stems, observed(question, hit, spans, stems, weights), strict=True
        )
    )


def observed(
    question: Question,
    hit: Hit,
    spans: Sequence[Span],
    stems: Sequence[tuple[str, ...]],
    weights: Mapping[str, float],
) -> Iterator[tuple[Expected, Merits]]:
    """What speaks for each sentence of a hit, given as spans of its passage and their folded words."""
    text = hit.passage.text
    held = [set(words) for words in stems]
    title = set(stems_of(hit.stored.article.title))
    headline = title - STOPWORDS
    for at, (start, end) in enumerate(spans):
        merits = Merits(
            coverage=weight_of(held[at], weights),
            with_previous=weight_of(held[at] | held[max(at - 1, 0)], weights),
            with_next=weight_of(held[at].union(*held[at + 1 : at + 2]), weights),
            with_title=weight_of(held[at] | title, weights),
            headline=len(headline & held[at]) / (len(headline) or 1),
            lead=float(hit.passage.start + start == 0),
            depth=at / 10,
            pronoun=float(_POINTS_BACK.match(text, start, end) is not None),
        )
        yield expected(question, text[start:end], held[at]), merits
