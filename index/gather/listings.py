"""A fetched document to what it lists, whatever it was declared as: a feed, a sitemap, a list of pages, or a page.

Pure, but parsing what comes from anywhere may take minutes and gigabytes: only the extraction worker calls it.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from datetime import datetime

from index.errors import NotAListing
from index.gather.charsets import decode_page
from index.gather.discovery import feeds_on
from index.gather.entries import Reading
from index.gather.feeds import read_feed
from index.gather.files import MAX_BYTES
from index.gather.json_feeds import read_json_feed
from index.gather.listing import Listing, WebPage
from index.gather.page_lists import read_page_list
from index.gather.sitemaps import read_sitemap, read_sitemap_index
from index.pages import Page

GZIP = b"\x1f\x8b"
PROLOG = re.compile(r"\s+|\ufeff|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
"""What may stand before a root element. It is not read: with it go a document type and the entities in it."""
ROOT = re.compile(
    r"<(?:[\w.-]{1,40}:)?(rss|rdf|feed|channel|urlset|sitemapindex|html|head|body)(?=[\s/>])", re.IGNORECASE
)
"""The first element that says what a document is; there may be rubbish before it, such as a program's warnings."""


def read_listing(page: Page, now: datetime, known: frozenset[bytes] = frozenset()) -> Listing | WebPage:
    """What a fetched document lists, or the feeds that a page of HTML names; NotAListing where it is neither.

    Items whose fingerprint is `known` come without their text.
    """
    reading, data = Reading(page.url, now, known), unpacked(page)
    text = decode_page(data, wide(data) or page.charset)
    start = after_prolog(text)
    if text.startswith("{", start):
        return read_json_feed(text[start:], reading)
    root = ROOT.search(text, start)
    if root is None and not text.startswith("<", start):
        return read_page_list(text, reading)
    name, markup = (root[1].lower(), text[root.start() :]) if root else ("", text)
    match name:
        case "rss" | "rdf" | "feed" | "channel":
            return read_feed(markup, reading)
        case "urlset":
            return read_sitemap(markup, reading)
        case "sitemapindex":
            return read_sitemap_index(page.url, markup)
    return WebPage(page.url, feeds_on(page.url, text))


def unpacked(page: Page) -> bytes:
    """The bytes of a document, out of the gzip that sitemaps are kept in; NotAListing beyond 10 MB or for nothing."""
    data = page.body
    if data.startswith(GZIP):
        try:
            data = gzip.GzipFile(fileobj=io.BytesIO(data)).read(MAX_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise NotAListing(page.url, "it is packed with gzip, wrongly") from error
        if len(data) > MAX_BYTES:
            raise NotAListing(page.url, f"unpacked, it is larger than {MAX_BYTES / 1_000_000:.0f} MB")
    if not data.strip():
        raise NotAListing(page.url, "it is empty")
    return data


def wide(data: bytes) -> str | None:
    """The two-byte encoding of markup that begins without a mark (XML 1.0, appendix F)."""
    return {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(data[:2])


def after_prolog(text: str) -> int:
    """Where a document's root element stands, or the text that it is instead."""
    at = 0
    while found := PROLOG.match(text, at):
        at = found.end()
    return at
