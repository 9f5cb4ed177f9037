"""Bytes to characters: strictly for files, forgivingly for web pages. Pure; what the characters say is for others."""

from __future__ import annotations

import codecs
import re

BYTE_ORDER_MARKS = (
    # UTF-32 before UTF-16, whose little-endian mark is how UTF-32's begins
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
PAGE_ENCODINGS = frozenset(
    # what the WHATWG Encoding Standard lets a page name, by Python's names; nothing like utf-7 or unicode_escape
    ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030", "gb2312", "big5", "euc_jp", "euc_kr"]
    + ["shift_jis", "cp932", "cp949", "iso2022_jp", "koi8-r", "koi8-u", "mac-roman", "cp866", "cp874", "tis-620"]
    + [f"iso8859-{n}" for n in range(1, 17) if n != 12]
    + [f"cp{n}" for n in range(1250, 1259)]
)
TREATED_AS = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""As browsers do (WHATWG Encoding Standard): the label names a part of what pages really use."""
DECLARED_INSIDE = re.compile(
    rb"<(?:meta[^>]{1,200}?charset|\?xml[^>]{1,200}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
WHERE_DECLARED = 4_096
"""Bytes; the standard asks for the first 1,024, real pages put scripts before it."""


def decode_file(data: bytes) -> str | None:
    """The characters of a text file: UTF-8, or UTF-16/32 with its mark; None where the bytes are not such text."""
    mark, encoding = mark_of(data) or (b"", "utf-8")
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def decode_page(data: bytes, declared: str | None) -> str:
    """The characters of a web page or feed; `declared` is the charset its server named. What isn't text is U+FFFD.

    A mark is believed first, then the bytes (what decodes as UTF-8 and is not plain ASCII is UTF-8, whatever was
    declared), then the server, then the page.
    """
    if marked := mark_of(data):
        return data[len(marked[0]) :].decode(marked[1], errors="replace")
    found = DECLARED_INSIDE.search(data[:WHERE_DECLARED])
    inside = found[1].decode("ascii") if found else ""
    # what could be read byte by byte is not in UTF-16, whatever it was saved as once
    candidates = [declared, "utf-8" if inside.lower().startswith("utf-16") else inside, "utf-8"]
    if not data.isascii():
        candidates.insert(0, "utf-8")
    for encoding in filter(None, map(page_encoding, candidates)):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", errors="replace")


def mark_of(data: bytes) -> tuple[bytes, str] | None:
    """The byte order mark that the bytes begin with, and the encoding it stands for."""
    return next((marked for marked in BYTE_ORDER_MARKS if data.startswith(marked[0])), None)


def page_encoding(label: str | None) -> str | None:
    """Python's name for a charset that a page may use; None for any other."""
    try:
        name = codecs.lookup((label or "").strip("\"' ")).name
    except (LookupError, ValueError):
        return None
    name = TREATED_AS.get(name, name)
    return name if name in PAGE_ENCODINGS else None
