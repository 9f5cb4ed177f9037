"""Where forbidden addresses are tried: a news site, a canary that must see nobody, all connections recorded."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from index.errors import AddressRefused, FetchFailed, RobotsRefused
from index.gather.addresses import is_public, public_only
from index.gather.fetch import Fetcher
from tests.gather.news_site import LOOPBACK, NewsSite


class Names(AbstractResolver):
    """Answers look-ups from a table, each one with its next answer and the last one for good; else an inner network."""

    def __init__(self, **answers: list[list[str]]) -> None:
        self._answers = answers

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        answers = self._answers.get(host.partition(".")[0], [["127.0.0.1", "10.9.8.7", "::1", "fd00::1"]])
        return [one_result(host, port, ip) for ip in (answers.pop(0) if len(answers) > 1 else answers[0])]

    async def close(self) -> None:
        """Nothing is held."""


def one_result(host: str, port: int, ip: str) -> ResolveResult:
    """One answer of a look-up."""
    family = socket.AF_INET6 if ":" in ip else socket.AF_INET
    return ResolveResult(hostname=host, host=ip, port=port, family=family, proto=0, flags=0)


@dataclass
class Scene:
    """`made` are the connections made so far, (address, port) each; `visits` how many the canary saw."""

    site: NewsSite
    canary_port: int = 0
    visits: int = 0
    made: list[tuple[str, int]] = field(default_factory=list)

    def fetcher(self, **answers: list[list[str]]) -> Fetcher:
        """What fetches for real, and the news site as well; of the canary only the address is forbidden."""

        def allowed(address: str, port: int) -> bool:
            if port == self.canary_port:
                return is_public(address)
            return (address, port) == (LOOPBACK, self.site.port) or public_only(address, port)

        return Fetcher(allowed, total_seconds=2, resolver=Names(**answers))

    def strayed(self) -> int:
        """Connections to anything but the news site since this was asked last, as recorded or as the canary saw."""
        elsewhere = sum(one != (LOOPBACK, self.site.port) for one in self.made) + self.visits
        self.made.clear()
        self.visits = 0
        return elsewhere


async def refused(fetching: Awaitable[object]) -> bool:
    """Whether an address was refused, for what it is or because its host's rules may not be asked for.

    Some forms are no whole address: they lead to another page of the news site, the only server here that has any.
    """
    try:
        await fetching
    except (AddressRefused, RobotsRefused):
        return True
    except FetchFailed as failed:
        return failed.status == HTTPStatus.NOT_FOUND or "no address" in failed.reason
    return False


@contextmanager
def recording(made: list[tuple[str, int]]) -> Iterator[None]:
    """Write down every connection that this process makes, where it is made: in the socket itself."""
    connect = socket.socket.connect

    def recorded(self: socket.socket, address: tuple[str, int]) -> None:
        made.append(address[:2])
        connect(self, address)

    socket.socket.connect = recorded  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        socket.socket.connect = connect  # type: ignore[method-assign]


@asynccontextmanager
async def opened_scene() -> AsyncIterator[Scene]:
    """A scene whose servers stand."""
    scene = Scene(NewsSite())
    runner = web.ServerRunner(web.Server(scene.site.answer))
    await runner.setup()
    await web.TCPSite(runner, LOOPBACK, 0).start()
    scene.site.port = runner.addresses[0][1]

    def visited(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        scene.visits += 1
        writer.close()

    canaries = [await asyncio.start_server(visited, LOOPBACK, 0)]
    scene.canary_port = canaries[0].sockets[0].getsockname()[1]
    with suppress(OSError):  # a machine without IPv6
        canaries.append(await asyncio.start_server(visited, "::1", scene.canary_port))
    with recording(scene.made):
        yield scene
    for canary in canaries:
        canary.close()
    await runner.cleanup()
