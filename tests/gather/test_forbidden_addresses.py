"""Guards that no connection is opened to where it may not be: over 200 ways to write such addresses, each way there.

Every connection that the process makes is recorded where it is made.
"""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable, Iterator
from ipaddress import IPv4Address

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from index.errors import AddressRefused
from index.gather.fetch import Fetcher
from index.gather.politeness import Politeness
from tests.gather.news_site import LOOPBACK, NewsSite
from tests.gather.test_addresses import NOT_PUBLIC

Reach = Callable[..., Fetcher]
INNER = ["127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.1.1", "100.64.0.1", "172.16.0.1"]


def disguises(address: str) -> Iterator[str]:
    """Ways to write the host of one IPv4 address."""
    number, parts = int(IPv4Address(address)), [int(part) for part in address.split(".")]
    low = f"{number:08x}"
    yield from (address, f"{address}.", str(number), hex(number), f"0{number:o}", f"{number}.", f"0x{number:016x}")
    yield from (".".join(f"0{part:o}" for part in parts), ".".join(map(hex, parts)), f"{parts[0]}.{number & 0xFFFFFF}")
    yield from (f"{parts[0]}.{parts[1]}.{number & 0xFFFF}", f"0x{parts[0]:x}.{number & 0xFFFFFF}")
    yield from (".".join(f"{part:03}" for part in parts), "%" + "%".join(f"{ord(one):02x}" for one in address))
    yield from (
        "".join(chr(ord(one) + 0xFEE0) if one.isdigit() else one for one in address),
        address.replace(".", "。"),
    )
    yield from (f"[::ffff:{address}]", f"[::{address}]", f"[::ffff:0:{address}]", f"[64:ff9b::{address}]")
    yield from (f"[64:ff9b:1::{address}]", f"[2002:{low[:4]}:{low[4:]}::1]", f"[2001:0:{low[:4]}:{low[4:]}::1]")
    yield from (f"[::ffff:{low[:4]}:{low[4:]}]", f"[0:0:0:0:0:ffff:{low[:4]}:{low[4:]}]", f"[fe80::5efe:{address}]")
    yield from (f"8.8.8.8@{address}", f"user:word@{address}", f"8.8.8.8\\@{address}", f"8.8.8.8#@{address}:22")


FORMS = [
    *(f"http://{host}/" for address in INNER for host in disguises(address) if "#" not in host),
    *(f"https://{host}:{port}/" for host in ("8.8.8.8", "[2606:4700::1111]") for port in (0, 1, 22, 25, 8080, 65535)),
    *(f"http://{address}/" for address in NOT_PUBLIC if address.count(".") == 3 and address.strip() == address),
    *(f"http://[{address}]/" for address in NOT_PUBLIC if ":" in address and "[" not in address),
    *(
        f"http://{name}/"
        for name in ("inner.example", "localhost", "LOCALHOST.", "metadata.google.internal", "mixed.a")
    ),
    *("file:///etc/passwd", "ftp://8.8.8.8/", "gopher://127.0.0.1/", "unix:/var/run/docker.sock", "//127.0.0.1:22/"),
]


class Inside(AbstractResolver):
    """Finds every name in somebody's inner network."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = [("10.9.8.7", socket.AF_INET), ("127.0.0.2", socket.AF_INET), ("fd00::1", socket.AF_INET6)]
        return [
            ResolveResult(hostname=host, host=ip, port=port, family=kind, proto=0, flags=0)
            for ip, kind in found[: 3 if host.startswith("mixed") else 1]
        ]

    async def close(self) -> None:
        """Nothing is held."""


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Every connection that is made from now on."""
    made: list[tuple[str, int]] = []
    connect = socket.socket.connect

    def recorded(self: socket.socket, address: tuple[str, int]) -> None:
        made.append(address[:2])
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", recorded)
    return made


def test_there_are_enough_forms() -> None:
    assert len(set(FORMS)) >= 200


async def test_nothing_is_fetched_there(connections: list[tuple[str, int]], reach: Reach) -> None:
    fetcher = reach(resolver=Inside(), total_seconds=2)
    assert [form for form in FORMS if not await is_refused(fetcher.fetch(form))] == []
    assert connections == []


@pytest.mark.parametrize("way", ["redirect", "refresh", "robots"])
async def test_nothing_leads_there(connections: list[tuple[str, int]], site: NewsSite, reach: Reach, way: str) -> None:
    fetcher = reach(site.port, resolver=Inside(), total_seconds=2)
    for number, form in enumerate(FORMS):
        if way == "refresh":
            site.html("/a", f'<meta http-equiv="refresh" content="0; url={form}">')
        else:
            site.redirect("/a", form, [301, 302, 303, 307, 308][number % 5])
        site.pages["/robots.txt"] = site.pages["/a"]
        # by a program, its robots.txt is asked for before the page
        asked = Politeness(fetcher).fetch if way == "robots" else fetcher.fetch
        assert await is_refused(asked(site.address("/a"))), form
    assert set(connections) == {(LOOPBACK, site.port)}
    assert len(connections) == len(FORMS)


async def is_refused(fetching: Awaitable[object]) -> bool:
    """Whether an address was refused for what it is."""
    try:
        await fetching
    except AddressRefused:
        return True
    return False
