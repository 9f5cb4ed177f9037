"""Guards the whole line from a posted quotation to the stored truth and back: a bot over a real index."""

from __future__ import annotations

import pytest

from bot.client import Verbatim
from bot.settings import BotSettings
from index.news_index import NewsIndex
from tests.bot.newsroom import Newsroom, open_newsroom

MENU = "Check this quote"
FERRY = b"""---
title: Ferry to Hollum stops for the winter
source: The Harbour Post
url: https://harbour.example/ferry
published: 2026-10-03
---
The ferry to Hollum will stop running on Monday.

"We have no captain left for the winter," said harbour master Ida Nygaard on the quay.
"""


@pytest.fixture
def simcord_bot(news_index: NewsIndex, settings: BotSettings) -> Verbatim:
    bot = Verbatim(news_index, settings)
    bot.shard_count = 1
    return bot


async def check(room: Newsroom, posted: str) -> str:
    message = await room.editor.send(room.channel, posted)
    result = await room.member.context_menu(room.channel, MENU, message)
    assert result.response is not None
    return result.response.content


async def test_what_was_posted_is_held_against_the_articles(newsroom: Newsroom) -> None:
    true = await check(newsroom, "Frederiksen: “Greenland is not for sale”")
    assert "**Word for word.**" in true
    assert "— **Mette Frederiksen**, [" in true
    false = await check(newsroom, "> Greenland is now for sale\n— Mette Frederiksen")
    assert "Greenland is ~~not~~ **now** for sale" in false
    other = await check(newsroom, "“Greenland is not for sale,” Peskov said.")
    assert "**Right words, but not as Peskov's.**" in other


async def test_a_server_checks_against_what_it_may_read_alone(newsroom: Newsroom) -> None:
    elsewhere = open_newsroom(newsroom.env, "Elsewhere")
    await newsroom.manager.slash(newsroom.channel, "add file", file=("ferry.md", FERRY))
    said = "“We have no captain left for the winter”"
    assert "**Word for word.**" in await check(newsroom, said)
    assert "**Not found**" in await check(elsewhere, said)


async def test_who_said_what_is_listed_for_the_server(newsroom: Newsroom) -> None:
    elsewhere = open_newsroom(newsroom.env, "Elsewhere")
    await newsroom.manager.slash(newsroom.channel, "add file", file=("ferry.md", FERRY))
    ours = await newsroom.member.slash(newsroom.channel, "quotes", speaker="nygaard", topic="captain")
    theirs = await elsewhere.member.slash(elsewhere.channel, "quotes", speaker="nygaard")
    assert ours.response is not None and theirs.response is not None
    assert "— **Ida Nygaard**, harbour master" in ours.response.content
    assert "I found no direct quotation of **nygaard**" in theirs.response.content
    [choice] = await newsroom.member.autocomplete(newsroom.channel, "quotes", "speaker", "nyg")
    assert choice["value"] == "Ida Nygaard"
    assert await elsewhere.member.autocomplete(elsewhere.channel, "quotes", "speaker", "nyg") == []
