"""Dates as articles state them, read strictly: ISO 8601 for files and records, mail dates for pages as well. Pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

OLDEST_YEAR = 1600
"""Newspapers began in 1605; pages that know no date often state the year 1."""
HAS_TIME = re.compile(r"[Tt ]\d")


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


def parse_mail_date(text: str) -> tuple[datetime, bool]:
    """A date such as "Tue, 07 Jan 2025 20:45:00 GMT" (RFC 5322), which always has a time."""
    return in_utc(parsedate_to_datetime(text)), True


def in_utc(moment: datetime) -> datetime:
    """The moment in UTC, to the second; without a zone it is taken as UTC. OverflowError beyond the years 1 to 9999."""
    moment = moment.replace(microsecond=0)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
