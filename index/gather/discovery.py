"""Where a site keeps its feed: what its pages say, where feeds usually stand, what its robots.txt names. Pure.

Markup comes from anywhere: `feeds_on` is called by the extraction worker alone. Asking the site is `gatherer`'s part.
"""

from __future__ import annotations

import re
from urllib.parse import urljoin

from lxml.html import HTMLParser, document_fromstring

from index.errors import AddressRefused
from index.gather.addresses import web_address
from index.gather.entries import resolved

FEED_TYPES = frozenset(
    {
        *("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"),
        *("application/xml", "text/xml"),
    }
)
"""Not application/json: WordPress names its programming interface so on every page."""
USUAL_PLACES = ("/feed", "/rss", "/rss.xml", "/atom.xml", "/feed.xml")
USUAL_SITEMAPS = ("/sitemap_news.xml", "/news-sitemap.xml")
OF_COMMENTS = re.compile(r"comment|kommentar|commentaire|comentario", re.IGNORECASE)
MOST_FEEDS = 5
"""Feeds of a page that are tried; the first is nearly always the one."""
SITEMAP_LINE = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)


def feeds_on(address: str, html: str) -> tuple[str, ...]:
    """The addresses of the feeds that a page names in its head, those of comments last, each once; five at most."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = document_fromstring(b"<html>" + html.replace("\0", "").encode(errors="replace"), parser=parser)
    base = base_of(address, next((one.get("href", "") for one in tree.iter("base")), ""))
    found: dict[str, bool] = {}
    for link in tree.iter("link"):
        if not link.get("href") or not names_feed(link.get("rel", ""), link.get("type", "")):
            continue
        try:
            at = web_address(resolved(base, link.get("href")))
        except AddressRefused:
            continue
        found.setdefault(at, OF_COMMENTS.search(f"{at} {link.get('title', '')}") is not None)
    return tuple(sorted(found, key=found.__getitem__)[:MOST_FEEDS])


def base_of(address: str, stated: str) -> str:
    """What the links of a page are relative to: its <base>, else its own address."""
    try:
        return resolved(address, stated)
    except AddressRefused:
        return address


def names_feed(relation: str, kind: str) -> bool:
    """Whether a <link> with these attributes leads to a feed."""
    relations = relation.lower().split()
    return "feed" in relations or ("alternate" in relations and kind.partition(";")[0].strip().lower() in FEED_TYPES)


def usual_feeds(address: str) -> tuple[str, ...]:
    """Where a site's feed stands when its pages name none."""
    return tuple(urljoin(address, place) for place in USUAL_PLACES)


def usual_sitemaps(address: str) -> tuple[str, ...]:
    """Where a site's news sitemap stands when its robots.txt names none."""
    return tuple(urljoin(address, place) for place in USUAL_SITEMAPS)


def sitemaps_in(robots: str) -> tuple[str, ...]:
    """The sitemaps that a robots.txt names (RFC 9309 leaves the line to sitemaps.org), those for news first."""
    named = dict.fromkeys(SITEMAP_LINE.findall(robots))
    return tuple(sorted(named, key=lambda at: "news" not in at.lower())[:MOST_FEEDS])
