"""/timeline: what was reported on a topic when; picking it is the index's part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.timeline import timeline_card
from bot.cogs.quotes import day_of
from bot.delivery import deliver
from bot.permissions import needs
from index.servers import Right
from index.types import COMMON, Filters

if TYPE_CHECKING:
    from bot.client import Verbatim

LISTED = 8
"""Entries of one timeline: more than fit into a message with their links."""


class TimelineOfTopic(commands.Cog, name="Timeline"):
    """For everybody whom the server lets ask, and in direct messages, where only the common articles are read."""

    def __init__(self, bot: Verbatim) -> None:
        self._index = bot.index

    @app_commands.command()
    @app_commands.check(needs(Right.ASK))
    @app_commands.describe(
        topic="A story, a person, a place; days count as in a question",
        since="Only what was published from this day on, for example 2025-01-31",
        before="Only what was published before this day",
    )
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def timeline(
        self,
        interaction: discord.Interaction[Verbatim],
        topic: str,
        since: str | None = None,
        before: str | None = None,
    ) -> None:
        """Tell what was reported on a topic when, the oldest first, each with a link to the passage"""
        await interaction.response.defer()
        server = interaction.guild_id or COMMON
        days = (day_of(since) if since else None, day_of(before) if before else None)
        told = await self._index.timeline(topic, Filters(server, *days), limit=LISTED)
        await deliver(interaction, timeline_card(told, server))
