"""Reads the days that sentences give for something: "begins on Sunday", "signed on 12 May". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.answer.claims import Claim
from index.answer.moments import MONTHS, WEEKDAYS
from index.answer.words import STOPWORDS, folded
from index.types import Hit

WEEKDAY, DATE = "weekday", "date"

_MONTH = "|".join(f"{name}|{name[:3]}\\.?|{name[:4]}\\.?" if len(name) > 4 else name for name in MONTHS)
_DAY = re.compile(
    rf"(?P<deed>\b[^\W\d_][\w’'-]*)\s+(?P<day>(?:on\s+)?(?:(?P<weekday>{'|'.join(WEEKDAYS)})"
    rf"|(?P<month>{_MONTH})\s+(?P<number>\d{{1,2}})|(?P<first>\d{{1,2}})\s+(?P<of>{'|'.join(MONTHS)})))\b(?![-/,]?\d)",
    re.I,
)
"""What is said to be done right before a day that is named: nothing else tells so surely what the day is of."""


def dated(hit: Hit, low: int, high: int) -> Iterator[Claim]:
    """The days of one sentence of a hit's article; a weekday counts as such, since it may be the last or the next."""
    text = hit.stored.article.text
    for match in _DAY.finditer(text, low, high):
        deed = match["deed"]
        if deed.lower() in STOPWORDS or deed[:1].isupper():
            continue
        kind, value = (
            (WEEKDAY, WEEKDAYS.index(match["weekday"].lower())) if match["weekday"] else (DATE, _of_year(match))
        )
        start, end = match.span("day")
        yield Claim(hit, low, high, start, end, kind, folded(deed), float(value), False, f"the day ({deed})")


def _of_year(match: re.Match[str]) -> int:
    """A day of a year as one number: month and day."""
    month = (match["month"] or match["of"]).lower()[:3]
    number = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(month))
    return 100 * number + int(match["number"] or match["first"])
