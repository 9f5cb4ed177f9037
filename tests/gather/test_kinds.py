"""Guards that only HTML and text are read as articles, and that a lying type does no harm."""

from __future__ import annotations

import pytest

from index.errors import NotAnArticle
from index.gather.kinds import Kind, kind_of_file, kind_of_page

HTML = b"<!DOCTYPE html><html><body>text"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


@pytest.mark.parametrize(
    ("content_type", "data", "kind"),
    [
        ("text/html", HTML, Kind.HTML),
        ("text/html", b"<p>text", Kind.HTML),
        ("application/xhtml+xml", b"<?xml version='1.0'?><html>", Kind.HTML),
        ("text/plain", b"text", Kind.TEXT),
        ("text/plain", b"\xef\xbb\xbf <!-- a --><HTML lang=en>", Kind.HTML),
        ("application/octet-stream", HTML, Kind.HTML),
        ("", b"text", Kind.TEXT),
        ("text/html", "<html>ä".encode("utf-16"), Kind.HTML),
        ("application/pdf", b"%PDF-1.7", Kind.PDF),
        ("text/html", b"%PDF-1.7\n\0\0", Kind.PDF),
        ("", b"@PJL SET\r\n%PDF-1.4", Kind.PDF),
        ("text/plain", b"a file that begins with %PDF-1.4", Kind.TEXT),
        ("application/pdf", HTML, Kind.HTML),
    ],
)
def test_a_page_is_what_its_server_says_or_its_bytes_show(content_type: str, data: bytes, kind: Kind) -> None:
    assert kind_of_page("https://norvik.example/a", content_type, None, data) is kind


@pytest.mark.parametrize(
    ("content_type", "data", "reason"),
    [
        ("image/png", PNG, "it is image/png, not a page of text"),
        ("application/json", b"{}", "it is application/json, not a page of text"),
        ("application/rss+xml", b"<rss>", "it is application/rss+xml, not a page of text"),
        ("video/<b>@everyone", b"a", "it is video/beveryone, not a page of text"),
        ("text/html", PNG, "it says that it is a page of text, but it is not"),
        ("application/pdf", PNG, "it says that it is a page of text, but it is not"),
        ("application/octet-stream", b"PK\x03\x04\0\0", "it says that it is a page of text, but it is not"),
        ("text/html", b" \r\n", "it is empty"),
    ],
)
def test_a_page_of_another_kind_is_refused(content_type: str, data: bytes, reason: str) -> None:
    with pytest.raises(NotAnArticle) as refused:
        kind_of_page("https://norvik.example/a", content_type, None, data)
    assert (refused.value.where, refused.value.reason) == ("https://norvik.example/a", reason)


def test_a_file_is_html_by_its_name_or_its_beginning() -> None:
    assert kind_of_file("a.HTM", b"<p>text") is Kind.HTML
    assert kind_of_file("a.txt", HTML) is Kind.HTML
    assert kind_of_file("-", b"<?xml version='1.0'?>\n<html>") is Kind.HTML
    assert kind_of_file("a.txt", b"%PDF-1.7") is kind_of_file("a.PDF", b"") is Kind.PDF
    assert kind_of_file("a.md", b"<b>text</b> of a note about <html>") is Kind.TEXT
