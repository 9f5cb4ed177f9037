"""Dates as people read them ("Jan. 7, 2025 at 3:45 p.m. ET"): where they stand in a line, and the moment in UTC. Pure.

A day with its month in letters or its year first is understood; "3/4/2025" is not, as half of the world reads it
otherwise. A time counts only with its zone: without one it may be a day off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

MONTHS = {
    # English, German, French, Spanish, Italian, Portuguese, Dutch
    1: "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari",
    2: "february feb februar février févr fevrier febrero febbraio fevereiro fev februari",
    3: "march mar märz maerz mrz mars marzo março maart mrt",
    4: "april apr avril avr abril abr aprile",
    5: "may mai mayo maggio mag maio mei",
    6: "june jun juni juin junio giugno giu junho",
    7: "july jul juli juillet juil julio luglio lug julho",
    8: "august aug août aout agosto ago augustus",
    9: "september sep sept septembre septiembre settembre set setembro",
    10: "october oct oktober okt octobre octubre ottobre ott outubro out",
    11: "november nov novembre noviembre novembro",
    12: "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro",
}
MONTH_OF = {name: month for month, names in MONTHS.items() for name in names.split()}
NAME = "|".join(sorted(MONTH_OF, key=len, reverse=True))
YEAR = r"(?:19|20)\d\d"
DATE = re.compile(
    # 7 January 2025, 7. Januar 2025, 7 de enero de 2025, 06-Jan-2025
    rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|º|°)?[.,]?\s*(?:of |de |-)?\s*(?P<m1>{NAME})\b\.?,?"
    rf"(?:\s*(?:de |del )|[\s-]*)(?P<y1>{YEAR})\b"
    # January 7, 2025, also where a time stands close to it: 20254:29 PM
    rf"|\b(?P<m2>{NAME})\b\.?\s*(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>{YEAR})(?!\d{{3}})"
    # 2025-01-07, 2025.01.07, 2025年1月7日, 7.1.2025
    rf"|(?<![\d.])(?P<y3>{YEAR})\s?[-./]\s?(?P<m3>\d{{1,2}})\s?[-./]\s?(?P<d3>\d{{1,2}})(?!\d)"
    rf"|(?P<y4>{YEAR})年\s?(?P<m4>\d{{1,2}})\s?月\s?(?P<d4>\d{{1,2}})\s?日"
    rf"|(?<![\d.])(?P<d5>\d{{1,2}})\.\s?(?P<m5>\d{{1,2}})\.\s?(?P<y5>{YEAR})(?!\d)",
    re.IGNORECASE,
)
ZONES = {
    **dict.fromkeys(("utc", "gmt", "z"), "UTC"),
    # a summer's "EST" is New York's time all the same: outlets write the name without looking at the season
    **dict.fromkeys(("et", "est", "edt"), "America/New_York"),
    **dict.fromkeys(("ct", "cst", "cdt"), "America/Chicago"),
    **dict.fromkeys(("mt", "mst", "mdt"), "America/Denver"),
    **dict.fromkeys(("pt", "pst", "pdt"), "America/Los_Angeles"),
    **dict.fromkeys(("akst", "akdt"), "America/Anchorage"),
    **dict.fromkeys(("hst",), "Pacific/Honolulu"),
    **dict.fromkeys(("bst",), "Europe/London"),
    **dict.fromkeys(("cet", "cest", "mez", "mesz"), "Europe/Berlin"),
    **dict.fromkeys(("eet", "eest"), "Europe/Athens"),
    **dict.fromkeys(("msk",), "Europe/Moscow"),
    **dict.fromkeys(("ist",), "Asia/Kolkata"),
    **dict.fromkeys(("pkt",), "Asia/Karachi"),
    **dict.fromkeys(("sgt",), "Asia/Singapore"),
    **dict.fromkeys(("hkt",), "Asia/Hong_Kong"),
    **dict.fromkeys(("jst",), "Asia/Tokyo"),
    **dict.fromkeys(("kst",), "Asia/Seoul"),
    **dict.fromkeys(("aest", "aedt"), "Australia/Sydney"),
    **dict.fromkeys(("nzst", "nzdt"), "Pacific/Auckland"),
    **dict.fromkeys(("sast",), "Africa/Johannesburg"),
    **dict.fromkeys(("eat",), "Africa/Nairobi"),
}
ZONE = (
    rf"(?:(?P<zone>{'|'.join(sorted(ZONES, key=len, reverse=True))})\b)?"
    r"(?:\s?(?P<sign>[+-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?)?"
)
TIME = re.compile(
    # 20:45 GMT, 3:45 p.m. ET, 3pm (ET), 20h45 CET, 20.45 Uhr MEZ, 0339 GMT, 20:45 GMT+3, 20:45 +0100
    r"\b(?P<hour>\d{1,2})"
    r"(?:\s?[:.h]\s?(?P<minute>\d\d)(?::(?P<second>\d\d))?|(?=\s?[ap]\.?m)|(?P<run>\d\d)(?=\s(?:gmt|utc)\b))"
    rf"\s*(?P<half>[ap]\.?\s?m\b\.?)?\s*(?:uhr\s*)?[(,]?\s*{ZONE}",
    re.IGNORECASE,
)
OTHER = re.compile(r"updated|modified|published|posted", re.IGNORECASE)
"""What begins the statement of another date in the same line."""
AROUND = 40
"""Characters between a date and its time: "Tuesday, 10:48 GMT, " before or " | Posted at " after."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A date in a line: where it begins, its moment in UTC (a day's first moment) and whether a time came with it."""

    start: int
    moment: datetime
    has_time: bool


