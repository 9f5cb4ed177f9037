"""The pictures in the README, taken from what the bot really sends: `python -m tests.pictures [FOLDER]`.

A real bot over a real index with the starter articles, in a simulated Discord. Needs Chromium and `.[pictures]`.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import simcord
from playwright.async_api import Browser
from pydantic import SecretStr

from bot.client import Verbatim
from bot.settings import BotSettings
from index.assemble import open_news_index
from index.news_index import NewsIndex
from index.reports import Progress, Watch
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import Newsroom, open_newsroom
from tests.pictures.camera import browser, take
from tests.pictures.news import NEWS

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
MISQUOTED = "Didn't Peskov say “it looks like things will start to move before Trump enters the Oval Office”?"


async def main(folder: Path) -> None:
    async with browser() as opened:
        with tempfile.TemporaryDirectory() as name:
            settings = BotSettings(data_dir=Path(name) / "data", discord_token=SecretStr("no.such.token"))
            index = await open_news_index(settings)
            await index.settled()
            async with simcord.run(one_shard(index, settings)) as env:
                room = named(env)
                await picture_answer(room, opened, folder)
                await picture_check(room, opened, folder)
                await picture_digest(room, index, opened, folder)
            await index.close()
        with tempfile.TemporaryDirectory() as name:
            settings = BotSettings(data_dir=Path(name), discord_token=SecretStr("no.such.token"))
            index = CannedIndex(at_work=halfway)
            async with simcord.run(one_shard(index, settings)) as env:
                await picture_reindex(named(env), opened, folder)


def one_shard(index: NewsIndex, settings: BotSettings) -> Verbatim:
    """The bot, as small as it is for a few servers."""
    bot = Verbatim(index, settings)
    bot.shard_count = 1
    return bot


def named(env: simcord.Env) -> Newsroom:
    """A server in which the bot has its own name."""
    env.backend.bot_user.name = "Verbatim"
    return open_newsroom(env)


async def halfway(watch: Watch) -> None:
    """A reindex that has come so far and stays there, so that there is time for a picture."""
    for done in (400, 1_080):
        watch(Progress("embedding", done, 2_310, "passages"))
        await asyncio.sleep(8)
    await asyncio.sleep(600)


async def picture_answer(room: Newsroom, opened: Browser, folder: Path) -> None:
    """A question, and what is quoted."""
    result = await room.member.slash(room.channel, "ask", question="What did Peskov say about timing?")
    assert result.response is not None
    await take(room.env, opened, room.channel, room.member, result.response.id, folder / "answer.png")


async def picture_check(room: Newsroom, opened: Browser, folder: Path) -> None:
    """A quotation that was altered."""
    posted = await room.editor.send(room.channel, MISQUOTED)
    result = await room.member.context_menu(room.channel, "Check this quote", posted)
    assert result.response is not None
    await take(room.env, opened, room.channel, room.member, result.response.id, folder / "check.png")


async def picture_digest(room: Newsroom, index: NewsIndex, opened: Browser, folder: Path) -> None:
    """A day's stories."""
    now = datetime.now(UTC)
    for article in NEWS:
        await index.add_file(*article.file(now), server=room.guild.id)
    result = await room.manager.slash(room.channel, "digest now")
    assert result.response is not None
    await take(room.env, opened, room.channel, room.manager, result.response.id, folder / "digest.png")


async def picture_reindex(room: Newsroom, opened: Browser, folder: Path) -> None:
    """A reindex at work."""
    result = await room.manager.slash(room.channel, "reindex")
    await room.env.advance_time(14)
    assert result.response is not None
    await take(room.env, opened, room.channel, room.manager, result.response.id, folder / "reindex.png")


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(folder))
