"""Guards conditional requests: what a host said comes back to it exactly, to it alone; only then 304 is believed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from aiohttp import web

from index.errors import FetchFailed
from index.gather.fetch import Fetcher
from index.pages import NotModified, Page, Validators
from tests.gather.news_site import LOOPBACK, NewsSite, Wire

Reach = Callable[..., Fetcher]
ETAG, DATE = 'W/"an odd, one"', "Sunday, 01-Mar-26 09:00:00 GMT"


def keeps(site: NewsSite, path: str, etag: str, body: bytes = b"text") -> None:
    """Let a path answer 304 to whoever sends its ETag."""

    def answer() -> web.Response:
        same = site.requests[-1].headers.get("If-None-Match") == etag
        return web.Response(status=304) if same else web.Response(body=body, headers={"ETag": etag})

    site.pages[path] = answer


async def test_a_page_that_is_as_it_was_is_not_sent_again(site: NewsSite, reach: Reach) -> None:
    site.put("/a", b"text", Content_Type="text/html", ETag=ETAG, Last_Modified=DATE, Cache_Control="max-age=300")
    page = await reach(site.port).fetch(site.address("/a"))
    assert (page.validators, page.max_age) == (Validators(ETAG, DATE, site.address("/a")), 300)
    site.put("/a", status=304)
    assert await reach(site.port).fetch(site.address("/a"), page.validators) == NotModified(
        site.address("/a"), page.validators
    )
    first, second = site.requests
    assert not {"If-None-Match", "If-Modified-Since"} & set(first.headers)
    assert (second.headers["If-None-Match"], second.headers["If-Modified-Since"]) == (ETAG, DATE)


async def test_new_validators_of_an_old_page_take_the_place_of_the_ones_sent(site: NewsSite, reach: Reach) -> None:
    site.put("/a", status=304, ETag='"new"')
    answer = await reach(site.port).fetch(site.address("/a"), Validators('"old"', DATE))
    assert answer == NotModified(site.address("/a"), Validators('"new"', None, site.address("/a")))


async def test_a_page_that_changed_comes_with_what_is_now_said_of_it(site: NewsSite, reach: Reach) -> None:
    site.put("/a", b"new text", Content_Type="text/html", ETag='"new"')
    answer = await reach(site.port).fetch(site.address("/a"), Validators('"old"', DATE))
    assert isinstance(answer, Page)
    assert (answer.body, answer.validators) == (b"new text", Validators('"new"', None, site.address("/a")))


@pytest.mark.parametrize("sent", [None, Validators(), Validators('"a"\r\nX: y'), Validators("x", of="http://else/")])
async def test_not_modified_is_no_answer_to_who_did_not_ask(
    site: NewsSite, reach: Reach, sent: Validators | None
) -> None:
    site.put("/a", status=304)
    with pytest.raises(FetchFailed, match="304 Not Modified"):
        await reach(site.port).fetch(site.address("/a"), sent)
    assert not {"If-None-Match", "If-Modified-Since", "X"} & set(site.requests[0].headers)


async def test_validators_follow_redirects_only_to_where_they_came_from(site: NewsSite, reach: Reach) -> None:
    site.redirect("/a", "/b")
    keeps(site, "/b", '"1"')
    fetcher = reach(site.port)
    page = await fetcher.fetch(site.address("/a"))
    again = await fetcher.fetch(site.address("/a"), page.validators)
    assert isinstance(again, NotModified)
    assert again.url == site.address("/b")
    assert ["If-None-Match" in request.headers for request in site.requests] == [False, False, False, True]
    # it leads elsewhere now, where the same words mean another page
    site.redirect("/a", "/c")
    keeps(site, "/c", '"1"', b"other text")
    moved = await fetcher.fetch(site.address("/a"), page.validators)
    assert isinstance(moved, Page)
    assert moved.body == b"other text"


async def test_a_page_that_leads_on_is_asked_for_again_where_it_leads(site: NewsSite, reach: Reach) -> None:
    site.html("/a", '<meta http-equiv="refresh" content="0; url=/b">')
    keeps(site, "/b", '"1"')
    fetcher = reach(site.port)
    page = await fetcher.fetch(site.address("/a"))
    assert isinstance(await fetcher.fetch(site.address("/a"), page.validators), NotModified)


@pytest.mark.parametrize(
    ("raw", "comes_back"), [('"é☂"'.encode(), True), ('"é"'.encode("latin-1"), False), (b"a" * 501, False)]
)
async def test_bytes_that_are_not_ascii(wire: Wire, reach: Reach, raw: bytes, comes_back: bool) -> None:
    wire.pieces = [b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nETag: " + raw + b"\r\n\r\n"]
    address = f"http://{LOOPBACK}:{wire.port}/"
    page = await reach(wire.port).fetch(address)
    await reach(wire.port).fetch(address, page.validators)
    assert (b"If-None-Match: " + raw + b"\r\n" in wire.asked[1]) == comes_back
    assert (b"If-None-Match" in wire.asked[1]) == comes_back
