"""Bombs, drips and endless bodies: what a host may send to fill a reader's memory or hold it up. Values only.

Each is small to send, or never ends. What becomes of them is measured by `bombs`.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, partial

from tests.gather.norvik_pages import TEXT


class How(Enum):
    """How a bomb comes in: as an article's page, as a source's document, as a file handed in."""

    PAGE = "page"
    LIST = "list"
    FILE = "file"


@dataclass(frozen=True)
class Bomb:
    """`make` gives a whole answer in pieces, or of a file its bytes in one; `again`: all but the first for ever."""

    name: str
    how: How
    make: Callable[[], list[bytes]]
    pause: float = 0.0
    again: bool = False


def answer(body: bytes, content_type: str = "text/html", *headers: str) -> list[bytes]:
    """A whole answer with this body."""
    lines = ("HTTP/1.1 200 OK", f"Content-Type: {content_type}", f"Content-Length: {len(body)}", *headers, "", "")
    return ["\r\n".join(lines).encode() + body]


def packed_answer(make: Callable[[], bytes], encoding: str) -> list[bytes]:
    """A whole answer whose body is said to be packed in some way."""
    return answer(make(), "text/html", f"Content-Encoding: {encoding}")


def open_ended(*headers: str) -> bytes:
    """The head of an answer without a length."""
    return "\r\n".join(("HTTP/1.1 200 OK", "Content-Type: text/html", *headers, "", "")).encode()


@cache
def zeros(megabytes: int, window: int = 31) -> bytes:
    """So many megabytes of zeros, packed: gzip for window 31, zlib for 15, raw deflate for -15."""
    packer = zlib.compressobj(9, zlib.DEFLATED, window)
    return b"".join([*(packer.compress(bytes(1_000_000)) for _ in range(megabytes)), packer.flush()])


def zstandard(megabytes: int) -> bytes:
    """So many megabytes of zeros as one frame of zstd (RFC 8878): blocks of 128 KB, four bytes each."""
    blocks = megabytes * 8
    head = b"\x28\xb5\x2f\xfd\x00\x58"
    size = (128 * 1024) << 3
    return head + b"".join(((size | 0b010 | (at == blocks - 1)).to_bytes(3, "little") + b"\0") for at in range(blocks))


def packed() -> Iterator[Bomb]:
    """What unfolds on its way in."""
    recipes: tuple[tuple[str, str, Callable[[], bytes]], ...] = (
        ("gzip, 1 GB", "gzip", lambda: zeros(1_000)),
        ("zlib, 1 GB", "deflate", lambda: zeros(1_000, 15)),
        ("raw deflate, 1 GB", "deflate", lambda: zeros(1_000, -15)),
        ("gzip in gzip, 1 GB", "gzip", lambda: gzip.compress(zeros(1_000))),
        ("gzip, gzip, 1 GB", "gzip, gzip", lambda: gzip.compress(zeros(1_000))),
        ("zstd, 1 GB", "zstd", lambda: zstandard(1_000)),
        ("br", "br", lambda: zeros(100)),
        ("x-gzip", "x-gzip", lambda: zeros(1_000)),
    )
    for name, encoding, make in recipes:
        for how in (How.PAGE, How.LIST):
            yield Bomb(name, how, partial(packed_answer, make, encoding))
    yield Bomb("sitemap.xml.gz, 1 GB", How.LIST, lambda: answer(zeros(1_000), "application/gzip"))
    yield Bomb("gzip handed in, 1 GB", How.FILE, lambda: [zeros(1_000)])
    many = gzip.compress(b"") * 100_000
    yield Bomb("gzip, 100,000 members", How.PAGE, lambda: answer(many, "text/html", "Content-Encoding: gzip"))


def endless() -> Iterator[Bomb]:
    """What never ends, fast and drop by drop."""
    chunked = open_ended("Transfer-Encoding: chunked")
    for name, pieces in {
        "body": [open_ended(), b"a" * 65_536],
        "headers": [b"HTTP/1.1 200 OK\r\n", b"A: b\r\n" * 1_000],
        "chunks": [chunked, b"1\r\na\r\n" * 10_000],
        "gzip": [open_ended("Content-Encoding: gzip"), gzip.compress(bytes(1_000_000))],
        "empty members": [open_ended("Content-Encoding: gzip"), gzip.compress(b"") * 1_000],
        "redirects": [b"HTTP/1.1 302 Found\r\nLocation: ?\r\n\r\n", b"a" * 65_536],
    }.items():
        yield Bomb(f"endless {name}", How.PAGE, partial(list, pieces), again=True)
    for name, pieces in {
        "nothing": [b"", b""],
        "headers": [b"HTTP/1.1 200 OK\r\nA: ", b"a"],
        "body": [open_ended(), b"a"],
        "chunks": [chunked, b"1\r\na\r\n"],
        "gzip": [open_ended("Content-Encoding: gzip"), *(bytes([one]) for one in zeros(5))],
    }.items():
        yield Bomb(f"drip of {name}", How.PAGE, partial(list, pieces), pause=0.1, again=True)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DOCUMENT_TYPES = {
    "billion laughs": f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>',
    "quadratic entity": f'<!DOCTYPE x [<!ENTITY l9 "{"a" * 100_000}">]>',
    "external file": '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
    "external address": '<!DOCTYPE x [<!ENTITY l9 SYSTEM "http://127.0.0.1:9/a">]>',
    "parameter entity": '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"><!ENTITY l9 "a"> %p; ]>',
    "external DTD": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/a.dtd">',
}


def entities() -> Iterator[Bomb]:
    """XML whose entities grow or lead elsewhere, as each kind of document."""
    uses = "&l9;" * 500
    for name, kind in DOCUMENT_TYPES.items():
        for root, body in {
            "RSS": f"<rss><channel><title>{uses}</title><item><title>{uses}</title></item></channel></rss>",
            "Atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{uses}</title><entry><id>{uses}</id></entry></feed>',
            "sitemap": f"<urlset><url><loc>https://a.example/{uses}</loc></url></urlset>",
        }.items():
            document = f'<?xml version="1.0"?>{kind}{body}'.encode()
            yield Bomb(f"{name} ({root})", How.LIST, partial(answer, document, "application/xml"))
        page = f"{kind}<html><body><p>{uses}</p></body></html>".encode()
        yield Bomb(f"{name} (XHTML)", How.PAGE, partial(answer, page, "application/xhtml+xml"))


ATTRIBUTES = " ".join(f"a{n}='1'" for n in range(200_000))
DEEP = 200_000


def markup() -> Iterator[Bomb]:
    """Markup that takes a parser more than its size: many attributes, deep nesting, marks that are never closed."""
    pages = {
        "200,000 attributes": f"<html><body><p {ATTRIBUTES}>{TEXT}</p></body></html>",
        "200,000 nested <div>": "<div>" * DEEP + TEXT,
        "200,000 nested <b>": "<p>" + "<b>" * DEEP + TEXT,
        "200,000 nested <table>": "<table><tr><td>" * DEEP + TEXT,
        "unclosed comments": "<!--" * 1_000_000 + TEXT,
        "open tags": "<a " * 1_000_000,
        "1,000,000 <p>": "<p>a" * 1_000_000,
        "entities": "&amp;" * 1_500_000,
        "10 MB of <": "<" * 9_000_000,
        "one word of 9 MB": f"<p>{'a' * 9_000_000}</p>",
        "9 MB of spaces": f"<p>{TEXT}{' ' * 9_000_000}.</p>",
        "9 MB of blank lines": f"<p>{TEXT}</p>" + "\n" * 9_000_000,
        "100,000 classes": f"<p class='{' '.join(f'c{n}' for n in range(100_000))}'>{TEXT}</p>" * 3,
        "100,000 <meta>": "<html><head>" + "<meta name='author' content='A B'>" * 100_000 + f"</head><p>{TEXT}</p>",
        "JSON-LD, deep": f"<script type='application/ld+json'>{'[' * 500_000}</script><p>{TEXT}</p>",
        "JSON-LD, open": "<script type='application/ld+json'>" + '{"@type":' * 200_000 + f"</script><p>{TEXT}</p>",
    }
    for name, page in pages.items():
        yield Bomb(name, How.PAGE, partial(answer, page.encode()))
    lists = {
        "200,000 attributes (RSS)": f"<rss {ATTRIBUTES}><channel><item {ATTRIBUTES}/></channel></rss>",
        "200,000 attributes (sitemap)": f"<urlset><url {ATTRIBUTES}><loc>https://a.example/a</loc></url></urlset>",
        "200,000 attributes (site)": f"<html><head><link {ATTRIBUTES} rel='alternate'></head></html>",
        "200,000 nested (RSS)": f"<rss><channel><item>{'<a>' * DEEP}</item></channel></rss>",
        "200,000 nested (sitemap)": f"<urlset><url>{'<a>' * DEEP}</url></urlset>",
        "200,000 nested (site)": "<html><head>" + "<div>" * DEEP,
        "300,000 items": "<rss><channel>" + "<item><link>a</link></item>" * 300_000,
        "300,000 urls": "<urlset>" + "<url><loc>/a</loc></url>" * 300_000,
        "JSON feed, deep": '{"version":"https://jsonfeed.org/version/1.1","items":' + "[" * 1_000_000,
        "JSON feed, wide": '{"version":"https://jsonfeed.org/version/1.1","items":[' + "{}," * 2_000_000 + "{}]}",
        "prologues": "<?a?>" * 1_500_000,
        "open prologue": "<!--" * 2_000_000,
        "open document type": "<!DOCTYPE " * 500_000,
        "addresses": "https://a.example/a\n" * 450_000,
    }
    for name, document in lists.items():
        kind = "application/json" if document.startswith("{") else "text/xml"
        kind = "text/plain" if document.startswith("https") else kind
        yield Bomb(name, How.LIST, partial(answer, document.encode(), kind))


def sent() -> Iterator[Bomb]:
    """All that a host may send."""
    for kind in (packed, endless, entities, markup):
        yield from kind()
