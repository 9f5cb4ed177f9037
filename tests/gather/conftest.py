"""Fixtures of the gathering tests: the loopback servers, started, and a fetcher that may reach them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from index.gather.addresses import public_only
from index.gather.extraction import Extraction
from index.gather.fetch import Fetcher
from index.gather.gatherer import Gatherer
from tests.gather.news_site import LOOPBACK, NewsSite, Wire, standing


@pytest.fixture
async def site() -> AsyncIterator[NewsSite]:
    async with standing(NewsSite()) as site:
        yield site


@pytest.fixture
async def extraction() -> AsyncIterator[Extraction]:
    """The worker process that reads documents."""
    extraction = Extraction()
    yield extraction
    extraction.close()


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    wire = Wire()
    tasks: set[asyncio.Task[None]] = set()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(wire.answer(reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    server = await asyncio.start_server(accept, LOOPBACK, 0)
    wire.port = server.sockets[0].getsockname()[1]
    yield wire
    server.close()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await server.wait_closed()


@pytest.fixture
def reach() -> Callable[..., Fetcher]:
    """Makes a fetcher that may connect to loopback at the given ports, besides what every fetcher may."""

    def make(*ports: int, **limits: object) -> Fetcher:
        def allowed(address: str, port: int) -> bool:
            return (address == LOOPBACK and port in ports) or public_only(address, port)

        return Fetcher(allowed, **limits)  # type: ignore[arg-type]

    return make


@pytest.fixture
async def gatherer(site: NewsSite, reach: Callable[..., Fetcher]) -> AsyncIterator[Gatherer]:
    """A gatherer that may reach the site."""
    async with Gatherer(reach(site.port)) as gatherer:
        yield gatherer
