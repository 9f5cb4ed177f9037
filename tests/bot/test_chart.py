"""Guards the picture of /status: drawn alike each time, described in words, and never the reason for no answer."""

from __future__ import annotations

import struct
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.chart import BAR, HEIGHT, TODAY, WIDTH, chart_png, compact, described, named, sparkline
from bot.cogs import status
from bot.cogs.status import CHART
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import Newsroom

FIRST = date(2026, 10, 25)
COUNTS = st.lists(st.integers(0, 10**7), min_size=30, max_size=30)


def arrived(counts: list[int]) -> list[tuple[date, int]]:
    return [(FIRST + timedelta(days=n), count) for n, count in enumerate(counts)]


def test_the_same_counts_give_the_same_bytes_of_the_size_that_phones_show() -> None:
    usual = arrived([3, 0, 7, 12] * 7 + [131, 23])
    picture = chart_png(usual)
    assert picture == chart_png(usual)
    assert picture != chart_png(arrived([1] * 30))
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (WIDTH, HEIGHT)


@pytest.mark.parametrize("counts", [[0] * 30, [0] * 29 + [1], [10**7] * 30])
def test_days_without_and_with_millions_of_articles_are_drawn(counts: list[int]) -> None:
    assert len(chart_png(arrived(counts))) > 5_000


def test_the_words_say_what_the_picture_shows() -> None:
    assert described(arrived([1] * 17 + [131] + [2] * 12)) == (
        "Bar chart of the articles that came in a day from 25 Oct to 23 Nov 2026: 172 in 30 days, "
        "most on 11 Nov with 131, today 2."
    )
    assert described(arrived([0] * 30)).endswith("2026: none in 30 days.")


@given(COUNTS)
@settings(max_examples=50)
def test_a_line_of_text_has_a_bar_a_day(counts: list[int]) -> None:
    line = sparkline(arrived(counts))
    assert len(line) == 30
    assert ("█" in line) == any(counts)
    assert all((bar == "▁") <= (count < max(counts) or not count) for bar, count in zip(line, counts, strict=True))


@given(COUNTS)
@settings(max_examples=50)
def test_at_most_the_highest_bar_and_todays_have_their_number(counts: list[int]) -> None:
    places = [at for at, _ in named(counts)]
    assert len(places) <= 2
    assert BAR not in dict(named(counts)).values()
    assert all(counts[at] == max(counts) or at == 29 for at in places)
    assert dict(named(counts)).get(29, TODAY) == TODAY or max(counts) == 0
    assert all(len(compact(count)) <= 10 for count in counts)


async def test_the_picture_is_attached_with_its_words_and_without_it_there_is_a_line(
    newsroom: Newsroom, canned: CannedIndex, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for actor in (newsroom.member, newsroom.editor, newsroom.manager):
        shown = await actor.slash(newsroom.channel, "status")
        assert shown.ephemeral and shown.response is not None
        [picture] = shown.response.attachments
        assert picture.filename == CHART
        assert (picture.description or "").startswith("Bar chart of the articles that came in a day")
        assert "▁" not in shown.response.content

    def broken(arrived: object) -> bytes:
        raise OSError("no font")

    monkeypatch.setattr(status, "chart_png", broken)
    plain = await newsroom.member.slash(newsroom.channel, "status")
    assert plain.response is not None
    assert plain.response.attachments == []
    assert "Articles a day: `" in plain.response.content
    assert "could not be drawn" in caplog.text
