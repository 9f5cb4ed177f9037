"""Fetching one page over HTTP: bounded in time, size and redirects, from permitted addresses alone.

What an address may look like and which may be connected to is `addresses`' part, whether a host wants to be asked now
`politeness`', what headers mean `http_headers`', what the bytes mean `extract`'s.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from http import HTTPStatus
from time import monotonic
from typing import overload
from urllib.parse import urljoin

import aiohttp
from aiohttp.abc import AbstractResolver

from index.errors import AddressRefused, FetchFailed, TooLarge
from index.gather.addresses import MayConnect, public_only, web_address
from index.gather.gate import Gate, why_refused
from index.gather.http_headers import conditions, max_age, validators_in
from index.gather.identity import user_agent
from index.gather.lookups import Lookups
from index.gather.refresh import leads_to
from index.pages import NotModified, Page, Validators

REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/rss+xml;q=0.9,application/atom+xml;q=0.9,"
    "application/feed+json;q=0.9,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1",
    # only what the standard library unpacks, so that every machine reads the same
    "Accept-Encoding": "gzip, deflate",
}
READABLE_ENCODINGS = frozenset({"", "identity", "gzip", "deflate"})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PIECE = 65_536
"""Bytes taken from the connection at a time."""
AT_ONCE = 8
"""Requests under way at the same time, whoever asks; each may hold 10 MB."""

Turn = Callable[[str], AbstractAsyncContextManager[object]]
"""Entered before every request to an address and left after its answer; the time it takes to enter is not counted."""


def at_once(address: str) -> AbstractAsyncContextManager[object]:
    """The turn of whoever need not wait."""
    return nullcontext(address)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted: `address` as asked for, which errors name; at most `max_bytes`, cut off there or refused."""

    address: str
    max_bytes: int
    validators: Validators | None = None
    cut_off: bool = False


@dataclass(frozen=True, slots=True)
class Onward:
    """An answer that leads elsewhere; `location` as the host wrote it."""

    location: str | None


class Fetcher:
    """Fetches pages; holds limits and nothing else, so one serves any number of fetches at once.

    `allowed` says what may be connected to and is asked for every single connection; `max_bytes` counts after
    decompression; `total_seconds` covers everything from the first look-up to the last byte, over all redirects.
    `contact` is named in the User-Agent.
    """

    def __init__(
        self,
        allowed: MayConnect = public_only,
        *,
        contact: str = "",
        total_seconds: float = 18,
        max_bytes: int = 10_000_000,
        max_redirects: int = 5,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._allowed, self._resolver = allowed, resolver or Lookups()
        self._headers = {"User-Agent": user_agent(contact), **REQUEST_HEADERS}
        self._total_seconds, self._max_bytes, self._max_redirects = total_seconds, max_bytes, max_redirects
        self._places = asyncio.Semaphore(AT_ONCE)

    @overload
    async def fetch(self, address: str, validators: None = None, turn: Turn = at_once) -> Page: ...
    @overload
    async def fetch(self, address: str, validators: Validators | None, turn: Turn = at_once) -> Page | NotModified: ...
    async def fetch(
        self, address: str, validators: Validators | None = None, turn: Turn = at_once
    ) -> Page | NotModified:
        """The page at an address after its redirects; NotModified if it is as it was when `validators` came.

        AddressRefused, FetchFailed, TooLarge, and whatever `turn` raises.
        """
        return await self._get(Wish(web_address(address), self._max_bytes, validators), turn)

    async def beginning(self, address: str, max_bytes: int) -> bytes:
        """The first bytes at an address after its redirects, whatever they are; AddressRefused, FetchFailed."""
        answer = await self._get(Wish(web_address(address), max_bytes, cut_off=True), at_once)
        assert isinstance(answer, Page), "no validators were sent"
        return answer.body

    async def _get(self, wish: Wish, turn: Turn) -> Page | NotModified:
        gate = Gate(self._allowed)
        try:
            async with self._session(gate) as session:
                return await self._follow(session, gate, wish, turn)
        except TimeoutError as error:
            raise FetchFailed(wish.address, f"it took longer than {self._total_seconds:g} seconds") from error
        except (aiohttp.ClientError, OSError) as error:
            raise FetchFailed(wish.address, why_failed(error)) from error

    def _session(self, gate: Gate) -> aiohttp.ClientSession:
        """A session of its own for each fetch: no cookie, connection or looked-up name outlives it."""
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(socket_factory=gate.open_socket, resolver=self._resolver),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers=self._headers,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=None),
            trust_env=False,
        )

    async def _follow(self, session: aiohttp.ClientSession, gate: Gate, wish: Wish, turn: Turn) -> Page | NotModified:
        """Follow redirects by hand, so that every hop passes the rules for addresses and has its turn."""
        address, left = wish.address, self._total_seconds
        for _ in range(self._max_redirects + 1):
            async with turn(address), self._places:
                began = monotonic()
                try:
                    async with asyncio.timeout(left):
                        answer = await ask(session, address, wish)
                except aiohttp.ClientConnectorError as error:
                    if gate.refused is None:
                        raise
                    onward = None if address == wish.address else address
                    raise AddressRefused(wish.address, why_refused(*gate.refused), onward) from error
                left -= monotonic() - began
            if not isinstance(answer, Onward):
                return answer
            address = next_address(wish.address, address, answer.location)
        raise FetchFailed(wish.address, f"it redirects more than {self._max_redirects} times")


