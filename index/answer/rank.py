"""Orders hits by what a news question makes likely: rare words close together, meaning, names, freshness. Pure."""

from __future__ import annotations

import math
import operator
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from index.answer.question import Question
from index.answer.words import words
from index.types import Hit

SHOWN = 10
"""How many passages an answer reports."""

OF_ONE_ARTICLE = 3
"""How many of them one article may take."""

NEAR = 50
"""Words in the window in which the question's words should stand together; 12 and 25 brought nothing beside it."""

FRESH_DAYS = 10
"""Two thirds of a week's quiz questions are answered best by an article of the ten days before."""


class Signals(NamedTuple):
    """What speaks for a passage; all about 0 to 1 but `age`."""

    keyword: float
    """BM25 over the weight of all the question's words."""
    cosine: float
    """Between the vectors of question and passage."""
    coverage: float
    """The weight of the question's words that the passage or its title hold."""
    near: float
    """The same in the best window of `NEAR` words, without the title."""
    names: float
    """The share of the question's names that passage and title hold whole."""
    article: float
    """`keyword` of the article's best other passage."""
    window: float
    """1 if published in the time the question speaks of, -1 if outside, 0 where it speaks of none."""
    age: float
    """The logarithm of the days between publication and question."""
    fresh: float
    """1 if published in the `FRESH_DAYS` before the question."""
    length: float
    """Words of the passage over 200: a short one holds less of an answer."""


WEIGHTS = Signals(2.4, 0.0, 3.9, 1.4, 0.4, 0.5, 0.3, -0.17, 0.6, 1.2)
"""Fitted on one half of the development questions by pairwise logistic regression, rounded, checked on the other."""


def rank(question: Question, hits: Sequence[Hit], weights: Mapping[str, float], now: datetime) -> list[Hit]:
    """The hits with their scores, best first; `weights` are those of the question's stems."""
    others = _best_others(hits)
    least = min((hit.cosine for hit in hits if hit.cosine is not None), default=0.0)
    scored = []
    for hit in hits:
        found = signals(question, hit, others[hit.passage_id], weights, now, least)
        scored.append(replace(hit, score=sum(map(operator.mul, found, WEIGHTS))))
    return sorted(scored, key=lambda hit: -hit.score)


def first(hits: Iterable[Hit]) -> list[Hit]:
    """The first `SHOWN` hits, no more than `OF_ONE_ARTICLE` of each article."""
    taken: Counter[int] = Counter()
    shown = []
    for hit in hits:
        taken[hit.stored.key] += 1
        if taken[hit.stored.key] <= OF_ONE_ARTICLE:
            shown.append(hit)
    return shown[:SHOWN]


def signals(
    question: Question, hit: Hit, other: float, weights: Mapping[str, float], now: datetime, cosine: float
) -> Signals:
    """What speaks for one hit. `other` is the best keyword score of its article's other passages, `cosine` stands
    in where its passage has no vector yet.
    """
    text, title = stems_of(hit.passage.text), set(stems_of(hit.stored.article.title))
    held = title.union(text)
    total = sum(weights.values()) or 1.0
    days = _days(hit, now)
    return Signals(
        keyword=(hit.keyword or 0.0) / total,
        cosine=cosine if hit.cosine is None else hit.cosine,
        coverage=sum(weight for stem, weight in weights.items() if stem in held) / total,
        near=near(text, weights) / total,
        names=sum(held.issuperset(name) for name in question.names) / (len(question.names) or 1),
        article=other / total,
        window=_in_window(question, hit),
        age=math.log1p(max(days, 0.0)),
        fresh=float(-2 <= days <= FRESH_DAYS),
        length=len(text) / 200,
    )


@lru_cache(maxsize=4096)
def stems_of(text: str) -> tuple[str, ...]:
    """The folded words of a passage or title; the same ones are asked for again and again."""
    return tuple(word.stem for word in words(text))


def near(text: Sequence[str], weights: Mapping[str, float]) -> float:
    """The largest weight of different question words within `NEAR` words of the text."""
    places = [(place, stem) for place, stem in enumerate(text) if stem in weights]
    counts: Counter[str] = Counter()
    best = weight = 0.0
    left = 0
    for place, stem in places:
        weight += 0.0 if counts[stem] else weights[stem]
        counts[stem] += 1
        while place - places[left][0] >= NEAR:
            gone = places[left][1]
            counts[gone] -= 1
            weight -= 0.0 if counts[gone] else weights[gone]
            left += 1
        best = max(best, weight)
    return best


def _best_others(hits: Sequence[Hit]) -> dict[int, float]:
    """By passage: the best keyword score of another passage of the same article."""
    by_article: dict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_article[hit.stored.key].append(hit)
    return {
        hit.passage_id: max((other.keyword or 0.0 for other in article if other is not hit), default=0.0)
        for article in by_article.values()
        for hit in article
    }


def _days(hit: Hit, now: datetime) -> float:
    """Days from publication to the question, negative where it was published later; an undated article is old."""
    published = hit.stored.article.published
    return 3650.0 if published is None else (now - published).total_seconds() / 86400


def _in_window(question: Question, hit: Hit) -> float:
    published = hit.stored.article.published
    if question.window is None or published is None:
        return 0.0
    return 1.0 if question.window.since <= published < question.window.before else -1.0
