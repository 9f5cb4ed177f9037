"""/status: what the index holds for this server and what is at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.status import status_card
from bot.delivery import deliver
from bot.permissions import require_server

if TYPE_CHECKING:
    from bot.client import Verbatim


class StatusReport(commands.Cog):
    """For everybody in a server."""

    def __init__(self, bot: Verbatim) -> None:
        self._index = bot.index

    @app_commands.command()
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def status(self, interaction: discord.Interaction[Verbatim]) -> None:
        """What I can search here, how fresh it is and what is at work"""
        server = require_server(interaction)
        await interaction.response.defer(ephemeral=True)
        card = status_card(await self._index.status(server), await self._index.sources(server))
        await deliver(interaction, card, private=True)
