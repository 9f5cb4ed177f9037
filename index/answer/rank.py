"""Orders hits by what makes a passage likely to answer a news question; reads the likeliest closely. Pure."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from index.answer.question import Question
from index.answer.sentences import Sentence, read
from index.answer.words import dot, stems_of, weight_of
from index.types import Hit

READ = 30
"""How many passages are read closely, each about half a millisecond; 60 change no figure."""

SHOWN = 10
"""How many passages an answer reports."""

OF_ONE_ARTICLE = 4
"""How many of them one article may take."""

NEAREST = 2
"""How many of them are the nearest in meaning that the order left out: what is worded otherwise gets its chance. On
both halves of the development questions one or two more of a hundred then have the answer among the ten; a third
place for the nearest loses that again.
"""

NEAR = 50
"""Words in the window in which the question's words should stand together; 12 and 25 brought nothing beside it."""


FRESH = (-3, 10)
"""Days from publication to question within which a report is the news that is asked about; a date that is two days
late is a page's own mistake or a time zone. 7 and 14 days do as well."""


class Glance(NamedTuple):
    """What speaks for a passage without reading it; all about 0 to 1 but `age`."""

    keyword: float
    """BM25 over the weight of all the question's words."""
    cosine: float
    """Between the vectors of question and passage."""
    article: float
    """`keyword` of the article's best other passage."""
    window: float
    """1 if published in the time the question speaks of, -1 if outside, 0 where it speaks of none."""
    age: float
    """The logarithm of the days between publication and question, whichever came first."""
    fresh: float
    """1 where it was news when the question was asked."""
    outlet: float
    """1 where the question names its outlet."""


class Close(NamedTuple):
    """What speaks for a passage that was read."""

    coverage: float
    """The share of the weight of the question's words that the passage or its title hold."""
    near: float
    """The same for the best window of `NEAR` words, without the title."""
    names: float
    """The share of the question's names that passage and title hold whole."""
    sentence: float
    """The merit of its best sentence."""
    second: float
    """The merit of its second best: an answer seldom stands in a sentence by itself."""


GLANCE = Glance(3.4, 4.0, 0.8, 0.3, -0.27, 0.0, 2.0)
"""Weights that choose what to read."""

WEIGHTS = (*Glance(0.0, 5.0, 0.5, 0.35, -0.2, 0.6, 2.0), *Close(3.4, 1.0, 0.3, 0.25, 0.15))
"""Weights of the final order: once a passage is read, its BM25 adds nothing. Fitted by pairwise logistic regression
(a supporting passage against one that is not) on one half of the development questions and checked on the other, both
ways round, then rounded; `cosine` is a little higher than fitted (4.1), which finds articles in other words than asked.
Left out, dates cost .08 of R@1, coverage .06, the cosine .04, the best sentence .035, the second .03; article, near
and names less than is measurable. No question there names an outlet: that weight outdoes half of the coverage.
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """A hit with its score, and its sentences with their merits."""

    hit: Hit
    sentences: tuple[Sentence, ...]


def rank(question: Question, hits: Sequence[Hit], weights: Mapping[str, float], now: datetime) -> list[Reading]:
    """The `READ` likeliest hits, best first; `weights` are those of the question's stems."""
    glances = glanced(question, hits, weights, now)
    order = sorted(zip(glances, hits, strict=True), key=lambda one: -dot(one[0], GLANCE))[:READ]
    readings = []
    for glance, hit in order:
        sentences = read(question, hit, weights)
        score = dot((*glance, *closely(question, hit, sentences, weights)), WEIGHTS)
        readings.append(Reading(replace(hit, score=score), sentences))
    return sorted(readings, key=lambda reading: -reading.hit.score)


def first(readings: Iterable[Reading], limit: int = SHOWN) -> list[Reading]:
    """The first `limit`, no more than `OF_ONE_ARTICLE` of each article and its copies together."""
    taken: Counter[int] = Counter()
    shown = []
    for reading in readings:
        taken[reading.hit.stored.cluster] += 1
        if taken[reading.hit.stored.cluster] <= OF_ONE_ARTICLE:
            shown.append(reading)
    return shown[:limit]


def with_nearest(shown: Sequence[Hit], found: Iterable[Hit], quoted: Collection[int] = ()) -> list[Hit]:
    """The hits shown, best first, the last ones in favour of those found that are `NEAREST` in meaning; the passages
    that are `quoted` stay.
    """
    if len(shown) < SHOWN:
        return list(shown)
    last = [hit for hit in shown[SHOWN - NEAREST :] if hit.passage_id in quoted]
    kept = [*shown[: SHOWN - NEAREST], *last]
    taken = Counter(hit.stored.cluster for hit in kept)
    numbers = {hit.passage_id for hit in kept}
    for hit in sorted(found, key=lambda hit: -(hit.cosine if hit.cosine is not None else -1)):
        if hit.passage_id not in numbers and taken[hit.stored.cluster] < OF_ONE_ARTICLE and len(kept) < SHOWN:
            kept.append(hit)
            taken[hit.stored.cluster] += 1
    return kept


def glanced(question: Question, hits: Sequence[Hit], weights: Mapping[str, float], now: datetime) -> list[Glance]:
    """One `Glance` a hit. A passage that has no vector yet counts as the farthest of those that have one."""
    total = sum(weights.values()) or 1.0
    farthest = min((hit.cosine for hit in hits if hit.cosine is not None), default=0.0)
    others = _best_others(hits)
    return [
        Glance(
            keyword=(hit.keyword or 0.0) / total,
            cosine=farthest if hit.cosine is None else hit.cosine,
            article=others[hit.passage_id] / total,
            window=_in_window(question, hit),
            age=math.log1p(abs(_days(hit, now))),
            fresh=float(FRESH[0] <= _days(hit, now) <= FRESH[1]),
            outlet=float(hit.stored.article.outlet in question.outlets),
        )
        for hit in hits
    ]


def closely(question: Question, hit: Hit, sentences: Sequence[Sentence], weights: Mapping[str, float]) -> Close:
    """What the text of a hit says for it."""
    text = tuple(chain.from_iterable(sentence.stems for sentence in sentences))
    merits = sorted((sentence.merit for sentence in sentences), reverse=True)
    held = set(stems_of(hit.stored.article.title)).union(text)
    return Close(
        coverage=weight_of(held, weights),
        near=near(text, weights) / (sum(weights.values()) or 1.0),
        names=sum(held.issuperset(name) for name in question.names) / (len(question.names) or 1),
        sentence=sum(merits[:1]),
        second=sum(merits[1:2]),
    )


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
