"""Guards that a link leads where the stored address leads and nowhere else, and that a date is the day reported."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.marks import LONGEST_LINK, day, linked, target

MARK = re.compile(r"\[([^\[\]]+)\]\(<(https?://[!-~]+)>\)")


@given(st.text(max_size=40), st.text(max_size=60))
def test_whatever_the_label_and_the_path_there_is_one_mark_that_ends_where_it_should(label: str, path: str) -> None:
    mark = MARK.fullmatch(linked(label, f"https://daily.example/{path}", 80))
    assert mark is not None
    assert "://" not in mark[1].replace("\\:", "")
    assert mark[2].startswith("https://daily.example/")
    assert not re.search(r"[()<>\[\]\\\s]", mark[2])


@pytest.mark.parametrize(
    "address", [None, "", "javascript:alert(1)", "file:///etc/passwd", "https://", "http://[", "discord://x", "x" * 20]
)
def test_an_address_that_is_no_web_page_is_not_linked(address: str | None) -> None:
    assert target(address) is None
    assert linked("A title", address, 80) == "A title"


def test_a_link_too_long_to_show_is_left_out() -> None:
    assert target("https://daily.example/" + "a" * LONGEST_LINK) is None


def test_what_could_end_the_mark_is_encoded_and_what_was_encoded_stays() -> None:
    address = "https://daily.example/a)b>c d\u202e?q=%20#:~:text=it%27s,(x)"
    assert target(address) == "https://daily.example/a%29b%3Ec%20d%E2%80%AE?q=%20#:~:text=it%27s,%28x%29"


def test_a_headline_with_an_address_in_it_is_still_linked() -> None:
    assert linked("See https://evil.example [now]", "https://a.example/x", 80) == (
        "[See evil\\.example (now)](<https://a.example/x>)"
    )


def test_a_date_without_a_time_of_day_is_that_day_for_readers_east_and_west() -> None:
    shown = re.fullmatch(r"<t:(\d+):D>", day(datetime(2026, 3, 4, tzinfo=UTC)))
    assert shown is not None
    for hours in (-12, -5, 0, 9, 11):
        zone = timezone(timedelta(hours=hours))
        assert datetime.fromtimestamp(int(shown[1]), zone).day == 4


def test_a_moment_is_kept_to_the_second() -> None:
    assert day(datetime(2026, 3, 4, 22, 5, 1, tzinfo=UTC)) == "<t:1772661901:D>"
