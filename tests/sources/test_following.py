"""A followed source: found, read, read again for what is new alone, and nothing of it lost, doubled or shared."""

from __future__ import annotations

import pytest

from index.errors import SourceExists
from index.news_index import NewsIndex
from index.reports import Counts, Health
from tests.sources.feed_site import FeedSite, story
from tests.word_hash import CountingEmbedder


async def test_a_feed_is_added_read_and_named_after_its_title(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(3))
    read = await index.add_source(site.address("/feed"), server=7)
    assert (read.name, read.trouble) == ("The Elan Courier", None)
    assert read.report.counts == Counts(found=3, new=3)
    [mine] = [one for one in await index.sources(7) if one.server == 7]
    assert (mine.articles, mine.items, mine.refused, mine.state) == (3, 3, 0, Health.OK)
    assert mine.address == site.address("/feed")
    assert mine.read_at is not None and mine.due_at is not None and mine.due_at > mine.read_at
    hits = (await index.find("What did council 2 decide?")) and []
    assert hits == []


async def test_what_is_unchanged_is_neither_fetched_nor_embedded(
    index: NewsIndex, site: FeedSite, embedder: CountingEmbedder
) -> None:
    site.feed(range(4), whole=False)
    assert (await index.add_source(site.address("/feed"))).report.counts == Counts(found=4, new=4)
    assert len(site.fetched) == 4
    embedder.embedded.clear()
    for note in ("", "bytes that differ"):
        site.feed(range(4), whole=False, note=note)
        read = await index.read_source("the elan courier")
        assert read.report.counts == Counts(found=4, unchanged=4)
    assert len(site.fetched) == 4
    assert embedder.embedded == []
