"""A kill at any moment loses nothing that was acknowledged and leaves nothing twice; every start works."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from index.assemble import open_news_index
from index.settings import IndexSettings
from tests.test_news_index import record
from tests.word_hash import CountingEmbedder

ROUNDS = 20
VILLAGES = 400

CHILD = """
import asyncio, pathlib, sys
from index.assemble import open_news_index
from index.settings import IndexSettings
from tests.word_hash import CountingEmbedder

async def work():
    index = await open_news_index(IndexSettings(data_dir=sys.argv[1]), for_questions=False, embedder=CountingEmbedder())
    index.settle()
    print("open", flush=True)
    report = lambda progress: print(progress.stage, progress.done, flush=True)
    await index.import_file(pathlib.Path(sys.argv[2]), watch=report)
    await index.reindex(watch=report)
    await index.close()

asyncio.run(work())
"""


def killed_at(delay: float, data: Path, villages: Path) -> int:
    """Import and reindex in a process that is killed so many seconds after it opened; how many it had acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(data), str(villages)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parent.parent,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n", "a start failed"
    try:
        process.wait(delay)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    said = [line.split() for line in process.stdout.read().splitlines()]
    process.stdout.close()
    process.wait()
    return max((int(words[1]) for words in said if words[0] == "adding"), default=0)


@pytest.mark.slow
@pytest.mark.timeout(600)
async def test_twenty_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    data, villages = tmp_path / "data", tmp_path / "villages.jsonl"
    villages.write_text("\n".join(map(record, range(VILLAGES))) + "\n")
    choose = random.Random(7)
    acknowledged = 0
    for _ in range(ROUNDS):
        acknowledged = max(acknowledged, killed_at(choose.uniform(0.0, 2.5), data, villages))
        index = await open_news_index(IndexSettings(data_dir=data), for_questions=False, embedder=CountingEmbedder())
        index.settle()
        await index.settled()
        status = await index.status()
        assert status.articles >= acknowledged
        assert status.waiting == 0
        if acknowledged:
            number = choose.randrange(acknowledged)
            hits = (await index.ask(f"How many sheep did village {number} count?")).hits
            assert f"v{number}" in {hit.stored.article_id for hit in hits}
        await index.close()
    assert acknowledged > 0
    # Nobody is in the way any more: the same import ends, and holds every village once.
    index = await open_news_index(IndexSettings(data_dir=data), for_questions=False, embedder=CountingEmbedder())
    await index.import_file(villages)
    assert (await index.status()).articles == VILLAGES
    await index.close()
    with closing(sqlite3.connect(data / "verbatim.sqlite3")) as database:
        assert database.execute("SELECT count(DISTINCT article_id) FROM articles").fetchone() == (VILLAGES,)
        twice = "SELECT article, start FROM passages GROUP BY article, start HAVING count(*) > 1"
        assert database.execute(twice).fetchall() == []
