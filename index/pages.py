"""What was fetched, and what its host asks of whoever fetches it again. Values only; every moment is in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Validators:
    """What a host said of a page so that it can be asked whether the page changed; echoed exactly as received.

    `of` is the address that said it (a page may lie behind redirects) and the only one it is sent to again; None: the
    address that is asked for. All None: nothing was said.
    """

    etag: str | None = None
    last_modified: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What came back for an address: the final address after redirects, the declared type and the bytes.

    `max_age` is for how many seconds its host says it stays as it is (Cache-Control), None where it does not say.
    """

    url: str
    content_type: str
    charset: str | None
    body: bytes
    validators: Validators = Validators()
    max_age: int | None = None


@dataclass(frozen=True, slots=True)
class NotModified:
    """A page is as it was when `validators` were given (304); they are those of the new answer where it named any."""

    url: str
    validators: Validators
    max_age: int | None = None


@dataclass(frozen=True, slots=True)
class HostState:
    """What every request to a host has to respect, kept across restarts.

    Not before `not_before` (None: at any time). `robots` is the text of its robots.txt, empty where it has none, as
    read at `robots_read`; both None: not read yet.
    """

    not_before: datetime | None = None
    robots: str | None = None
    robots_read: datetime | None = None
