"""Guards what a server decides, over a real index: kept, logged, told, counted and purged, also after a restart."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
import simcord

from bot.client import Verbatim
from bot.purge_form import BUTTON, FIELD, WORD
from bot.settings import BotSettings
from bot.views.setup_panel import AUDIT, CHANNELS, LIMITS, QUESTIONS
from index.news_index import NewsIndex
from index.servers import ServerSettings
from tests.bot.newsroom import Newsroom
from tests.bot.test_real_index import FERRY

QUESTION = "What did Ida Nygaard say about the ferry to Hollum?"


@pytest.fixture
def simcord_bot(news_index: NewsIndex, settings: BotSettings) -> Verbatim:
    bot = Verbatim(news_index, settings)
    bot.shard_count = 1
    return bot


async def panel_of(newsroom: Newsroom) -> simcord.ResponseMessage:
    result = await newsroom.manager.slash(newsroom.channel, "setup")
    assert result.response is not None
    return result.response


async def asked(newsroom: Newsroom, actor: simcord.MemberActor) -> str:
    result = await actor.slash(newsroom.channel, "ask", question=QUESTION)
    return " ".join(one.content for one in (result.response, *result.followups) if one is not None)


async def test_every_change_stands_in_the_log_and_in_the_audit_channel_once(newsroom: Newsroom) -> None:
    newsroom.show_every_command()
    desk = newsroom.guild.create_text_channel("audit-log")
    panel = (await panel_of(newsroom)).message
    await newsroom.manager.select(panel, [newsroom.channel], custom_id=CHANNELS)
    await newsroom.manager.select(panel, [desk], custom_id=AUDIT)
    await newsroom.editor.slash(newsroom.channel, "add file", file=("ferry.md", FERRY))
    form = await newsroom.manager.click(panel, custom_id=LIMITS)
    await newsroom.manager.submit_modal(form, {QUESTIONS: "20"})
    await newsroom.env.advance_time(120)
    manager, editor = newsroom.manager.id, newsroom.editor.id
    told = [message.content.split(" ", 1)[1] for message in desk.history(viewer=newsroom.manager)]
    assert told == [
        f"<@{manager}> set audit channel: <#{desk.id}>",
        f"<@{editor}> added ferry\\.md",
        f"<@{manager}> set questions a day: 20",
    ]
    result = await newsroom.manager.slash(newsroom.channel, "audit")
    assert result.response is not None
    logged = [line.split(" ", 1)[1] for line in result.response.content.splitlines()[1:]]
    assert logged == [*reversed(told), f"<@{manager}> set channels: <#{newsroom.channel.id}>"]


async def test_what_a_server_decided_and_counted_outlives_a_restart(
    newsroom: Newsroom, news_index: NewsIndex, settings: BotSettings
) -> None:
    panel = (await panel_of(newsroom)).message
    form = await newsroom.manager.click(panel, custom_id=LIMITS)
    await newsroom.manager.submit_modal(form, {QUESTIONS: "2"})
    await newsroom.manager.slash(newsroom.channel, "add file", file=("ferry.md", FERRY))
    assert "1 of today's 2 questions left" not in await asked(newsroom, newsroom.member)
    again = Verbatim(news_index, settings)
    again.shard_count = 1
    await newsroom.env.restart_bot(again)
    assert "0 of today's 2 questions left" in await asked(newsroom, newsroom.member)
    assert "2 questions of today are used up" in await asked(newsroom, newsroom.member)
    newsroom.failure()


async def test_a_purge_leaves_nothing_and_the_bot_goes_on(newsroom: Newsroom, news_index: NewsIndex) -> None:
    await newsroom.manager.slash(newsroom.channel, "add file", file=("ferry.md", FERRY))
    assert "captain" in await asked(newsroom, newsroom.member)
    result = await newsroom.manager.slash(newsroom.channel, "privacy")
    assert result.response is not None
    form = await newsroom.manager.click(result.response.message, custom_id=BUTTON)
    done = await newsroom.manager.submit_modal(form, {FIELD: WORD})
    assert done.response is not None
    assert done.response.content.startswith("Done: 1 article and 1 source of this server")
    assert "captain" not in await asked(newsroom, newsroom.member)
    assert await news_index.audit(newsroom.guild.id) == ()


async def test_two_who_choose_at_once_are_both_heard(news_index: NewsIndex) -> None:
    await asyncio.gather(
        news_index.change_settings(7, lambda now: replace(now, daily_questions=5), "1"),
        news_index.change_settings(7, lambda now: replace(now, language_model=False), "2"),
    )
    assert await news_index.server_settings(7) == ServerSettings(daily_questions=5, language_model=False)
    assert {entry.who for entry in await news_index.audit(7)} == {"1", "2"}
