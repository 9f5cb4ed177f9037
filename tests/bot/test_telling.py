"""Guards the loop that tells unasked: where, once, pinging nobody; what Discord refuses and what it merely fails at."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import pytest
import simcord

from bot.client import Verbatim
from bot.telling import LOOK_EVERY, MAY_NOT_ASK
from index.alerts import Alert, Correction, Digest, Follow, Issue
from index.errors import StoreError, UnknownFollow
from index.servers import Right, ServerSettings
from tests.bot.canned.values import DAY
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import Newsroom, open_newsroom
from tests.bot.told_values import a_correction, a_follow, a_story, an_alert, an_issue


@dataclass
class Due(CannedIndex):
    """An index with something to tell, which keeps what was noted."""

    alerts: list[Alert] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    told: list[object] = field(default_factory=list)
    paused: list[str] = field(default_factory=list)
    ended: list[Follow] = field(default_factory=list)

    async def alerts_due(self, now: datetime) -> tuple[Alert, ...]:
        if self.fails_with:
            raise self.fails_with
        return tuple(one for one in self.alerts if one not in self.told and one.follow not in self.told)

    async def alert_told(self, alert: Alert) -> None:
        self.told.append(alert)

    async def pause_follow(self, follow: Follow, reason: str) -> None:
        self.told.append(follow)
        self.paused.append(reason)

    async def digests_due(self, now: datetime) -> tuple[Issue, ...]:
        return tuple(one for one in self.issues if one not in self.told and one.digest not in self.told)

    async def digest_told(self, issue: Issue, now: datetime) -> None:
        self.told.append(issue)

    async def pause_digest(self, digest: Digest, reason: str) -> None:
        self.told.append(digest)
        self.paused.append(reason)

    async def corrections_due(self, now: datetime) -> tuple[Correction, ...]:
        return tuple(one for one in self.corrections if one not in self.told)

    async def correction_told(self, correction: Correction, now: datetime) -> None:
        self.told.append(correction)

    async def followed(self, token: str) -> Follow:
        for one in self.alerts:
            if one.follow.token == token and one.follow not in self.ended:
                return one.follow
        raise UnknownFollow

    async def unfollow(self, follow: Follow) -> None:
        self.ended.append(follow)


@pytest.fixture
def canned() -> Due:
    return Due()


async def told(room: Newsroom) -> None:
    """One round of the loop."""
    bot = room.env.bot
    assert isinstance(bot, Verbatim)
    await bot.telling.round(DAY)


async def test_the_loop_looks_again_and_again(newsroom: Newsroom, canned: Due) -> None:
    canned.alerts = [an_alert(a_follow(newsroom.guild.id, channel=newsroom.channel.id))]
    await newsroom.env.advance_time(LOOK_EVERY + 1)
    assert [text[:16] for text in newsroom.messages()] == ["**Topic: ferry**"]
    await newsroom.env.advance_time(LOOK_EVERY + 1)
    assert len(newsroom.messages()) == 1


async def test_an_alert_is_told_in_its_channel_with_a_nonce_and_pings_nobody(newsroom: Newsroom, canned: Due) -> None:
    hostile = a_story(quote="@everyone <@&1>", title="[x](https://b)")
    canned.alerts = [an_alert(a_follow(newsroom.guild.id, channel=newsroom.channel.id), hostile)]
    await told(newsroom)
    [sent] = [body for body in newsroom.bodies() if "content" in body]
    assert (sent["nonce"], sent["enforce_nonce"], sent["allowed_mentions"]) == ("f1", True, {"parse": []})
    assert "@everyone" not in sent["content"]
    assert canned.told == canned.alerts


async def test_a_direct_message_goes_to_members_alone(newsroom: Newsroom, canned: Due) -> None:
    canned.alerts = [an_alert(a_follow(newsroom.guild.id, member=newsroom.member.id))]
    await told(newsroom)
    assert canned.told == canned.alerts
    stranger = open_newsroom(newsroom.env, "Elsewhere").member
    canned.alerts = [an_alert(a_follow(newsroom.guild.id, member=stranger.id, id=2))]
    await told(newsroom)
    assert canned.paused == ["whoever follows it is not in the server any more"]
    assert not stranger.user.dm_channel.history()


async def test_who_may_not_ask_any_more_is_told_no_more(newsroom: Newsroom, canned: Due) -> None:
    readers = newsroom.guild.create_role("Readers")
    reader = newsroom.guild.add_member(newsroom.env.create_user("reader"), roles=[readers])
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.ASK: frozenset({readers.id})})
    canned.alerts = [
        an_alert(a_follow(newsroom.guild.id, id=2, member=newsroom.member.id)),
        an_alert(a_follow(newsroom.guild.id, id=3, member=reader.id)),
    ]
    await told(newsroom)
    assert canned.paused == [MAY_NOT_ASK]
    assert not newsroom.member.user.dm_channel.history()
    assert len(reader.user.dm_channel.history()) == 1


@pytest.mark.parametrize(
    ("status", "reason"),
    [(403, "I may not write in the channel"), (404, "the channel is gone"), (400, "Discord does not take it (400)")],
)
async def test_what_discord_refuses_pauses_with_the_reason(
    newsroom: Newsroom, canned: Due, status: int, reason: str
) -> None:
    canned.alerts = [an_alert(a_follow(newsroom.guild.id, channel=newsroom.channel.id))]
    canned.issues = [an_issue(newsroom.guild.id, newsroom.channel.id)]
    newsroom.env.inject_error("POST", "/channels/*/messages", status=status, times=2)
    await told(newsroom)
    await told(newsroom)
    assert canned.paused == [reason, reason]
    assert newsroom.messages() == []


async def test_a_server_that_i_left_is_told_nothing(newsroom: Newsroom, canned: Due) -> None:
    canned.alerts = [an_alert(a_follow(1, channel=2)), an_alert(a_follow(1, id=3, member=newsroom.member.id))]
    await told(newsroom)
    assert canned.paused == ["I am not in that server any more"] * 2


async def test_what_fails_on_discord_s_side_is_told_in_the_next_round(newsroom: Newsroom, canned: Due) -> None:
    canned.alerts = [an_alert(a_follow(newsroom.guild.id, channel=newsroom.channel.id))]
    newsroom.env.inject_error("POST", "/channels/*/messages", status=500, times=1)
    await told(newsroom)
    assert (canned.told, canned.paused, newsroom.messages()) == ([], [], [])
    await told(newsroom)
    assert canned.told == canned.alerts
    assert len(newsroom.messages()) == 1


async def test_a_failing_index_stops_neither_the_rest_nor_the_loop(newsroom: Newsroom, canned: Due) -> None:
    canned.fails_with = StoreError("the disk is full")
    canned.issues = [an_issue(newsroom.guild.id, newsroom.channel.id)]
    await told(newsroom)
    assert [text.splitlines()[0] for text in newsroom.messages()] == ["**Today in 1 story**"]
    assert canned.told == canned.issues


async def test_a_correction_is_a_reply_to_the_answer(newsroom: Newsroom, canned: Due) -> None:
    answer = await newsroom.manager.send(newsroom.channel, "the answer")
    canned.corrections = [a_correction(newsroom.guild.id, newsroom.channel.id, answer.id)]
    await told(newsroom)
    [sent] = [body for body in newsroom.bodies() if "content" in body]
    assert int(sent["message_reference"]["message_id"]) == answer.id
    assert sent["message_reference"]["fail_if_not_exists"]
    assert "~~40~~ **14**" in sent["content"]
    assert canned.told == canned.corrections


async def test_a_correction_of_an_answer_that_was_deleted_is_not_tried_again(newsroom: Newsroom, canned: Due) -> None:
    answer = await newsroom.manager.send(newsroom.channel, "the answer")
    # As Discord answers where the message is gone that is replied to; the simulated one lets it through.
    newsroom.env.inject_error("POST", "/channels/*/messages", status=400, code=50035, message="Unknown message")
    canned.corrections = [a_correction(newsroom.guild.id, newsroom.channel.id, answer.id)]
    await told(newsroom)
    await told(newsroom)
    assert canned.told == canned.corrections
    assert newsroom.messages() == ["the answer"]


async def test_the_button_ends_a_follow_for_its_follower_and_moderators_after_a_restart(
    newsroom: Newsroom, canned: Due, simcord_env: simcord.Env
) -> None:
    follow = a_follow(newsroom.guild.id, member=newsroom.editor.id, channel=newsroom.channel.id)
    canned.alerts = [an_alert(follow)]
    await told(newsroom)
    [message] = [one for one in newsroom.channel.history() if one.content.startswith("**Topic")]
    bot = simcord_env.bot
    assert isinstance(bot, Verbatim)
    again = Verbatim(canned, bot.settings)
    again.shard_count = 1
    await simcord_env.restart_bot(again)
    refused = await newsroom.member.click(message, label="Unfollow")
    assert refused.followups[0].content.startswith("Only who follows that can unfollow it")
    assert canned.ended == []
    ended = await newsroom.manager.click(message, label="Unfollow")
    assert ended.followups[0].content == "Unfollowed: topic **ferry**."
    assert ended.followups[0].ephemeral
    assert canned.ended == [follow]
    elsewhere = await newsroom.editor.click(message, label="Unfollow")
    assert elsewhere.followups[0].content == "I don't follow that any more."
