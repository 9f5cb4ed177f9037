"""Guards what becomes of a reading that is cancelled, stopped, killed, or whose source goes."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

import pytest

from index.errors import JobCancelled
from index.news_index import NewsIndex
from index.reports import Counts
from index.settings import IndexSettings
from index.work import keeping_up
from tests.sources.conftest import OpenIndex
from tests.sources.feed_site import FeedSite
from tests.sources.watching import NAME, at_rest, no_article_twice, nothing_due, reading_at, set_back, until


async def test_a_reading_that_is_cancelled_keeps_what_it_added_and_the_next_takes_the_rest(
    index: NewsIndex, site: FeedSite, settings: IndexSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.work.reading.TOGETHER", 1)
    site.feed([0], whole=False)
    await index.add_source(site.address("/feed"))
    site.feed(range(4), whole=False)
    reading = await reading_at(index, site, "/news/2")
    await index.pause_source(NAME)
    with pytest.raises(JobCancelled, match="was cancelled"):
        await reading
    status = await index.status()
    assert (status.jobs[0].state, status.articles, status.waiting) == ("cancelled", 16 + 2, 0)
    site.let_go()
    await index.resume_source(NAME)
    read = await index.read_source(NAME)
    assert read.report.counts == Counts(found=4, new=2, unchanged=2)
    assert no_article_twice(settings)


async def test_a_stop_in_the_middle_is_made_up_for_by_the_next_process(
    open_index: OpenIndex, site: FeedSite, settings: IndexSettings
) -> None:
    index = await open_index()
    site.feed([0], whole=False)
    await index.add_source(site.address("/feed"))
    site.feed(range(3), whole=False)
    reading = await reading_at(index, site, "/news/1")
    await asyncio.wait_for(index.close(), 5)
    with pytest.raises(JobCancelled):
        await reading
    site.let_go()
    index = await open_index()
    [job, *_] = (await index.status()).jobs
    assert (job.kind, job.state) == ("read", "queued")
    index.keep_up()
    await until(lambda: at_rest(index))
    [job, before] = (await index.status()).jobs
    assert (job.counts, before.state) == (Counts(found=3, new=2, unchanged=1), "done")
    assert no_article_twice(settings)


async def test_what_the_operator_broke_off_is_not_begun_again(open_index: OpenIndex, site: FeedSite) -> None:
    index = await open_index()
    site.feed([0], whole=False)
    await index.add_source(site.address("/feed"))
    site.feed(range(3), whole=False)
    reading = await reading_at(index, site, "/news/1")
    index.cancel_jobs()
    await asyncio.wait_for(index.close(), 5)
    with pytest.raises(JobCancelled):
        await reading
    index = await open_index()
    assert [job.state for job in (await index.status()).jobs] == ["cancelled", "done"]


async def test_what_a_kill_left_running_is_begun_again_but_not_for_ever(
    open_index: OpenIndex, site: FeedSite, settings: IndexSettings
) -> None:
    index = await open_index()
    site.feed(range(2))
    await index.add_source(site.address("/feed"))
    await index.add_file("a.md", b"# A title\n\nA text that is short but there.")
    await index.reindex("added by hand")
    await index.close()
    rows = "('read', 'The Elan Courier', 1), ('read', 'gone', 1), ('reindex', 'added by hand', 1), ('reindex', NULL, 3)"
    set_back(
        settings,
        "INSERT INTO jobs (server, kind, source, state, queued, started, starts)"
        f" SELECT 0, column1, column2, 'running', 1, 1, column3 FROM (VALUES {rows})",
    )
    index = await open_index()
    assert [job.state for job in (await index.status()).jobs[:4]] == ["queued", "queued", "queued", "failed"]
    index.keep_up()
    await until(lambda: at_rest(index))
    failed, reindex, gone, read, *_ = (await index.status()).jobs
    assert (failed.state, failed.reason) == ("failed", "Verbatim stopped each time it ran")
    assert (reindex.kind, reindex.source, reindex.state) == ("reindex", "added by hand", "done")
    assert (gone.state, gone.reason) == ("cancelled", "the source is gone")
    assert (read.state, read.counts) == ("done", Counts(found=2, unchanged=2))


async def test_a_source_that_is_removed_while_it_is_read_is_gone(
    index: NewsIndex, site: FeedSite, settings: IndexSettings
) -> None:
    site.feed([0], whole=False)
    await index.add_source(site.address("/feed"))
    site.feed(range(3), whole=False)
    reading = await reading_at(index, site, "/news/1")
    assert (await index.remove_source(NAME)).articles == 1
    with pytest.raises(JobCancelled):
        await reading
    assert (await index.status()).articles == 16
    with closing(sqlite3.connect(settings.data_dir / "verbatim.sqlite3")) as database:
        left = [database.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("items", "validators")]
    assert left == [(0,), (0,)]


async def test_a_source_that_went_before_its_turn_came_is_not_read(
    open_index: OpenIndex, site: FeedSite, settings: IndexSettings, often: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_up, "READ_AT_ONCE", 1)
    index = await open_index()
    site.feed([0], path="/slow", title="Slow")
    site.feed([1], path="/gone", title="Gone")
    site.feed([2], path="/paused", title="Paused")
    for path in ("/slow", "/gone", "/paused"):
        await index.add_source(site.address(path))
    await index.close()
    set_back(settings, "UPDATE sources SET due = id WHERE address IS NOT NULL")
    site.hold("/slow")
    index = await open_index()
    index.keep_up()
    await until(lambda: "/slow" in site.waited_for)
    await index.remove_source("Gone")
    await index.pause_source("Paused")
    site.let_go()
    await until(lambda: nothing_due(index))
    await until(lambda: at_rest(index))
    assert {one.name for one in await index.sources()} == {"Slow", "Paused", "starter articles"}
    assert [one.path for one in site.requests].count("/gone") == 1
    assert [one.path for one in site.requests].count("/paused") == 1
