"""Guards that no foreign text can format, ping, link or hide anything in Discord."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.limits import units
from bot.cards.plain_text import plain, visible
from tests.bot.hostile_text import HOSTILE

ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")


def read_as_discord(escaped: str) -> tuple[str, str]:
    """What a reader sees, and the same with each escaped character replaced by a letter: what may still act.

    A backslash before anything but letters, digits and white space shows that character and takes its meaning.
    """
    return ESCAPED.sub(r"\1", escaped).replace("\u200b", ""), ESCAPED.sub("x", escaped)


@given(HOSTILE)
def test_nothing_acts_and_every_visible_letter_is_shown(text: str) -> None:
    shown, acting = read_as_discord(plain(text))
    assert shown == visible(text)
    assert not re.search(r"[\\*_~`|<>\[\]#\n]", acting)
    assert "://" not in acting
    assert not re.search(r"@(everyone|here)", acting)
    assert not re.match(r"[-+]|\d{1,3}\.\s", acting)
    assert not re.search(r"discord\.gg", acting)


@given(HOSTILE, st.integers(1, 60))
def test_a_cut_keeps_the_limit_and_never_splits_an_escape(text: str, limit: int) -> None:
    escaped = plain(text, limit)
    assert units(escaped) <= limit
    shown, acting = read_as_discord(escaped)
    assert "\\" not in acting
    assert visible(text).startswith(shown.removesuffix("…"))


@given(st.text())
def test_what_nobody_sees_is_gone(text: str) -> None:
    hidden = "\u200b\u202e\u2066\ufeff\u00ad\u3164\U000e0041\x07\ud800"
    assert visible(hidden.join(text)) == visible(text)


def test_a_cut_falls_between_words() -> None:
    assert plain("The talks will begin after the inauguration", 30) == "The talks will begin after…"


def test_ordinary_prose_is_left_alone() -> None:
    prose = "Peskov said: “It's 5.5% - not more (for now)”; ask again on 3/4, at 10:30."
    assert plain(prose) == prose


@pytest.mark.parametrize(("text", "count"), [("abc", 3), ("é", 1), ("😀", 2)])
def test_length_is_counted_as_the_strictest_client_does(text: str, count: int) -> None:
    assert units(text) == count
