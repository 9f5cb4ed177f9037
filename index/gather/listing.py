"""What a source lists, as values: the items, what was left out and why, and what the source asks of its readers.

Values only. Reading them out of a feed, a sitemap, a list of pages or a folder is those files' part; `listing_lines`
carries them from one process to another.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from index.reports import Refusal


class SourceKind(StrEnum):
    """What a source is read from."""

    FEED = "feed"
    SITEMAP = "sitemap"
    PAGES = "pages"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a source lists.

    `address` is canonical; in a folder it is the file's path below that folder, with slashes. `published` is in UTC,
    None where the source states no date that can be true; `has_time` says whether it gave a time of day. `text` is the
    whole text where the source carries it, cleaned as a page's is; without it the page is fetched. `fingerprint` is 16
    bytes over all that the source says of the item: it differs when the entry was changed.
    """

    address: str
    title: str | None
    published: datetime | None
    has_time: bool
    author: str | None
    text: str | None
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class Listing:
    """What a source listed at one reading, the newest first where it states dates, each address once.

    `address` is where it was read, after redirects; `title` what the source calls itself ("" where it says nothing).
    `refusals` give a reason for every entry that was left out. `more` are further sitemaps that a sitemap index names,
    the newest first; one named by another index is not followed. `pause` is how many seconds the source asks to be
    left alone between two readings, None where it asks nothing.
    """

    kind: SourceKind
    address: str
    title: str
    items: tuple[Item, ...]
    refusals: tuple[Refusal, ...] = ()
    more: tuple[str, ...] = ()
    pause: float | None = None


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page of HTML where a listing was looked for: its address and those of the feeds it names, the best first."""

    address: str
    feeds: tuple[str, ...]
