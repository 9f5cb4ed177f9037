"""Guards that the bot notes where it is: invited, removed, removed while it was off; an outage is no removal."""

from __future__ import annotations

from typing import Any

import simcord

from bot.client import Verbatim
from bot.settings import BotSettings
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import Newsroom

HOUR = 3_601.0


async def test_every_hour_it_notes_the_servers_it_is_in(newsroom: Newsroom, canned: CannedIndex) -> None:
    await newsroom.env.advance_time(HOUR)
    assert canned.present == {newsroom.guild.id}


async def test_being_invited_and_removed_is_noted_at_once(
    simcord_env: simcord.Env, newsroom: Newsroom, canned: CannedIndex
) -> None:
    simcord_env.bot.dispatch("guild_join", simcord_env.bot.get_guild(newsroom.guild.id))
    await simcord_env.settle()
    assert canned.present == {newsroom.guild.id}
    simcord_env.backend.remove_guild(newsroom.guild.id)
    await simcord_env.settle()
    assert canned.present == set()


async def test_an_outage_is_no_removal(simcord_env: simcord.Env, newsroom: Newsroom, canned: CannedIndex) -> None:
    await simcord_env.advance_time(HOUR)
    state: Any = simcord_env.bot._connection
    state.parse_guild_delete({"id": str(newsroom.guild.id), "unavailable": True})
    await simcord_env.settle()
    assert canned.present == {newsroom.guild.id}
    await simcord_env.advance_time(HOUR)
    assert canned.present == {newsroom.guild.id}


async def test_what_happened_while_it_was_off_is_seen_at_the_start(
    simcord_env: simcord.Env, newsroom: Newsroom, canned: CannedIndex, settings: BotSettings
) -> None:
    canned.present = {newsroom.guild.id, 4242}
    again = Verbatim(canned, settings)
    again.shard_count = 1
    await simcord_env.restart_bot(again)
    await simcord_env.settle()
    assert canned.present == {newsroom.guild.id}
