"""Guards the characters of stored text: nothing unseen in what we cut, every letter kept of a record's text."""

from __future__ import annotations

import sqlite3
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.gather.wording import count_words, one_line, opening_words, storable, tidy

ANY_TEXT = st.text(st.characters() | st.sampled_from("\n\r\t \xa0\u200b\u2028\u0301\0\ud800é"))


@settings(deadline=None)
@given(ANY_TEXT)
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert once == unicodedata.normalize("NFC", once).strip()
    assert "\n\n\n" not in once
    assert not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in once.replace("\n", ""))


@settings(deadline=None)
@given(ANY_TEXT)
def test_a_text_with_offsets_keeps_its_length_and_can_be_stored(text: str) -> None:
    kept = storable(text)
    assert len(kept) == len(text)
    assert all(a == b for a, b in zip(kept, text, strict=True) if b != "\0" and not 0xD800 <= ord(b) <= 0xDFFF)
    with sqlite3.connect(":memory:") as store:
        assert store.execute("SELECT ?, length(?)", (kept, kept)).fetchone() == (kept, len(kept))
    store.close()


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("cafe\u0301", "café"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("  one \n \n\n\n  two\t\tthree ", "one\n\ntwo three"),
        ("ze\u200bro \u202ewidth\u2066 so\xadft", "zero width soft"),
        ("nbsp\xa0here\u2009thin", "nbsp here thin"),
        ("a\x00b\x07c\x1b[0m", "abc[0m"),
        ("\ufefftag\U000e0041\U000e007fs", "tags"),
        ("half \ud83d pair", "half pair"),
        ("می‌خواهم 👩‍🚀", "می‌خواهم 👩‍🚀"),
        ("", ""),
    ],
)
def test_what_is_stored_of_a_text(written: str, stored: str) -> None:
    assert tidy(written) == stored


def test_a_title_is_one_line_of_bounded_length() -> None:
    assert one_line(" Two\n\nlines\tof  it ") == "Two lines of it"
    assert len(one_line("a" * 10_000)) == 500
    assert opening_words("The harbour bridge in Norvik will close", 20) == "The harbour bridge…"


def test_words_are_counted_in_writing_without_spaces_as_well() -> None:
    assert count_words("one two three") == 3
    assert count_words("港の橋は三月から大型車両に閉鎖される" * 10) == 30
