"""Guards that a page which only leads elsewhere is followed as a redirect is, and that no other page is."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import AddressRefused, FetchFailed
from index.gather.fetch import Fetcher
from index.gather.refresh import LARGEST, leads_to
from index.pages import Page
from tests.gather.news_site import NewsSite, Wire
from tests.gather.norvik_pages import html_page

Reach = Callable[..., Fetcher]
GO = '<meta http-equiv="refresh" content="0; url=/b">'


def page(html: str, content_type: str = "text/html") -> Page:
    return Page("https://norvik.example/a", content_type, "utf-8", html.encode())


@pytest.mark.parametrize(
    ("html", "target"),
    [
        (GO, "/b"),
        ("<META content='5;URL=/b' HTTP-EQUIV=Refresh />", "/b"),
        ("<meta content=0;url=/b http-equiv=refresh>", "/b"),
        ("""<meta http-equiv="refresh" content="0; url='/b?x=1&amp;y=2'">""", "/b?x=1&y=2"),
        ('<meta http-equiv="refresh" content="0,https://norvik.example/b">', "https://norvik.example/b"),
        ('<meta http-equiv="refresh" content=" 1.5 ; /b ">', "/b"),
        ('<meta http-equiv="refresh" content="0 url=/b">', "/b"),
        (f"<html><head><title>{'word ' * 60}</title><noscript>{GO}</noscript></head><script>go()</script>", "/b"),
        (f"{GO}<p>You are being redirected. <a href='/b'>Click here</a> if nothing happens.</p>", "/b"),
        (f"<meta http-equiv=refresh content=300>{GO}", "/b"),
    ],
)
def test_a_page_that_only_leads_on(html: str, target: str) -> None:
    assert leads_to(page(html)) == target


@pytest.mark.parametrize(
    "html",
    [
        "",
        '<meta http-equiv="refresh" content="6; url=/b">',
        '<meta http-equiv="refresh" content="0">',
        '<meta http-equiv="refresh" content="0; url=">',
        '<meta http-equiv="refresh" content="soon; url=/b">',
        '<meta http-equiv="refresh" content="0; url=#top">',
        '<meta http-equiv="refresh" content="0; url=https://norvik.example/a">',
        '<meta name="refresh" content="0; url=/b">',
        f"<!-- {GO} -->",
        f"<!-- {GO}",
        f"<script>document.write('{GO}')</script>",
        f"<title>{GO}</title>",
        html_page(GO),
        GO + " " * LARGEST,
    ],
)
def test_a_page_that_is_there_to_be_read(html: str) -> None:
    assert leads_to(page(html)) is None


def test_only_html_leads_on() -> None:
    assert leads_to(page(GO, "text/plain")) is None
    assert leads_to(page(GO, "application/xhtml+xml")) == "/b"


@given(st.text() | st.text("<meta http-equiv=\"'refresh content=0;url/>!-", max_size=200))
def test_any_page_is_looked_at(html: str) -> None:
    target = leads_to(page(html.encode(errors="replace").decode()))
    assert target is None or target


@pytest.mark.parametrize(
    "piece",
    [
        *("<!--", "<meta ", "<meta a", "<meta =", "<", "a=", "<script>", "</script", "&", "-"),
        *("<meta http-equiv=refresh content='0;", "<meta content='" + " " * 2000),
        *("<meta " + "a" * 2490 + ">", "<meta " + "a " * 1240 + ">"),
    ],
)
def test_no_page_takes_long_to_look_at(piece: str) -> None:
    html = (piece * LARGEST)[:LARGEST]
    began = time.process_time()
    leads_to(page(html))
    assert time.process_time() - began < 0.1, "the event loop waits for it"


async def test_such_pages_count_as_redirects(site: NewsSite, reach: Reach) -> None:
    for hop in range(6):
        site.html(f"/{hop}", f'<meta http-equiv="refresh" content="0; url={hop + 1}">')
    site.html("/6", "the end")
    assert (await reach(site.port).fetch(site.address("/1"))).url == site.address("/6")
    with pytest.raises(FetchFailed, match="redirects more than 5 times"):
        await reach(site.port).fetch(site.address("/0"))


@pytest.mark.parametrize("address", ["http://127.0.0.1:{canary}/", "http://[::1]:{canary}/", "//2130706433:{canary}/"])
async def test_no_page_leads_to_a_forbidden_address(site: NewsSite, wire: Wire, reach: Reach, address: str) -> None:
    site.html("/a", f'<meta http-equiv="refresh" content="0; url={address.format(canary=wire.port)}">')
    with pytest.raises(AddressRefused):
        await reach(site.port, total_seconds=5).fetch(site.address("/a"))
    assert wire.connections == 0


async def test_a_page_that_leads_to_no_address_is_told_as_such(site: NewsSite, reach: Reach) -> None:
    site.html("/a", '<meta http-equiv="refresh" content="0; url=javascript:alert(1)">')
    with pytest.raises(AddressRefused, match="redirects to javascript"):
        await reach(site.port).fetch(site.address("/a"))