def dates_in(line: str) -> Iterator[Seen]:
    """The dates in a line of text, in order; days that no calendar has are passed over."""
    found = list(DATE.finditer(line))
    for at, date in enumerate(found):
        day = day_of(date)
        if day is None:
            continue
        begin = found[at - 1].end() if at else 0
        end = found[at + 1].start() if at + 1 < len(found) else len(line)
        after = OTHER.split(line[date.end() : min(end, date.end() + AROUND)])[0]
        before = OTHER.split(line[max(begin, date.start() - AROUND) : date.start()])[-1]
        times = [*TIME.finditer(after), *reversed([*TIME.finditer(before)])]
        moment = next((moment for time in times if (moment := moment_of(day, time))), None)
        yield Seen(date.start(), moment or day, moment is not None)


def day_of(date: re.Match[str]) -> datetime | None:
    """The first moment of the day that a date names, None where there is no such day."""
    year, month, day = (next(filter(None, (date[f"{part}{n}"] for n in range(1, 6)))) for part in "ymd")
    number = int(month) if month.isdigit() else MONTH_OF[month.lower()]
    try:
        return datetime(int(year), number, int(day), tzinfo=UTC)
    except ValueError:
        return None


def moment_of(day: datetime, time: re.Match[str]) -> datetime | None:
    """The moment in UTC of a time on a day; None where it names no zone or the clock has no such time."""
    hour, minute, second = (int(time[part] or 0) for part in ("hour", "minute", "second"))
    minute = int(time["run"] or minute)
    if half := (time["half"] or "").lower():
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        zone = zone_of(time)
        moment = day.replace(hour=hour, minute=minute, second=second, tzinfo=zone)
        return moment.astimezone(UTC) if zone else None
    except (ValueError, OverflowError):
        return None


def zone_of(time: re.Match[str]) -> tzinfo | None:
    """The zone of a time: hours ahead of or behind Greenwich or a named one; None where none is given."""
    if time["sign"] and (time["zone"] or time["minutes"]):
        ahead = timedelta(hours=int(time["hours"]), minutes=int(time["minutes"] or 0))
        return timezone(ahead if time["sign"] == "+" else -ahead)
    return ZoneInfo(ZONES[time["zone"].lower()]) if time["zone"] else None
