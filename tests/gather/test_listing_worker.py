"""Guards that no listing, however hostile, stalls this process, fills it or goes on for longer than it may."""

from __future__ import annotations

import time

import pytest

from index.errors import NotAListing
from index.gather.extraction import Extraction
from index.gather.listing import Listing, WebPage
from index.pages import Page
from tests.gather.feed_texts import ADDRESS, WHOLE, rss
from tests.gather.norvik_pages import html_page
from tests.load.measuring import Stalls

MANY_ATTRIBUTES = "<rss><channel><item " + " ".join(f"a{n}='1'" for n in range(200_000)) + "/></channel></rss>"


def page(body: str, content_type: str = "application/rss+xml") -> Page:
    return Page(ADDRESS, content_type, None, body.encode())


async def test_a_listing_a_page_and_a_refusal_come_out_of_the_worker(extraction: Extraction) -> None:
    item = f"<link>/bridge</link><content:encoded><![CDATA[{WHOLE}]]></content:encoded>"
    listing = await extraction.read_listing(page(rss(item), "text/html"))
    assert isinstance(listing, Listing)
    (bridge,) = listing.items
    assert bridge.address == "https://norvik.example/bridge"
    assert bridge.text
    again = await extraction.read_listing(page(rss(item)), known=[bridge.fingerprint])
    assert isinstance(again, Listing)
    assert [(one.fingerprint, one.text) for one in again.items] == [(bridge.fingerprint, None)]
    assert await extraction.read_listing(page(html_page())) == WebPage(ADDRESS, ())
    with pytest.raises(NotAListing, match=r"^https://norvik\.example/news/feed: it is empty$"):
        await extraction.read_listing(page(""))


async def test_a_listing_that_takes_forever_is_given_up_at_the_deadline_and_stalls_nothing() -> None:
    extraction = Extraction(seconds=1)
    began = time.monotonic()
    async with Stalls() as stalls:
        with pytest.raises(NotAListing, match=r"reading it took (longer than 1 seconds|too much memory)"):
            await extraction.read_listing(page(MANY_ATTRIBUTES))
    assert time.monotonic() - began < 3
    assert stalls.longest < 0.5


async def test_a_listing_that_needs_too_much_memory_is_given_up() -> None:
    with pytest.raises(NotAListing, match="took too much memory"):
        await Extraction(memory=200_000_000).read_listing(page('{"a": [' + "[]," * 3_000_000 + "1]}"))


async def test_a_thousand_whole_texts_come_out_without_a_stall(extraction: Extraction) -> None:
    items = (f"<link>/{n}</link><content:encoded><![CDATA[{WHOLE * 3}]]></content:encoded>" for n in range(1_000))
    async with Stalls() as stalls:
        listing = await extraction.read_listing(page(rss(*items)))
    assert isinstance(listing, Listing)
    assert sum(len(item.text or "") for item in listing.items) > 3_000_000
    assert stalls.longest < 0.5
