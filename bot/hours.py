"""Reads times of day, hours and time zones as members write them. Pure."""

from __future__ import annotations

import re

from index.alerts import QuietHours
from index.errors import NoHours

_TIME = r"(?P<hour{0}>[01]?\d|2[0-4])(?:[:.h](?P<minute{0}>[0-5]\d))?"
_OF_DAY = re.compile(_TIME.format(""))
_HOURS = re.compile(rf"{_TIME.format(1)}\s*(?:-|–|to)\s*{_TIME.format(2)}")
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*(?:(?P<sign>[+\-−–])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?)?", re.I)
_FURTHEST = 14 * 60
"""Minutes: no time zone is further from UTC."""


def time_of_day(text: str) -> int:
    """A time such as "8", "08:00" or "8.30" as minutes of the day; NoHours."""
    match = _OF_DAY.fullmatch(text.strip())
    if match is None:
        raise NoHours(text, "08:00")
    return _minutes(match["hour"], match["minute"])


def quiet_hours(text: str, offset: int) -> QuietHours:
    """Hours such as "22-7" or "22:00-07:00", on a clock so many minutes ahead of UTC; NoHours."""
    match = _HOURS.fullmatch(text.strip())
    if match is None:
        raise NoHours(text, "22:00-07:00")
    start, end = _minutes(match["hour1"], match["minute1"]), _minutes(match["hour2"], match["minute2"])
    if start == end:
        raise NoHours(text, "22:00-07:00")
    return QuietHours(start, end, offset)


def utc_offset(text: str | None) -> int:
    """A time zone such as "+2", "UTC-5" or "+5:30" as minutes ahead of UTC, 0 where none is given; NoHours."""
    match = _OFFSET.fullmatch((text or "").strip())
    if match is None:
        raise NoHours(text or "", "+2 or -5:30")
    minutes = 60 * int(match["hours"] or 0) + int(match["minutes"] or 0)
    if minutes > _FURTHEST:
        raise NoHours(text or "", "+2 or -5:30")
    return minutes if (match["sign"] or "+") == "+" else -minutes


def _minutes(hour: str, minute: str | None) -> int:
    return (60 * int(hour) + int(minute or 0)) % (24 * 60)
