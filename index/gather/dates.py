"""Dates as articles state them: ISO 8601 for files and records, read strictly, and what pages state besides. Pure.

Dates in lines that are written for readers are `when`'s part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from index.gather.when import dates_in

OLDEST_YEAR = 1600
"""Newspapers began in 1605; pages that know no date often state the year 1."""
FIRST_WEB_YEAR = 1990
"""No page is older; what states an earlier year, such as 1970, counts from the clock of a machine."""
AHEAD = timedelta(days=2)
"""Clocks are wrong by hours and zones by up to 26 of them; what is further ahead is a mistake or an embargo."""
HAS_TIME = re.compile(r"[Tt ]\d")
MAIL_DATE = re.compile(
    # the standard library's reader takes any words, and "3:45 PM" for the night
    r"(?:[a-z]{3,9},? )?\d{1,2} [a-z]{3,9} \d{2,4} \d{1,2}:\d\d(?::\d\d)?"
    r"(?: ?(?:[+-]\d{4}|(?![ap]m)[a-z]{1,5}))?(?: ?\([\w ]+\))?",
    re.IGNORECASE,
)
HAS_ZONE = re.compile(r"(?:z|[+-]\d\d:?\d\d|\b(?:gmt|utc|[ecmp][sd]?t))\W*$", re.IGNORECASE)
LONGEST = 80
"""Characters of a date; JavaScript's have 63."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A stated moment in UTC; `exact` where the time of day came with its zone."""

    moment: datetime
    has_time: bool
    exact: bool


def parse_date(text: str) -> tuple[datetime, bool]:
    """An ISO 8601 day or moment as (moment in UTC, whether a time of day was given).

    ValueError, with a clause that says why, for anything else. A moment without a zone is taken as UTC, a day as its
    first moment. A year or a month alone is no date: its first day would be made up.
    """
    text = text.strip()
    try:
        return in_utc(datetime.fromisoformat(text)), HAS_TIME.search(text) is not None
    except (ValueError, OverflowError) as error:
        raise ValueError(f"«{text[:40]}» is not an ISO 8601 date such as 2025-01-07 or 2025-01-07T20:45:00Z") from error


def parse_page_date(text: str) -> tuple[datetime, bool] | None:
    """A date as a web page's metadata states it, ISO 8601 or as in mail headers; None where it is neither."""
    for parse in (parse_date, parse_mail_date):
        try:
            moment, has_time = parse(text)
        except (ValueError, OverflowError):
            continue
        if moment.year >= OLDEST_YEAR:
            return moment, has_time
    return None


def page_date(text: str, now: datetime) -> Dated | None:
    """The date in a page's markup, in whatever way it is written; None where there is none to be believed `now`."""
    text = text.strip()[:LONGEST]
    if parsed := parse_page_date(text):
        found = Dated(*parsed, exact=parsed[1] and HAS_ZONE.search(text) is not None)
    elif seen := next(dates_in(text), None):
        found = Dated(seen.moment, seen.has_time, exact=seen.has_time)
    else:
        return None
    return found if believed(found.moment, now) else None


def believed(moment: datetime, now: datetime) -> bool:
    """Whether a web page can be of that day: not before the web, and at most two days ahead."""
    return moment.year >= FIRST_WEB_YEAR and moment <= now + AHEAD


def parse_mail_date(text: str) -> tuple[datetime, bool]:
    """A date such as "Tue, 07 Jan 2025 20:45:00 GMT" (RFC 5322), which always has a time. ValueError."""
    if not MAIL_DATE.fullmatch(" ".join(text.split())):
        raise ValueError(f"«{text[:40]}» is not a date as in mail headers")
    return in_utc(parsedate_to_datetime(text)), True


def in_utc(moment: datetime) -> datetime:
    """The moment in UTC, to the second; without a zone it is taken as UTC. OverflowError beyond the years 1 to 9999."""
    moment = moment.replace(microsecond=0)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
