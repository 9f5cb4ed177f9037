"""Guards that bytes become the characters their author wrote, whatever a server claims, and that binary is no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.gather.charsets import decode_file, decode_page

WORDS = "Brücke zu – „schade“"


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        (WORDS.encode(), None),
        (WORDS.encode(), "iso-8859-1"),
        (WORDS.encode(), "unicode_escape"),
        (WORDS.encode("cp1252"), None),
        (WORDS.encode("cp1252"), "iso-8859-1"),
        (WORDS.encode("cp1252"), "utf-8"),
        (WORDS.encode("cp1252"), "no-such-charset"),
        (codecs.BOM_UTF8 + WORDS.encode(), "iso-8859-1"),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), None),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-8"),
        (WORDS.encode("utf-16-le"), "UTF-16LE"),
        (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), None),
    ],
)
def test_a_page_is_read_as_its_author_wrote_it(data: bytes, declared: str | None) -> None:
    assert decode_page(data, declared) == WORDS


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("Мост закрыт", "windows-1251"),
        ("Мост закрыт", "koi8-r"),
        ("橋は閉鎖", "shift_jis"),
        ("橋は閉鎖", "iso-2022-jp"),
        ("大桥关闭", "gb2312"),
        ("다리 폐쇄", "euc-kr"),
        ("most zamknięty", "iso-8859-2"),
    ],
)
def test_a_charset_named_by_the_server_or_the_page_is_used(text: str, charset: str) -> None:
    assert decode_page(text.encode(charset), charset) == text
    page = f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={charset}'>{text}"
    assert decode_page(page.encode(charset), None) == page


@pytest.mark.parametrize("charset", ["utf-7", "unicode_escape", "raw_unicode_escape", "rot13", "zlib", "idna", "mbcs"])
def test_an_encoding_that_no_browser_knows_is_not_used(charset: str) -> None:
    assert decode_page(b"+ADw-script+AD4- \\x3c", charset) == "+ADw-script+AD4- \\x3c"


@settings(deadline=None)
@given(st.binary(max_size=200), st.none() | st.text(max_size=20))
def test_any_bytes_of_a_page_become_some_text(data: bytes, declared: str | None) -> None:
    assert isinstance(decode_page(data, declared), str)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_file_is_read_in_unicode(encoding: str) -> None:
    assert decode_file(WORDS.encode(encoding)) == WORDS


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\0\0\0", WORDS.encode("cp1252"), WORDS.encode("utf-16-le"), b"text\0text", b"\xff\xfe\0"],
)
def test_a_file_of_other_bytes_is_no_text(data: bytes) -> None:
    assert decode_file(data) is None
