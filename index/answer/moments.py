"""Reads the time that a question speaks of: "this week", "6 to 13 January", "since Tuesday", "in 2019". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
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

DAY = timedelta(days=1)

EARLIER, LATER = DAY, 2 * DAY
"""News of a day is published from the evening before, where clocks run ahead, and still two days on."""

RECENT = timedelta(days=30)
"""How far "recently" and "latest" look back."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days a question speaks of, `first` and `last` included, each as its midnight; `vague` where it names none
    and wants what is newest, `recent` where they reach into the month before the asking.
    """

    first: datetime
    last: datetime
    vague: bool = False
    recent: bool = False

    @property
    def since(self) -> datetime:
        """The earliest publication that may report of these days."""
        return self.first - EARLIER

    @property
    def before(self) -> datetime:
        """The end of the publications that report of these days."""
        return self.last + DAY + LATER


_NUMBERS = {"a couple of": 2, "couple of": 2, "few": 3, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_LENGTHS = {"day": 1, "week": 7, "month": 30, "year": 365}
_UNIT = rf"(?P<unit>{'|'.join(_LENGTHS)})s?"

_AGO = re.compile(rf"\b{_COUNT}\s+{_UNIT}\s+ago\b", re.I)
_PAST = re.compile(rf"\b(?:last|past|previous)\s+(?:{_COUNT}\s+)?{_UNIT}\b", re.I)
_THIS = re.compile(r"\b(?:this|last)\s+(week|month|year|weekend)\b", re.I)
_NEAR = (
    (re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", re.I), 0),
    (re.compile(r"\b(?:yesterday|last night)\b", re.I), 1),
)
_VAGUE = re.compile(r"\b(?:latest|newest|currently?|recent(?:ly)?|now)\b", re.I)
_WEEKDAY = re.compile(rf"\b(?P<since>since\s+)?(?:last\s+)?(?P<day>{'|'.join(WEEKDAYS)})\b", re.I)
_YEAR = re.compile(r"\b(?P<word>in|since|of|during)\s+(?P<year>(?:19|20)\d\d)\b", re.I)

_NAMES = "|".join(MONTHS)
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"\s*(?:-|–|to|and|until|till|through)\s*"
_DATE = re.compile(
    r"(?P<word>\b(?:since|after|before|until|by)\s+)?\b(?:"
    r"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
    rf"|(?:(?P<before>{_NUMBER})(?:{_TO}(?P<before_to>{_NUMBER}))?\s+(?:of\s+)?)?(?P<month>{_NAMES})\b"
    rf"(?:\s+(?P<after>{_NUMBER})\b(?!\d)(?:{_TO}(?P<after_to>{_NUMBER})\b(?!\d))?)?(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?)",
    re.I,
)


def window_of(text: str, now: datetime) -> Window | None:
    """The time a question speaks of, or None where it names none that can be dated ("since the summit").

    Several dates are one window from the first to the last of them.
    """
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    window = _read(text, today)
    return replace(window, recent=window.last >= today - RECENT) if window else None


def _read(text: str, today: datetime) -> Window | None:
    if dates := list(_dated(text, today)):
        return Window(min(one.first for one in dates), max(one.last for one in dates))
    for read in (_counted_back, _weekday, _year):
        if window := read(text, today):
            return window
    return Window(today - RECENT, today, vague=True) if _VAGUE.search(text) else None


def _dated(text: str, today: datetime) -> Iterator[Window]:
    """Every day, stretch of days and month that is named."""
    found = [match for match in _DATE.finditer(text) if not _is_a_verb(match, text)]
    years = [int(match["year"] or (match["iso"] or "")[:4] or 0) for match in found]
    # "on October 18 and on November 6, 2023": a date without a year is of the year that another one names.
    named = next((year for year in years if year), None)
    for match, year in zip(found, years, strict=True):
        window = _iso(match["iso"]) if match["iso"] else _of_month(match, year or named, today)
        if window:
            yield _stretched(window, (match["word"] or "").strip().lower(), today)


def _iso(text: str) -> Window | None:
    try:
        day = datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        # the 31st of February is no day
        return None
    return Window(day, day)


def _of_month(match: re.Match[str], year: int | None, today: datetime) -> Window | None:
    """A month, a day of one or several: the latest that is not to come, where no year is given."""
    month = MONTHS.index(match["month"].lower()) + 1
    day, until = (
        int(re.sub(r"\D", "", match[one] or match[other] or "0"))
        for one, other in (("before", "after"), ("before_to", "after_to"))
    )
    if year is None:
        year = today.year if (month, day) <= (today.month, today.day) else today.year - 1
    try:
        first = datetime(year, month, day or 1, tzinfo=UTC)
        last = first.replace(day=until) if day and until > day else first
    except ValueError:
        return None
    return Window(first, last) if day else Window(first, _month_end(first))


def _stretched(window: Window, word: str, today: datetime) -> Window:
    """A window up to now, or of the month before, where "since" or "before" stands in front of its date."""
    if word in ("since", "after"):
        return replace(window, last=max(today, window.last))
    return replace(window, first=window.first - RECENT) if word in ("before", "until", "by") else window


def _counted_back(text: str, today: datetime) -> Window | None:
    """What is counted from the day of asking: today, last week, two days ago, the past month."""
    for pattern, back in _NEAR:
        if pattern.search(text):
            return Window(today - back * DAY, today - back * DAY)
    if match := _AGO.search(text):
        length = _LENGTHS[match["unit"].lower()]
        day = today - _count(match) * length * DAY
        return Window(day - length // 2 * DAY, day + length // 2 * DAY)
    if match := _THIS.search(text):
        return _CALENDAR[match[0].lower().split()[0] + " " + match[1].lower().removesuffix("end")](today)
    if match := _PAST.search(text):
        return Window(today - _count(match) * _LENGTHS[match["unit"].lower()] * DAY, today)
    return None


def _count(match: re.Match[str]) -> int:
    count = (match["count"] or "a").lower()
    return _NUMBERS.get(count) or int(count)


def _month_end(day: datetime) -> datetime:
    return (day.replace(day=28) + 4 * DAY).replace(day=1) - DAY


def _last_month(today: datetime) -> Window:
    end = today.replace(day=1) - DAY
    return Window(end.replace(day=1), end)


def _last_year(today: datetime) -> Window:
    return Window(datetime(today.year - 1, 1, 1, tzinfo=UTC), datetime(today.year - 1, 12, 31, tzinfo=UTC))


_CALENDAR: dict[str, Callable[[datetime], Window]] = {
    # On a Monday this week is hardly the day that has just begun: a week back from any day.
    "this week": lambda today: Window(today - 7 * DAY, today),
    "last week": lambda today: Window(today - (today.weekday() + 7) * DAY, today - (today.weekday() + 1) * DAY),
    "this month": lambda today: Window(min(today.replace(day=1), today - 7 * DAY), today),
    "last month": _last_month,
    "this year": lambda today: Window(datetime(today.year, 1, 1, tzinfo=UTC), today),
    "last year": _last_year,
}


def _weekday(text: str, today: datetime) -> Window | None:
    """The latest day of that name."""
    match = _WEEKDAY.search(text)
    if match is None:
        return None
    day = today - (today.weekday() - WEEKDAYS.index(match["day"].lower())) % 7 * DAY
    return Window(day, today if match["since"] else day)


def _year(text: str, today: datetime) -> Window | None:
    match = _YEAR.search(text)
    if match is None:
        return None
    last = today if match["word"].lower() == "since" else datetime(int(match["year"]), 12, 31, tzinfo=UTC)
    return Window(datetime(int(match["year"]), 1, 1, tzinfo=UTC), last)


def _is_a_verb(match: re.Match[str], text: str) -> bool:
    """Whether "may" or "march" stands there as something else than a month."""
    if (match["month"] or "").lower() not in ("may", "march") or any(match.group("before", "after", "year")):
        return False
    return not match["word"] and re.search(r"\b(?:in|during|last|of)\s+$", text[: match.start()]) is None