async def ask(session: aiohttp.ClientSession, address: str, wish: Wish) -> Page | NotModified | Onward:
    """One request and what its answer is; FetchFailed, TooLarge."""
    headers = conditions(wish.validators, address, wish.address)
    async with session.get(address, headers=headers, allow_redirects=False) as response:
        if response.status in REDIRECTS:
            return Onward(response.headers.get("Location"))
        said = validators_in(response.headers, address)
        if response.status == HTTPStatus.NOT_MODIFIED and headers and wish.validators is not None:
            return NotModified(address, merged(wish.validators, said), max_age(response.headers))
        body = await body_of(response, wish)
        page = Page(address, response.content_type, response.charset, body, said, max_age(response.headers))
    onward = None if wish.cut_off else leads_to(page)
    return page if onward is None else Onward(onward)


async def body_of(response: aiohttp.ClientResponse, wish: Wish) -> bytes:
    """The body of an answer; what is too large is refused, or cut off, as soon as that is seen."""
    if response.status != HTTPStatus.OK:
        reason = f"it answered {in_words(response.status)}"
        raise FetchFailed(wish.address, reason, response.status, response.headers.get("Retry-After"))
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in READABLE_ENCODINGS:
        raise FetchFailed(wish.address, "it is packed in a way that was not asked for", response.status)
    announced = response.content_length or 0
    if encoding in ("", "identity") and announced > wish.max_bytes and not wish.cut_off:
        raise TooLarge(wish.address, wish.max_bytes)
    body = bytearray()
    async for piece in response.content.iter_chunked(PIECE):
        body += piece
        if len(body) > wish.max_bytes:
            break
    if len(body) > wish.max_bytes and not wish.cut_off:
        raise TooLarge(wish.address, wish.max_bytes)
    del body[wish.max_bytes :]
    return bytes(body)


def merged(sent: Validators, said: Validators) -> Validators:
    """The validators of a page that did not change: as answered where the answer named any, else as sent."""
    return said if said != Validators() else sent


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
        raise AddressRefused(first, error.reason, onward=error.where) from error


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
        case aiohttp.ServerDisconnectedError() | aiohttp.ClientOSError() | ConnectionError():
            return "its host broke the connection off"
    return "its host did not answer as a web server should"


def in_words(status: int) -> str:
    """A status with its usual phrase ("404 Not Found"), whatever phrase the server chose."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
