"""Discord's own marks: masked links to stored addresses, and time marks; escaping text is plain_text's part."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from urllib.parse import quote, urlsplit

from bot.cards.limits import units
from bot.cards.plain_text import plain, visible

LONGEST_LINK = 500
"""UTF-16 units of a link that is still shown; longer ones would leave no room for the quotation."""

_SAFE = "%/:?#@!$&'+,;=~-._"
"""What stays as it is in a link: everything that could end the mark or start another is percent-encoded."""


def target(address: str | None) -> str | None:
    """An http(s) address as it may stand in a masked link; None where there is none that may."""
    if address is None or urlsplit_scheme(address) not in {"http", "https"}:
        return None
    encoded = quote(address.strip(), safe=_SAFE, errors="replace")
    return encoded if units(encoded) <= LONGEST_LINK else None


def opening(link: str | None, url: str | None) -> str | None:
    """The link that opens at a passage, where it is short enough to be shown; else the page's own address."""
    return link if target(link) else url


def urlsplit_scheme(address: str) -> str:
    """The scheme in small letters, empty where the address can't be read or names no host."""
    try:
        parts = urlsplit(address.strip())
        return parts.scheme.lower() if parts.hostname else ""
    except ValueError:
        return ""


def linked(label: str, address: str | None, limit: int) -> str:
    """`[label](<address>)` without a preview, or the label alone; `limit` is for the label, in UTF-16 units.

    Brackets in a label would unbalance the mark even when escaped, and Discord does not link a label that looks like an
    address.
    """
    readable = re.sub(r"\w+://", "", visible(label).translate(str.maketrans("[]", "()")))
    text = plain(readable, limit) or "untitled"
    end = target(address)
    return f"[{text}](<{end}>)" if end else text


def quoted(words: str, source: str) -> str:
    """Words, escaped, with whose they are in the same block; an empty line after it keeps the next block apart."""
    return f"> {words}\n> {source}\n"


def ago(moment: datetime) -> str:
    """A time mark that Discord shows as the time since or until then: "3 hours ago"."""
    return f"<t:{int(moment.timestamp())}:R>"


def day(moment: datetime) -> str:
    """A time mark that Discord shows as a date in the reader's own time zone.

    Midnight UTC stands for "no time of day is known": noon is shown instead, so that readers from UTC-12 to UTC+11 see
    the day that was reported rather than the one before it.
    """
    moment = moment.astimezone(UTC)
    known = moment.time() != time(0)
    return f"<t:{int((moment if known else moment + timedelta(hours=12)).timestamp())}:D>"
