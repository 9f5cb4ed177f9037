"""Guards that no host can hold a fetch beyond its time, fill the memory or stop the event loop, whatever it sends.

Real bytes from a real server; the time allowed is shortened so that those who never end are told after 0.3 s.
"""

from __future__ import annotations

import asyncio
import gzip
import socket
import struct
import time
import tracemalloc
from collections.abc import Callable

import pytest

from index.errors import FetchFailed, GatherError, TooLarge
from index.gather.fetch import AT_ONCE, Fetcher
from tests.gather.news_site import LOOPBACK, NewsSite, Wire
from tests.security.bomb_recipes import zeros

Reach = Callable[..., Fetcher]
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
GZIP = OK + b"Content-Encoding: gzip\r\n\r\n"
MEMORY = 16_000_000
"""Bytes a fetch may hold: a page of 10 MB and what is under way."""


ENDLESS = {
    "headers": (OK, b"A: b\r\n" * 1000),
    "one header": (OK + b"A: ", b"a" * 65_536),
    "status": (b"HTTP/1.1 200 ", b"a" * 65_536),
    "100s": (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 200),
    "chunks": (CHUNKED, b"10000\r\n" + b"a" * 65_536 + b"\r\n"),
    "small chunks": (CHUNKED, b"1\r\na\r\n" * 1000),
    "chunk extension": (CHUNKED + b"1;", b"a" * 65_536),
    "chunk size": (CHUNKED, b"0" * 65_536),
    "trailers": (CHUNKED + b"0\r\n", b"A: b\r\n" * 1000),
    "one trailer": (CHUNKED + b"0\r\nA: ", b"a" * 65_536),
    "body without length": (OK + b"\r\n", b"a" * 65_536),
    "body of an error": (b"HTTP/1.1 404 Not Found\r\n\r\n", b"a" * 65_536),
    "body of a redirect": (b"HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n", b"a" * 65_536),
    "empty members": (GZIP, gzip.compress(b"") * 1000),
    "empty blocks": (GZIP + gzip.compress(b"")[:10], b"\x00\x00\x00\xff\xff" * 10_000),
}


@pytest.mark.parametrize("pieces", ENDLESS.values(), ids=ENDLESS)
async def test_what_never_ends_is_left(wire: Wire, reach: Reach, pieces: tuple[bytes, bytes]) -> None:
    wire.pieces, wire.repeat = list(pieces), True
    began = time.monotonic()
    with pytest.raises((FetchFailed, TooLarge)) as failed:
        await measured(reach(wire.port, total_seconds=0.3).fetch(f"http://{LOOPBACK}:{wire.port}/"))
    assert time.monotonic() - began < 2
    assert failed.value.reason


BOMBS = {
    "gzip": GZIP + zeros(60),
    "chunked": CHUNKED.removesuffix(b"\r\n") + b"Content-Encoding: gzip\r\n\r\n%x\r\n" % len(zeros(60)) + zeros(60),
    "zlib": OK + b"Content-Encoding: deflate\r\n\r\n" + zeros(60, 15),
    "deflate": OK + b"Content-Encoding: deflate\r\n\r\n" + zeros(60, -15),
}


@pytest.mark.parametrize("answer", BOMBS.values(), ids=BOMBS)
async def test_no_bomb_unfolds(wire: Wire, reach: Reach, answer: bytes) -> None:
    assert len(answer) < 100_000
    wire.pieces = [answer]
    with pytest.raises(TooLarge):
        await measured(reach(wire.port).fetch(f"http://{LOOPBACK}:{wire.port}/"))


async def test_a_bomb_inside_a_page_stays_packed(wire: Wire, reach: Reach) -> None:
    inner = zeros(60)
    wire.pieces = [GZIP + gzip.compress(inner)]
    page = await measured(reach(wire.port).fetch(f"http://{LOOPBACK}:{wire.port}/"))
    assert page == inner


async def measured(fetching: object) -> bytes:
    """What a fetch brings; AssertionError where it took too much memory."""
    tracemalloc.start()
    try:
        return (await fetching).body  # type: ignore[misc, no-any-return]
    finally:
        held = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert held < MEMORY


async def test_of_a_body_longer_than_announced_the_rest_is_never_read(wire: Wire, reach: Reach) -> None:
    wire.pieces, wire.pause = [OK + b"Content-Length: 4\r\n\r\ntext", b" and more"], 0.05
    assert (await reach(wire.port).fetch(f"http://{LOOPBACK}:{wire.port}/")).body == b"text"
    wire.pieces = [b"".join(wire.pieces)]
    with pytest.raises(FetchFailed, match="did not answer as a web server should"):
        await reach(wire.port).fetch(f"http://{LOOPBACK}:{wire.port}/")


