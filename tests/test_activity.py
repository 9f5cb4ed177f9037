"""Guards what /status counts: articles by day, answers, quotations that were checked, and whose they are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from index.activity import DAYS
from index.news_index import NewsIndex
from index.types import Filters
from index.work.activity_calls import Pace

HERE = 7
TEXT = "“Cars may cross, one lane at a time, until the summer,” said engineer Paula Ferro on Tuesday."


async def test_articles_are_counted_on_the_day_they_came_in_and_for_whom_they_are(news_index: NewsIndex) -> None:
    now = datetime.now(UTC)
    before = (await news_index.activity(now, HERE)).arrived
    await news_index.add_text("Bridge", "The Ferryman", TEXT, HERE)
    arrived = (await news_index.activity(now, HERE)).arrived
    assert len(arrived) == DAYS
    assert [day for day, _ in arrived] == sorted(day for day, _ in arrived)
    assert arrived[-1] == (now.date(), before[-1][1] + 1)
    assert (await news_index.activity(now, 8)).arrived == before
    later = (await news_index.activity(now + timedelta(days=DAYS - 1), HERE)).arrived
    assert later[0] == arrived[-1]
    assert sum(count for _, count in (await news_index.activity(now + timedelta(days=DAYS), HERE)).arrived) == 0


async def test_quotations_that_were_checked_are_counted_by_how_that_ended(news_index: NewsIndex) -> None:
    now = datetime.now(UTC)
    await news_index.add_text("Bridge", "The Ferryman", TEXT, HERE)
    await news_index.check("“Cars may cross, one lane at a time, until the summer”", HERE)
    await news_index.check("“Cars may cross, one lane at a time, until the summer”", HERE)
    await news_index.check("“Ships may fly over the mountains of the moon by night”", HERE)
    assert (await news_index.activity(now, HERE)).checked == {"word for word": 2, "not in the index": 1}
    assert (await news_index.activity(now, 8)).checked == {}
    assert (await news_index.activity(now + timedelta(days=DAYS), HERE)).checked == {}


async def test_the_last_reindex_the_pace_and_the_memory_are_told(news_index: NewsIndex) -> None:
    now = datetime.now(UTC)
    first = await news_index.activity(now, HERE)
    assert (first.reindexed, first.question_ms, first.budget) == (None, None, None)
    assert first.memory is None or first.memory > 10_000_000
    await news_index.add_text("Bridge", "The Ferryman", TEXT, HERE)
    await news_index.ask("Who may cross?", Filters(HERE))
    await news_index.reindex(None, HERE)
    last = await news_index.activity(now, HERE)
    assert last.question_ms is not None and last.question_ms > 0
    assert last.reindexed is not None and (last.reindexed.state, last.reindexed.done) == ("done", 1)


def test_the_pace_is_a_median_of_the_last() -> None:
    pace = Pace()
    assert pace.median is None
    for ms in (*range(1_000), 7.0):
        pace.add(ms)
    assert pace.median == 899.5
