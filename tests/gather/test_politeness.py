"""Guards that hosts are asked as they wish: their rules, one thing at a time, not before they said, over restarts too.

Real servers, real clocks with short waits, and the real table where hosts are kept.
"""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from index.errors import AddressRefused, FetchFailed, NotNow, RobotsRefused
from index.gather.fetch import Fetcher
from index.gather.hosts import HOSTS_KEPT, RULES_KEPT, HostMemory, Hosts
from index.gather.politeness import AUTOMATIC_AT_ONCE, Politeness, until_then
from index.pages import HostState, NotModified
from index.store.database import Database
from index.store.hosts import Hosts as StoredHosts
from tests.gather.news_site import LOOPBACK, NewsSite, Wire

Reach = Callable[..., Fetcher]
REFUSE_ALL = "User-agent: *\nDisallow: /"


class Everywhere(AbstractResolver):
    """Finds every name on loopback."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [ResolveResult(hostname=host, host=LOOPBACK, port=port, family=socket.AF_INET, proto=0, flags=0)]

    async def close(self) -> None:
        """Nothing is held."""


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[StoredHosts]:
    database = Database(tmp_path / "verbatim.sqlite3")
    yield StoredHosts(database)
    database.close()


@pytest.fixture
def memory(stored: StoredHosts) -> HostMemory:
    async def load(host: str) -> HostState:
        return stored.load(host)

    async def save(host: str, state: HostState) -> None:
        stored.save(host, state)

    return HostMemory(load, save)


def paths(site: NewsSite) -> list[str]:
    return [request.path for request in site.requests]


async def test_the_rules_are_read_once_and_before_the_pages(site: NewsSite, reach: Reach) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private")
    site.html("/a", "text")
    site.html("/private", "secret")
    polite = Politeness(reach(site.port))
    assert (await polite.fetch(site.address("/a"))).body == b"text"
    with pytest.raises(RobotsRefused, match="asks programs not to read it"):
        await polite.fetch(site.address("/private"))
    assert paths(site) == ["/robots.txt", "/a"]
    assert all("Verbatim/" in request.headers["User-Agent"] for request in site.requests)


async def test_a_link_that_a_person_hands_in_is_fetched_as_a_person_would(site: NewsSite, reach: Reach) -> None:
    site.put("/robots.txt", REFUSE_ALL)
    site.html("/a", "text")
    assert (await Politeness(reach(site.port)).fetch_for_person(site.address("/a"))).body == b"text"
    assert paths(site) == ["/a"]


async def test_a_redirect_asks_the_rules_of_where_it_leads(site: NewsSite, wire: Wire, reach: Reach) -> None:
    wire.pieces = [b"HTTP/1.1 200 OK\r\nContent-Length: 27\r\n\r\n", b"User-agent: *\nDisallow: /b\n"]
    site.redirect("/a", f"http://{LOOPBACK}:{wire.port}/b")
    with pytest.raises(RobotsRefused) as refused:
        await Politeness(reach(site.port, wire.port)).fetch(site.address("/a"))
    assert refused.value.where == f"http://{LOOPBACK}:{wire.port}/b"
    assert [asked.split()[1] for asked in wire.asked] == [b"/robots.txt"]


async def test_validators_pass_through(site: NewsSite, reach: Reach) -> None:
    site.put("/a", b"text", Content_Type="text/html", ETag='"1"')
    polite = Politeness(reach(site.port))
    page = await polite.fetch(site.address("/a"))
    site.put("/a", status=304)
    assert isinstance(await polite.fetch(site.address("/a"), page.validators), NotModified)


@pytest.mark.parametrize("status", [404, 401, 403, 410, 204])
async def test_a_host_without_rules_may_be_read(site: NewsSite, reach: Reach, status: int) -> None:
    site.put("/robots.txt", status=status)
    site.html("/a", "text")
    assert (await Politeness(reach(site.port)).fetch(site.address("/a"))).body == b"text"


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_a_host_whose_rules_can_not_be_had_is_left_alone(site: NewsSite, reach: Reach, status: int) -> None:
    site.put("/robots.txt", status=status)
    polite = Politeness(reach(site.port))
    for _ in range(2):
        with pytest.raises(RobotsRefused, match=rf"could not be read \(it answered {status}"):
            await polite.fetch(site.address("/a"))
    assert paths(site) == ["/robots.txt"], "neither the page nor the rules again"


async def test_a_host_that_can_not_be_reached_says_why(reach: Reach, wire: Wire) -> None:
    wire.pieces = [b""]
    with pytest.raises(RobotsRefused, match="broke the connection off"):
        await Politeness(reach(wire.port)).fetch(f"http://{LOOPBACK}:{wire.port}/a")


@pytest.mark.parametrize(
    ("age", "asked", "may"),
    [
        (timedelta(hours=23), [], False),
        (timedelta(hours=25), ["/robots.txt"], True),
    ],
)
async def test_rules_are_asked_for_again_after_a_day(
    site: NewsSite, reach: Reach, memory: HostMemory, age: timedelta, asked: list[str], may: bool
) -> None:
    site.html("/a", "text")
    await memory.save(f"{LOOPBACK}:{site.port}", HostState(None, REFUSE_ALL, datetime.now(UTC) - age))
    fetching = Politeness(reach(site.port), memory).fetch(site.address("/a"))
    if may:
        await fetching
    else:
        with pytest.raises(RobotsRefused):
            await fetching
    assert paths(site) == asked + ["/a"] * may


@pytest.mark.parametrize(("age", "known"), [(timedelta(days=2), True), (timedelta(days=31), False)])
async def test_old_rules_stand_in_while_the_new_can_not_be_had(
    site: NewsSite, reach: Reach, memory: HostMemory, age: timedelta, known: bool
) -> None:
    site.put("/robots.txt", status=500)
    site.html("/a", "text")
    await memory.save(f"{LOOPBACK}:{site.port}", HostState(None, "", datetime.now(UTC) - age))
    polite = Politeness(reach(site.port), memory)
    if known:
        assert (await polite.fetch(site.address("/a"))).body == b"text"
    else:
        with pytest.raises(RobotsRefused):
            await polite.fetch(site.address("/a"))


async def test_half_a_megabyte_of_rules_is_read_and_no_more(site: NewsSite, reach: Reach) -> None:
    line = "Disallow: /b\n"
    site.put("/robots.txt", "User-agent: *\n" + line * 38_000 + "Disallow: /early\n" + line * 3_000 + "Disallow: /late")
    site.html("/late", "text")
    polite = Politeness(reach(site.port, max_bytes=1_000))
    assert (await polite.fetch(site.address("/late"))).body == b"text"
    with pytest.raises(RobotsRefused):
        await polite.fetch(site.address("/early"))


async def test_rules_may_be_elsewhere_but_not_anywhere(site: NewsSite, wire: Wire, reach: Reach) -> None:
    site.redirect("/robots.txt", "/rules.txt")
    site.put("/rules.txt", REFUSE_ALL)
    with pytest.raises(RobotsRefused, match="asks programs"):
        await Politeness(reach(site.port)).fetch(site.address("/a"))
    site.redirect("/robots.txt", f"http://{LOOPBACK}:{wire.port}/")
    with pytest.raises(RobotsRefused, match=r"robots\.txt could not be read \(it redirects to http") as refused:
        await Politeness(reach(site.port)).fetch(site.address("/a"))
    assert refused.value.where == site.address("/a")
    assert wire.connections == 0
    assert paths(site) == ["/robots.txt", "/rules.txt", "/robots.txt"]


@pytest.mark.parametrize("address", ["http://10.0.0.1/a", "http://127.0.0.1/a", "http://8.8.8.8:22/a"])
async def test_a_forbidden_address_is_told_as_one(reach: Reach, address: str) -> None:
    for fetching in (Politeness(reach()).fetch(address), Politeness(reach()).fetch_for_person(address)):
        with pytest.raises(AddressRefused) as refused:
            await fetching
        assert refused.value.where == address, "not its robots.txt, which nobody named"


async def test_a_host_is_asked_one_thing_at_a_time(wire: Wire, reach: Reach) -> None:
    wire.pieces, wire.pause = [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntext"], 0.02
    polite = Politeness(reach(wire.port))
    await asyncio.gather(*(polite.fetch(f"http://{LOOPBACK}:{wire.port}/{n}") for n in range(6)))
    assert (wire.connections, wire.most) == (7, 1)


async def test_many_hosts_are_asked_side_by_side_and_two_places_stay_for_people(wire: Wire, reach: Reach) -> None:
    wire.pieces, wire.pause = [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntext"], 0.05
    polite = Politeness(reach(wire.port, resolver=Everywhere()))
    await asyncio.gather(*(polite.fetch(f"http://site{n}.example:{wire.port}/") for n in range(12)))
    assert wire.most == AUTOMATIC_AT_ONCE


async def test_the_pause_a_host_asks_for_lies_between_two_answers(site: NewsSite, reach: Reach) -> None:
    moments: list[float] = []

    def answer() -> web.Response:
        moments.append(time.monotonic())
        return web.Response(body=b"text")

    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.2")
    site.pages["/a"] = answer
    polite = Politeness(reach(site.port))
    await asyncio.gather(*(polite.fetch(site.address("/a")) for _ in range(3)))
    assert min(later - earlier for earlier, later in pairwise(moments)) >= 0.2


async def test_a_host_that_asks_to_wait_is_left_alone_by_all_and_after_a_restart(
    site: NewsSite, reach: Reach, memory: HostMemory
) -> None:
    site.put("/a", status=429, Retry_After="3600")
    polite = Politeness(reach(site.port), memory)
    with pytest.raises(NotNow) as asked:
        await polite.fetch(site.address("/a"))
    assert timedelta(minutes=59) < asked.value.until - datetime.now(UTC) <= timedelta(hours=1)
    before = len(site.requests)
    for one in (polite, Politeness(reach(site.port), memory)):
        for fetching in (one.fetch(site.address("/b")), one.fetch_for_person(site.address("/c"))):
            with pytest.raises(NotNow) as again:
                await fetching
            assert again.value.until == asked.value.until
    assert len(site.requests) == before


@pytest.mark.parametrize(
    ("ahead", "left"),
    [
        (timedelta(minutes=5), timedelta(minutes=5)),
        (timedelta(hours=24), timedelta(hours=24)),
        (timedelta(), timedelta()),
        (timedelta(minutes=-5), timedelta()),
        # kept while the clock of this machine was wrong
        (timedelta(days=400), timedelta()),
    ],
)
def test_how_long_a_host_is_still_left_alone(ahead: timedelta, left: timedelta) -> None:
    now = datetime(2026, 3, 1, tzinfo=UTC)
    assert until_then(HostState(now + ahead), now) == left
    assert until_then(HostState(), now) == timedelta()


async def test_a_person_hears_of_it_at_once(site: NewsSite, reach: Reach) -> None:
    site.put("/a", status=503, Retry_After="20")
    began = time.monotonic()
    with pytest.raises(NotNow, match="asked to wait until"):
        await Politeness(reach(site.port)).fetch_for_person(site.address("/a"))
    assert time.monotonic() - began < 5


async def test_a_short_wait_is_waited_for(site: NewsSite, reach: Reach) -> None:
    answers = [web.Response(status=429, headers={"Retry-After": "1"}), web.Response(body=b"text")]
    site.pages["/a"] = lambda: answers.pop(0)
    began = time.monotonic()
    assert (await Politeness(reach(site.port)).fetch(site.address("/a"))).body == b"text"
    assert time.monotonic() - began > 0.9
    assert paths(site) == ["/robots.txt", "/a", "/a"]


async def test_trouble_without_a_time_named_is_only_trouble(site: NewsSite, reach: Reach) -> None:
    site.put("/a", status=503)
    polite = Politeness(reach(site.port))
    for _ in range(2):
        with pytest.raises(FetchFailed, match="503"):
            await polite.fetch(site.address("/a"))
    assert paths(site) == ["/robots.txt", "/a", "/a"]


async def test_rules_that_are_asked_for_too_soon_count_as_well(site: NewsSite, reach: Reach) -> None:
    site.put("/robots.txt", status=429, Retry_After="600")
    with pytest.raises(NotNow):
        await Politeness(reach(site.port)).fetch(site.address("/a"))
    assert paths(site) == ["/robots.txt"]


async def test_it_is_the_host_that_asked_who_is_left_alone(site: NewsSite, wire: Wire, reach: Reach) -> None:
    wire.pieces = [b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 600\r\nContent-Length: 0\r\n\r\n"]
    site.redirect("/a", f"http://{LOOPBACK}:{wire.port}/")
    site.html("/b", "text")
    polite = Politeness(reach(site.port, wire.port))
    with pytest.raises(NotNow):
        await polite.fetch(site.address("/a"))
    assert (await polite.fetch(site.address("/b"))).body == b"text"


async def test_a_fetch_that_is_cancelled_frees_its_host(wire: Wire, site: NewsSite, reach: Reach) -> None:
    wire.pieces, wire.pause, wire.repeat = [b"", b""], 0.01, True
    polite = Politeness(reach(wire.port, total_seconds=0.3))
    hung = asyncio.create_task(polite.fetch(f"http://{LOOPBACK}:{wire.port}/"))
    await asyncio.sleep(0.1)
    hung.cancel()
    with pytest.raises(asyncio.CancelledError):
        await hung
    async with asyncio.timeout(3):
        with pytest.raises(RobotsRefused):
            await polite.fetch(f"http://{LOOPBACK}:{wire.port}/")


async def test_only_so_many_hosts_stay_in_memory_and_none_that_is_in_use(memory: HostMemory) -> None:
    hosts = Hosts(memory)
    busy, waiting = hosts.named("busy"), hosts.named("waiting")
    waiting.free_at = time.monotonic() + 60
    said = HostState(robots="text", robots_read=datetime.now(UTC))
    await hosts.remember(hosts.named("idle"), said)
    async with busy.lock:
        for n in range(HOSTS_KEPT):
            hosts.named(f"other{n}")
        assert hosts.named("busy") is busy
        assert hosts.named("waiting") is waiting
    again = hosts.named("idle")
    assert again.state == HostState()
    await hosts.recall(again)
    assert again.state == said


async def test_large_rules_do_not_pile_up() -> None:
    hosts = Hosts(None)
    size = RULES_KEPT // 4
    for n in range(12):
        await hosts.remember(hosts.named(f"large{n}"), HostState(robots="x" * size))
    kept = [n for n in reversed(range(12)) if hosts.named(f"large{n}").state.robots]
    assert kept == [11, 10, 9, 8]
