"""Guards that fetching is bounded in time, bytes and hops, and that no connection is made to where it may not be.

Real servers on loopback; the second one, the canary, must see no connection wherever an address is refused.
"""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Callable

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from index.errors import AddressRefused, FetchFailed, TooLarge
from index.gather.fetch import Fetcher
from tests.gather.news_site import LOOPBACK, NewsSite, Wire

Reach = Callable[..., Fetcher]


class Names(AbstractResolver):
    """Answers look-ups from a table; each look-up of a name takes its next answer, the last one for good."""

    def __init__(self, **answers: list[list[str]]) -> None:
        self.answers = answers

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        answers = self.answers[host.partition(".")[0]]
        return [
            ResolveResult(hostname=host, host=ip, port=port, family=socket.AF_INET, proto=0, flags=0)
            for ip in (answers.pop(0) if len(answers) > 1 else answers[0])
        ]

    async def close(self) -> None:
        """Nothing is held."""


async def test_a_page_comes_with_its_address_type_and_charset(site: NewsSite, reach: Reach) -> None:
    site.html("/a", b"\xe4", "text/html; charset=latin-1")
    page = await reach(site.port).fetch(site.address("/a#part"))
    assert (page.url, page.content_type, page.charset, page.body) == (
        site.address("/a"),
        "text/html",
        "latin-1",
        b"\xe4",
    )


async def test_the_request_names_the_project_and_carries_no_cookie(site: NewsSite, reach: Reach) -> None:
    site.put("/a", status=302, Location="/b", Set_Cookie="a=b; Path=/")
    site.html("/b", "text")
    await reach(site.port).fetch(site.address("/a"))
    assert [request.path for request in site.requests] == ["/a", "/b"]
    assert all("Verbatim" in request.headers["User-Agent"] for request in site.requests)
    assert not any("Cookie" in request.headers or "Authorization" in request.headers for request in site.requests)


async def test_the_request_names_whom_to_write_to(site: NewsSite, reach: Reach) -> None:
    site.html("/a", "text")
    await reach(site.port, contact="news-bot@norvik.example").fetch(site.address("/a"))
    assert "news-bot@norvik.example" in site.requests[0].headers["User-Agent"]


async def test_no_proxy_is_taken_from_the_environment(
    site: NewsSite, wire: Wire, reach: Reach, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://{LOOPBACK}:{wire.port}")
    site.html("/a", "text")
    await reach(site.port, wire.port).fetch(site.address("/a"))
    assert wire.connections == 0


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (404, "it answered 404 Not Found"),
        (500, "it answered 500 Internal Server Error"),
        (403, "it answered 403 Forbidden"),
        (429, "it answered 429 Too Many Requests"),
        (204, "it answered 204 No Content"),
        (304, "it answered 304 Not Modified"),
        (300, "it answered 300 Multiple Choices"),
        (799, "it answered 799"),
    ],
)
async def test_an_answer_without_a_page(site: NewsSite, reach: Reach, status: int, reason: str) -> None:
    site.put("/a", status=status)
    with pytest.raises(FetchFailed) as failed:
        await reach(site.port).fetch(site.address("/a"))
    assert (failed.value.status, failed.value.reason) == (status, reason)
    assert failed.value.where == site.address("/a")


async def test_five_redirects_are_followed_and_six_are_not(site: NewsSite, reach: Reach) -> None:
    for hop in range(6):
        site.redirect(f"/{hop}", f"/{hop + 1}", status=[301, 302, 303, 307, 308, 302][hop])
    site.html("/6", "the end")
    page = await reach(site.port).fetch(site.address("/1"))
    assert (page.url, page.body) == (site.address("/6"), b"the end")
    with pytest.raises(FetchFailed, match="redirects more than 5 times"):
        await reach(site.port).fetch(site.address("/0"))


@pytest.mark.parametrize(
    "location", ["/loop", "", None, "http://[", "http://nowhere..example/", "mailto:a@norvik.example", "//", "\\\\h\\a"]
)
async def test_a_redirect_that_leads_nowhere(site: NewsSite, reach: Reach, location: str | None) -> None:
    site.put("/loop", status=302, **({} if location is None else {"Location": location}))
    with pytest.raises((FetchFailed, AddressRefused), match="redirects"):
        await reach(site.port).fetch(site.address("/loop"))


