"""Guards what is told of what is followed: only what came after, once a story, to whom it belongs, and never twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from index.alerts import Alert, Follow, FollowKind, QuietHours
from index.assemble import open_news_index
from index.errors import FollowExists, FollowWords, TooManyFollows, UnknownFollow
from index.news_index import NewsIndex
from index.settings import IndexSettings
from index.work.alert_calls import MEMBER_FOLLOWS
from tests.telling.conftest import (
    CHANNEL,
    FERRY,
    LATER,
    MEMBER,
    NOW,
    OTHER,
    SERVER,
    Publish,
    bridge,
    ferry,
    files_hold,
)
from tests.word_hash import CountingEmbedder

TOPIC = "ferry to Hollum captain winter"


async def follow(index: NewsIndex, words: str = TOPIC, kind: FollowKind = FollowKind.TOPIC, **given: object) -> Follow:
    asked: dict[str, object] = {"server": SERVER, "member": MEMBER, "channel": CHANNEL, "now": NOW} | given
    return await index.follow(kind=kind, words=words, **asked)  # type: ignore[arg-type]


async def told(index: NewsIndex, moment: object = LATER) -> list[Alert]:
    """What is due, told and noted."""
    alerts = await index.alerts_due(moment)  # type: ignore[arg-type]
    for alert in alerts:
        await index.alert_told(alert)
    return list(alerts)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (FollowKind.TOPIC, TOPIC),
        (FollowKind.SPEAKER, "Nygaard"),
        (FollowKind.QUESTION, "What did Ida Nygaard say about the captain for the winter?"),
    ],
)
async def test_what_is_followed_is_told_and_nothing_else(
    empty_index: NewsIndex, publish: Publish, kind: FollowKind, words: str
) -> None:
    await follow(empty_index, words, kind)
    await publish(bridge())
    assert await told(empty_index) == []
    await publish(ferry())
    [alert] = await told(empty_index)
    [story] = alert.stories
    assert story.citation.quote in FERRY
    assert (story.outlets, story.origins) == (("The Post",), ("The Post",))
    assert await told(empty_index) == []


async def test_what_was_there_before_is_not_told(empty_index: NewsIndex, publish: Publish) -> None:
    await publish(ferry())
    await follow(empty_index)
    assert await told(empty_index) == []
    await publish(ferry("The Sun"))
    assert await told(empty_index) == [], "a copy of what was there is no news"


async def test_a_story_is_told_once_however_many_print_it(empty_index: NewsIndex, publish: Publish) -> None:
    await follow(empty_index)
    await publish(ferry(), ferry("The Sun"), ferry("The Herald"))
    [alert] = await told(empty_index)
    [story] = alert.stories
    assert (set(story.outlets), len(story.origins)) == ({"The Post", "The Sun", "The Herald"}, 1)
    await publish(ferry("The Echo"))
    rewritten = FERRY.replace("because", "since").replace("more than ever before", "a record for the line")
    await publish(ferry("The Mail", text=f"{rewritten} The Mail has asked the owner, who did not answer the question."))
    assert await told(empty_index) == []


async def test_a_story_is_news_again_when_it_has_ended(empty_index: NewsIndex, publish: Publish) -> None:
    await follow(empty_index)
    await publish(ferry())
    assert len(await told(empty_index)) == 1
    again = report_of_a_week_later()
    await publish(again)
    assert len(await told(empty_index, LATER + timedelta(days=7))) == 1


def report_of_a_week_later() -> object:
    words = FERRY.replace("stops on Monday", "sails again from Friday").replace("said the line", "told us the line")
    return replace(ferry("The Sun", text=f"{words} The Sun."), published=NOW + timedelta(days=6, hours=23))


async def test_an_archive_that_is_imported_is_no_news(empty_index: NewsIndex, publish: Publish) -> None:
    await follow(empty_index)
    await publish(ferry(hours=24 * 30))
    assert await told(empty_index) == []


async def test_a_server_is_told_of_its_own_and_of_common_articles_alone(
    empty_index: NewsIndex, publish: Publish
) -> None:
    mine, theirs = await follow(empty_index), await follow(empty_index, server=OTHER)
    await publish(ferry(), server=OTHER)
    assert [alert.follow for alert in await told(empty_index)] == [theirs]
    await publish(ferry("The Sun"))
    assert [alert.follow for alert in await told(empty_index)] == [mine], "the other has been told of the story"


async def test_quiet_hours_hold_back_and_then_one_message_tells_all(empty_index: NewsIndex, publish: Publish) -> None:
    minute = NOW.hour * 60 + NOW.minute
    await follow(empty_index, quiet=QuietHours(minute, (minute + 120) % 1440))
    await follow(empty_index, "bridge over the river Elan heavy rain")
    await publish(ferry(), bridge())
    assert [alert.follow.quiet for alert in await told(empty_index)] == [None]
    [alert] = await told(empty_index, NOW + timedelta(hours=3))
    assert len(alert.stories) == 1


async def test_what_is_not_noted_is_handed_out_again_with_the_same_nonce(
    settings: IndexSettings, embedder: CountingEmbedder
) -> None:
    """As after a kill between sending and noting; what came meanwhile is not in that message."""
    first = await open_news_index(settings, for_questions=False, embedder=embedder)
    await follow(first, "Nygaard", FollowKind.SPEAKER)
    await first._adding.take_in(iter([ferry()]), SERVER, ("wire", "import"))
    [sent] = await first.alerts_due(LATER)
    await first.close()
    index = await open_news_index(settings, for_questions=False, embedder=embedder)
    other = bridge(
        text='The mayor of Elan has called the council together after the fall. "Never again," said Ida Nygaard.'
    )
    await index._adding.take_in(iter([other]), SERVER, ("wire", "import"))
    [again] = await index.alerts_due(LATER)
    assert (again.nonce, again.ids, again.stories) == (sent.nonce, sent.ids, sent.stories)
    await index.alert_told(again)
    [after] = await index.alerts_due(LATER)
    assert after.nonce != sent.nonce
    assert "Never again" in after.stories[0].citation.quote
    await index.close()


async def test_what_is_taken_down_is_not_told_and_leaves_no_word(
    empty_index: NewsIndex, publish: Publish, settings: IndexSettings
) -> None:
    minute = NOW.hour * 60 + NOW.minute
    await follow(empty_index, quiet=QuietHours(minute, (minute + 120) % 1440))
    await publish(ferry())
    assert await told(empty_index) == []
    assert files_hold(settings.data_dir, "no captain is left")
    await empty_index.remove(str(ferry().url))
    assert await told(empty_index, NOW + timedelta(hours=3)) == []
    assert not files_hold(settings.data_dir, "no captain is left")


async def test_what_is_corrected_while_it_waits_is_told_as_it_stands(empty_index: NewsIndex, publish: Publish) -> None:
    minute = NOW.hour * 60 + NOW.minute
    await follow(empty_index, quiet=QuietHours(minute, (minute + 120) % 1440))
    await publish(ferry())
    assert await told(empty_index) == []
    await publish(ferry(text=FERRY.replace("captain", "pilot")))
    [alert] = await told(empty_index, NOW + timedelta(hours=3))
    assert "captain" not in alert.stories[0].citation.quote


async def test_a_paused_follow_is_told_nothing_until_it_is_followed_again(
    empty_index: NewsIndex, publish: Publish
) -> None:
    paused = await follow(empty_index)
    await empty_index.pause_follow(paused, "the channel is gone")
    await publish(ferry())
    assert await told(empty_index) == []
    assert [one.paused for one in await empty_index.follows(SERVER, MEMBER)] == ["the channel is gone"]
    again = await follow(empty_index, TOPIC.upper())
    assert [one.id for one in await empty_index.follows(SERVER, MEMBER)] == [again.id]
    await publish(ferry("The Sun", text=FERRY.replace("Monday", "Tuesday") + " The Sun heard so."))
    assert again.paused is None


async def test_follows_are_limited_named_once_and_ended(empty_index: NewsIndex) -> None:
    follows = [await follow(empty_index, f"topic number {n}") for n in range(MEMBER_FOLLOWS)]
    with pytest.raises(TooManyFollows):
        await follow(empty_index, "one more")
    with pytest.raises(FollowExists):
        await follow(empty_index, "Topic  number 3", member=71)
    await follow(empty_index, "Topic number 3", member=71, channel=None)
    await empty_index.unfollow(follows[3])
    with pytest.raises(UnknownFollow):
        await empty_index.followed(follows[3].token)
    assert await empty_index.followed(follows[4].token) == follows[4]
    assert len(await empty_index.follows(SERVER, MEMBER)) == MEMBER_FOLLOWS - 1
    assert await empty_index.follows(OTHER, MEMBER) == ()
    assert await empty_index.channel_follows(OTHER) == ()


@pytest.mark.parametrize("words", ["", " \n ", "x" * 201])
async def test_nothing_and_too_much_can_not_be_followed(empty_index: NewsIndex, words: str) -> None:
    with pytest.raises(FollowWords):
        await follow(empty_index, words)
