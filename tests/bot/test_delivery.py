"""Guards that a final answer always arrives: failing edits, an ended token, a stop in the middle of the work."""

from __future__ import annotations

import asyncio

import discord
import pytest

from bot import delivery, progress_message
from bot.client import Verbatim
from bot.delivery import Attached, deliver_reply
from bot.source_work import FOLLOWED, GOES_ON
from bot.stopping import STOPPING
from index.errors import QuestionError
from index.reports import Status, Watch
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import Newsroom

EDIT = "/webhooks/*/messages/@original"
ANSWER = "> It is too early to speak of timing."


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "_PAUSES", (0.01, 0.01))


async def ask(newsroom: Newsroom) -> str:
    result = await newsroom.member.slash(newsroom.channel, "ask", question="What did Peskov say?")
    assert result.response is not None
    return result.response.content


@pytest.mark.parametrize("failures", [1, 2])
async def test_a_rate_limited_edit_is_tried_again(newsroom: Newsroom, failures: int) -> None:
    newsroom.env.inject_error("PATCH", EDIT, status=429, times=failures)
    assert ANSWER in await ask(newsroom)
    assert len(newsroom.texts()) == 1 + failures


@pytest.mark.parametrize("status", [429, 500, 502, 404])
async def test_an_edit_that_keeps_failing_becomes_a_message_in_the_channel(newsroom: Newsroom, status: int) -> None:
    newsroom.env.inject_error("PATCH", EDIT, status=status, times=None)
    await ask(newsroom)
    assert newsroom.messages()[-1].startswith(f"<@{newsroom.member.id}>\n**What did Peskov say")
    assert ANSWER in newsroom.messages()[-1]
    assert newsroom.bodies()[-1]["allowed_mentions"] == {"parse": []}


async def test_where_the_bot_may_not_write_it_becomes_a_direct_message(newsroom: Newsroom) -> None:
    newsroom.env.inject_error("PATCH", EDIT, status=500, times=None)
    newsroom.env.inject_error("POST", f"/channels/{newsroom.channel.id}/messages", status=403, times=None)
    await ask(newsroom)
    [message] = newsroom.member.user.dm_channel.history()
    assert ANSWER in message.content


