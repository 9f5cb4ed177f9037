"""Guards that whoever ordered a reindex can be told how it ended although Verbatim was stopped meanwhile."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index.assemble import open_news_index
from index.errors import JobCancelled
from index.news_index import NewsIndex
from index.reports import Awaited, JobInfo, Progress
from index.settings import IndexSettings
from tests.word_hash import CountingEmbedder

HERE = 7


def order(server: int = HERE, token: str = "t") -> Awaited:
    return Awaited(server, token, 11, 12, None, datetime.now(UTC))


async def test_a_server_waits_for_one_reindex_until_it_is_let_go(news_index: NewsIndex) -> None:
    first, second, elsewhere = order(), order(token="u"), order(8)
    assert await news_index.await_reindex(first)
    assert not await news_index.await_reindex(second)
    assert await news_index.await_reindex(elsewhere)
    assert await news_index.awaited_reindex(HERE) == first
    assert await news_index.awaited_reindexes() == (first, elsewhere)
    await news_index.let_go(second)
    assert await news_index.awaited_reindex(HERE) == first
    await news_index.let_go(first)
    await news_index.let_go(first)
    assert await news_index.awaited_reindexes() == (elsewhere,)


async def test_a_reindex_from_before_the_order_is_not_taken_for_it(news_index: NewsIndex) -> None:
    await news_index.add_text("Ferry", "The Ferryman", "The ferry sails again.", HERE)
    await news_index.reindex(None, HERE)
    assert await news_index.awaited_job(order()) is None
    earlier = Awaited(HERE, "t", 11, 12, None, datetime.now(UTC) - timedelta(minutes=1))
    job = await news_index.awaited_job(earlier)
    assert job is not None and job.state == "done"
    assert await news_index.awaited_job(Awaited(8, "t", 11, 12, None, earlier.at)) is None


@pytest.mark.parametrize("cancelled", [False, True])
async def test_after_a_stop_in_its_middle_it_goes_on_and_how_it_ended_is_known(
    settings: IndexSettings, tmp_path: Path, cancelled: bool
) -> None:
    lines = (
        json.dumps({"id": f"v{n}", "title": f"Village {n}", "source": "News", "published": "2025-01-01",
                    "text": f"Village {n} counted its sheep. There were {n} of them, the clerk said."})
        for n in range(64)
    )  # fmt: skip
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    index = await open_news_index(settings, for_questions=False, embedder=CountingEmbedder())
    await index.import_file(tmp_path / "many.jsonl", HERE)
    waiting, begun = order(), asyncio.Event()
    await index.await_reindex(waiting)

    def watch(progress: Progress) -> None:
        begun.set()

    running = asyncio.create_task(index.reindex(None, HERE, watch))
    await begun.wait()
    await index.close()
    with pytest.raises(JobCancelled):
        await running

    again = await open_news_index(settings, for_questions=False, embedder=CountingEmbedder())
    assert await again.awaited_reindexes() == (waiting,)
    again.keep_up()
    job = await ended(again, waiting, cancel=cancelled)
    assert job.state == ("cancelled" if cancelled else "done")
    assert cancelled or job.done == 64
    await again.let_go(waiting)
    await again.close()


async def ended(index: NewsIndex, waiting: Awaited, *, cancel: bool) -> JobInfo:
    for _ in range(3_000):
        if cancel:
            cancel = not await index.cancel_reindex(HERE)
        job = await index.awaited_job(waiting)
        if job is not None and job.state not in {"queued", "running"}:
            return job
        await asyncio.sleep(0.01)
    raise AssertionError("it did not end")
