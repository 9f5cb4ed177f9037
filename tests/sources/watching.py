"""What the tests of following sources look at while and after sources are read."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing

from index.news_index import NewsIndex
from index.reports import SourceInfo
from index.settings import IndexSettings
from tests.sources.feed_site import FeedSite

NAME = "The Elan Courier"


def set_back(settings: IndexSettings, sql: str) -> None:
    """Change the truth while nobody has it open."""
    with closing(sqlite3.connect(settings.data_dir / "verbatim.sqlite3")) as database, database:
        database.execute(sql)


async def source(index: NewsIndex) -> SourceInfo:
    [one] = [one for one in await index.sources() if one.address]
    return one


async def until(condition: Callable[[], bool | Awaitable[bool]]) -> None:
    """Wait until something is so; the test's own time limit ends a wait in vain."""
    while True:
        met = condition()
        if met if isinstance(met, bool) else await met:
            return
        await asyncio.sleep(0.05)


async def at_rest(index: NewsIndex) -> bool:
    """Whether every job has ended."""
    return not any(job.state in ("queued", "running") for job in (await index.status()).jobs)


async def nothing_due(index: NewsIndex) -> bool:
    """Whether every source has been put off to later."""
    return all(one.due_at is None or one.due_at.timestamp() > time.time() for one in await index.sources())


def no_article_twice(settings: IndexSettings) -> bool:
    with closing(sqlite3.connect(settings.data_dir / "verbatim.sqlite3")) as database:
        twice = "SELECT url FROM articles WHERE url IS NOT NULL GROUP BY server, url HAVING count(*) > 1"
        return database.execute(twice).fetchall() == []


async def reading_at(index: NewsIndex, site: FeedSite, path: str) -> asyncio.Task[object]:
    """A reading of the source that has come to a page which does not answer."""
    site.hold(path)
    reading: asyncio.Task[object] = asyncio.create_task(index.read_source(NAME))
    await until(lambda: path in site.waited_for or reading.done())
    return reading
