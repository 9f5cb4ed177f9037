"""Guards who may ask, where and how much, whatever they ask with: a command, a mention, a reply in a thread."""

from __future__ import annotations

import discord
import pytest
import simcord

from bot.permissions import NotAllowed, NotHere, places_of
from bot.quota import AT_ONCE, PRESSES, TooFast
from index.errors import QuotaSpent
from index.servers import Right, ServerSettings
from tests.bot.canned.values import an_answer
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import Newsroom

QUESTION = "What did Peskov say about timing?"


async def ask(
    newsroom: Newsroom, actor: simcord.MemberActor, channel: simcord.ChannelHandle
) -> simcord.InteractionResult:
    return await actor.slash(channel, "ask", question=QUESTION)


def asked(canned: CannedIndex) -> int:
    return len([call for call in canned.calls if call[0] == "ask"])


async def test_where_a_server_chose_channels_it_is_answered_there_alone(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    other = newsroom.guild.create_text_channel("elsewhere")
    canned.decided[newsroom.guild.id] = ServerSettings(channels=frozenset({newsroom.channel.id}))
    await ask(newsroom, newsroom.member, newsroom.channel)
    assert asked(canned) == 1
    refused = await ask(newsroom, newsroom.manager, other)
    assert refused.ephemeral and refused.response is not None
    assert refused.response.content == f"In this server I answer in <#{newsroom.channel.id}>."
    assert isinstance(newsroom.failure(), NotHere)
    assert asked(canned) == 1


async def test_a_category_stands_for_its_channels(newsroom: Newsroom, canned: CannedIndex) -> None:
    category = newsroom.guild.create_category("News")
    inside = newsroom.guild.create_text_channel("inside", category=category)
    canned.decided[newsroom.guild.id] = ServerSettings(channels=frozenset({category.id}))
    await ask(newsroom, newsroom.member, inside)
    assert asked(canned) == 1


async def test_a_thread_is_of_its_channel(newsroom: Newsroom, canned: CannedIndex) -> None:
    bot = newsroom.env.bot
    channel = bot.get_channel(newsroom.channel.id)
    assert isinstance(channel, discord.TextChannel)
    thread = await channel.create_thread(name="On this", type=discord.ChannelType.public_thread)
    assert places_of(thread) == {thread.id, channel.id}
    canned.decided[newsroom.guild.id] = ServerSettings(channels=frozenset({channel.id}))
    (handle,) = newsroom.channel.threads
    await ask(newsroom, newsroom.member, handle)
    assert asked(canned) == 1


async def test_a_mention_elsewhere_is_refused_in_private(newsroom: Newsroom, canned: CannedIndex) -> None:
    other = newsroom.guild.create_text_channel("elsewhere")
    canned.decided[newsroom.guild.id] = ServerSettings(channels=frozenset({newsroom.channel.id}))
    assert newsroom.env.bot.user is not None
    await newsroom.member.send(other, f"{newsroom.env.bot.user.mention} {QUESTION}")
    assert len(other.history(viewer=newsroom.member)) == 1
    (told,) = newsroom.member.user.dm_channel.history()
    assert told.content == f"In this server I answer in <#{newsroom.channel.id}>."
    assert asked(canned) == 0


async def test_asking_can_be_a_roles(newsroom: Newsroom, canned: CannedIndex) -> None:
    readers = newsroom.guild.create_role("Readers")
    reader = newsroom.guild.add_member(newsroom.env.create_user("reader"), roles=[readers])
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.ASK: frozenset({readers.id})})
    for actor in (reader, newsroom.editor, newsroom.manager):
        await ask(newsroom, actor, newsroom.channel)
    assert asked(canned) == 3
    refused = await ask(newsroom, newsroom.member, newsroom.channel)
    assert refused.response is not None
    assert f"<@&{readers.id}>, can do that." in refused.response.content
    assert isinstance(newsroom.failure(), NotAllowed)
    assert asked(canned) == 3


async def test_the_days_questions_run_out_and_what_is_left_is_told(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.decided[newsroom.guild.id] = ServerSettings(daily_questions=2)
    first = await ask(newsroom, newsroom.member, newsroom.channel)
    second = await ask(newsroom, newsroom.editor, newsroom.channel)
    assert first.response is not None and second.response is not None
    assert "questions left here" not in first.response.content
    assert "-# 0 of today's 2 questions left here, the count starts anew <t:" in second.response.content
    await ask(newsroom, newsroom.manager, newsroom.channel)
    assert isinstance(newsroom.failure(), QuotaSpent)
    assert any("2 questions of today are used up. The count starts anew <t:" in text for text in newsroom.texts())
    assert asked(canned) == 2


async def test_the_status_says_what_is_left_of_the_day(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.decided[newsroom.guild.id] = ServerSettings(daily_questions=20)
    await ask(newsroom, newsroom.member, newsroom.channel)
    status = await newsroom.member.slash(newsroom.channel, "status")
    assert status.response is not None
    assert "\nDaily limit: 19 of today's 20 questions left here" in status.response.content


async def test_what_finds_nothing_is_not_counted(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.answer = an_answer()
    await ask(newsroom, newsroom.member, newsroom.channel)
    assert asked(canned) == 1
    assert canned.asked == 0


async def test_who_asks_without_a_pause_is_told_when_to_go_on(newsroom: Newsroom, canned: CannedIndex) -> None:
    for _ in range(AT_ONCE):
        await ask(newsroom, newsroom.member, newsroom.channel)
    await ask(newsroom, newsroom.member, newsroom.channel)
    assert isinstance(newsroom.failure(), TooFast)
    assert asked(canned) == AT_ONCE
    await ask(newsroom, newsroom.editor, newsroom.channel)
    assert asked(canned) == AT_ONCE + 1


async def test_commands_and_buttons_without_a_pause_are_let_wait_too(newsroom: Newsroom) -> None:
    answer = await ask(newsroom, newsroom.member, newsroom.channel)
    assert answer.response is not None
    for _ in range(PRESSES - 1):
        listed = await newsroom.member.slash(newsroom.channel, "sources list")
        assert listed.response is not None and "at once" not in listed.response.content
    for refused in (
        await newsroom.member.slash(newsroom.channel, "sources list"),
        await newsroom.member.click(answer.response.message, label="How I got this"),
    ):
        assert refused.ephemeral and refused.response is not None
        assert refused.response.content.startswith("That is a lot at once. I go on with you <t:")
    other = await newsroom.editor.slash(newsroom.channel, "sources list")
    assert other.response is not None and "at once" not in other.response.content
    assert newsroom.env.errors and all(isinstance(error, TooFast) for error in newsroom.env.errors)


@pytest.mark.parametrize("command", ["ask", "quotes"])
async def test_suggestions_are_for_those_who_may_ask(newsroom: Newsroom, canned: CannedIndex, command: str) -> None:
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.ASK: frozenset({4242})})
    assert await newsroom.member.autocomplete(newsroom.channel, command, "speaker", "Pe") == []
