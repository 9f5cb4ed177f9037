"""Looking up host names so that one whose answer never comes holds up nobody else.

The system's look-up blocks its thread for half a minute or more and can't be stopped. Each has a thread of its own
that nothing else waits for, not even the end of the process; the event loop's threads, which many share, stay free.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import suppress
from typing import Any

from aiohttp.abc import AbstractResolver, ResolveResult

MOST_WAITING = 32
"""Look-ups under way; every fetch that was given up may leave one behind for as long as the system tries."""
MOST_ADDRESSES = 16
"""Addresses tried of one name; large sites give 8 of each family."""

Info = tuple[Any, ...]
"""An answer of `socket.getaddrinfo`: family, kind, protocol, name, (host, port, ...)."""


class Lookups(AbstractResolver):
    """The system's own look-ups, a bounded number at the same time."""

    def __init__(self) -> None:
        self._free = threading.BoundedSemaphore(MOST_WAITING)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of a name, in the order in which they are to be tried; OSError where there are none."""
        if not self._free.acquire(blocking=False):
            raise socket.gaierror(socket.EAI_AGAIN, "too many look-ups are waiting for an answer")
        answer: asyncio.Future[list[Info]] = asyncio.get_running_loop().create_future()
        # a daemon: the interpreter does not wait for it at its end
        threading.Thread(
            target=self._look_up, args=(host, port, family, answer), name=f"look-up {host}", daemon=True
        ).start()
        return [result(host, info) for info in (await answer)[:MOST_ADDRESSES]]

    def _look_up(self, host: str, port: int, family: socket.AddressFamily, answer: asyncio.Future[list[Info]]) -> None:
        """On a thread of its own: look a name up and hand over what came of it, if anybody still waits for it."""
        found: list[Info] | OSError
        try:
            found = socket.getaddrinfo(host, port, family, socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
        except UnicodeError as error:
            found = OSError(f"{host} can't be looked up: {error}")
        except OSError as error:
            found = error
        finally:
            self._free.release()
        with suppress(RuntimeError):  # the loop has ended meanwhile
            answer.get_loop().call_soon_threadsafe(hand_over, answer, found)

    async def close(self) -> None:
        """Nothing is held."""


def hand_over(answer: asyncio.Future[list[Info]], found: list[Info] | OSError) -> None:
    """Let whoever waits for a look-up go on."""
    if answer.done():
        return
    if isinstance(found, OSError):
        answer.set_exception(found)
    else:
        answer.set_result(found)


def result(host: str, info: Info) -> ResolveResult:
    """One address of a name, as aiohttp wants it."""
    family, _, proto, _, address = info
    numeric = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return ResolveResult(
        hostname=host, host=str(address[0]), port=int(address[1]), family=family, proto=proto, flags=numeric
    )
