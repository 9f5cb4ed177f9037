"""The entries of any kind of list, judged: which become items of a listing, in which order, and why the others do not.

Pure. How entries are written in a feed, a sitemap or a text is those files' part.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from urllib.parse import urljoin

from index.errors import AddressRefused
from index.gather.bylines import authors
from index.gather.dates import believed
from index.gather.full_text import full_text
from index.gather.listing import Item
from index.gather.metadata import first_name, text_of
from index.gather.urls import canonical_address, is_front_page, site_host
from index.gather.wording import opening_words, storable
from index.reports import Refusal

MOST_ITEMS = 1_000
"""Items taken at one reading. The feeds of news sites list 10 to 100, news sitemaps at most 1,000 by their own rule."""
MOST_ENTRIES = 50_000
"""Entries looked at, of which the newest are taken: as many as sitemaps.org allows in one file."""
MOST_REFUSALS = 100
"""Refusals told one by one; the rest is told in a line for each reason."""
OLDEST = datetime(1990, 1, 1, tzinfo=UTC)
"""Nothing on the web is older; what states less (1970 and 1980 above all) has a clock or a program that went wrong."""
FEED_HOST = re.compile(r"^(feeds?|rss)\.(?=.+\.)")
"""Where large sites keep their feeds: rss.norvik.example beside www.norvik.example."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as its source states it. `number` is its place, from 1; `link` may be relative to `base`.

    `changed` is when the source says that the page was changed, which orders entries that name no publication date.
    `content` is what the source gives of the text, as HTML or plain; `stated` is all that tells one state of the entry
    from the next.
    """

    number: int
    link: str | None
    base: str
    title: str | None = None
    bylines: tuple[str, ...] = ()
    published: tuple[datetime, bool] | None = None
    changed: datetime | None = None
    content: str | None = None
    is_html: bool = True
    stated: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a list: where it stands, when, and the fingerprints of items whose text is not asked for."""

    address: str
    now: datetime
    known: frozenset[bytes] = frozenset()


def items_of(
    entries: Iterable[Entry], outlet: str, reading: Reading, unread: int = 0
) -> tuple[tuple[Item, ...], tuple[Refusal, ...]]:
    """The items that entries make, the newest first, each address once, and a reason for each entry left out.

    At most 1,000 items; `outlet` is what the list calls itself, `unread` how many entries of it are not among these.
    An entry whose date can't be true keeps its place without it; entries that lead to one address are one item.
    """
    taken: dict[str, Entry] = {}
    refused = []
    for entry in entries:
        try:
            taken.setdefault(address_of(entry), entry)
        except AddressRefused as error:
            refused.append(Refusal(error.where, error.reason))
    newest = sorted(taken.items(), key=lambda pair: recency(pair[1], reading.now), reverse=True)
    items = tuple(item_of(address, entry, outlet, reading) for address, entry in newest[:MOST_ITEMS])
    return items, (*gathered(reading.address, refused), *left_over(reading.address, len(newest) + unread))


def address_of(entry: Entry) -> str:
    """The canonical address an entry leads to; AddressRefused where it leads to no page that may be fetched."""
    if not entry.link or not entry.link.strip():
        named = f" («{opening_words(entry.title)}»)" if entry.title else ""
        raise AddressRefused(f"entry {entry.number}{named}", "it has no link to a page")
    address = canonical_address(resolved(entry.base, entry.link))
    if is_front_page(address):
        raise AddressRefused(address, "it is a site's front page, not an article")
    return address


def resolved(base: str, link: str) -> str:
    """A link as written, made absolute; AddressRefused where that fails."""
    try:
        # spaces are wrong in an address, but feeds hold them
        return urljoin(base, storable(link).strip().replace(" ", "%20"))
    except ValueError as error:
        raise AddressRefused(opening_words(link), "it is not a proper web address") from error


def recency(entry: Entry, now: datetime) -> datetime:
    """What entries are ordered by: when they were published, else changed; those that say neither come last."""
    published = plausible(entry.published, now)
    if published:
        return published[0]
    return entry.changed if entry.changed and believed(entry.changed, now) else OLDEST


def plausible(date: tuple[datetime, bool] | None, now: datetime) -> tuple[datetime, bool] | None:
    """The date, None where nothing can have been published then."""
    return date if date and believed(date[0], now) else None


def item_of(address: str, entry: Entry, outlet: str, reading: Reading) -> Item:
    """The item that an entry makes."""
    published, mark = plausible(entry.published, reading.now), fingerprint(entry.stated)
    wanted = mark not in reading.known and may_speak_for(reading.address, address)
    return Item(
        address=address,
        title=first_name([entry.title]),
        published=published and published[0],
        has_time=published is not None and published[1],
        author=authors((text_of(byline) for byline in entry.bylines), outlet),
        text=full_text(entry.content, entry.is_html) if entry.content and wanted else None,
        fingerprint=mark,
    )


def may_speak_for(feed: str, address: str) -> bool:
    """Whether what a feed says may stand as the text of a page: of its own site's pages, not of those it points to."""
    own, other = (FEED_HOST.sub("", site_host(one)) for one in (feed, address))
    return own == other or other.endswith(f".{own}")


def fingerprint(stated: Iterable[str | None]) -> bytes:
    """16 bytes that differ when anything of what is stated does."""
    digest = blake2b(digest_size=16)
    for part in stated:
        digest.update(b"\0" if part is None else b"\1" + part.encode(errors="replace") + b"\0")
    return digest.digest()


def gathered(where: str, refused: list[Refusal]) -> tuple[Refusal, ...]:
    """The first 100 refusals, and a line for each reason that the others share."""
    more = Counter(one.reason for one in refused[MOST_REFUSALS:])
    lines = (Refusal(where, f"{count:,} further entries: {reason}") for reason, count in more.most_common())
    return (*refused[:MOST_REFUSALS], *lines)


def left_over(where: str, listed: int) -> tuple[Refusal, ...]:
    """A line for what is listed beyond the most that is taken."""
    reason = f"it lists {listed:,}: only {MOST_ITEMS:,} are read, the newest first"
    return (Refusal(where, reason),) if listed > MOST_ITEMS else ()
