"""Guards the reindex of a source that has an address: it is read again whole, alone, and can be cancelled."""

from __future__ import annotations

import asyncio

import pytest

from index.errors import JobCancelled, JobRunning
from index.news_index import NewsIndex
from index.reports import Counts
from tests.sources.feed_site import FeedSite
from tests.sources.watching import NAME, reading_at, until
from tests.word_hash import CountingEmbedder


async def test_a_reindex_asks_for_every_page_again_and_finds_corrections(
    index: NewsIndex, site: FeedSite, embedder: CountingEmbedder
) -> None:
    site.feed(range(2), whole=False)
    await index.add_source(site.address("/feed"))
    site.conditional(
        "/news/1", site.page(1, "<p>Council 1 has taken back the decision of the week. </p>" * 20), "text/html", True
    )
    embedder.embedded.clear()
    report = await index.reindex(NAME)
    assert report.reread == Counts(found=2, updated=1, unchanged=1)
    assert (report.updated, report.refusals) == (2, ())
    assert report.embedded == len(embedder.embedded) > 0
    assert len(site.fetched) == 4
    assert [job.kind for job in (await index.status()).jobs] == ["reindex", "read"]
    site.put("/feed", status=500)
    report = await index.reindex(NAME)
    assert report.updated == 2
    assert [refusal.reason for refusal in report.refusals] == [
        "it could not be read again: it answered 500 Internal Server Error"
    ]


async def test_a_reindex_waits_for_a_reading_and_keeps_another_from_beginning(index: NewsIndex, site: FeedSite) -> None:
    site.feed([0], whole=False)
    await index.add_source(site.address("/feed"))
    site.feed(range(2), whole=False)
    reading = await reading_at(index, site, "/news/1")
    reindex = asyncio.create_task(index.reindex(NAME))
    await until(lambda: not reading.done())
    await asyncio.sleep(0.1)
    assert [(job.kind, job.state) for job in (await index.status()).jobs[:2]] == [
        ("reindex", "queued"),
        ("read", "running"),
    ]
    with pytest.raises(JobRunning, match=f"a reindex of «{NAME}»"):
        await index.reindex(NAME)
    site.let_go()
    await reading
    assert (await reindex).updated == 2


async def test_a_reindex_that_reads_its_source_can_be_cancelled(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(2), whole=False)
    await index.add_source(site.address("/feed"))
    site.hold("/news/1")
    reindex = asyncio.create_task(index.reindex(NAME))
    await until(lambda: "/news/1" in site.waited_for)
    assert await index.cancel_reindex(server=3) is False
    assert await index.cancel_reindex() is True
    with pytest.raises(JobCancelled, match="reindex"):
        await reindex
    [job, *_] = (await index.status()).jobs
    assert (job.kind, job.state) == ("reindex", "cancelled")
    site.let_go()
    assert (await index.reindex(NAME)).updated == 2
