"""Feeds and sitemaps that the gathering tests share, all in our own words, and a reading of them at a fixed moment."""

from __future__ import annotations

from datetime import UTC, datetime

from index.gather.listing import Listing, WebPage
from index.gather.listings import read_listing
from index.pages import Page
from tests.gather.norvik_pages import PARAGRAPHS

NOW = datetime(2025, 2, 10, 12, 0, tzinfo=UTC)
ADDRESS = "https://norvik.example/news/feed"
WHOLE = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS * 2)
"""The markup of a whole article: 210 words."""
NAMES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
)


def read(body: str | bytes, address: str = ADDRESS, content_type: str = "", charset: str | None = None) -> Listing:
    """What a document lists; it must not be a page."""
    found = read_any(body, address, content_type, charset)
    assert isinstance(found, Listing)
    return found


def read_any(
    body: str | bytes, address: str = ADDRESS, content_type: str = "", charset: str | None = None
) -> Listing | WebPage:
    """What a document is read as."""
    data = body.encode() if isinstance(body, str) else body
    return read_listing(Page(address, content_type, charset, data), NOW)


def rss(*items: str, channel: str = "") -> str:
    """An RSS feed of the given items."""
    listed = "".join(f"<item>{item}</item>" for item in items)
    head = f'<?xml version="1.0"?><rss version="2.0" {NAMES}><channel><title>Norvik Herald</title>{channel}'
    return f"{head}{listed}</channel></rss>"


def atom(*entries: str, feed: str = "") -> str:
    """An Atom feed of the given entries."""
    listed = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Norvik Herald</title>{feed}{listed}</feed>'


def sitemap(*urls: str) -> str:
    """A sitemap of the given pages."""
    listed = "".join(f"<url>{url}</url>" for url in urls)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{listed}</urlset>'
    )
