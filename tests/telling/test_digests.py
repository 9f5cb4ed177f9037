"""Guards what a digest holds, when, for whom, and that it tells nothing twice."""

from __future__ import annotations

from datetime import timedelta

import pytest

from index.alerts import Every, Issue, Rhythm
from index.errors import NoDigest, TooManyDigests
from index.news_index import NewsIndex
from index.work.alert_calls import SERVER_DIGESTS
from tests.telling.conftest import BRIDGE, CHANNEL, FERRY, NOW, OTHER, SERVER, SOON, Publish, bridge, ferry


def due(day: int = 0) -> object:
    return NOW + timedelta(hours=1, days=day)


async def sent(index: NewsIndex, day: int = 0) -> list[Issue]:
    """The digests that are due, sent and noted."""
    issues = await index.digests_due(due(day))  # type: ignore[arg-type]
    for issue in issues:
        await index.digest_told(issue, due(day))  # type: ignore[arg-type]
    return list(issues)


async def test_a_digest_tells_each_story_once_the_most_reported_first(empty_index: NewsIndex, publish: Publish) -> None:
    digest = await empty_index.set_digest(SERVER, CHANNEL, SOON, NOW)
    await publish(
        ferry(), bridge(), bridge("The Sun"), bridge("The Herald", text=f"{BRIDGE} The Herald was there too.")
    )
    [issue] = await sent(empty_index)
    assert issue.digest == digest
    first, second = issue.stories
    assert BRIDGE.startswith(first.citation.quote) or first.citation.quote in BRIDGE
    assert set(first.outlets) == {"The Post", "The Sun", "The Herald"}
    assert second.citation.quote == FERRY.split(". ")[0] + "."
    assert await sent(empty_index) == []


async def test_what_was_told_is_not_told_again_and_an_empty_digest_is_not_sent(
    empty_index: NewsIndex, publish: Publish
) -> None:
    await empty_index.set_digest(SERVER, CHANNEL, SOON, NOW)
    await publish(ferry())
    assert len(await sent(empty_index)) == 1
    rewritten = FERRY.replace("because", "since").replace("more than ever before", "a record for the line")
    await publish(ferry("The Sun", text=f"{rewritten} The Sun has asked the owner of the line, who did not answer."))
    empty_index._store.database.write("UPDATE articles SET added = added + 86000 WHERE url LIKE '%the-sun%'")
    assert await sent(empty_index, 1) == []
    await publish(bridge())
    empty_index._store.database.write("UPDATE articles SET added = added + 2 * 86000 WHERE url LIKE '%bridge'")
    assert [story.citation.title for issue in await sent(empty_index, 2) for story in issue.stories] == [bridge().title]
    [digest] = await empty_index.digests(SERVER)
    assert digest.due > due(2)  # type: ignore[operator]


async def test_one_that_was_not_noted_comes_again_with_the_same_nonce(empty_index: NewsIndex, publish: Publish) -> None:
    await empty_index.set_digest(SERVER, CHANNEL, SOON, NOW)
    await publish(ferry())
    [first] = await empty_index.digests_due(due())  # type: ignore[arg-type]
    await publish(bridge())
    [again] = await sent(empty_index)
    assert again.nonce == first.nonce


async def test_a_server_reads_its_own_and_the_common_news(empty_index: NewsIndex, publish: Publish) -> None:
    await publish(ferry(), server=OTHER)
    await publish(bridge())
    told = await empty_index.digest_stories(SERVER, since=NOW - timedelta(days=1), now=NOW + timedelta(hours=1))
    assert [story.citation.title for story in told] == [bridge().title]
    both = await empty_index.digest_stories(OTHER, since=NOW - timedelta(days=1), now=NOW + timedelta(hours=1))
    assert len(both) == 2


async def test_an_archive_and_what_was_taken_down_are_no_news(empty_index: NewsIndex, publish: Publish) -> None:
    await empty_index.set_digest(SERVER, CHANNEL, SOON, NOW)
    await publish(ferry(hours=24 * 30), bridge(), server=SERVER)
    await empty_index.remove(str(bridge().url), SERVER)
    assert await sent(empty_index) == []


async def test_digests_are_set_anew_paused_switched_off_and_limited(empty_index: NewsIndex) -> None:
    for channel in range(SERVER_DIGESTS):
        await empty_index.set_digest(SERVER, CHANNEL + channel, SOON, NOW)
    with pytest.raises(TooManyDigests):
        await empty_index.set_digest(SERVER, 1, SOON, NOW)
    weekly = Rhythm(Every.WEEK, 480, 60, 2)
    assert (await empty_index.set_digest(SERVER, CHANNEL, weekly, NOW)).rhythm == weekly
    [first, *_] = await empty_index.digests(SERVER)
    await empty_index.pause_digest(first, "the channel is gone")
    assert (await empty_index.digests(SERVER))[0].paused == "the channel is gone"
    assert (await empty_index.set_digest(SERVER, CHANNEL, weekly, NOW)).paused is None
    await empty_index.drop_digest(SERVER, CHANNEL)
    for server in (SERVER, OTHER):
        with pytest.raises(NoDigest):
            await empty_index.drop_digest(server, CHANNEL)
    assert await empty_index.digests(OTHER) == ()
