"""Guards the way from an address that somebody names to a listing: a real server and a real worker, nothing faked."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import FetchFailed, NotAListing, NotNow
from index.gather.gatherer import Gatherer
from index.gather.listing import SourceKind
from index.pages import NotModified, Validators
from tests.gather.feed_texts import rss, sitemap
from tests.gather.news_site import NewsSite
from tests.gather.norvik_pages import TEXT, html_page

FEED = rss("<link>/bridge</link>")


async def test_a_feed_is_read_with_what_its_host_said_of_it(site: NewsSite, gatherer: Gatherer) -> None:
    site.redirect("/old", "/news/feed/?full=1")
    site.put("/news/feed/", FEED, Content_Type="text/html", ETag='"7"', Cache_Control="max-age=600")
    found = await gatherer.listing(site.address("/old"))
    assert not isinstance(found, NotModified)
    listing, validators = found
    assert (listing.kind, listing.address) == (SourceKind.FEED, site.address("/news/feed/?full=1"))
    assert [item.address for item in listing.items] == [site.address("/bridge")]
    assert listing.pause == 600
    assert validators.etag == '"7"'
    assert await gatherer.find_source(site.address("/old")) == listing


async def test_what_a_feed_asks_for_comes_before_what_its_host_says(site: NewsSite, gatherer: Gatherer) -> None:
    site.put("/feed", rss("<link>/a</link>", channel="<ttl>30</ttl>"), Cache_Control="max-age=600")
    assert (await gatherer.find_source(site.address("/feed"))).pause == 1_800


async def test_a_listing_that_is_as_it_was_is_not_read(site: NewsSite, gatherer: Gatherer) -> None:
    site.put("/feed", status=304)
    found = await gatherer.listing(site.address("/feed"), Validators(etag='"7"'))
    assert isinstance(found, NotModified)


async def test_of_a_home_page_the_feed_it_names_is_read(site: NewsSite, gatherer: Gatherer) -> None:
    site.html("/", html_page('<link rel="alternate" type="application/rss+xml" href="/feeds/all">'))
    site.put("/feeds/all", FEED)
    assert (await gatherer.find_source(site.address("/"))).address == site.address("/feeds/all")


async def test_else_the_one_in_the_usual_place(site: NewsSite, gatherer: Gatherer) -> None:
    site.html("/", html_page('<link rel="alternate" type="application/rss+xml" href="/gone">'))
    site.html("/feed", html_page())
    site.put("/rss", rss())
    site.put("/rss.xml", FEED)
    assert (await gatherer.find_source(site.address("/"))).address == site.address("/rss.xml")


async def test_else_the_sitemap_that_robots_txt_names(site: NewsSite, gatherer: Gatherer) -> None:
    site.html("/", html_page())
    site.put("/robots.txt", f"User-agent: *\nDisallow: /secret\nSitemap: {site.address('/maps/news.xml')}\n")
    site.put("/maps/news.xml", sitemap(f"<loc>{site.address('/bridge')}</loc>"))
    found = await gatherer.find_source(site.address("/"))
    assert (found.kind, found.address) == (SourceKind.SITEMAP, site.address("/maps/news.xml"))


async def test_else_the_news_sitemap_in_the_usual_place(site: NewsSite, gatherer: Gatherer) -> None:
    site.html("/", html_page())
    site.put("/sitemap_news.xml", sitemap(f"<loc>{site.address('/bridge')}</loc>"))
    assert (await gatherer.find_source(site.address("/"))).kind is SourceKind.SITEMAP


async def test_a_site_without_any(site: NewsSite, gatherer: Gatherer) -> None:
    site.html("/", html_page())
    with pytest.raises(NotAListing, match="no feed or sitemap was found on its site: give the address of one"):
        await gatherer.find_source(site.address("/"))


async def test_why_the_feed_that_a_site_names_can_not_be_used(site: NewsSite, gatherer: Gatherer) -> None:
    site.html("/", html_page('<link rel="alternate" type="application/rss+xml" href="/feeds/all">'))
    with pytest.raises(NotAListing, match=r"its feed http://.*/feeds/all can't be used: it answered 404 Not Found"):
        await gatherer.find_source(site.address("/"))


async def test_a_host_that_asks_to_wait_is_not_asked_for_other_places(site: NewsSite, gatherer: Gatherer) -> None:
    site.html("/", html_page('<link rel="alternate" type="application/rss+xml" href="/feeds/all">'))
    site.put("/feeds/all", status=429, Retry_After="3600")
    with pytest.raises(NotNow):
        await gatherer.find_source(site.address("/"))
    assert [request.path for request in site.requests] == ["/robots.txt", "/", "/feeds/all"]


async def test_what_can_not_be_fetched_is_passed_on(site: NewsSite, gatherer: Gatherer) -> None:
    with pytest.raises(FetchFailed, match="404"):
        await gatherer.listing(site.address("/nowhere"))


async def test_a_folder_of_this_machine(gatherer: Gatherer, tmp_path: Path) -> None:
    (tmp_path / "bridge.md").write_text(f"# Bridge closes\n\n{TEXT}", encoding="utf-8")
    (item,) = (await gatherer.folder(tmp_path)).items
    first = await gatherer.folder_item(tmp_path, item)
    assert (first.title, first.text) == ("Bridge closes", TEXT)
    (tmp_path / "bridge.md").write_text(f"# Bridge closes\n\n{TEXT} More.", encoding="utf-8")
    assert (await gatherer.folder_item(tmp_path, item)).given_id == first.given_id
