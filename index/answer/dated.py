"""Reads the full dates that a text names: 2025-01-10, 10 January 2025, Jan. 10, 2025. Pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from index.answer.moments import MONTHS

_MONTH = "|".join(f"{month[:3]}(?:{month[3:]}|t)?" if len(month) > 3 else month for month in MONTHS)
_DATES = (
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\.?,?\s+(?P<year>(?:19|20)\d\d)\b", re.I
    ),
    re.compile(rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b", re.I),
)


def day_named(text: str) -> datetime | None:
    """The one full date in a text, as midnight UTC; None where there is none, or more than one."""
    days = {day for pattern in _DATES for match in pattern.finditer(text) if (day := _day(match)) is not None}
    return days.pop() if len(days) == 1 else None


def _day(match: re.Match[str]) -> datetime | None:
    month = match["month"].lower()
    number = (
        int(month) if month.isdecimal() else next(n for n, name in enumerate(MONTHS, 1) if name.startswith(month[:3]))
    )
    try:
        return datetime(int(match["year"]), number, int(match["day"]), tzinfo=UTC)
    except ValueError:
        # the 31st of February is no day
        return None
