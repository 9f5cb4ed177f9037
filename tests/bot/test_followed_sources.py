"""Guards the line from /sources to a real site and back: a bot over a real index that may reach loopback."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from bot.client import Verbatim
from bot.permissions import CommonSource
from bot.settings import BotSettings
from index.assemble import open_news_index
from index.errors import AddressRefused, SourceExists, UnknownSource
from index.gather.addresses import public_only
from index.gather.fetch import Fetcher
from tests.bot.newsroom import Newsroom, open_newsroom
from tests.gather.news_site import LOOPBACK
from tests.sources.feed_site import FeedSite
from tests.word_hash import CountingEmbedder


@pytest.fixture
async def site() -> AsyncIterator[FeedSite]:
    site = FeedSite()
    runner = web.ServerRunner(web.Server(site.answer))
    await runner.setup()
    await web.TCPSite(runner, LOOPBACK, 0).start()
    site.port = runner.addresses[0][1]
    yield site
    await runner.cleanup()


@pytest.fixture
async def simcord_bot(
    settings: BotSettings, embedder: CountingEmbedder, filled_folder: Path, site: FeedSite
) -> AsyncIterator[Verbatim]:
    shutil.copytree(filled_folder, settings.data_dir)

    def allowed(address: str, port: int) -> bool:
        return (address, port) == (LOOPBACK, site.port) or public_only(address, port)

    index = await open_news_index(settings, for_questions=False, embedder=embedder, fetcher=Fetcher(allowed))
    bot = Verbatim(index, settings)
    bot.shard_count = 1
    yield bot
    await index.close()


async def said(newsroom: Newsroom, command: str, **options: object) -> str:
    result = await newsroom.manager.slash(newsroom.channel, command, **options)
    assert result.response is not None
    return result.response.content


async def test_a_feed_is_followed_listed_paused_and_removed(newsroom: Newsroom, site: FeedSite) -> None:
    site.feed(range(3), title="||News|| `x` # y")
    elsewhere = open_newsroom(newsroom.env, "Elsewhere")
    card = await said(newsroom, "sources add", address=site.address("/feed"))
    assert "3 found · 3 new" in card
    assert "||News||" not in card and "`x`" not in card
    [choice] = await newsroom.manager.autocomplete(newsroom.channel, "sources pause", "name", "")
    assert await elsewhere.manager.autocomplete(elsewhere.channel, "sources pause", "name", "") == []
    name = choice["value"]
    assert name == "||News|| `x` # y"
    listed = await said(newsroom, "sources list")
    assert f"[feed](<{site.address('/feed')}>)" in listed
    assert "3 articles" in listed
    assert "3 articles" not in await said(elsewhere, "sources list")
    assert (await said(newsroom, "sources pause", name=name)).startswith("Paused ")
    assert "paused: it was paused by hand" in await said(newsroom, "sources list")
    assert (await said(newsroom, "sources resume", name=name)).startswith("Resumed ")
    card = await said(newsroom, "sources reindex", name=name)
    assert "Read again first: 3 found · 3 unchanged" in card
    assert "3 articles" in card
    assert (await said(newsroom, "sources remove", name=name)).endswith("3 articles went with it.")
    assert "feed" not in await said(newsroom, "sources list")
    index = newsroom.env.bot.index  # type: ignore[attr-defined]
    assert {entry.action for entry in await index.audit(newsroom.guild.id)} >= {"add source", "remove source"}
    assert {entry.who for entry in await index.audit(newsroom.guild.id)} == {str(newsroom.manager.id)}


@pytest.mark.parametrize(
    ("command", "options", "words", "error"),
    [
        ("add", {"address": "http://169.254.169.254/feed"}, "I don't fetch http\\://169.254.169.254/", AddressRefused),
        ("remove", {"name": "no such"}, "There is no source or outlet “no such” here.", UnknownSource),
        *(
            (one, {"name": "starter articles"}, "**starter articles** is common to all servers", CommonSource)
            for one in ("remove", "pause", "resume", "reindex")
        ),
    ],
)
async def test_what_can_not_be_followed_is_refused_in_words(
    newsroom: Newsroom, command: str, options: dict[str, object], words: str, error: type[Exception]
) -> None:
    result = await newsroom.manager.slash(newsroom.channel, f"sources {command}", **options)
    assert result.followups[0].content.startswith(words)
    assert isinstance(newsroom.failure(), error)


async def test_what_is_followed_already_is_named(newsroom: Newsroom, site: FeedSite) -> None:
    site.feed(range(1))
    await said(newsroom, "sources add", address=site.address("/feed"))
    result = await newsroom.manager.slash(newsroom.channel, "sources add", address=site.address("/feed"))
    assert result.followups[0].content == "That is a source here already: **The Elan Courier**."
    assert isinstance(newsroom.failure(), SourceExists)
