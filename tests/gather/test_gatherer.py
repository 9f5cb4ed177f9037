"""Guards the way from an address or a file to an article: a real server and a real worker process, nothing faked."""

from __future__ import annotations

import pytest

from index.errors import AddressRefused, FetchFailed, NotAnArticle, TooLarge
from index.gather.gatherer import Gatherer
from tests.gather.news_site import NewsSite, Wire
from tests.gather.norvik_pages import JSON_LD, TEXT, html_page


async def test_an_article_from_an_address(site: NewsSite, gatherer: Gatherer) -> None:
    site.redirect("/short", "/news/bridge/?utm_source=short#top")
    site.html("/news/bridge/", html_page(JSON_LD), "text/html; charset=utf-8")
    article = await gatherer.from_address(site.address("/short"))
    assert article.url == site.address("/news/bridge")
    assert (article.title, article.outlet) == ("Harbour bridge closes to lorries", "Norvik Herald")
    assert article.text == TEXT


async def test_the_address_a_page_prefers_is_kept(site: NewsSite, gatherer: Gatherer) -> None:
    site.html("/amp/bridge", html_page("<link rel='canonical' href='/news/bridge'>"))
    assert (await gatherer.from_address(site.address("/amp/bridge"))).url == site.address("/news/bridge")


@pytest.mark.parametrize(
    ("body", "content_type", "reason"),
    [
        (html_page(paragraphs=("Page not found.",)), "text/html", "it is an error page"),
        (html_page(paragraphs=("It is closed.",)), "text/html", "only 3 words of text were found"),
        (b"\x89PNG\r\n\x1a\n\0\0", "text/html", "it says that it is a page of text, but it is not"),
        (b"%PDF-1.7", "application/pdf", "it is a damaged PDF, or one built in a way that could not be read"),
        (b"", "text/html", "it is empty"),
    ],
)
async def test_a_page_without_an_article(
    site: NewsSite, gatherer: Gatherer, body: bytes | str, content_type: str, reason: str
) -> None:
    site.html("/a", body, content_type)
    with pytest.raises(NotAnArticle) as refused:
        await gatherer.from_address(site.address("/a"))
    assert (refused.value.where, refused.value.reason) == (site.address("/a"), reason)


async def test_nothing_is_fetched_for_what_a_page_points_to(site: NewsSite, wire: Wire, gatherer: Gatherer) -> None:
    elsewhere = f"http://127.0.0.1:{wire.port}/"
    head = f"""<meta http-equiv="refresh" content="0; url={elsewhere}"><base href="{elsewhere}">
    <link rel="canonical" href="{elsewhere}bridge"><link rel="stylesheet" href="{elsewhere}a.css">
    <meta property="og:url" content="{elsewhere}"><script src="{elsewhere}a.js"></script>"""
    body = html_page(head).replace("<main>", f"<main><img src='{elsewhere}a.png'><iframe src='{elsewhere}'></iframe>")
    site.html("/a", f'<!DOCTYPE html SYSTEM "{elsewhere}a.dtd">' + body)
    article = await gatherer.from_address(site.address("/a"))
    assert article.text == TEXT
    assert wire.connections == 0
    assert len(site.requests) == 1


async def test_what_can_not_be_fetched_is_passed_on(site: NewsSite, gatherer: Gatherer) -> None:
    with pytest.raises(FetchFailed, match="404 Not Found"):
        await gatherer.from_address(site.address("/nowhere"))
    with pytest.raises(AddressRefused):
        await gatherer.from_address("http://10.0.0.1/")


async def test_files(gatherer: Gatherer) -> None:
    assert (await gatherer.from_file("bridge.md", f"# Bridge closes\n\n{TEXT}".encode())).title == "Bridge closes"
    with pytest.raises(NotAnArticle, match=r"a\.txt: it is empty"):
        await gatherer.from_file("a.txt", b"")
    with pytest.raises(TooLarge, match=r"a\.txt: it is larger than 10 MB"):
        await gatherer.from_file("a.txt", bytes(10_000_001))
