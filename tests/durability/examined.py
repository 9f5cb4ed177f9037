"""What the process does that looks at a data folder after a kill: it starts, asks, and counts what is there."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path

from index.assemble import open_news_index
from index.settings import IndexSettings
from tests.durability.villages import question
from tests.word_hash import CountingEmbedder

TWICE = (
    "SELECT article_id FROM articles GROUP BY server, article_id HAVING count(*) > 1",
    "SELECT url FROM articles GROUP BY server, url HAVING count(*) > 1",
    "SELECT article || ' at ' || start FROM passages GROUP BY article, start HAVING count(*) > 1",
)
HALF = "SELECT article_id FROM articles WHERE version IS NULL OR id NOT IN (SELECT article FROM passages)"


@dataclass
class Findings:
    """What is there: the numbers of the villages, what is there twice or half, what was asked for and not cited."""

    articles: list[int] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    uncited: list[str] = field(default_factory=list)
    embedded: int = 0
    rebuilt: int = 0


class Rebuilds(logging.Handler):
    """Counts the lines that say that a vector index is built again."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count a line."""
        self.count += "built again" in record.getMessage()


def examine(data: Path, asked: list[int], out: int) -> None:
    """Start, ask for these villages, stop, and write the findings as one line."""
    os.write(out, f"{json.dumps(asdict(asyncio.run(_examined(data, asked))))}\n".encode())


async def _examined(data: Path, asked: list[int]) -> Findings:
    rebuilds, embedder, found = Rebuilds(), CountingEmbedder(), Findings()
    logging.getLogger("index").addHandler(rebuilds)
    settings = IndexSettings(data_dir=data, _env_file=None)  # type: ignore[call-arg]
    index = await open_news_index(settings, for_questions=False, embedder=embedder)
    index.settle()
    await index.settled()
    if (await index.status()).waiting:
        found.uncited.append("passages wait for the vector index")
    for number in asked:
        answer = await index.ask(question(number))
        if f"v{number}" not in {one.article_id for one in answer.citations}:
            found.uncited.append(f"v{number}")
    await index.close()
    found.embedded, found.rebuilt = len(embedder.embedded), rebuilds.count
    with closing(sqlite3.connect(data / "verbatim.sqlite3")) as database:
        found.articles = [int(row[0].removeprefix("v")) for row in database.execute("SELECT article_id FROM articles")]
        found.doubled = [f"{row[0]} twice" for sql in TWICE for row in database.execute(sql)]
        found.doubled += [f"{row[0]} half" for row in database.execute(HALF)]
    return found