async def test_a_private_answer_never_falls_into_the_channel(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.fails_with = QuestionError(0, 2000)
    newsroom.env.inject_error("PATCH", EDIT, status=500, times=None)
    await newsroom.member.slash(newsroom.channel, "ask", question=" ")
    assert not any("There was no question or topic" in text for text in newsroom.messages())
    [message] = newsroom.member.user.dm_channel.history()
    assert message.content.startswith("There was no question or topic")
    assert newsroom.failure() is canned.fails_with


async def test_a_private_status_goes_to_the_caller_alone_as_well(newsroom: Newsroom) -> None:
    newsroom.env.inject_error("PATCH", EDIT, status=500, times=None)
    await newsroom.member.slash(newsroom.channel, "status")
    assert newsroom.messages() == []
    [message] = newsroom.member.user.dm_channel.history()
    assert "14 articles" in message.content


async def test_an_error_is_told_once_although_the_public_answer_stays(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.fails_with = QuestionError(0, 2000)
    newsroom.env.inject_error("DELETE", EDIT, status=500, times=None)
    result = await newsroom.member.slash(newsroom.channel, "ask", question=" ")
    assert len(result.followups) == 1
    assert newsroom.messages() == ["That did not work out."]
    assert newsroom.failure() is canned.fails_with


@pytest.mark.parametrize("status", [500, 503])
async def test_thinking_is_taken_away_later_once_the_answer_stands_elsewhere(newsroom: Newsroom, status: int) -> None:
    newsroom.env.inject_error("PATCH", EDIT, status=status, times=None)
    newsroom.env.inject_error("DELETE", EDIT, status=status, times=2)
    await ask(newsroom)
    assert len(newsroom.messages()) == 2
    await newsroom.env.advance_time(30)
    assert len(newsroom.messages()) == 2
    await newsroom.env.advance_time(60)
    [answer] = newsroom.messages()
    assert ANSWER in answer


async def test_an_answer_that_arrived_nowhere_is_shown_as_soon_as_discord_lets_it(newsroom: Newsroom) -> None:
    newsroom.env.inject_error("PATCH", EDIT, status=500, times=2)
    newsroom.env.inject_error("POST", "/channels/*/messages", status=500, times=None)
    await ask(newsroom)
    await newsroom.env.advance_time(30)
    [answer] = newsroom.messages()
    assert ANSWER in answer


async def test_a_reply_stands_below_its_message_with_what_goes_with_it_and_pings_nobody(newsroom: Newsroom) -> None:
    asked = await fetched(newsroom, "what did Peskov say?")
    view = discord.ui.View()
    view.add_item(discord.ui.Button(label="More", custom_id="more"))
    sent = await deliver_reply(asked, "the answer", view=view, files=[Attached("a.png", b"png", "a chart")])
    assert sent is not None and sent.reference is not None
    assert sent.reference.message_id == asked.id
    assert [one.description for one in sent.attachments] == ["a chart"]
    assert len(sent.components) == 1
    assert newsroom.bodies()[-1]["allowed_mentions"] == {"parse": []}


async def test_a_reply_that_may_not_be_written_becomes_a_direct_message(newsroom: Newsroom) -> None:
    asked = await fetched(newsroom, "what did Peskov say?")
    newsroom.env.inject_error("POST", f"/channels/{newsroom.channel.id}/messages", status=403, times=None)
    await deliver_reply(asked, "the answer", files=[Attached("a.png", b"png", "a chart")])
    [message] = newsroom.member.user.dm_channel.history()
    assert (message.content, message.attachments[0].filename) == ("the answer", "a.png")


async def fetched(newsroom: Newsroom, content: str) -> discord.Message:
    written = await newsroom.member.send(newsroom.channel, content)
    channel = newsroom.env.bot.get_channel(newsroom.channel.id)
    assert isinstance(channel, discord.TextChannel)
    return await channel.fetch_message(written.id)


async def test_where_nothing_works_the_log_says_so(newsroom: Newsroom, caplog: pytest.LogCaptureFixture) -> None:
    newsroom.env.inject_error("PATCH", EDIT, status=500, times=None)
    newsroom.env.inject_error("POST", "/channels/*/messages", status=500, times=None)
    await ask(newsroom)
    assert "no way left to answer" in caplog.text


async def test_a_reindex_that_outlives_its_token_reports_in_the_channel(
    newsroom: Newsroom, canned: CannedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(watch: Watch) -> None:
        await asyncio.sleep(16 * 60)

    canned.at_work = slow
    monkeypatch.setattr(progress_message, "_EDIT_EVERY", 100.0)
    await newsroom.manager.slash(newsroom.channel, "reindex")
    await newsroom.env.advance_time(16 * 60)
    assert "I will report in this channel" in newsroom.texts()[-2]
    assert newsroom.messages()[-1].startswith(f"<@{newsroom.manager.id}>\nReindexed every source")


async def test_a_failed_progress_edit_does_not_end_the_work(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.at_work = lambda watch: asyncio.sleep(0.1)
    newsroom.env.inject_error("PATCH", EDIT, status=500, times=1)
    result = await newsroom.manager.slash(newsroom.channel, "reindex")
    assert result.response is not None
    assert result.response.content.startswith("Reindexed")


async def test_a_stop_tells_those_who_still_wait_and_takes_nothing_new(
    newsroom: Newsroom, canned: CannedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(watch: Watch) -> None:
        await asyncio.sleep(600)

    canned.at_work = slow
    monkeypatch.setattr(progress_message, "_EDIT_EVERY", 100.0)
    waiting = await newsroom.manager.slash(newsroom.channel, "sources add", address="https://daily.example/feed")
    await newsroom.manager.slash(newsroom.channel, "reindex")
    bot = newsroom.env.bot
    assert isinstance(bot, Verbatim)
    await bot.tree.finish(grace=0.05, farewell=1.0)
    assert waiting.followups == []
    assert newsroom.messages() == [FOLLOWED, GOES_ON]
    late = await newsroom.member.slash(newsroom.channel, "ask", question="anything?")
    assert late.response is not None
    assert (late.response.content, late.ephemeral) == (STOPPING, True)
    assert [call[0] for call in canned.calls] == ["add_source", "reindex"]
    assert len(canned.waiting) == 1


async def test_a_stop_tells_whoever_waits_for_an_answer(
    newsroom: Newsroom, canned: CannedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(server: int) -> Status:
        await asyncio.sleep(600)
        raise AssertionError

    monkeypatch.setattr(canned, "status", slow)
    waiting = await newsroom.manager.slash(newsroom.channel, "status")
    bot = newsroom.env.bot
    assert isinstance(bot, Verbatim)
    await bot.tree.finish(grace=0.05, farewell=1.0)
    assert [m.content for m in waiting.followups] == [STOPPING]
