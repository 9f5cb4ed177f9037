"""Guards that servers are apart in Discord as well: what stands below a message of one is nothing in another, in a
direct message, for somebody without the right, or written by hand; no command suggests one server's names to another.

Two servers and direct messages over one real index. That the index itself keeps servers apart is tests/security's part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from discord import app_commands
from simcord import InteractionResult

from bot.client import Verbatim
from bot.quota import Pace
from bot.settings import BotSettings
from bot.views.cancelling import AtHand
from bot.views.pressed import looked_up
from index.news_index import NewsIndex
from index.reports import Awaited
from index.servers import Right, ServerSettings
from tests.bot.newsroom import Newsroom, open_newsroom

SECRET = "quorvex"
STORY = b"""---
title: Quorvex bridge closes for good
source: The Quorvex Post
url: https://bridges.example/closes
published: 2026-10-03
---
The bridge over the Elan closes on Monday. "We close the bridge since ice broke it," said Mira Quorvex, a quorvex
spokeswoman. Repair of the bridge costs 41 million euros, the quorvex council said.
"""
QUESTION = "What did they say about the bridge over the Elan?"
WORK = "w" * 22
REFUSED = (
    "I don't know that answer here (any more)",
    "I don't follow that any more.",
    "This server has added no article",
    "There is nothing to cancel any more",
    "Only members who may manage this server",
    "Only who follows that can unfollow it",
    "That works in a server only.",
    "That is a server where you can't ask me",
    "No article holds **bridge**.",
    "There is no word in that to search for.",
)
"""How what is told begins where nothing is shown and nothing done."""


@dataclass
class Standing:
    """What stands below the messages of one server (`below`), and what was asked to stop there."""

    room: Newsroom
    below: list[str] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)

    def take(self, result: InteractionResult) -> None:
        assert result.response is not None
        self.below += custom_ids(result.response.components)


@pytest.fixture
def simcord_bot(news_index: NewsIndex, settings: BotSettings) -> Verbatim:
    return bot_over(news_index, settings)


def bot_over(index: NewsIndex, settings: BotSettings) -> Verbatim:
    bot = Verbatim(index, settings)
    bot.shard_count = 1
    # more is pressed here in a second than a member may in a minute
    bot.tree._pace = Pace(10_000)
    return bot


def custom_ids(rows: Iterable[Any]) -> Iterator[str]:
    """Of the buttons and menus below a message, as Discord holds them."""
    for row in rows:
        held = row if isinstance(row, dict) else row.to_dict()
        yield from (one["custom_id"] for one in held["components"])


def bot_of(room: Newsroom) -> Verbatim:
    assert isinstance(room.env.bot, Verbatim)
    return room.env.bot


async def at_work(room: Newsroom, folder: Path) -> Standing:
    """A server that has done a bit of all that leaves buttons behind."""
    index, server, standing = bot_of(room).index, room.guild.id, Standing(room)
    desk = folder / f"{SECRET} desk"
    desk.mkdir()
    (desk / "second.md").write_bytes(STORY.replace(b"closes", b"opens"))
    await index.add_local_source(desk, server, "1")
    await room.manager.slash(room.channel, "add file", file=("closes.md", STORY))
    answer = await room.manager.slash(room.channel, "ask", question=QUESTION)
    assert answer.response is not None and SECRET in answer.response.content.casefold()
    standing.take(answer)
    token = standing.below[0].partition(":")[2]
    [article, *_] = await index.own_articles("", server)
    standing.take(await room.manager.slash(room.channel, "remove article", article=article.article_id))
    await room.manager.slash(room.channel, "follow topic", words=f"{SECRET} ferry", tell="channel")
    standing.take(await room.manager.slash(room.channel, "follow list"))
    in_private = await room.manager.user.slash("ask", question="What did Peskov say about timing?")
    standing.take(in_private)
    standing.take(await room.manager.user.click(in_private.response, label="Ask a server's articles"))
    await index.await_reindex(Awaited(server, WORK, room.channel.id, room.manager.id, None, datetime.now(UTC)))
    standing.below += [f"page:{token}:0", "search:0:b:bridge", f"cancel:{WORK}"]
    bot = bot_of(room)
    for template in bot._connection._view_store._dynamic_items:
        assert any(template.fullmatch(one) for one in standing.below), f"{template.pattern} is not tried"
    return standing


def cancellable(standing: Standing) -> None:
    """Let work be at hand that a Cancel button of the server stops."""

    async def cancel() -> bool:
        standing.stopped.append(WORK)
        return True

    room = standing.room
    bot_of(room).at_hand[WORK] = AtHand(room.guild.id, room.manager.id, cancel)


async def state_of(standing: Standing) -> str:
    """All that a press could change in a server."""
    room = standing.room
    index, server = bot_of(room).index, room.guild.id
    return repr(
        [
            *(standing.stopped, await index.awaited_reindex(server), await index.votes(server)),
            *(await index.own_articles("", server), await index.sources(server), await index.audit(server)),
            *(await index.channel_follows(server), await index.server_settings(server)),
            *(await index.quota(server, datetime.now(UTC)), await index.labels(server)),
        ]
    )


async def press(
    room: Newsroom, actor: simcord.MemberActor, custom_id: str, option: str | None = None, *, direct: bool = False
) -> str:
    """Press a button, or choose an option of a menu, of that custom id, below a message in a channel or in private;
    the last that it brought."""
    bot, view = bot_of(room), discord.ui.View(timeout=None)
    if custom_id.startswith("server:"):
        option = option or str(room.guild.id)
    if option is None:
        view.add_item(discord.ui.Button(label="forged", custom_id=custom_id))
    else:
        options = [discord.SelectOption(label="forged", value=option)]
        view.add_item(discord.ui.Select(custom_id=custom_id, options=options))
    where = await bot.fetch_user(actor.id) if direct else bot.get_channel(room.channel.id)
    message = await where.send("forged", view=looked_up(view))  # type: ignore[union-attr]
    hand = actor.user if direct else actor
    if option is not None:
        return told(await hand.select(message, [option]))
    result = await hand.click(message, custom_id=custom_id)
    if result.modal is not None:
        result = await hand.submit_modal(result, {"question": "And what did it cost?"})
    return told(result)


def told(result: InteractionResult) -> str:
    shown = [*([result.response] if result.response else []), *result.followups]
    return shown[-1].content if shown else ""


def shown_since(room: Newsroom, begin: int) -> str:
    """All that the bot sent to Discord since."""
    return " ".join(str(one.json) for one in room.env.http_requests[begin:]).casefold()


@pytest.mark.parametrize("restarted", [False, True])
async def test_what_stands_below_a_message_of_one_server_is_nothing_elsewhere(
    newsroom: Newsroom, news_index: NewsIndex, settings: BotSettings, tmp_path: Path, restarted: bool
) -> None:
    theirs = await at_work(newsroom, tmp_path)
    if restarted:
        await newsroom.env.restart_bot(bot_over(news_index, settings))
    cancellable(theirs)
    elsewhere = open_newsroom(newsroom.env, "Elsewhere")
    # whoever ordered it all in their own server is a member here as well, without any right
    both = elsewhere.guild.add_member(newsroom.manager.user)
    before, begin = await state_of(theirs), len(newsroom.env.http_requests)
    for custom_id in theirs.below:
        for actor in (elsewhere.manager, both):
            assert (await press(elsewhere, actor, custom_id)).startswith(REFUSED), custom_id
        assert (await press(elsewhere, elsewhere.manager, custom_id, direct=True)).startswith(REFUSED), custom_id
    assert SECRET not in shown_since(newsroom, begin)
    assert await state_of(theirs) == before


async def test_in_its_own_server_it_is_nothing_to_those_who_lost_the_right(
    newsroom: Newsroom, news_index: NewsIndex, tmp_path: Path
) -> None:
    theirs = await at_work(newsroom, tmp_path)
    cancellable(theirs)
    closed = ServerSettings(roles={Right.ASK: frozenset({4242})})
    await news_index.change_settings(newsroom.guild.id, lambda _: closed, "1")
    before, begin = await state_of(theirs), len(newsroom.env.http_requests)
    for custom_id in theirs.below:
        assert (await press(newsroom, newsroom.member, custom_id)).startswith(REFUSED), custom_id
    assert SECRET not in shown_since(newsroom, begin)
    assert await state_of(theirs) == before


async def test_a_server_is_not_chosen_by_who_is_no_member_of_it(newsroom: Newsroom, tmp_path: Path) -> None:
    await at_work(newsroom, tmp_path)
    elsewhere = open_newsroom(newsroom.env, "Elsewhere")
    stranger = elsewhere.member
    mine = Standing(elsewhere)
    mine.take(await stranger.user.slash("ask", question=QUESTION))
    [whose] = [one for one in mine.below if one.startswith("whose:")]
    begin = len(newsroom.env.http_requests)
    for server in (newsroom.guild.id, 0, -1, 10**30, "x", "\u0663"):
        refused = await press(elsewhere, stranger, whose.replace("whose", "server"), str(server), direct=True)
        assert refused.startswith("That is a server where you can't ask me"), server
    assert SECRET not in shown_since(newsroom, begin)


async def test_what_is_written_by_hand_changes_nothing_and_is_refused_in_words(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    theirs = await at_work(newsroom, tmp_path)
    cancellable(theirs)
    tokens = sorted({one.split(":")[1] for one in theirs.below if re.fullmatch(r"[\w-]+:[\w-]{22}(:\d+)?", one)})
    actions = sorted({one.split(":")[0] for one in theirs.below} - {"search", "take down"})
    assert len(actions) == 11 and len(tokens) == 4
    own = {one.removesuffix(":0") for one in theirs.below}
    forged = [f"{action}:{token}" for action in actions for token in tokens if f"{action}:{token}" not in own]
    forged += [f"{action}:{'_' * 22}" for action in actions]
    forged += [f"{action}:{'a' * (99 - len(action))}" for action in actions]
    forged += [f"{action}:{tokens[0]}:99999" for action in actions]
    forged += [f"take down:{name}" for name in ("x" * 90, "https://nowhere.example/", "%", "*", "' OR 1=1 --")]
    forged += ["search:99:n:" + "(" * 80, 'search:1:b:"', "search:0:b: "]
    forged += ["x", "setup:nothing", "privacy:purge forms", "follow-up-form:" + "_" * 22]
    before = await state_of(theirs)
    for custom_id in forged:
        refused = await press(newsroom, newsroom.manager, custom_id)
        assert refused.startswith(REFUSED) or not refused, custom_id
    assert await state_of(theirs) == before


async def test_no_command_suggests_another_servers_names(newsroom: Newsroom, tmp_path: Path) -> None:
    await at_work(newsroom, tmp_path)
    elsewhere = open_newsroom(newsroom.env, "Elsewhere")
    suggesting = [
        (command.qualified_name, parameter.name, command)
        for command in bot_of(newsroom).tree.walk_commands()
        if isinstance(command, app_commands.Command)
        for parameter in command.parameters
        if parameter.autocomplete
    ]
    assert {"speaker", "source", "outlet", "article", "name"} <= {option for _, option, _ in suggesting}
    for name, option, command in suggesting:
        at_home = await newsroom.manager.autocomplete(newsroom.channel, name, option, SECRET)
        assert any(SECRET in str(choice).casefold() for choice in at_home), f"/{name} {option} suggests nothing"
        for typed in ("", SECRET[0], SECRET):
            offered = str(await elsewhere.manager.autocomplete(elsewhere.channel, name, option, typed))
            assert SECRET not in offered.casefold(), f"/{name} {option}"
            if command.allowed_contexts and command.allowed_contexts.dm_channel:
                offered = str(await newsroom.manager.user.autocomplete(name, option, typed))
                assert SECRET not in offered.casefold(), f"/{name} {option} in a direct message"
