"""Asking hosts as they wish to be asked: what they say is kept and heeded, whoever fetches.

Automatic reading obeys robots.txt and asks a host one thing at a time, with its Crawl-delay between. A link that a
person hands in is fetched as their browser would, at once and without robots.txt; but a host that said "not before"
(429, or 503 with Retry-After) is left alone by both. What headers and robots.txt mean is decided in `http_headers` and
`robots`; getting the bytes is `fetch`'s part, keeping what was said `hosts`'.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import overload
from urllib.parse import urlsplit

from index.errors import AddressRefused, FetchFailed, GatherError, NotNow, RobotsRefused
from index.gather.fetch import AT_ONCE, Fetcher
from index.gather.hosts import Host, HostMemory, Hosts
from index.gather.http_headers import LONGEST_WAIT, wait_until
from index.gather.robots import READ_BYTES, USABLE, Robots, is_fresh, means_none, robots_address, robots_text
from index.gather.urls import host_and_port
from index.pages import HostState, NotModified, Page, Validators

log = logging.getLogger(__name__)

PATIENCE = timedelta(seconds=30)
"""So long a reading waits for a host that asked it to; beyond that it is told when to come back."""
PATIENCE_OF_PEOPLE = timedelta(seconds=5)
AUTOMATIC_AT_ONCE = AT_ONCE - 2
"""Two places are kept for people, who would else wait behind slow hosts."""
ASK_AGAIN = 600.0
"""Seconds before a robots.txt that could not be read is asked for again: a server that restarts is back by then."""


class Politeness:
    """Fetches through a `Fetcher`, each request when its host wants it; one serves any number of fetches at once."""

    def __init__(self, fetcher: Fetcher, memory: HostMemory | None = None) -> None:
        self._fetcher, self._hosts = fetcher, Hosts(memory)
        self._places = asyncio.Semaphore(AUTOMATIC_AT_ONCE)

    @overload
    async def fetch(self, address: str, validators: None = None) -> Page: ...
    @overload
    async def fetch(self, address: str, validators: Validators | None) -> Page | NotModified: ...
    async def fetch(self, address: str, validators: Validators | None = None) -> Page | NotModified:
        """Read a page automatically, when it is its host's turn; NotModified if it is as `validators` say.

        RobotsRefused; NotNow where its host asks to wait for more than 30 s; AddressRefused, FetchFailed, TooLarge.
        """
        try:
            return await self._fetcher.fetch(address, validators, self._in_turn)
        except NotNow as asked:
            if asked.until - datetime.now(UTC) > PATIENCE:
                raise
        return await self._fetcher.fetch(address, validators, self._in_turn)

    async def fetch_for_person(self, address: str) -> Page:
        """Read a page that a person handed in, now; NotNow, AddressRefused, FetchFailed, TooLarge."""
        return await self._fetcher.fetch(address, None, self._for_person)

    @asynccontextmanager
    async def _in_turn(self, address: str) -> AsyncIterator[None]:
        """Wait until a host may be asked by a program; hear what it answers about the next time."""
        host = self._hosts.named(host_of(address))
        async with host.lock:
            await self._hosts.recall(host)
            await heed(host.state, address, PATIENCE)
            robots = await self._robots(host, address)
            if not await asyncio.to_thread(robots.allow, address):
                raise RobotsRefused(address, "its host asks programs not to read it (robots.txt)")
            await asyncio.sleep(host.free_at - monotonic())
            try:
                async with self._places, self._listening(host):
                    yield
            finally:
                host.free_at = monotonic() + robots.pause

    @asynccontextmanager
    async def _for_person(self, address: str) -> AsyncIterator[None]:
        host = self._hosts.named(host_of(address))
        await self._hosts.recall(host)
        await heed(host.state, address, PATIENCE_OF_PEOPLE)
        async with self._listening(host):
            yield

    @asynccontextmanager
    async def _listening(self, host: Host) -> AsyncIterator[None]:
        """Make an answer that asks to wait a NotNow, and remember until when."""
        try:
            yield
        except FetchFailed as failed:
            until = wait_until(failed.status, failed.retry_after, datetime.now(UTC))
            if until is None:
                raise
            log.info(
                "%s answered %s: it is left alone until %s", host.name, failed.status, until.isoformat(" ", "seconds")
            )
            await self._hosts.remember(host, replace(host.state, not_before=until))
            raise NotNow(failed.where, until) from failed

    async def _robots(self, host: Host, address: str) -> Robots:
        """The rules of a host, read again once they are a day old; RobotsRefused while they are not to be had."""
        if not is_fresh(host.state, datetime.now(UTC)):
            await self._read_robots(host, address)
        if host.robots is None:
            # half a megabyte of rules takes up to a second
            host.robots = await asyncio.to_thread(Robots, host.state.robots or "")
        return host.robots

    async def _read_robots(self, host: Host, address: str) -> None:
        if monotonic() >= host.trouble_until:
            await self._ask_for_robots(host, address)
        if host.trouble and not is_fresh(host.state, datetime.now(UTC), USABLE):
            raise refusal(host, address)

    async def _ask_for_robots(self, host: Host, address: str) -> None:
        """Read a host's robots.txt, or note why that can't be done; NotNow where the host asks to wait."""
        try:
            async with self._places, self._listening(host):
                text = robots_text(await self._fetcher.beginning(robots_address(address), READ_BYTES))
        except (FetchFailed, AddressRefused) as failed:
            if not (isinstance(failed, FetchFailed) and means_none(failed)):
                # where only its robots.txt leads to a forbidden address, nothing is wrong with the host's own
                host.forbidden = isinstance(failed, AddressRefused) and failed.onward is None
                host.trouble = failed.reason
                host.trouble_until = monotonic() + ASK_AGAIN
                log.info("%s's robots.txt could not be read: %s", host.name, host.trouble)
                return
            text = ""
        host.trouble, host.robots = "", None
        await self._hosts.remember(host, replace(host.state, robots=text, robots_read=datetime.now(UTC)))


def refusal(host: Host, address: str) -> GatherError:
    """What to say of an address whose host's rules are not known."""
    if host.forbidden:
        return AddressRefused(address, host.trouble)
    reason = f"its host's robots.txt could not be read ({host.trouble}), so nothing is read there for now"
    return RobotsRefused(address, reason)


async def heed(state: HostState, address: str, patience: timedelta) -> None:
    """Wait until a host may be asked again; NotNow if that takes longer than `patience`."""
    wait = until_then(state, datetime.now(UTC))
    if wait > patience and state.not_before is not None:
        raise NotNow(address, state.not_before)
    await asyncio.sleep(wait.total_seconds())


def until_then(state: HostState, now: datetime) -> timedelta:
    """How long a host is still to be left alone; longer than is ever kept means that a clock was wrong."""
    wait = state.not_before - now if state.not_before else timedelta()
    return wait if timedelta() < wait <= LONGEST_WAIT else timedelta()


def host_of(address: str) -> str:
    """The name under which a host is known: with its port where that is not the scheme's own."""
    return host_and_port(urlsplit(address))
