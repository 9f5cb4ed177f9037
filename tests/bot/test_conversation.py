"""Guards questions without a command: by mention, reply and direct message, each answered once and by one reply."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import discord
import pytest
import simcord

from bot import delivery, message_reply, status_line
from bot.cards.asking import HOW_TO_ASK
from bot.client import Verbatim
from bot.cogs.conversation import question_in
from bot.stopping import STOPPING
from index.errors import QuestionError, StoreError
from index.reports import Progress, Watch
from index.servers import Right, ServerSettings
from index.types import COMMON, Exchange
from tests.bot.canned.values import a_citation, an_answer
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import Newsroom, open_newsroom

QUESTION = "What did Peskov say about timing?"
ANSWER = "> It is too early to speak of timing."


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "_PAUSES", (0.01, 0.01))


def bot_of(newsroom: Newsroom) -> Verbatim:
    assert isinstance(newsroom.env.bot, Verbatim)
    return newsroom.env.bot


def mention(newsroom: Newsroom) -> str:
    user = newsroom.env.bot.user
    assert user is not None
    return user.mention


async def asked(room: Newsroom, question: str = QUESTION, **given: object) -> discord.Message:
    """A member mentions the bot; the last message of the channel."""
    await room.member.send(room.channel, f"{mention(room)} {question}", **given)  # type: ignore[arg-type]
    [*_, last] = room.channel.history(viewer=room.member)
    return last


async def test_a_mention_is_answered_by_a_reply_with_buttons_that_pings_nobody(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    answer = await asked(newsroom)
    assert canned.calls == [("ask", QUESTION, newsroom.guild.id)]
    assert ANSWER in answer.content
    assert answer.reference is not None
    assert answer.components
    assert not answer.mentions
    assert all(body["allowed_mentions"]["parse"] == [] for body in newsroom.bodies() if "content" in body)
    [kept] = canned.kept.values()
    assert (kept.message, kept.channel, kept.asker) == (answer.id, newsroom.channel.id, newsroom.member.id)


async def test_a_reply_to_an_answer_follows_it_up(newsroom: Newsroom, canned: CannedIndex) -> None:
    answer = await asked(newsroom)
    await asked(newsroom, "and what did Moscow say?", reply_to=answer)
    assert canned.before == [None, Exchange(QUESTION, ("Dmitry Peskov",))]
    assert canned.calls[1] == ("ask", "and what did Moscow say?", newsroom.guild.id)


async def test_a_reply_to_something_else_is_a_question_of_its_own(newsroom: Newsroom, canned: CannedIndex) -> None:
    other = await newsroom.editor.send(newsroom.channel, "hello")
    await asked(newsroom, reply_to=other)
    assert canned.before == [None]


async def test_what_another_asked_privately_is_not_followed_up(newsroom: Newsroom, canned: CannedIndex) -> None:
    answer = await asked(newsroom)
    [token] = canned.kept
    canned.kept[token] = replace(canned.kept[token], private=True, asker=newsroom.editor.id)
    await asked(newsroom, "and then?", reply_to=answer)
    assert canned.before == [None, None]


async def test_a_mention_without_a_question_gets_help(newsroom: Newsroom, canned: CannedIndex) -> None:
    answer = await asked(newsroom, " , ")
    assert answer.content == HOW_TO_ASK
    assert canned.calls == []


async def test_everybody_elses_talk_and_bots_are_let_be(newsroom: Newsroom, canned: CannedIndex) -> None:
    other = newsroom.guild.add_member(newsroom.env.create_user("other-bot", bot=True))
    webhook = newsroom.guild.create_webhook(newsroom.channel)
    await newsroom.manager.send(newsroom.channel, "@everyone what did Peskov say?")
    await newsroom.member.send(newsroom.channel, "what did Peskov say?")
    await other.send(newsroom.channel, f"{mention(newsroom)} what did Peskov say?")
    await webhook.send(f"{mention(newsroom)} what did Peskov say?")
    assert canned.calls == []
    assert newsroom.texts() == []


async def test_who_may_not_ask_is_told_in_private_and_channels_are_respected(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    role = newsroom.guild.create_role("Readers")
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.ASK: frozenset({role.id})})
    await asked(newsroom)
    other = newsroom.guild.create_text_channel("other")
    canned.decided[newsroom.guild.id] = ServerSettings(channels=frozenset({other.id}))
    await asked(newsroom)
    lacking, elsewhere = newsroom.member.user.dm_channel.history()
    assert "Only members who" in lacking.content
    assert f"I answer in <#{other.id}>" in elsewhere.content
    assert canned.calls == []


@pytest.mark.parametrize(("error", "words"), [(QuestionError(0, 2000), "There was no question"),
                                              (StoreError("/secret"), "The index is closed")])  # fmt: skip
async def test_errors_are_told_in_words(newsroom: Newsroom, canned: CannedIndex, error: Exception, words: str) -> None:
    canned.fails_with = error
    answer = await asked(newsroom)
    assert answer.content.startswith(words)
    assert answer.reference is not None


async def test_a_slow_answer_shows_what_is_done_and_takes_its_place(
    newsroom: Newsroom, canned: CannedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(watch: Watch) -> None:
        for one in (Progress("searching", 16, None, "articles"), Progress("reading", 6, None, "passages"),
                    Progress("checking", 6, None, "quotations")):  # fmt: skip
            watch(one)
            await asyncio.sleep(0.15)

    monkeypatch.setattr(status_line, "_FIRST", 0.05)
    monkeypatch.setattr(status_line, "_EVERY", 0.1)
    canned.at_work = slow
    answer = await asked(newsroom)
    assert newsroom.texts()[:3] == ["-# Searching 16 articles …", "-# Reading 6 passages …", "-# Checking quotations …"]
    assert ANSWER in answer.content
    assert len([m for m in newsroom.channel.history(viewer=newsroom.member) if m.author.bot]) == 1


async def test_where_the_line_can_not_be_edited_the_answer_comes_all_the_same_and_the_line_goes(
    newsroom: Newsroom, canned: CannedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(watch: Watch) -> None:
        watch(Progress("searching", 16, None, "articles"))
        await asyncio.sleep(0.2)

    monkeypatch.setattr(status_line, "_FIRST", 0.05)
    monkeypatch.setattr(message_reply, "_LATER", (0.05, 0.05))
    canned.at_work = slow
    newsroom.env.inject_error("PATCH", "/channels/*/messages/*", status=502, times=None)
    await asked(newsroom)
    await newsroom.env.advance_time(1)
    bots = [m.content for m in newsroom.channel.history(viewer=newsroom.member) if m.author.bot]
    assert len(bots) == 1 and ANSWER in bots[0]


async def test_a_line_that_comes_after_the_answer_is_taken_away(
    newsroom: Newsroom, canned: CannedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def working(watch: Watch) -> None:
        watch(Progress("searching", 16, None, "articles"))
        await asyncio.sleep(0.1)

    send = discord.TextChannel.send

    async def slow(channel: discord.TextChannel, content: str, **given: Any) -> discord.Message:
        await asyncio.sleep(0.5 if content.startswith("-# ") else 0)
        return await send(channel, content, **given)

    monkeypatch.setattr(discord.TextChannel, "send", slow)
    monkeypatch.setattr(status_line, "_FIRST", 0.05)
    monkeypatch.setattr(status_line, "_LAST_WITHIN", 0.05)
    monkeypatch.setattr(message_reply, "_LATER", (0.05,))
    canned.at_work = working
    await newsroom.member.send(newsroom.channel, f"{mention(newsroom)} {QUESTION}")
    await newsroom.env.advance_time(2)
    bots = [m.content for m in newsroom.channel.history(viewer=newsroom.member) if m.author.bot]
    assert len(bots) == 1 and ANSWER in bots[0]
    assert "-# Searching 16 articles …" in newsroom.texts()


async def test_where_the_bot_may_not_write_the_answer_goes_to_the_author(newsroom: Newsroom) -> None:
    newsroom.env.inject_error("POST", f"/channels/{newsroom.channel.id}/messages", status=403, times=None)
    await newsroom.member.send(newsroom.channel, f"{mention(newsroom)} {QUESTION}")
    [message] = newsroom.member.user.dm_channel.history()
    assert ANSWER in message.content


async def test_a_stop_tells_who_waits_and_takes_no_more(
    newsroom: Newsroom, canned: CannedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(watch: Watch) -> None:
        await asyncio.sleep(600)

    canned.at_work = slow
    await newsroom.member.send(newsroom.channel, f"{mention(newsroom)} {QUESTION}")
    await bot_of(newsroom)._conversation.finish(grace=0.05, farewell=1.0)
    canned.at_work = None
    assert newsroom.texts() == [STOPPING]
    assert (await asked(newsroom)).content == STOPPING
    assert len(canned.calls) == 1


async def test_a_direct_message_reads_the_common_articles_and_a_reply_goes_on(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    user = newsroom.member.user
    await user.send_dm(QUESTION)
    [_, answer] = user.dm_channel.history()
    assert canned.calls == [("ask", QUESTION, COMMON)]
    assert ANSWER in answer.content
    await reply_directly(newsroom, answer, "and Moscow?")
    assert canned.before[1] == Exchange(QUESTION, ("Dmitry Peskov",))


async def reply_directly(room: Newsroom, to: discord.Message, content: str) -> None:
    """What a member writes when replying to a direct message, of which the simulation has no verb of its own."""
    channel = room.member.user.dm_channel.id
    reference = {"channel_id": str(channel), "message_id": str(to.id)}
    normal = room.env.backend.normalize_message_reference(channel, reference)
    await room.member.user.send_dm(content, reference=normal)


async def in_private(room: Newsroom) -> simcord.ResponseMessage:
    """The menu of servers that a member gets below an answer in a direct message."""
    user = room.member.user
    await user.send_dm(QUESTION)
    [*_, answer] = user.dm_channel.history()
    pressed = await user.click(answer, label="Ask a server's articles")
    shown = pressed.response
    assert isinstance(shown, simcord.ResponseMessage)
    return shown


async def test_in_private_a_server_that_both_share_is_chosen(newsroom: Newsroom, canned: CannedIndex) -> None:
    open_newsroom(newsroom.env, "Elsewhere")
    menu = await in_private(newsroom)
    [row] = menu.components
    assert [option["label"] for option in row["components"][0]["options"]] == ["Newsroom"]
    chosen = await newsroom.member.user.select(menu.message, [str(newsroom.guild.id)])
    assert canned.calls[-1] == ("ask", QUESTION, newsroom.guild.id)
    assert chosen.response is not None
    assert ANSWER in chosen.response.content
    assert "-# from the articles of Newsroom" in chosen.response.content
    await reply_directly(newsroom, chosen.response.message, "and Moscow?")
    assert canned.calls[-1] == ("ask", "and Moscow?", newsroom.guild.id)


async def test_a_server_of_which_discord_says_nothing_keeps_no_other_from_being_offered(newsroom: Newsroom) -> None:
    elsewhere = open_newsroom(newsroom.env, "Elsewhere")
    elsewhere.guild.add_member(newsroom.member.user)
    newsroom.env.inject_error("GET", f"/guilds/{elsewhere.guild.id}/members/*", status=403, times=None)
    [row] = (await in_private(newsroom)).components
    assert [option["label"] for option in row["components"][0]["options"]] == ["Newsroom"]


@pytest.mark.parametrize("why", ["left", "role", "channel"])
async def test_membership_and_rights_are_looked_up_at_each_use(
    newsroom: Newsroom, canned: CannedIndex, why: str
) -> None:
    menu = await in_private(newsroom)
    guild = newsroom.guild
    if why == "left":
        guild.remove_member(newsroom.member)
    elif why == "role":
        canned.decided[guild.id] = ServerSettings(roles={Right.ASK: frozenset({guild.create_role("Readers").id})})
    else:
        hidden = guild.create_text_channel(
            "hidden", overwrites={guild.default_role: discord.PermissionOverwrite(view_channel=False)}
        )
        canned.decided[guild.id] = ServerSettings(channels=frozenset({hidden.id}))
    chosen = await newsroom.member.user.select(menu.message, [str(guild.id)])
    assert [call[2] for call in canned.calls] == [COMMON]
    assert chosen.followups[0].content.startswith("That is a server where you can't ask me")
    user = newsroom.member.user
    again = await user.click(user.dm_channel.history()[1], label="Ask a server's articles")
    assert again.response is not None
    assert again.response.content.startswith("I know of no server that we share")


async def test_no_answer_is_lost_where_it_can_not_be_kept(newsroom: Newsroom, canned: CannedIndex) -> None:
    async def full(*_: object, **__: object) -> None:
        raise StoreError("disk full")

    canned.keep_answer = full  # type: ignore[method-assign, assignment]
    answer = await asked(newsroom)
    assert ANSWER in answer.content
    assert not answer.components


async def test_hostile_articles_ping_nobody(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.answer = an_answer(a_citation(quote="@everyone <@&1>"), question="@everyone")
    answer = await asked(newsroom, "@everyone?")
    assert not answer.mention_everyone and not answer.mentions and not answer.role_mentions


def test_the_question_is_what_stands_beside_the_mention() -> None:
    assert question_in("<@7> who said it?", 7) == "who said it?"
    assert question_in("hey <@!7>,\nwho said it to <@8>?", 7) == "hey , who said it to <@8>?"
    assert question_in("<@7>", 7) == ""
