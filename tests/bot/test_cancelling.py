"""Guards the Cancel button, the report of what outlives its token, and what is told after a restart: once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot import outcomes, progress_message
from bot.cards.limits import CARD, units
from bot.cards.report import resumed_card
from bot.client import Verbatim
from bot.outcomes import tell_outcomes
from bot.views.cancelling import CANCELLING, ENDED, Cancel, cancel_button
from index.errors import JobCancelled, JobRunning, UnknownSource
from index.reports import Awaited, JobInfo, Watch
from tests.bot.canned.values import DAY
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import Newsroom

TOKEN = "t" * 22


@pytest.fixture(autouse=True)
def rare_edits(monkeypatch: pytest.MonkeyPatch) -> None:
    # the last of them falls between the margin and the end of the token
    monkeypatch.setattr(progress_message, "_EDIT_EVERY", 35.0)


def until_cancelled(canned: CannedIndex, reading: str | None) -> Callable[[Watch], Awaitable[None]]:
    """Work that ends when it is cancelled."""

    async def work(watch: Watch) -> None:
        for _ in range(60):
            await asyncio.sleep(60)
            if canned.calls[-1][0] in {"cancel_reindex", "cancel_reading"}:
                raise JobCancelled(reading)

    return work


@pytest.mark.parametrize("presser", ["manager", "editor"])
@pytest.mark.parametrize(
    ("command", "options", "reading", "asked"),
    [
        ("reindex", {"source": "Wire"}, None, ("cancel_reindex",)),
        ("sources add", {"address": "https://daily.example/feed"}, "Wire", ("cancel_reading", "Wire")),
    ],
)
async def test_who_ordered_it_and_who_may_reindex_cancel_it(
    newsroom: Newsroom, canned: CannedIndex, presser: str, command: str, options: dict[str, object],
    reading: str | None, asked: tuple[str, ...],
) -> None:  # fmt: skip
    canned.at_work = until_cancelled(canned, reading)
    ordered = await newsroom.manager.slash(newsroom.channel, command, **options)
    assert ordered.response is not None
    refused = await newsroom.member.click(ordered.response, label="Cancel")
    assert refused.ephemeral
    assert len(canned.calls) == 1
    told = await getattr(newsroom, presser).click(ordered.response, label="Cancel")
    assert told.ephemeral and told.response is not None
    assert told.response.content == CANCELLING
    assert canned.calls[-1] == (*asked, newsroom.guild.id)
    await newsroom.env.advance_time(60)
    [outcome] = newsroom.messages()
    assert "was cancelled" in outcome
    assert newsroom.bodies()[-1]["components"] == []
    assert canned.waiting == []


async def test_the_button_goes_with_the_last_word(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.at_work = lambda watch: asyncio.sleep(0.01)
    done = await newsroom.manager.slash(newsroom.channel, "reindex")
    assert done.response is not None
    assert done.response.components == []
    assert canned.waiting == []


async def test_a_button_left_behind_cancels_nothing_else(newsroom: Newsroom, canned: CannedIndex) -> None:
    channel = newsroom.env.bot.get_channel(newsroom.channel.id)
    old = await channel.send("an old one", view=cancel_button(TOKEN))  # type: ignore[union-attr]
    canned.waiting = [Awaited(newsroom.guild.id, "another", 1, 2, None, DAY)]
    told = await newsroom.manager.click(old, label="Cancel")
    assert told.response is not None and told.response.content == ENDED
    assert canned.calls == []


async def test_after_a_restart_the_button_cancels_the_reindex_that_goes_on(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    newsroom.env.bot.remove_dynamic_items(Cancel)
    newsroom.env.bot.add_dynamic_items(Cancel)
    channel = newsroom.env.bot.get_channel(newsroom.channel.id)
    old = await channel.send("Reindexing", view=cancel_button(TOKEN))  # type: ignore[union-attr]
    canned.waiting = [Awaited(newsroom.guild.id, TOKEN, 1, newsroom.member.id, None, DAY)]
    told = await newsroom.member.click(old, label="Cancel")
    assert told.response is not None and told.response.content == CANCELLING
    assert canned.calls == [("cancel_reindex", newsroom.guild.id)]


async def test_a_second_reindex_is_refused_and_the_first_is_still_waited_for(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    canned.at_work = lambda watch: asyncio.sleep(600)
    await newsroom.manager.slash(newsroom.channel, "reindex", source="Wire")
    again = await newsroom.editor.slash(newsroom.channel, "sources reindex", name="Other")
    assert again.followups[0].content.startswith("A reindex of **Wire** is running already.")
    assert isinstance(newsroom.failure(), JobRunning)
    assert [one.member for one in canned.waiting] == [newsroom.manager.id]


async def test_nobody_waits_for_what_was_refused(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.fails_with = UnknownSource("Wier", ())
    await newsroom.manager.slash(newsroom.channel, "reindex", source="Wier")
    assert canned.waiting == []
    assert newsroom.failure() is canned.fails_with


async def test_a_source_that_takes_long_is_reported_in_the_channel_too(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.at_work = lambda watch: asyncio.sleep(20 * 60)
    await newsroom.manager.slash(newsroom.channel, "sources add", address="https://daily.example/feed")
    await newsroom.env.advance_time(20 * 60)
    progress, report = newsroom.messages()
    assert progress.endswith("I will report in this channel.")
    assert report.startswith(f"<@{newsroom.manager.id}>\nAdded **Wire**.")


async def test_the_outcome_is_told_in_the_channel_once_after_a_restart(
    newsroom: Newsroom, canned: CannedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot = newsroom.env.bot
    assert isinstance(bot, Verbatim)
    canned.waiting = [Awaited(newsroom.guild.id, TOKEN, newsroom.channel.id, newsroom.manager.id, "Wire", DAY)]
    canned.job = JobInfo("reindex", "Wire", "running", 3, 9, DAY)
    monkeypatch.setattr(outcomes, "_LOOK_EVERY", 0.05)
    telling = asyncio.create_task(tell_outcomes(bot))
    await asyncio.sleep(0.2)
    assert newsroom.messages() == []
    canned.job = JobInfo("reindex", "Wire", "done", 9, 9, DAY, DAY + timedelta(seconds=95))
    await telling
    [told] = newsroom.messages()
    assert told.startswith(f"<@{newsroom.manager.id}>\nThe reindex of **Wire**, ordered <t:")
    assert told.endswith("went on after I was restarted and is done: 9 articles in 1 min 35 s.")
    assert newsroom.bodies()[-1]["allowed_mentions"] == {"parse": []}
    assert canned.waiting == []
    await tell_outcomes(bot)
    assert len(newsroom.messages()) == 1


async def test_where_the_channel_is_closed_it_is_told_in_a_direct_message(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    bot = newsroom.env.bot
    assert isinstance(bot, Verbatim)
    newsroom.env.inject_error("POST", f"/channels/{newsroom.channel.id}/messages", status=403, times=None)
    canned.waiting = [Awaited(newsroom.guild.id, TOKEN, newsroom.channel.id, newsroom.manager.id, None, DAY)]
    await tell_outcomes(bot)
    [told] = newsroom.manager.user.dm_channel.history()
    assert told.content.endswith("had not begun when I was restarted. Please order it again with /reindex.")


@pytest.mark.parametrize("state", ["done", "failed", "cancelled"])
def test_every_outcome_fits(state: str) -> None:
    order = Awaited(1, TOKEN, 2, 3, "@everyone " * 300, DAY)
    card = resumed_card(order, JobInfo("reindex", "x", state, 1, 2, DAY, DAY, "`code` " * 900))
    assert units(card) <= CARD
    assert "@everyone" not in card