async def test_a_body_shorter_than_announced_is_no_page(wire: Wire, reach: Reach) -> None:
    wire.pieces = [OK + b"Content-Length: 400\r\n\r\ntext"]
    with pytest.raises(FetchFailed, match="broke off"):
        await reach(wire.port).fetch(f"http://{LOOPBACK}:{wire.port}/")


@pytest.mark.parametrize("lengths", [b"4\r\nContent-Length: 5", b"-4", b"4, 5", b"9" * 30, b"0x4", b""])
async def test_an_announcement_that_makes_no_sense(wire: Wire, reach: Reach, lengths: bytes) -> None:
    wire.pieces = [OK + b"Content-Length: " + lengths + b"\r\n\r\ntext"]
    with pytest.raises((FetchFailed, TooLarge)):
        await reach(wire.port, total_seconds=2).fetch(f"http://{LOOPBACK}:{wire.port}/")


@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 200", OK + b"Content-Length: 400\r\n\r\ntext"])
async def test_a_connection_that_is_reset(reach: Reach, sent: bytes) -> None:
    async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(sent)
        await writer.drain()
        # closed with nothing lingering: the other side sees a reset
        raw = writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    async with await asyncio.start_server(reset, LOOPBACK, 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(FetchFailed, match="brok") as failed:
            await reach(port).fetch(f"http://{LOOPBACK}:{port}/")
    assert failed.value.status is None


async def test_the_time_is_counted_over_all_hops(wire: Wire, reach: Reach) -> None:
    wire.pieces, wire.pause = [b"", b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n"], 0.15
    began = time.monotonic()
    with pytest.raises(FetchFailed, match=r"took longer than 0\.4 seconds"):
        await reach(wire.port, total_seconds=0.4).fetch(f"http://{LOOPBACK}:{wire.port}/")
    assert 0.35 < time.monotonic() - began < 2
    assert wire.connections == 3


async def test_a_handshake_that_never_comes(wire: Wire, reach: Reach) -> None:
    with pytest.raises(FetchFailed, match="took longer"):
        await reach(wire.port, total_seconds=0.3).fetch(f"https://{LOOPBACK}:{wire.port}/")


async def test_only_so_many_requests_are_under_way_at_once(wire: Wire, reach: Reach) -> None:
    wire.pieces, wire.pause = [b"", OK + b"Content-Length: 4\r\n\r\ntext"], 0.05
    fetcher = reach(wire.port)
    await asyncio.gather(*(fetcher.fetch(f"http://{LOOPBACK}:{wire.port}/{n}") for n in range(3 * AT_ONCE)))
    assert wire.connections == 3 * AT_ONCE
    assert wire.most == AT_ONCE


async def test_those_who_wait_for_a_place_lose_no_time(wire: Wire, reach: Reach) -> None:
    wire.pieces, wire.pause = [b"", OK + b"Content-Length: 4\r\n\r\ntext"], 0.2
    fetcher = reach(wire.port, total_seconds=0.5)
    pages = await asyncio.gather(*(fetcher.fetch(f"http://{LOOPBACK}:{wire.port}/") for _ in range(4 * AT_ONCE)))
    assert {page.body for page in pages} == {b"text"}


async def test_a_fetch_that_is_cancelled_gives_its_place_back(wire: Wire, site: NewsSite, reach: Reach) -> None:
    wire.pieces, wire.pause, wire.repeat = [b"", b""], 0.01, True
    site.html("/a", "text")
    fetcher = reach(wire.port, site.port)
    hung = [asyncio.create_task(fetcher.fetch(f"http://{LOOPBACK}:{wire.port}/")) for _ in range(AT_ONCE)]
    await asyncio.sleep(0.1)
    for task in hung:
        task.cancel()
    ended = await asyncio.gather(*hung, return_exceptions=True)
    assert all(isinstance(one, asyncio.CancelledError) for one in ended)
    async with asyncio.timeout(2):
        assert (await fetcher.fetch(site.address("/a"))).body == b"text"


async def test_the_event_loop_goes_on(wire: Wire, reach: Reach) -> None:
    """A flood of the smallest pieces; the longest pause measured on a quiet machine is 0.08 s."""
    wire.pieces, wire.repeat = [CHUNKED, b"1\r\na\r\n" * 20_000], True
    fetching = asyncio.create_task(reach(wire.port, total_seconds=0.5).fetch(f"http://{LOOPBACK}:{wire.port}/"))
    longest = 0.0
    while not fetching.done():
        began = time.monotonic()
        await asyncio.sleep(0.005)
        longest = max(longest, time.monotonic() - began)
    with pytest.raises(GatherError):
        await fetching
    assert longest < 1, "on a busy machine"
