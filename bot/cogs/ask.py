"""/ask: a question, answered with quotations from the articles that the server may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.answer import answer_card
from bot.delivery import deliver
from index.types import COMMON, Filters

if TYPE_CHECKING:
    from bot.client import Verbatim


class Ask(commands.Cog):
    """For everybody, in servers and in direct messages, where only the common articles are read."""

    def __init__(self, bot: Verbatim) -> None:
        self._index = bot.index

    @app_commands.command()
    @app_commands.describe(question="What do you want to know? For example: What did Peskov say about timing?")
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def ask(self, interaction: discord.Interaction[Verbatim], question: str) -> None:
        """Ask about the news and get the exact words, who said them and where"""
        await interaction.response.defer()
        server = interaction.guild_id or COMMON
        answer = await self._index.ask(question, Filters(server=server))
        await deliver(interaction, answer_card(answer, server))
