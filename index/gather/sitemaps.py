"""Sitemaps (sitemaps.org), with Google's extension for news, and indexes of them: what they state, as a listing.

Sitemaps come from anywhere: only the extraction worker reads them. No entity is resolved and nothing is loaded.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from index.errors import AddressRefused
from index.gather.addresses import web_address
from index.gather.dates import parse_page_date
from index.gather.entries import MOST_ENTRIES, Entry, Reading, gathered, items_of, resolved
from index.gather.listing import Listing, SourceKind
from index.gather.metadata import first_name
from index.reports import Refusal

MOST_SITEMAPS = 10
"""Sitemaps read of an index: what is new stands in one or two of them, the rest is an archive by months or kinds."""
LONG_AGO = datetime.min.replace(tzinfo=UTC)


def read_sitemap(text: str, reading: Reading) -> Listing:
    """What a sitemap lists, as far as it is well-formed; `text` begins with its root element."""
    title, unread = "", 0
    entries: list[Entry] = []
    for url in elements(text, "url"):
        if len(entries) == MOST_ENTRIES:
            unread += 1
            continue
        title = title or first_name([url.findtext("{*}news/{*}publication/{*}name")]) or ""
        entries.append(entry_of(len(entries) + 1, url, reading.address))
    items, refusals = items_of(entries, title, reading, unread)
    return Listing(SourceKind.SITEMAP, reading.address, title, items, refusals)


def entry_of(number: int, url: Any, base: str) -> Entry:
    """A page in a sitemap. When it was changed is not when it was published: only a news sitemap says that."""
    title, published = url.findtext("{*}news/{*}title"), url.findtext("{*}news/{*}publication_date")
    changed = url.findtext("{*}lastmod")
    moment = parse_page_date(changed or "")
    return Entry(
        number=number,
        link=url.findtext("{*}loc"),
        base=base,
        title=title,
        published=parse_page_date(published or ""),
        changed=moment and moment[0],
        stated=(title, published, changed),
    )


def read_sitemap_index(address: str, text: str) -> Listing:
    """A listing of no items whose `more` are the sitemaps that an index names: those for news, then the newest."""
    found: dict[str, tuple[bool, datetime]] = {}
    refused = []
    for number, sitemap in enumerate(elements(text, "sitemap"), start=1):
        try:
            at = web_address(resolved(address, sitemap.findtext("{*}loc") or ""))
        except AddressRefused as error:
            refused.append(Refusal(f"sitemap {number}", error.reason))
            continue
        changed = parse_page_date(sitemap.findtext("{*}lastmod") or "")
        found.setdefault(at, ("news" in at.lower(), changed[0] if changed else LONG_AGO))
    ordered = sorted(found, key=lambda at: found[at], reverse=True)
    if len(ordered) > MOST_SITEMAPS:
        left = f"it names {len(ordered):,} sitemaps: only {MOST_SITEMAPS} are read, the newest first"
        refused.append(Refusal(address, left))
    refusals = gathered(address, refused)
    return Listing(SourceKind.SITEMAP, address, "", (), refusals, more=tuple(ordered[:MOST_SITEMAPS]))


def elements(text: str, name: str) -> Iterator[Any]:
    """The elements of a name, one after the other and each gone from memory after its turn; what is broken is skipped.

    The text holds no document type, so that there is no entity to expand; libxml2 would load none in any case.
    """
    stream = io.BytesIO(text.encode("utf-8"))
    limits = {"resolve_entities": False, "no_network": True, "huge_tree": False, "recover": True}
    for _, element in etree.iterparse(stream, events=("end",), tag=f"{{*}}{name}", encoding="utf-8", **limits):
        yield element
        element.clear(keep_tail=False)
        while element.getprevious() is not None:
            del element.getparent()[0]
