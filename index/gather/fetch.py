"""Fetching one page over HTTP: bounded in time, size and redirects, from permitted addresses alone.

What an address may look like and which may be connected to is `addresses`' part; what the bytes mean is `extract`'s.
"""

from __future__ import annotations

import asyncio
import socket
from http import HTTPStatus
from urllib.parse import urljoin

import aiohttp
from aiohttp.abc import AbstractResolver
from aiohttp.connector import AddrInfoType

from index.errors import AddressRefused, FetchFailed, TooLarge
from index.gather.addresses import WEB_PORTS, MayConnect, public_only, web_address
from index.types import Page

USER_AGENT = "Verbatim/0.1 (a news bot for Discord that quotes and links; reads single pages at a person's request)"
REQUEST_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8,*/*;q=0.1",
    # only what the standard library unpacks, so that every machine reads the same
    "Accept-Encoding": "gzip, deflate",
}
READABLE_ENCODINGS = frozenset({"", "identity", "gzip", "deflate"})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PIECE = 65_536
"""Bytes taken from the connection at a time."""


class Fetcher:
    """Fetches pages; holds limits and nothing else, so one serves any number of fetches at once.

    `allowed` says what may be connected to and is asked for every single connection; `max_bytes` counts after
    decompression; `total_seconds` covers everything from the first look-up to the last byte.
    """

    def __init__(
        self,
        allowed: MayConnect = public_only,
        *,
        total_seconds: float = 20,
        max_bytes: int = 10_000_000,
        max_redirects: int = 5,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._allowed, self._resolver = allowed, resolver
        self._total_seconds, self._max_bytes, self._max_redirects = total_seconds, max_bytes, max_redirects

    async def fetch(self, address: str) -> Page:
        """The page at an address after its redirects; AddressRefused, FetchFailed or TooLarge."""
        first, gate = web_address(address), Gate(self._allowed)
        try:
            async with asyncio.timeout(self._total_seconds), self._session(gate) as session:
                return await self._follow(session, first)
        except TimeoutError as error:
            raise FetchFailed(first, f"it took longer than {self._total_seconds:g} seconds") from error
        except (aiohttp.ClientError, OSError) as error:
            if gate.refused is not None and isinstance(error, aiohttp.ClientConnectorError):
                raise AddressRefused(first, why_refused(*gate.refused)) from error
            raise FetchFailed(first, why_failed(error)) from error

    def _session(self, gate: Gate) -> aiohttp.ClientSession:
        """A session of its own for each fetch: no cookie, connection or looked-up name outlives it."""
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(socket_factory=gate.open_socket, resolver=self._resolver),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers=REQUEST_HEADERS,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=None),
            trust_env=False,
        )

    async def _follow(self, session: aiohttp.ClientSession, first: str) -> Page:
        """Follow redirects by hand, so that every hop passes the rules for addresses."""
        address = first
        for _ in range(self._max_redirects + 1):
            async with session.get(address, allow_redirects=False) as response:
                if response.status not in REDIRECTS:
                    return await self._read(response, first, address)
                address = next_address(first, address, response.headers.get("Location"))
        raise FetchFailed(first, f"it redirects more than {self._max_redirects} times")

    async def _read(self, response: aiohttp.ClientResponse, first: str, address: str) -> Page:
        """The body of an answer, refused as soon as it is seen to be too large."""
        if response.status != HTTPStatus.OK:
            raise FetchFailed(first, f"it answered {in_words(response.status)}", response.status)
        encoding = response.headers.get("Content-Encoding", "").strip().lower()
        if encoding not in READABLE_ENCODINGS:
            raise FetchFailed(first, "it is packed in a way that was not asked for", response.status)
        if encoding in ("", "identity") and (response.content_length or 0) > self._max_bytes:
            raise TooLarge(first, self._max_bytes)
        body = bytearray()
        async for piece in response.content.iter_chunked(PIECE):
            body += piece
            if len(body) > self._max_bytes:
                raise TooLarge(first, self._max_bytes)
        return Page(address, response.content_type, response.charset, bytes(body))


class Gate:
    """Opens sockets to permitted addresses only, and remembers the last one it refused."""

    def __init__(self, allowed: MayConnect) -> None:
        self._allowed = allowed
        self.refused: tuple[str, int] | None = None

    def open_socket(self, target: AddrInfoType) -> socket.socket:
        """A socket for a connection about to be made; PermissionError where it may not be.

        A host with several addresses is still tried at the others, each of which comes through here.
        """
        family, kind, protocol, _, (host, port, *_) = target
        if not self._allowed(str(host), int(port)):
            self.refused = str(host), int(port)
            raise PermissionError(f"{host} port {port} may not be connected to")
        return socket.socket(family, kind, protocol)


def next_address(first: str, address: str, location: str | None) -> str:
    """Where a redirect leads; FetchFailed where it names nothing, AddressRefused where it may not be followed."""
    if not location:
        raise FetchFailed(first, "it redirects without saying where to")
    try:
        # spaces are wrong in an address, but servers send them
        return web_address(urljoin(address, location.strip().replace(" ", "%20")))
    except ValueError as error:
        raise FetchFailed(first, "it redirects to something that is no address") from error
    except AddressRefused as error:
        raise AddressRefused(first, f"it redirects to {error.where}: {error.reason}") from error


def why_refused(host: str, port: int) -> str:
    """Why a connection was not made; says nothing of what was looked up, which may be somebody's inner network."""
    if port not in WEB_PORTS:
        return f"it leads to port {port}: only {' and '.join(map(str, sorted(WEB_PORTS)))} are read"
    return "it leads to an address that is not on the public internet"


def why_failed(error: aiohttp.ClientError | OSError) -> str:
    """What went wrong on the wire, as a clause for a person."""
    match error:
        case aiohttp.ClientConnectorDNSError():
            again = getattr(error.os_error, "errno", None) == socket.EAI_AGAIN
            return "its host could not be looked up just now" if again else "no such host"
        case aiohttp.ClientSSLError():
            return "its certificate or its encryption is not valid"
        case aiohttp.ClientConnectorError(os_error=ConnectionRefusedError()):
            return "its host refused the connection"
        case aiohttp.ClientConnectorError():
            return "no connection could be made to its host"
        case aiohttp.ClientPayloadError():
            return "it broke off, or was packed wrongly, before the page was complete"
        case aiohttp.ServerDisconnectedError() | ConnectionError():
            return "its host broke the connection off"
    return "its host did not answer as a web server should"


def in_words(status: int) -> str:
    """A status with its usual phrase ("404 Not Found"), whatever phrase the server chose."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
