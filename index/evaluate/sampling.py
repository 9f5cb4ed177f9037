"""Takes a part of a set that costs less: whole weeks of its questions, evenly spaced. Pure.

The articles of a part are those that its questions rest on and those published shortly before they were asked, so that
a temporary index of a part is smaller, and its questions easier, than the whole.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from index.evaluate.cases import Case
from index.types import Article

BEFORE = timedelta(days=14)
"""News that a weekly question is about is at most two weeks old."""

T = TypeVar("T")


def sampled(cases: Sequence[Case], limit: int | None) -> list[Case]:
    """All of the cases or at most `limit`: of those with a date whole weeks, of the others some; both evenly spaced."""
    if limit is None or len(cases) <= limit:
        return list(cases)
    undated = [case for case in cases if case.asked is None]
    weeks: dict[tuple[int, int], list[Case]] = defaultdict(list)
    for case in cases:
        if case.asked is not None:
            weeks[case.asked.isocalendar()[:2]].append(case)
    dated = len(cases) - len(undated)
    some = spaced(undated, round(limit * len(undated) / len(cases)))
    count = math.ceil((limit - len(some)) * len(weeks) / dated) if dated else 0
    whole = [case for week in spaced(sorted(weeks), count) for case in weeks[week]]
    kept = {id(case) for case in [*some, *spaced(whole, limit - len(some))]}
    return [case for case in cases if id(case) in kept]


def spaced(things: Sequence[T], count: int) -> list[T]:
    """So many of the things, evenly spaced."""
    if count >= len(things):
        return list(things)
    return [things[int((at + 0.5) * len(things) / count)] for at in range(count)]


def wanted(article: Article, needed: Collection[str], asked: Sequence[datetime]) -> bool:
    """Whether a part of a set includes an article: it is needed, or was published in the time before a question."""
    if article.given_id in needed or article.url in needed:
        return True
    published = article.published
    return published is not None and any(moment - BEFORE <= published <= moment for moment in asked)
