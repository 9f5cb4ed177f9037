"""PDF files that the gathering tests share: built line by line, so that what stands where is known."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from pypdf import PdfReader, PdfWriter


def pdf_file(pages: Sequence[Sequence[str]], info: Mapping[str, str] | None = None, password: str = "") -> bytes:
    """A PDF of pages with these lines, from top to bottom, and what it states of itself ({"/Title": ...})."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>", b"", b"", *[b""] * (2 * len(pages))]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages))
    objects[2] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    for n, lines in enumerate(pages):
        drawn = b"BT /F1 10 Tf 12 TL 50 800 Td " + b" ".join(b"(%s) Tj T*" % escaped(line) for line in lines) + b" ET"
        objects[3 + 2 * n] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            b" /Contents %d 0 R >>" % (5 + 2 * n)
        )
        objects[4 + 2 * n] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)
    return finished(written(objects), info or {}, password)


def escaped(line: str) -> bytes:
    """A line as the text of a PDF string."""
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def written(objects: Sequence[bytes]) -> bytes:
    """Numbered objects as a file, with the table of where each begins."""
    data, starts = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def finished(data: bytes, info: Mapping[str, str], password: str) -> bytes:
    """The file with its title, author and dates, and locked where a password is given."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.add_metadata(dict(info))
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
