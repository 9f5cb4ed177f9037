"""Decides whether what was found answers the question, or whether to say that the index holds no answer. Pure.

Names the passages lack and times they call open decide alone; the rest is weighed: no one signal tells enough.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from index.answer.question import Kind, Name, Question
from index.answer.spoken import is_told
from index.answer.words import dot, folded, stems_of, weight_of
from index.types import Hit, Quote

FIRST = 3
"""The freshest of so many hits tells how old the news is."""

FRESH_DAYS, OLD_DAYS = 10, 60
"""Within ten days an article's age says nothing about whether it answers, and neither does it beyond two months."""

SPREAD = 0.1
"""How far the cosines of a question and unrelated passages scatter (standard deviation): the nearest of n passages is
nearer by chance by `SPREAD * sqrt(2 ln n)`, so that 35 passages and 50,000 can have one floor."""


ALIKE = 5
"""Letters in which two forms of a name agree."""


ADJECTIVES = ("ian", "ican", "ish", "ese")


class Evidence(NamedTuple):
    """What tells an answer from passages that are only near the question; shares are of the question's weight."""

    cosine: float
    """The largest between the question and any hit, less what chance gives."""
    keyword: float
    """The largest BM25 of any hit over the weight of all the question's words."""
    missing: float
    """The share that none of the hits holds."""
    names: float
    """The share that falls on names which the first hit's article lacks, as far as it is among the hits."""
    age: float
    """The logarithm of the days since the freshest of the first hits, between `FRESH_DAYS` and `OLD_DAYS`."""


WEIGHTS = Evidence(cosine=8.5, keyword=2.4, missing=-3.5, names=-6.0, age=-2.3)
LEAST = 0.0
"""Fitted by logistic regression, answerable development questions against ones that the articles cannot answer, each
half judged by the other: where 88 of 100 answerable ones are answered, and there the floor lies, 88 of 100 others are
refused.
"""

_OPEN = re.compile(
    r"\b(?:no (?:new )?(?:date|details|time|place|venue)|put off|postponed?|called off|cancell?ed"
    r"|(?:has|have|had) (?:not|yet to) (?:been? )?(?:confirm|set|decide|schedul|announce)\w*)\b",
    re.I,
)
_PLACES = frozenset(map(folded, ("city", "town", "country", "state", "place", "venue")))


def answers(
    question: Question,
    hits: Sequence[Hit],
    quotes: Sequence[Quote],
    weights: Mapping[str, float],
    passages: int,
    today: datetime,
) -> bool:
    """Whether to show the quotes, all of them `named`, as an answer to a question asked `today`; `hits` are those
    shown, best first, out of so many `passages`.
    """
    if not quotes or not weights or _is_open(question, quotes[0]):
        return False
    if quotes[0].speaker and (question.kind is Kind.WHAT_SAID or question.phrases):
        # Found by their speaker or by the very words asked for, as the sentences of a passage never are.
        return True
    return dot(evidence(question, hits, weights, passages, today), WEIGHTS) >= LEAST


def evidence(
    question: Question, hits: Sequence[Hit], weights: Mapping[str, float], passages: int, today: datetime
) -> Evidence:
    """What speaks for an answer among the hits shown."""
    held = [held_by(hit) for hit in hits]
    nearest = max((hit.cosine for hit in hits if hit.cosine is not None), default=0.0)
    names = {stem for name in proper(question.names) for stem in name}
    days = min(_days(hit, today) for hit in hits[:FIRST])
    article = [words for hit, words in zip(hits, held, strict=True) if hit.stored.key == hits[0].stored.key]
    return Evidence(
        cosine=nearest - SPREAD * math.sqrt(2 * math.log(max(passages, 1))),
        keyword=max((hit.keyword or 0.0 for hit in hits), default=0.0) / (sum(weights.values()) or 1.0),
        missing=1.0 - weight_of(set[str]().union(*held), weights),
        names=weight_of(names.difference(*article), weights),
        age=math.log(min(max(days, FRESH_DAYS), OLD_DAYS) / FRESH_DAYS),
    )


def named(question: Question, quote: Quote) -> bool:
    """Whether a quote can answer: its article holds the question's names, every one where somebody's words are asked
    for, half of them elsewhere, since an article on Los Angeles need not say California; and words asked for as spoken
    to somebody are quoted as such.
    """
    if question.addressee and not is_told(question.addressee, quote.text):
        return False
    # Mostly the passage alone holds them, and reading a whole article takes as long as ranking three passages.
    return _holds_enough(question, held_by(quote.hit)) or _holds_enough(
        question, set(stems_of(quote.hit.stored.article.text)).union(stems_of(quote.hit.stored.article.title))
    )


def _holds_enough(question: Question, held: set[str]) -> bool:
    names = proper(question.names)
    if question.kind is Kind.WHAT_SAID:
        return all(_holds(held, name) for name in (question.speaker, *names))
    return 2 * sum(_holds(held, name) for name in names) >= len(names)


def held_by(hit: Hit) -> set[str]:
    """The folded words of a passage and its title."""
    return set(stems_of(hit.passage.text)).union(stems_of(hit.stored.article.title))


def proper(names: Sequence[Name]) -> list[Name]:
    """The names that nothing else can stand for: neither a short word alone, which may be an acronym that the article
    spells out, nor an adjective such as American.
    """
    return [name for name in names if len(name) > 1 or (len(name[0]) > 4 and not name[0].endswith(ADJECTIVES))]


def _holds(held: set[str], name: Name) -> bool:
    """Whether the last word of a name is held, or one that begins like it: Europe and European, Zelensky, Zelenskyy."""
    word = name[-1]
    return word in held or (len(word) >= ALIKE and any(one[:ALIKE] == word[:ALIKE] for one in held))


def _is_open(question: Question, quote: Quote) -> bool:
    """Whether a time or place is asked for, and the very passage says that it is not known or was given up."""
    asked = question.kind in (Kind.WHEN, Kind.WHERE) or (question.kind is Kind.WHICH and question.focus in _PLACES)
    return asked and _OPEN.search(quote.hit.passage.text) is not None


def _days(hit: Hit, today: datetime) -> float:
    published = hit.stored.article.published
    return OLD_DAYS if published is None else (today - published).total_seconds() / 86400
