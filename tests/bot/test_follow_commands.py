"""Guards /follow and /digest over a real index: who may what, where it is told, what is refused, and the buttons."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import discord
import pytest
import simcord
from simcord.builders import ChannelHandle

from bot.client import Verbatim
from bot.settings import BotSettings
from index.assemble import open_news_index
from index.news_index import NewsIndex
from tests.bot.newsroom import Newsroom, open_newsroom
from tests.telling.conftest import bridge, ferry
from tests.word_hash import CountingEmbedder

TOPIC = "ferry to Hollum captain winter"


@pytest.fixture
async def simcord_bot(settings: BotSettings, embedder: CountingEmbedder) -> AsyncIterator[Verbatim]:
    index = await open_news_index(settings, for_questions=False, embedder=embedder)
    bot = Verbatim(index, settings)
    bot.shard_count = 1
    yield bot
    await index.close()


def index_of(room: Newsroom) -> NewsIndex:
    bot = room.env.bot
    assert isinstance(bot, Verbatim)
    return bot.index


async def said(
    room: Newsroom,
    command: str,
    who: simcord.MemberActor | None = None,
    where: ChannelHandle | None = None,
    **options: object,
) -> str:
    result = await (who or room.manager).slash(where or room.channel, command, **options)
    shown = [result.response] if result.response and result.response.content else result.followups
    assert result.ephemeral
    return shown[0].content


async def a_round(room: Newsroom, *articles: object) -> None:
    """Articles come, and the loop looks once."""
    bot = room.env.bot
    assert isinstance(bot, Verbatim)
    await bot.index._adding.take_in(iter(articles), room.guild.id, ("wire", "import"))  # type: ignore[arg-type]
    await bot.telling.round(datetime.now(UTC))


def direct_messages(member: simcord.MemberActor) -> list[str]:
    return [message.content for message in member.user.dm_channel.history()]


async def test_a_member_is_told_once_in_a_direct_message_and_ends_it_there(newsroom: Newsroom) -> None:
    card = await said(newsroom, "follow topic", newsroom.member, words=TOPIC)
    assert card.startswith(f"Followed: topic **{TOPIC}**.\nI tell you in a direct message, once")
    await a_round(newsroom, ferry(), bridge())
    await a_round(newsroom, ferry("The Sun"))
    [told] = direct_messages(newsroom.member)
    assert told.startswith(f"**Topic: {TOPIC}**\n> The ferry")
    assert newsroom.messages() == []
    [message] = newsroom.member.user.dm_channel.history()
    ended = await newsroom.member.user.click(message, label="Unfollow")
    assert ended.followups[0].content.startswith("Unfollowed: topic")
    assert await index_of(newsroom).follows(newsroom.guild.id, newsroom.member.id) == ()


async def test_a_channel_is_for_those_who_may_have_me_speak_there(newsroom: Newsroom) -> None:
    refused = await said(newsroom, "follow speaker", newsroom.member, name="Nygaard", tell="channel")
    assert "takes “Manage Messages”" in refused
    assert newsroom.failure()
    followed = await said(newsroom, "follow speaker", newsroom.editor, name="Nygaard", tell="channel")
    assert "I tell it in this channel" in followed
    moderators = newsroom.guild.create_role("Moderators", permissions=discord.Permissions(manage_messages=True))
    moderator = newsroom.guild.add_member(newsroom.env.create_user("moderator"), roles=[moderators])
    await said(newsroom, "follow question", moderator, question="What fell over the river Elan?", tell="channel")
    await a_round(newsroom, ferry())
    assert [text.splitlines()[0] for text in newsroom.messages()] == ["**Quotations of: Nygaard**"]


async def test_the_list_shows_what_is_mine_and_to_moderators_what_channels_follow(newsroom: Newsroom) -> None:
    await said(newsroom, "follow topic", newsroom.member, words="ferries", quiet="22-7", time_zone="+2")
    await said(newsroom, "follow topic", newsroom.editor, words="bridges", tell="channel")
    own = await said(newsroom, "follow list", newsroom.member)
    assert own == "1. topic **ferries** → direct message · quiet 22:00-07:00 (UTC+2)"
    everything = await newsroom.manager.slash(newsroom.channel, "follow list")
    assert everything.response is not None
    assert everything.response.content == f"1. topic **bridges** → <#{newsroom.channel.id}> · somebody else's"
    await newsroom.manager.click(everything.response, label="Unfollow 1")
    assert await index_of(newsroom).channel_follows(newsroom.guild.id) == ()
    elsewhere = open_newsroom(newsroom.env, "Elsewhere")
    assert "You follow nothing here yet" in await said(elsewhere, "follow list")


async def test_a_reason_is_shown_where_telling_was_paused(newsroom: Newsroom) -> None:
    await said(newsroom, "follow topic", words=TOPIC, tell="channel")
    newsroom.env.inject_error("POST", "/channels/*/messages", status=403)
    await a_round(newsroom, ferry())
    assert "**paused**: I may not write in the channel" in await said(newsroom, "follow list")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"words": " "}, "There is nothing to follow."),
        ({"words": "x" * 300}, "I follow up to 200."),
        ({"words": "ferries", "quiet": "night"}, "Please write it like 22:00-07:00."),
        ({"words": "ferries", "quiet": "22-7", "time_zone": "CET"}, "Please write it like +2 or -5:30."),
    ],
)
async def test_what_can_not_be_followed_is_refused_in_words(
    newsroom: Newsroom, options: dict[str, object], words: str
) -> None:
    assert words in await said(newsroom, "follow topic", newsroom.member, **options)  # type: ignore[arg-type]
    assert newsroom.failure()


async def test_a_digest_is_set_shown_sent_and_switched_off(newsroom: Newsroom) -> None:
    now = datetime.now(UTC)
    at = f"{now + timedelta(minutes=1):%H:%M}"
    assert "a digest every day at" in await said(newsroom, "digest daily", at=at)
    assert "Nothing new has come" in await said(newsroom, "digest now")
    await index_of(newsroom)._adding.take_in(iter([ferry(), bridge()]), newsroom.guild.id, ("wire", "import"))
    assert "**A digest would hold 2 stories now**" in await said(newsroom, "digest now")
    bot = newsroom.env.bot
    assert isinstance(bot, Verbatim)
    for hours in (1, 1, 25):
        await bot.telling.round(now + timedelta(hours=hours))
    assert [text.splitlines()[0] for text in newsroom.messages()] == ["**Today in 2 stories**"]
    assert "every Monday at 08:30 (UTC-5)" in await said(
        newsroom, "digest weekly", weekday=0, at="8:30", time_zone="-5"
    )
    assert "no digest any more" in await said(newsroom, "digest off")
    assert "This channel has no digest" in await said(newsroom, "digest off")
    assert newsroom.failure()


async def test_a_digest_is_for_those_who_configure(newsroom: Newsroom) -> None:
    newsroom.show_every_command()
    assert "Only members who may manage this server" in await said(newsroom, "digest daily", newsroom.editor, at="8")
    assert newsroom.failure()


async def test_a_channel_where_i_may_not_write_is_refused(newsroom: Newsroom) -> None:
    mute = newsroom.guild.create_text_channel(
        "mute", overwrites={newsroom.guild.default_role: discord.PermissionOverwrite(send_messages=False)}
    )
    refused = await said(newsroom, "follow topic", where=mute, words="ferries", tell="channel")
    assert "“Send Messages”" in refused
    assert newsroom.failure()
    assert await index_of(newsroom).channel_follows(newsroom.guild.id) == ()


async def test_names_are_offered_to_those_who_may_ask(newsroom: Newsroom) -> None:
    await a_round(newsroom, ferry())
    choices = await newsroom.member.autocomplete(newsroom.channel, "follow speaker", "name", "nyg")
    assert [choice["value"] for choice in choices] == ["Ida Nygaard"]
