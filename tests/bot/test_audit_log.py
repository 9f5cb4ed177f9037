"""Guards /audit and the audit channel: who sees them, what they say, that nobody is pinged and no command fails."""

from __future__ import annotations

from datetime import timedelta

import discord
import pytest
import simcord
from hypothesis import given

from bot.cards.audit import PAGE, audit_card, audit_posts, entry_line
from bot.cards.limits import MESSAGE, units
from bot.client import Verbatim
from bot.permissions import NotAllowed
from bot.settings import BotSettings
from index.reports import AuditEntry
from index.servers import Right, ServerSettings
from tests.bot.canned.values import DAY
from tests.bot.canned_index import CannedIndex
from tests.bot.hostile_text import HOSTILE
from tests.bot.newsroom import Newsroom

WHO = "1456074443980800025"
NUMBER = 1456074443980800019


def an_entry(action: str = "add", what: str = "https://a.example/x", who: str = WHO, at: int = 0) -> AuditEntry:
    return AuditEntry(DAY + timedelta(seconds=at), who, action, what)


def entries(count: int) -> list[AuditEntry]:
    """The newest first, as the index gives them."""
    return [an_entry(what=f"entry {n}", at=n) for n in reversed(range(count))]


async def test_the_log_is_turned_page_by_page(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.log = entries(PAGE * 2 + 1)
    result = await newsroom.manager.slash(newsroom.channel, "audit")
    assert result.ephemeral and result.response is not None
    message = result.response.message
    assert f"entry {PAGE * 2}" in message.content and "entry 5" not in message.content
    await newsroom.manager.click(message, label="Older")
    result = await newsroom.manager.click(message, label="Older")
    assert result.response is not None
    assert result.response.content.endswith("added entry 0")
    with pytest.raises(simcord.SetupError):
        await newsroom.manager.click(message, label="Older")
    result = await newsroom.manager.click(message, label="Newer")
    assert result.response is not None and "entry 5" in result.response.content


async def test_an_empty_log_says_so(newsroom: Newsroom) -> None:
    result = await newsroom.manager.slash(newsroom.channel, "audit")
    assert result.response is not None
    assert result.response.content == "Nothing has been changed here yet."


async def test_pages_turn_after_a_restart(
    simcord_env: simcord.Env, newsroom: Newsroom, canned: CannedIndex, settings: BotSettings
) -> None:
    canned.log = entries(PAGE + 1)
    result = await newsroom.manager.slash(newsroom.channel, "audit")
    assert result.response is not None
    again = Verbatim(canned, settings)
    again.shard_count = 1
    await simcord_env.restart_bot(again)
    turned = await newsroom.manager.click(result.response.message, label="Older")
    assert turned.response is not None
    assert turned.response.content.endswith("added entry 0")


async def test_editors_see_it_and_members_do_not(newsroom: Newsroom, canned: CannedIndex) -> None:
    newsroom.show_every_command()
    result = await newsroom.editor.slash(newsroom.channel, "audit")
    assert result.response is not None and result.ephemeral
    await newsroom.member.slash(newsroom.channel, "audit")
    assert isinstance(newsroom.failure(), NotAllowed)
    assert [call for call in canned.calls if call[0] == "audit"] == [("audit", newsroom.guild.id)]


async def test_who_lost_the_right_turns_no_page(newsroom: Newsroom, canned: CannedIndex) -> None:
    newsroom.show_every_command()
    canned.log = entries(PAGE + 1)
    role = newsroom.guild.create_role("Chiefs")
    chief = newsroom.guild.add_member(newsroom.env.create_user("chief"), roles=[role])
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.REINDEX: frozenset({role.id})})
    result = await chief.slash(newsroom.channel, "audit")
    assert result.response is not None
    canned.decided[newsroom.guild.id] = ServerSettings()
    before = len(canned.calls)
    await chief.click(result.response.message, label="Older")
    assert len(canned.calls) == before


def posted(newsroom: Newsroom, channel: simcord.ChannelHandle) -> list[discord.Message]:
    return channel.history(viewer=newsroom.manager)


