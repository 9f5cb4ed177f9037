"""Reads the time that a question speaks of: "this week", "in January", "on Tuesday", "in 2019". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

LATER = timedelta(days=2)
"""News of a day is still being published two days on."""

_NOW = (
    (re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", re.I), timedelta(days=1)),
    (re.compile(r"\byesterday\b", re.I), timedelta(days=2)),
    (re.compile(r"\bth(?:is|e past) week(?:end)?\b", re.I), timedelta(days=8)),
    (re.compile(r"\blast week(?:end)?\b", re.I), timedelta(days=15)),
    (re.compile(r"\bth(?:is|e past) month\b", re.I), timedelta(days=31)),
    (re.compile(r"\b(?:latest|newest|currently?|recent(?:ly)?|now|just|new)\b", re.I), timedelta(days=31)),
    (re.compile(r"\blast month\b", re.I), timedelta(days=62)),
    (re.compile(r"\bthis year\b", re.I), timedelta(days=366)),
)
"""Words that count back from the moment of asking, and how far; the first that stands in the question decides."""

_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.I)
_DATE = re.compile(
    rf"\b(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{'|'.join(MONTHS)})\b"
    r"(?:\s+(?P<after>\d{1,2})(?:st|nd|rd|th)?\b(?!\d))?(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?",
    re.I,
)
_YEAR = re.compile(r"\b(?:in|since|of|during)\s+((?:19|20)\d\d)\b", re.I)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time in which what a question means was reported; `recent` where it ends at the asking."""

    since: datetime
    before: datetime
    recent: bool = False


def window_of(text: str, now: datetime) -> Window | None:
    """The time a question speaks of, or None where it names none."""
    if dated := _dated(text, now):
        return dated
    for pattern, back in _NOW:
        if pattern.search(text):
            return Window(now - back, now + LATER, recent=True)
    if match := _WEEKDAY.search(text):
        days = (now.weekday() - WEEKDAYS.index(match[1].lower())) % 7
        return Window(now - timedelta(days=days + 1), now + LATER, recent=True)
    if match := _YEAR.search(text):
        return Window(datetime(int(match[1]), 1, 1, tzinfo=UTC), datetime(int(match[1]) + 1, 1, 1, tzinfo=UTC) + LATER)
    return None


def _dated(text: str, now: datetime) -> Window | None:
    """A month or a day of one: the latest that is not to come, where no year is given."""
    for match in _DATE.finditer(text):
        if _is_a_verb(match, text):
            continue
        month, day = MONTHS.index(match["month"].lower()) + 1, int(match["before"] or match["after"] or 0)
        year = int(match["year"] or (now.year if (month, day) <= (now.month, now.day) else now.year - 1))
        first = datetime(year, month, 1, tzinfo=UTC)
        if 1 <= day <= 31:
            return Window(first + timedelta(days=day - 2), first + timedelta(days=day) + LATER)
        return Window(first, first + timedelta(days=31) + LATER)
    return None


def _is_a_verb(match: re.Match[str], text: str) -> bool:
    """Whether "may" or "march" stands there as something else than a month."""
    if match["month"].lower() not in ("may", "march") or match["before"] or match["after"] or match["year"]:
        return False
    return re.search(r"\b(?:in|since|during|last|of|until|by)\s+$", text[: match.start()]) is None
