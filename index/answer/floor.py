"""Decides whether what was found answers the question, or whether to say that the index holds no answer. Pure."""

from __future__ import annotations

import math
import operator
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from index.answer.question import Kind, Question
from index.answer.words import stems_of, weight_of
from index.types import Hit, Quote

OLD_DAYS = 60
"""From here on an article's age says nothing more: two months and two years are equally not the news."""


class Evidence(NamedTuple):
    """What tells an answer from passages that are only near the question; shares are of the question's weight."""

    cosine: float
    """The largest between the question and any passage."""
    coverage: float
    """The share that the first passage and its title hold."""
    missing: float
    """The share that none of the passages shown holds."""
    names: float
    """The share that falls on names which the first passage lacks."""
    age: float
    """The logarithm of the days since the freshest of the first three passages, no more than `OLD_DAYS`."""


WEIGHTS = Evidence(cosine=7.0, coverage=3.8, missing=-3.0, names=-3.0, age=-1.3)
LEAST = 2.5
"""Fitted by logistic regression on half of the development questions, answerable ones against ones that the articles
cannot answer; the floor lies where 88 of 100 answerable ones are answered."""


def answers(
    question: Question, hits: Sequence[Hit], quotes: Sequence[Quote], weights: Mapping[str, float], today: datetime
) -> bool:
    """Whether to show the quotes as an answer to a question asked `today`; `hits` are those shown, best first."""
    if not quotes or not weights:
        return False
    if question.kind is Kind.WHAT_SAID:
        return speaks_to(question, quotes[0])
    return math.fsum(map(operator.mul, evidence(question, hits, weights, today), WEIGHTS)) >= LEAST


def evidence(question: Question, hits: Sequence[Hit], weights: Mapping[str, float], today: datetime) -> Evidence:
    """What speaks for an answer among the hits shown."""
    held = [held_by(hit) for hit in hits]
    names = {stem: 0.0 for name in question.names for stem in name}
    lacking = {stem for stem in names if stem not in held[0]}
    return Evidence(
        cosine=max((hit.cosine for hit in hits if hit.cosine is not None), default=0.0),
        coverage=weight_of(held[0], weights),
        missing=1.0 - weight_of(set[str]().union(*held), weights),
        names=weight_of(lacking, weights),
        age=min(_age(hit, today) for hit in hits[:3]),
    )


def speaks_to(question: Question, quote: Quote) -> bool:
    """Whether a quote can be what the speaker asked about said: the article holds the speaker and every other name.

    A name counts as held in a longer word too: Europe in European, Russia in Russian.
    """
    article = quote.hit.stored.article
    held = set(stems_of(article.text)).union(stems_of(article.title))
    names = {name[-1] for name in (question.speaker, *question.names)}
    return all(name in held or any(word.startswith(name) for word in held) for name in names)


def held_by(hit: Hit) -> set[str]:
    """The folded words of a passage and its title."""
    return set(stems_of(hit.passage.text)).union(stems_of(hit.stored.article.title))


def _age(hit: Hit, today: datetime) -> float:
    published = hit.stored.article.published
    days = OLD_DAYS if published is None else (today - published).total_seconds() / 86400
    return math.log1p(min(max(days, 0.0), OLD_DAYS))
