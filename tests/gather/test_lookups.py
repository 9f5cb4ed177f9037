"""Guards that a name whose look-up never ends holds up one fetch, and neither the others nor the end of the process."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.errors import FetchFailed
from index.gather.fetch import Fetcher
from index.gather.lookups import MOST_ADDRESSES, MOST_WAITING, Lookups
from tests.gather.news_site import LOOPBACK, NewsSite

Reach = Callable[..., Fetcher]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The system's look-up, in which names of .hung get no answer until the event is set."""
    answered = threading.Event()

    def getaddrinfo(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        if host.endswith(".hung"):
            answered.wait(20)
        if host.endswith(".nowhere"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        many = 200 if host.endswith(".many") else 1
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (LOOPBACK, port))] * many

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    yield answered
    answered.set()


async def test_names_that_are_never_answered_hold_up_nobody(
    site: NewsSite, reach: Reach, names: threading.Event
) -> None:
    site.html("/a", "text")
    fetcher = reach(site.port, total_seconds=0.4)
    began = time.monotonic()
    hung = [asyncio.create_task(fetcher.fetch(f"http://site{n}.hung/")) for n in range(7)]
    await asyncio.sleep(0.1)
    assert (await fetcher.fetch(site.address("/a", "norvik.example"))).body == b"text"
    assert await asyncio.to_thread(lambda: "other work") == "other work"
    for failed in await asyncio.gather(*hung, return_exceptions=True):
        assert isinstance(failed, FetchFailed)
        assert "took longer than" in failed.reason
    assert time.monotonic() - began < 3


async def test_only_so_many_names_wait_at_once(names: threading.Event) -> None:
    lookups = Lookups()
    waiting = [asyncio.create_task(lookups.resolve(f"site{n}.hung")) for n in range(MOST_WAITING)]
    await asyncio.sleep(0)
    with pytest.raises(OSError, match="too many"):
        await lookups.resolve("norvik.example")
    names.set()
    await asyncio.gather(*waiting)
    assert await lookups.resolve("norvik.example", 80)


async def test_what_a_name_may_lead_to(reach: Reach, names: threading.Event) -> None:
    assert len(await Lookups().resolve("site.many", 80)) == MOST_ADDRESSES
    with pytest.raises(FetchFailed, match="no such host"):
        await reach().fetch("http://site.nowhere/")


def test_the_process_ends_while_a_look_up_hangs(tmp_path: Path) -> None:
    program = """
import asyncio, socket, time
from index.gather.lookups import Lookups
socket.getaddrinfo = lambda *a, **k: time.sleep(60)
async def main():
    task = asyncio.create_task(Lookups().resolve("site.hung"))
    await asyncio.sleep(0.1)
asyncio.run(main())
"""
    root = Path(__file__).resolve().parents[2]
    ended = subprocess.run([sys.executable, "-c", program], cwd=root, timeout=30, check=False)
    assert ended.returncode == 0