FORBIDDEN = [
    "http://127.0.0.1:{canary}/",
    "http://localhost:{canary}/",
    "http://[::1]:{canary}/",
    "http://0.0.0.0:{canary}/",
]
FORBIDDEN += ["http://[::ffff:127.0.0.1]:{canary}/", "http://[::127.0.0.1]:{canary}/", "http://①②⑦.⓪.⓪.①:{canary}/"]
FORBIDDEN += ["http://2130706433:{canary}/", "http://0x7f.1:{canary}/", "http://127.0.0.1.:{canary}/"]
FORBIDDEN += ["http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://8.8.8.8:22/"]
FORBIDDEN += ["http://a@127.0.0.1:{canary}/", "http://8.8.8.8\\@127.0.0.1:{canary}/", "file:///etc/passwd"]


@pytest.mark.parametrize("address", FORBIDDEN)
async def test_no_connection_is_made_to_a_forbidden_address(wire: Wire, reach: Reach, address: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        await reach(total_seconds=5).fetch(address.format(canary=wire.port))
    assert wire.connections == 0
    assert refused.value.reason


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("address", FORBIDDEN[:3] + FORBIDDEN[10:12])
async def test_no_redirect_leads_to_a_forbidden_address(
    site: NewsSite, wire: Wire, reach: Reach, status: int, address: str
) -> None:
    site.redirect("/a", address.format(canary=wire.port), status)
    with pytest.raises(AddressRefused):
        await reach(site.port, total_seconds=5).fetch(site.address("/a"))
    assert wire.connections == 0


async def test_a_name_that_leads_to_a_forbidden_address_is_refused_without_saying_which(reach: Reach) -> None:
    fetcher = reach(resolver=Names(inner=[["10.11.12.13"]]))
    with pytest.raises(AddressRefused) as refused:
        await fetcher.fetch("http://inner.example/")
    assert "10.11.12.13" not in str(refused.value)


async def test_a_redirect_that_is_refused_names_both_addresses(site: NewsSite, reach: Reach) -> None:
    for onward in ("http://10.0.0.1/", "http://inner.example/", "ftp://8.8.8.8/"):
        site.redirect("/a", onward)
        with pytest.raises(AddressRefused, match=f"it redirects to {onward}: it ") as refused:
            await reach(site.port, resolver=Names(inner=[["10.11.12.13"]])).fetch(site.address("/a"))
        assert (refused.value.where, refused.value.onward) == (site.address("/a"), onward)


async def test_a_name_that_changes_its_address_between_hops_is_checked_again(
    site: NewsSite, wire: Wire, reach: Reach
) -> None:
    site.redirect("/a", f"http://turncoat.example:{wire.port}/")
    fetcher = reach(site.port, wire.port, resolver=Names(turncoat=[[LOOPBACK], ["127.0.0.2"]]))
    with pytest.raises(AddressRefused):
        await fetcher.fetch(site.address("/a", "turncoat.example"))
    assert [request.path for request in site.requests] == ["/a"]
    assert wire.connections == 0


async def test_a_name_with_one_good_address_among_forbidden_ones_is_read_there(site: NewsSite, reach: Reach) -> None:
    site.html("/a", "text")
    fetcher = reach(site.port, resolver=Names(mixed=[["10.0.0.1", LOOPBACK, "127.0.0.2"]]))
    assert (await fetcher.fetch(site.address("/a", "mixed.example"))).body == b"text"


def head(*lines: str) -> bytes:
    return "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html", *lines, "", ""]).encode()


async def test_a_small_bomb_is_refused_once_it_has_unfolded_too_far(wire: Wire, reach: Reach) -> None:
    bomb = gzip.compress(bytes(20_000_000))
    assert len(bomb) < 100_000
    wire.pieces = [head("Content-Encoding: gzip", f"Content-Length: {len(bomb)}"), bomb]
    with pytest.raises(TooLarge, match="larger than 10 MB"):
        await reach(wire.port).fetch(f"http://{LOOPBACK}:{wire.port}/")


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br", "zstd", "compress", "nonsense"])
async def test_what_is_packed_in_another_way_is_refused(wire: Wire, reach: Reach, encoding: str) -> None:
    body = gzip.compress(gzip.compress(bytes(1_000_000)))
    wire.pieces = [head(f"Content-Encoding: {encoding}", f"Content-Length: {len(body)}"), body]
    with pytest.raises(FetchFailed, match=r"packed in a way|did not answer as"):
        await reach(wire.port).fetch(f"http://{LOOPBACK}:{wire.port}/")