async def test_what_a_command_changed_is_told_to_the_audit_channel_at_once(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    desk = newsroom.guild.create_text_channel("audit-log")
    canned.decided[newsroom.guild.id] = ServerSettings(audit_channel=desk.id)
    canned.untold = {newsroom.guild.id: (an_entry(what="https://daily.example/x"),)}
    await newsroom.manager.slash(newsroom.channel, "add url", url="https://daily.example/x")
    (message,) = posted(newsroom, desk)
    assert message.content == f"<t:{int(DAY.timestamp())}:R> <@{WHO}> added https\\://daily\\.example/x"
    assert message.mentions == [] or not message.mention_everyone
    (sent,) = [body for body in newsroom.bodies() if "added https" in str(body.get("content"))]
    assert sent["allowed_mentions"] == {"parse": []}


async def test_a_choice_in_the_setup_is_told_too(newsroom: Newsroom, canned: CannedIndex) -> None:
    desk = newsroom.guild.create_text_channel("audit-log")
    result = await newsroom.manager.slash(newsroom.channel, "setup")
    assert result.response is not None
    canned.untold = {newsroom.guild.id: (an_entry("configure", f"audit channel: {desk.id}"),)}
    await newsroom.manager.select(result.response.message, [desk], custom_id="setup:audit")
    (message,) = posted(newsroom, desk)
    assert message.content.endswith(f"set audit channel: <#{desk.id}>")


@pytest.mark.parametrize("gone", ["deleted", "forbidden"])
async def test_an_audit_channel_that_is_gone_fails_no_command(
    newsroom: Newsroom, canned: CannedIndex, gone: str
) -> None:
    deny = discord.PermissionOverwrite(send_messages=False)
    desk = newsroom.guild.create_text_channel("audit-log", overwrites={newsroom.guild.default_role: deny})
    number = desk.id if gone == "forbidden" else 4242
    canned.decided[newsroom.guild.id] = ServerSettings(audit_channel=number)
    canned.untold = {newsroom.guild.id: (an_entry(),)}
    result = await newsroom.manager.slash(newsroom.channel, "add url", url="https://daily.example/x")
    assert result.response is not None and result.response.content.startswith("Added")
    assert newsroom.env.errors == []


async def test_what_was_recorded_without_a_command_is_told_within_a_minute(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    desk = newsroom.guild.create_text_channel("audit-log")
    canned.decided[newsroom.guild.id] = ServerSettings(audit_channel=desk.id)
    canned.untold = {newsroom.guild.id: (an_entry(who="operator"),)}
    await newsroom.env.advance_time(61)
    (message,) = posted(newsroom, desk)
    assert "> operator added" in message.content


@pytest.mark.parametrize(
    ("action", "what", "shown"),
    [
        ("remove", "https://a.example/x", "removed https\\://a\\.example/x"),
        ("pause source", "Wire", "paused the source Wire"),
        ("of a later version", "x", "of a later version x"),
        ("configure", f"channels: {NUMBER} {NUMBER}", f"set channels: <#{NUMBER}> <#{NUMBER}>"),
        ("configure", f"roles that add: {NUMBER}", f"set roles that add: <@&{NUMBER}>"),
        ("configure", "roles that add: none named", "set roles that add: none named"),
        ("configure", "questions a day: 50", "set questions a day: 50"),
        ("add", f"channels: {NUMBER}", f"added channels: {NUMBER}"),
    ],
)
def test_an_entry_is_told_in_words(action: str, what: str, shown: str) -> None:
    assert entry_line(an_entry(action, what)) == f"<t:{int(DAY.timestamp())}:R> <@{WHO}> {shown}"


@given(HOSTILE, HOSTILE, HOSTILE)
def test_hostile_entries_stay_text_and_within_a_message(who: str, action: str, what: str) -> None:
    log = [an_entry(action * 4, what * 8, who * 4)] * PAGE
    assert units(audit_card(log, 0)) <= MESSAGE
    assert all(units(post) <= MESSAGE for post in audit_posts(log * 2))
    assert "@everyone" not in audit_card(log, 0)


def test_the_longest_setting_fits() -> None:
    every = ServerSettings(roles={Right.ADD: frozenset(range(NUMBER, NUMBER + 25))})
    what = "roles that add: " + " ".join(map(str, sorted(every.roles[Right.ADD])))
    assert units(audit_card([an_entry("configure", what)] * PAGE, 0)) <= MESSAGE
    assert "and 22 more" in entry_line(an_entry("configure", what))
