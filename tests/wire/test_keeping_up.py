"""The bot as a process keeps up with its sources by itself, and a stop in the middle of that is orderly."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index.assemble import open_news_index
from index.settings import IndexSettings
from tests.wire.discord_server import DiscordServer
from tests.wire.payloads import visible_text
from tests.wire.process import StartBot
from tests.word_hash import CountingEmbedder

ARTICLE = """---
title: Bridge of Sant Avel closed
source: The Elan Courier
published: 2025-03-04
---
The bridge of Sant Avel was closed to lorries on Tuesday because inspectors found cracks in two of its pillars.

“Cars may cross, one lane at a time, until the summer,” said engineer Paula Ferro of the road authority on Tuesday.
Lorries are sent over the motorway, which makes their way forty kilometres longer, the authority said in a statement.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A data folder that follows a folder: empty when it was followed, due to be read, with an article by now."""
    data, folder = tmp_path / "data", tmp_path / "desk"
    folder.mkdir()
    asyncio.run(follow(data, folder))
    (folder / "bridge.md").write_text(ARTICLE)
    with closing(sqlite3.connect(data / "verbatim.sqlite3")) as database, database:
        database.execute("UPDATE sources SET due = 0")
    return data


async def follow(data: Path, folder: Path) -> None:
    """Let an index follow a folder."""
    index = await open_news_index(IndexSettings(data_dir=data), for_questions=False, embedder=CountingEmbedder())
    await index.add_local_source(folder)
    await index.close()


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_what_is_due_is_read_by_the_bot_itself(
    desk: Path, discord_server: DiscordServer, start_bot: StartBot
) -> None:
    bot = start_bot()
    await bot.sees(discord_server.ready(150))
    await bot.sees(discord_server.registered("ask", 150))
    for _ in range(60):
        invocation = await discord_server.invoke("ask", {"question": "Who may cross the bridge of Sant Avel?"})
        answer = await bot.sees(invocation.answered(60))
        if "Cars may cross" in visible_text(answer.message):
            break
        await asyncio.sleep(1)
    else:
        pytest.fail(f"the folder was not read\n{bot.output}")
    bot.terminate()
    assert await bot.ended(within=10) == 0, bot.output