@pytest.mark.parametrize(
    "body", [zlib.compress(b"text"), gzip.compress(b"t", mtime=0) + gzip.compress(b"ext", mtime=0)]
)
async def test_packed_pages_are_unpacked(wire: Wire, reach: Reach, body: bytes) -> None:
    encoding = "gzip" if body.startswith(b"\x1f\x8b") else "deflate"
    wire.pieces = [head(f"Content-Encoding: {encoding}", f"Content-Length: {len(body)}"), body]
    assert (await reach(wire.port).fetch(f"http://{LOOPBACK}:{wire.port}/")).body == b"text"


async def test_a_body_without_end_is_cut_off(wire: Wire, reach: Reach) -> None:
    wire.pieces, wire.repeat = [head(), bytes(65_536)], True
    with pytest.raises(TooLarge):
        await reach(wire.port).fetch(f"http://{LOOPBACK}:{wire.port}/")


async def test_a_body_announced_as_too_large_is_not_read(wire: Wire, reach: Reach) -> None:
    wire.pieces = [head("Content-Length: 100000000")]
    with pytest.raises(TooLarge):
        await reach(wire.port, total_seconds=5).fetch(f"http://{LOOPBACK}:{wire.port}/")


DRIPS = {
    "nothing": [b"", b""],
    "headers": [b"HTTP/1.1 200 OK\r\nA: ", b"a"],
    "body": [head(), b"a"],
    "chunks": [head("Transfer-Encoding: chunked"), b"1\r\na\r\n"],
    "bomb": [head("Content-Encoding: gzip"), *(bytes([byte]) for byte in gzip.compress(bytes(5_000_000)))],
}


@pytest.mark.parametrize("pieces", DRIPS.values(), ids=DRIPS)
async def test_a_server_that_drips_is_left_after_the_time_allowed(
    wire: Wire, reach: Reach, pieces: list[bytes]
) -> None:
    wire.pieces, wire.pause, wire.repeat = pieces, 0.05, True
    began = time.monotonic()
    with pytest.raises(FetchFailed, match=r"took longer than 0\.3 seconds"):
        await reach(wire.port, total_seconds=0.3).fetch(f"http://{LOOPBACK}:{wire.port}/")
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"SSH-2.0-OpenSSH_9.6\r\n", "did not answer as a web server should"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "did not answer as a web server should"),
        (b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 500 + b"\r\n", "did not answer as a web server should"),
        (b"HTTP/1.1 200 OK\r\nA: " + b"a" * 100_000 + b"\r\n\r\n", "did not answer as a web server should"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "broke off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "did not answer as a web server should"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\ntext", "packed wrongly"),
        (b"", "broke the connection off"),
    ],
)
async def test_a_server_that_does_not_keep_to_the_protocol(
    wire: Wire, reach: Reach, answer: bytes, reason: str
) -> None:
    wire.pieces = [answer]
    with pytest.raises(FetchFailed) as failed:
        await reach(wire.port, total_seconds=5).fetch(f"http://{LOOPBACK}:{wire.port}/")
    assert reason in failed.value.reason


async def test_a_host_that_is_not_there(reach: Reach) -> None:
    with socket.socket() as unused:
        unused.bind((LOOPBACK, 0))
        port = unused.getsockname()[1]
    with pytest.raises(FetchFailed, match="refused the connection"):
        await reach(port).fetch(f"http://{LOOPBACK}:{port}/")


async def test_a_name_that_does_not_exist(reach: Reach) -> None:
    class Nowhere(Names):
        async def resolve(
            self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
        ) -> list[ResolveResult]:
            raise OSError(None, "Domain name not found")

    with pytest.raises(FetchFailed, match="no such host"):
        await reach(resolver=Nowhere()).fetch("http://norvik.invalid/")


async def test_a_plain_answer_to_an_encrypted_request(site: NewsSite, reach: Reach) -> None:
    with pytest.raises(FetchFailed, match="its encryption is not valid"):
        await reach(site.port).fetch(f"https://{LOOPBACK}:{site.port}/")
