"""What kind of document some bytes are: a page of HTML, a text, a PDF, or none of them. Pure."""

from __future__ import annotations

import re
from enum import StrEnum

from index.errors import NotAnArticle

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
TEXT_TYPES = frozenset({"text/plain", "text/markdown", "text/x-markdown"})
PDF_TYPES = frozenset({"application/pdf", "application/x-pdf"})
UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/unknown"})
"""Types that say nothing: the bytes decide."""
HTML_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
PDF_NAME = re.compile(r"\.pdf$", re.IGNORECASE)
PDF_START = re.compile(rb"(?:\A|.{0,1020}?[\r\n])%PDF-\d", re.DOTALL)
"""A PDF's mark stands in its first 1,024 bytes; what a mail or a printer's program put before it ends with a line."""
LOOKED_AT = 4_096
"""Bytes; pictures, archives and office files all hold a zero byte among their first."""


class Kind(StrEnum):
    """How a document is read."""

    HTML = "html"
    TEXT = "text"
    PDF = "pdf"


def kind_of_file(name: str, data: bytes) -> Kind:
    """The kind of a file handed in, by its name, else by its first bytes."""
    if is_pdf(data) or PDF_NAME.search(name):
        return Kind.PDF
    return Kind.HTML if HTML_NAME.search(name) or HTML_START.match(data) else Kind.TEXT


def kind_of_page(where: str, content_type: str, charset: str | None, data: bytes) -> Kind:
    """The kind of a fetched page: what its bytes show or its server says; NotAnArticle for anything else."""
    if not data.strip():
        raise NotAnArticle(where, "it is empty")
    if content_type not in HTML_TYPES | TEXT_TYPES | PDF_TYPES | UNSAID:
        raise NotAnArticle(where, f"it is {re.sub(r'[^a-z0-9/.+-]', '', content_type)[:60]}, not a page of text")
    if is_pdf(data):
        return Kind.PDF
    if is_binary(charset, data):
        raise NotAnArticle(where, "it says that it is a page of text, but it is not")
    return Kind.HTML if content_type in HTML_TYPES or HTML_START.match(data) else Kind.TEXT


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF document, whatever they are said to be; some begin with a line of a printer's."""
    return PDF_START.match(data) is not None and not HTML_START.match(data)


def is_binary(charset: str | None, data: bytes) -> bool:
    """Whether the bytes can't be text: a zero byte, where they are not the two- or four-byte kind of Unicode."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or (charset or "").lower().startswith("utf-16")
    return not wide and b"\0" in data[:LOOKED_AT]
