"""Ways by which a list or a page names a forbidden address: feeds, sitemaps, lists of pages, links, rel=canonical.

Each takes the forms, writes a document that names them, has it read as it is for real, and asks for all that is left.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from html import escape
from json import dumps

from index.errors import NotAListing
from index.gather.discovery import MOST_FEEDS, sitemaps_in
from index.gather.extract import article_of_page
from index.gather.gatherer import Gatherer
from index.gather.listing import Listing, WebPage
from index.gather.listings import read_listing
from index.gather.politeness import Politeness
from index.gather.sitemaps import MOST_SITEMAPS
from index.pages import Page
from tests.gather.norvik_pages import TEXT
from tests.security.scene import Scene, refused

NOW = datetime(2026, 1, 2, tzinfo=UTC)
Written = Callable[[Sequence[str]], str]
"""A document that names some addresses."""


def rss(item: str, given: Sequence[str]) -> str:
    """A feed with an item for each form; `item` is what stands in it, with a %s for the form."""
    items = "".join(f"<item><title>A {n}</title>{item % escape(form)}</item>" for n, form in enumerate(given))
    return f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'


def atom(given: Sequence[str]) -> str:
    """The same as Atom."""
    entries = "".join(
        f'<entry><id>urn:{n}</id><title>A {n}</title><link rel="alternate" href="{escape(form)}"/></entry>'
        for n, form in enumerate(given)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>{entries}</feed>'


def json_feed(given: Sequence[str]) -> str:
    """The same as JSON."""
    items = [{"id": str(n), "url": form, "title": f"A {n}", "content_text": ""} for n, form in enumerate(given)]
    return dumps({"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": items})


def sitemap(given: Sequence[str]) -> str:
    """A sitemap."""
    urls = "".join(f"<url><loc>{escape(form)}</loc></url>" for form in given)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'


def sitemap_index(given: Sequence[str]) -> str:
    """An index of sitemaps."""
    sitemaps = "".join(f"<sitemap><loc>{escape(form)}</loc></sitemap>" for form in given)
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{sitemaps}</sitemapindex>'


def page_list(given: Sequence[str]) -> str:
    """A list of pages, which begins with one that may be read."""
    return "\n".join(("https://norvik.example/a", *given))


def front_page(given: Sequence[str]) -> str:
    """A site's page that names its feeds."""
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{escape(form)}">' for form in given)
    return f"<!doctype html><html><head><title>Home</title>{links}</head><body><p>Hello.</p></body></html>"


async def items_of(write: Written, scene: Scene, given: Sequence[str]) -> list[str]:
    """What a source lists, read by a program: the whole way, the process that reads the document included."""
    async with Gatherer(scene.fetcher()) as gatherer:
        scene.site.html("/list", write(given), "text/plain" if write is page_list else "application/xml")
        try:
            listing, _ = await gatherer.listing(scene.site.address("/list"))  # type: ignore[misc]
        except NotAListing:
            return []
        own = [item for item in listing.items if item.address != "https://norvik.example/a"]
        return [item.address for item in own if not await refused(gatherer.item(item, "News"))]


async def read_on(write: Written, at_once: int, scene: Scene, given: Sequence[str]) -> list[str]:
    """Further documents that a document names: sitemaps of an index, feeds of a page."""
    polite, through = Politeness(scene.fetcher()), []
    for some in portions(given, at_once):
        page = Page(scene.site.address("/list"), "text/html", "utf-8", write(some).encode())
        for address in further(read_listing(page, NOW)):
            if not await refused(polite.fetch(address)):
                through.append(address)
    return through


async def named_by_robots(scene: Scene, given: Sequence[str]) -> list[str]:
    """Sitemaps that a robots.txt names."""
    polite = Politeness(scene.fetcher())
    named = [address for form in given for address in sitemaps_in(f"Sitemap: {form}")]
    return [address for address in named if not await refused(polite.fetch(address))]


async def canonical(scene: Scene, given: Sequence[str]) -> list[str]:
    """What a page says that its address is: it stays known, and is asked for again, by where it was found."""
    fetcher, through, own = scene.fetcher(), [], scene.site.address("/a")
    for form in given:
        head = f'<link rel="canonical" href="{escape(form)}"><meta property="og:url" content="{escape(form)}">'
        scene.site.html("/a", f"<html><head><title>Bridge</title>{head}</head><body><p>{TEXT}</p></body></html>")
        if article_of_page(await fetcher.fetch(own), NOW).url != own:
            through.append(form)
    return through


def further(found: Listing | WebPage) -> tuple[str, ...]:
    """The addresses of further documents."""
    return found.feeds if isinstance(found, WebPage) else found.more


def portions(given: Sequence[str], at_once: int) -> Iterator[Sequence[str]]:
    """So many at a time."""
    return (given[at : at + at_once] for at in range(0, len(given), at_once))


LISTED: dict[str, Callable[[Scene, Sequence[str]], Awaitable[list[str]]]] = {
    "rel=canonical": canonical,
    "feed link": partial(items_of, partial(rss, "<link>%s</link>")),
    "feed guid": partial(items_of, partial(rss, '<guid isPermaLink="true">%s</guid>')),
    "feed enclosure": partial(items_of, partial(rss, '<enclosure url="%s" type="text/html" length="9"/>')),
    "feed original link": partial(
        items_of, partial(rss, '<o:origLink xmlns:o="http://rssnamespace.org/feedburner/ext/1.0">%s</o:origLink>')
    ),
    "Atom link": partial(items_of, atom),
    "JSON feed url": partial(items_of, json_feed),
    "sitemap entry": partial(items_of, sitemap),
    "listing page entry": partial(items_of, page_list),
    "sitemap of an index": partial(read_on, sitemap_index, MOST_SITEMAPS),
    "feed of a page": partial(read_on, front_page, MOST_FEEDS),
    "sitemap of robots.txt": named_by_robots,
}
