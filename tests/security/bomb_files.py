"""Files that are bombs: PDFs that unfold, loop or lie, and front matter that grows or nests. Values only."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import partial

from tests.gather.norvik_pages import TEXT
from tests.gather.pdf_files import written
from tests.security.bomb_recipes import Bomb, How, zeros


def text_files() -> Iterator[Bomb]:
    """Front matter that grows or nests."""
    aliases = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    for name, matter in {
        "YAML aliases": f"a0: &a0 [lol]\n{aliases}title: *a11",
        "YAML, deep": "title: " + "[" * 19_000,
        "YAML, mappings": "? " * 9_000,
        "YAML, long key": "a" * 19_000 + ": b",
    }.items():
        yield Bomb(name, How.FILE, partial(list, [f"---\n{matter}\n---\n\n{TEXT}".encode()]))


PAGE = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << >> >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


def stream(data: bytes, entries: bytes) -> bytes:
    """A stream of a PDF."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def page_trees() -> dict[str, bytes]:
    """PDFs whose pages are too many, or hang together as no tree does."""
    return {
        "page tree in a circle": written([CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
        "page tree, doubling": written(
            [CATALOG, *(b"<< /Type /Pages /Kids [%d 0 R %d 0 R] /Count 2 >>" % (n, n) for n in range(3, 60)), PAGE]
        ),
        "page tree, deep": written(
            [CATALOG, *(b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % n for n in range(3, 20_000)), PAGE]
        ),
        "2,147,483,647 pages": written([CATALOG, b"<< /Type /Pages /Kids [] /Count 2147483647 >>"]),
        "the same page 1,000,000 times": written(
            [CATALOG, b"<< /Type /Pages /Kids [%s] /Count 1 >>" % (b"3 0 R " * 1_000_000), PAGE, stream(b"", b"")]
        ),
    }


def pdfs() -> Iterator[Bomb]:
    """PDFs that unfold, loop, or claim what they do not hold."""
    drawn = zlib.compress(b"BT /F1 9 Tf (aaaaaaaaaaaaaaaa) Tj ET " * 8_000_000, 9)
    twice = zlib.compress(zlib.compress(bytes(300_000_000), 9), 9)
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    image = stream(zeros(500, 15), b"/Type /XObject /Subtype /Image /Filter /FlateDecode")
    loop = stream(b"/X Do " * 50, b"/Type /XObject /Subtype /Form /Resources << /XObject << /X 4 0 R >> >>")
    codes = b"1 begincodespacerange <00> <FFFFFFFF> endcodespacerange"
    maps = b"begincmap %s 1 beginbfrange <00> <FFFFFFFF> <00> endbfrange" % codes
    whole = written([CATALOG, pages, PAGE, stream(drawn, b"/Filter /FlateDecode")])
    files = {
        "flate, 300 MB": whole,
        "flate on 200 pages": written(
            [
                CATALOG,
                b"<< /Type /Pages /Kids [%s] /Count 200 >>" % (b"3 0 R " * 200),
                PAGE,
                stream(drawn, b"/Filter /FlateDecode"),
            ]
        ),
        "flate in flate": written([CATALOG, pages, PAGE, stream(twice, b"/Filter [/FlateDecode /FlateDecode]")]),
        "RunLength": written([CATALOG, pages, PAGE, stream(b"\x81a" * 1_000_000, b"/Filter /RunLengthDecode")]),
        "100 filters": written([CATALOG, pages, PAGE, stream(drawn, b"/Filter [%s]" % (b"/ASCIIHexDecode " * 100))]),
        **page_trees(),
        "form within itself": written([CATALOG, pages, PAGE.replace(b"<< >>", b"<< /XObject << /X 4 0 R >> >>"), loop]),
        "image, 500 MB": written(
            [CATALOG, pages, PAGE.replace(b"<< >>", b"<< /XObject << /I 5 0 R >> >>"), stream(b"/I Do", b""), image]
        ),
        "character map": written(
            [
                *(CATALOG, pages, PAGE.replace(b"<< >>", b"<< /Font << /F1 5 0 R >> >>")),
                stream(b"BT /F1 9 Tf <41> Tj ET", b""),
                *(b"<< /Type /Font /Subtype /Type0 /BaseFont /A /ToUnicode 6 0 R >>", stream(maps, b"")),
            ]
        ),
        "table in a circle": b"%PDF-1.4\nxref\n0 0\ntrailer << /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF\n",
        "deep arrays": written([b"[" * 500_000]),
        "deep dictionaries": written([CATALOG, b"<< /A " * 200_000]),
        "9 MB without an end": b"%PDF-1.4\n" + b"1 0 obj\n" * 1_000_000,
    }
    for name, data in files.items():
        yield Bomb(f"PDF: {name}", How.FILE, partial(list, [data]))


def handed_in() -> Iterator[Bomb]:
    """All of them."""
    yield from text_files()
    yield from pdfs()
