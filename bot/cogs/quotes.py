"""/quotes, and "Check this quote" on a message: who said what, and whether what somebody posted was said so."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.check import check_card
from bot.cards.limits import CHOICE, CHOICES, units
from bot.cards.quotes import quotes_card
from bot.delivery import deliver
from bot.pasted_message import pasted_text
from bot.permissions import may_now, needs
from index.errors import NoDate
from index.servers import Right
from index.types import COMMON, Filters

if TYPE_CHECKING:
    from bot.client import Verbatim

LISTED = 8
"""Quotations in one list: more than fit into a message with their links."""


class Quotes(commands.Cog):
    """For everybody whom the server lets ask, and in direct messages, where only the common articles are read."""

    def __init__(self, bot: Verbatim) -> None:
        self._bot, self._index = bot, bot.index
        self._check = app_commands.ContextMenu(name="Check this quote", callback=self.check)
        self._check.allowed_contexts = app_commands.AppCommandContext(guild=True, dm_channel=True)
        self._check.allowed_installs = app_commands.AppInstallationType(guild=True, user=False)
        self._check.add_check(needs(Right.ASK))

    async def cog_load(self) -> None:
        """Put the message's menu into the tree: unlike slash commands, menus can't be declared in a cog."""
        self._bot.tree.add_command(self._check)

    async def cog_unload(self) -> None:
        """Take it out again."""
        self._bot.tree.remove_command(self._check.name, type=self._check.type)

    async def check(self, interaction: discord.Interaction[Verbatim], message: discord.Message) -> None:
        """Look up what a message quotes; the caller alone sees the outcome, since the message is somebody else's."""
        await interaction.response.defer(ephemeral=True)
        server = interaction.guild_id or COMMON
        checked = await self._index.check(pasted_text(message.content), server)
        await deliver(interaction, check_card(checked, server), private=True)

    @app_commands.command()
    @app_commands.check(needs(Right.ASK))
    @app_commands.describe(
        speaker="Whose words? A last or a full name",
        topic="Only where these words stand near by",
        since="Only what was published from this day on, for example 2025-01-31",
    )
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def quotes(
        self,
        interaction: discord.Interaction[Verbatim],
        speaker: str,
        topic: str | None = None,
        since: str | None = None,
    ) -> None:
        """List what somebody was quoted with, the newest first, each with a link to the passage"""
        await interaction.response.defer()
        server = interaction.guild_id or COMMON
        filters = Filters(server, since=day_of(since) if since else None)
        listed = await self._index.quotes(speaker, topic, filters, LISTED)
        await deliver(interaction, quotes_card(speaker, topic, listed, server))

    @quotes.autocomplete("speaker")
    async def quoted_speakers(
        self, interaction: discord.Interaction[Verbatim], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Names of those quoted in what this server may read."""
        if not await may_now(interaction, Right.ASK):
            return []
        names = await self._index.speakers(typed, interaction.guild_id or COMMON, CHOICES)
        return [app_commands.Choice(name=name, value=name) for name in names if 0 < units(name) <= CHOICE]


def day_of(text: str) -> datetime:
    """A day as 2025-01-31, at its begin in UTC; NoDate."""
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError as error:
        raise NoDate(text) from error
