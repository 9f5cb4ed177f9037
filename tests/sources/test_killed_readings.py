"""A kill in the middle of a reading leaves nothing half stored, and the next process makes up for it."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.sources.feed_site import FeedSite

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 12
ARTICLES = 120

CHILD = """
import asyncio, sys
from index.assemble import open_news_index
from index.gather.fetch import Fetcher
from index.settings import IndexSettings
from tests.word_hash import CountingEmbedder

async def work():
    settings, reach = IndexSettings(data_dir=sys.argv[1]), Fetcher(lambda address, port: True)
    embedder = CountingEmbedder()
    index = await open_news_index(settings, for_questions=False, embedder=embedder, fetcher=reach)
    print("open", flush=True)
    if not [one for one in await index.sources() if one.address]:
        await index.add_source(sys.argv[2])
    index.keep_up()
    while any(job.state in ("queued", "running") for job in (await index.status()).jobs):
        await asyncio.sleep(0.1)
    for read in await index.read_sources():
        print(read, flush=True)
    await index.close()
    print("closed", flush=True)

asyncio.run(work())
"""


async def work(data: Path, address: str, killed_after: float | None) -> str:
    """Let a process read until it is done or killed; what it said."""
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", CHILD, str(data), address), stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    assert child.stdout is not None
    assert await child.stdout.readline() == b"open\n", "a start failed"
    with suppress(TimeoutError):
        await asyncio.wait_for(child.wait(), killed_after)
    if child.returncode is None:
        child.kill()
    said = await child.stdout.read()
    await child.wait()
    return said.decode()


@pytest.mark.slow
@pytest.mark.timeout(600)
async def test_kills_leave_nothing_half_stored_and_nothing_twice(site: FeedSite, tmp_path: Path) -> None:
    data, choose = tmp_path / "data", random.Random(7)
    site.feed(range(ARTICLES))
    for _ in range(ROUNDS):
        await work(data, site.address("/feed"), choose.uniform(0.3, 3.0))
        with closing(sqlite3.connect(data / "verbatim.sqlite3")) as database:
            half = "SELECT count(*) FROM articles WHERE version IS NULL OR id NOT IN (SELECT article FROM passages)"
            assert database.execute(half).fetchone() == (0,)
            lost = "SELECT count(*) FROM items WHERE outcome = 'stored' AND article IS NULL"
            assert database.execute(lost).fetchone() == (0,)
    assert "closed" in await work(data, site.address("/feed"), None)
    with closing(sqlite3.connect(data / "verbatim.sqlite3")) as database:
        assert database.execute("SELECT count(*), count(DISTINCT url) FROM articles").fetchone() == (ARTICLES, ARTICLES)
        assert database.execute("SELECT count(*) FROM items WHERE outcome = 'stored'").fetchone() == (ARTICLES,)
        twice = "SELECT article, start FROM passages GROUP BY article, start HAVING count(*) > 1"
        assert database.execute(twice).fetchall() == []
        states = database.execute("SELECT DISTINCT state FROM jobs WHERE state <> 'failed'").fetchall()
        assert states == [("done",)]
