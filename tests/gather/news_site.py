"""Servers on loopback for the gathering tests: a news site with canned pages, and a raw one that answers as told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import TypeVar

from aiohttp import web

LOOPBACK = "127.0.0.1"


Site = TypeVar("Site", bound="NewsSite")


@asynccontextmanager
async def standing(site: Site) -> AsyncIterator[Site]:
    """A site that answers on a port of its own, until the end of the block."""
    runner = web.ServerRunner(web.Server(site.answer))
    await runner.setup()
    await web.TCPSite(runner, LOOPBACK, 0).start()
    site.port = runner.addresses[0][1]
    try:
        yield site
    finally:
        await runner.cleanup()


class NewsSite:
    """A real web server whose pages a test puts in place; it keeps the requests it saw."""

    def __init__(self) -> None:
        self.pages: dict[str, Callable[[], web.Response]] = {}
        self.requests: list[web.BaseRequest] = []
        self.port = 0

    def address(self, path: str, host: str = LOOPBACK) -> str:
        return f"http://{host}:{self.port}{path}"

    async def answer(self, request: web.BaseRequest) -> web.Response:
        self.requests.append(request)
        page = self.pages.get(request.path)
        return page() if page else web.Response(status=404)

    def put(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> None:
        """What a path answers; headers with an underscore for each hyphen."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = lambda: web.Response(body=data, status=status, headers=named)

    def redirect(self, path: str, location: str, status: int = 302) -> None:
        """Let a path lead elsewhere."""
        self.put(path, status=status, Location=location)

    def html(self, path: str, body: bytes | str, content_type: str = "text/html") -> None:
        """Let a path be a page."""
        self.put(path, body, Content_Type=content_type)


class Wire:
    """A raw server: answers every connection with the same bytes, piece by piece, and counts the connections.

    `asked` holds what each one sent, `most` is how many were open at the same time. A connection on which nothing is
    asked for stays open until it is closed from the other side.
    """

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self.pause = 0.0
        self.repeat = False
        self.connections = 0
        self.asked: list[bytes] = []
        self.open = self.most = 0
        self.port = 0

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.open += 1
        self.most = max(self.most, self.open)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                self.asked.append(await reader.readuntil(b"\r\n\r\n"))
                await self.write(writer)
                await writer.drain()
        finally:
            self.open -= 1
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    async def write(self, writer: asyncio.StreamWriter) -> None:
        head, *body = self.pieces
        writer.write(head)
        while True:
            for piece in body:
                await asyncio.sleep(self.pause)
                writer.write(piece)
                await writer.drain()
            if not self.repeat:
                return
