"""What the headers of an answer say for the next request: validators, how long it stays, how long to wait. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from index.pages import Validators

ECHOED = re.compile(r"[^\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,500}")
"""What may be sent back: no control character, nothing that has no UTF-8. Real validators have 20 to 100 characters."""
MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
SECONDS = re.compile(r"\d{1,9}")

UNNAMED_WAIT = timedelta(minutes=1)
"""For a 429 that names no time: the shortest that the limits of common servers count in."""
LONGEST_WAIT = timedelta(days=1)
"""A host may not shut itself off for longer by one answer."""


def validators_in(headers: Mapping[str, str], address: str) -> Validators:
    """The validators of an answer from `address`, letter for letter; what can't be sent back is dropped."""
    etag, last_modified = echoed(headers.get("ETag")), echoed(headers.get("Last-Modified"))
    # "If-None-Match: *" asks whether there is any page at all
    etag = None if etag == "*" else etag
    return Validators(etag, last_modified, address) if etag or last_modified else Validators()


def conditions(validators: Validators | None, address: str, asked: str) -> dict[str, str]:
    """The headers that ask `address` whether its page changed; none where the validators came from another one.

    `asked` is the address that was asked for, to which validators belong that do not say whose they are.
    """
    if validators is None or (validators.of or asked) != address:
        return {}
    stated = {"If-None-Match": echoed(validators.etag), "If-Modified-Since": echoed(validators.last_modified)}
    return {name: value for name, value in stated.items() if value}


def echoed(value: str | None) -> str | None:
    """A header's value if it can be sent back as it is, else None."""
    return value if value and ECHOED.fullmatch(value) else None


def max_age(headers: Mapping[str, str]) -> int | None:
    """For how many seconds the answer stays as it is (Cache-Control), None where that is not said."""
    found = MAX_AGE.search(headers.get("Cache-Control", ""))
    return int(found[1]) if found else None


def wait_until(status: int | None, retry_after: str | None, now: datetime) -> datetime | None:
    """Until when a host that answered `status` asked to be left alone; None where it did not ask.

    Retry-After in seconds or as a date (RFC 9110, section 10.2.3), a day at most.
    """
    if status not in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        return None
    until = moment_in(retry_after or "", now)
    if until is None and status == HTTPStatus.TOO_MANY_REQUESTS:
        until = now + UNNAMED_WAIT
    return min(until, now + LONGEST_WAIT) if until and until > now else None


def moment_in(retry_after: str, now: datetime) -> datetime | None:
    """The moment that a Retry-After names; None where it names none."""
    if SECONDS.fullmatch(retry_after.strip()):
        return now + timedelta(seconds=int(retry_after))
    try:
        moment = parsedate_to_datetime(retry_after)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
