"""What a host's robots.txt asks of programs (RFC 9309). Pure; when it is read and what follows is `politeness`'s."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from http import HTTPStatus
from urllib.parse import urlsplit

from protego import Protego

from index.errors import FetchFailed
from index.gather.identity import PRODUCT
from index.pages import HostState

READ_BYTES = 500 * 1024
"""What is read of a robots.txt; the standard asks for no less (section 2.5)."""
FRESH = timedelta(hours=24)
"""For how long one may be used without asking again (section 2.4)."""
USABLE = timedelta(days=30)
"""For how long one may stand in while it can't be read (section 2.3.1.4)."""
LONGEST_PAUSE = 60.0
"""Seconds of Crawl-delay that are kept; some hosts name hours, which nothing could be read with."""
AGENT_LINE = re.compile(r"\s*user[\s-]*agent[\s:]+([^#]*)", re.IGNORECASE)


class Robots:
    """The rules of one host for Verbatim. An empty text allows everything."""

    def __init__(self, text: str) -> None:
        self._rules = Protego.parse(text)
        self.pause = min(self._rules.crawl_delay(PRODUCT) or 0.0, LONGEST_PAUSE)
        """Seconds between two requests."""

    def allow(self, address: str) -> bool:
        """Whether an address may be read by a program."""
        return self._rules.can_fetch(address, PRODUCT)


def robots_address(address: str) -> str:
    """Where the rules for an address stand: those of its scheme, host and port (section 2.3)."""
    return urlsplit(address)._replace(path="/robots.txt", query="", fragment="").geturl()


def robots_text(body: bytes) -> str:
    """The lines of a robots.txt, other programs under one name.

    So there are three groups at most: rules for thousands of names would take minutes to parse.
    """
    return "\n".join(map(under_one_name, body.decode("utf-8-sig", errors="replace").splitlines()))


def under_one_name(line: str) -> str:
    """A line that names a program, every other program under one name; other lines as they are."""
    found = AGENT_LINE.match(line)
    if found is None:
        return line
    # "Verbatim/1.0" and "Verbatim*" mean every version
    name = found[1].partition("/")[0].strip()
    name = name.rstrip("*") or name
    return f"User-agent: {name if name.lower() in ('*', PRODUCT.lower()) else 'others'}"


def is_fresh(state: HostState, now: datetime, span: timedelta = FRESH) -> bool:
    """Whether a host's robots.txt was read within `span` before `now`; a reading in the future was none."""
    return state.robots_read is not None and timedelta() <= now - state.robots_read < span


def means_none(failed: FetchFailed) -> bool:
    """Whether an answer says that a host has no rules (4xx, section 2.3.1.3), not that it is in trouble (429, 5xx)."""
    status = failed.status or 0
    return (400 <= status < 500 and status != HTTPStatus.TOO_MANY_REQUESTS) or status == HTTPStatus.NO_CONTENT
