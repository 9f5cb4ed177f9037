"""/search: the articles that hold some words; the search is the index's part, its pages the view's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.permissions import needs
from bot.views.search_pages import SearchPage, show_page
from index.servers import Right

if TYPE_CHECKING:
    from bot.client import Verbatim


class Search(commands.Cog):
    """For everybody who may ask, in servers and in direct messages, where only the common articles are searched."""

    def __init__(self, bot: Verbatim) -> None:
        self._bot = bot

    async def cog_load(self) -> None:
        """Let the buttons work that stand below earlier searches."""
        self._bot.add_dynamic_items(SearchPage)

    async def cog_unload(self) -> None:
        """Take that back."""
        self._bot.remove_dynamic_items(SearchPage)

    @app_commands.command()
    @app_commands.check(needs(Right.ASK))
    @app_commands.describe(
        words="Words that must stand in an article; those between quotation marks side by side",
        newest="The newest first instead of the best",
    )
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def search(self, interaction: discord.Interaction[Verbatim], words: str, newest: bool = False) -> None:
        """Find the articles that hold some words"""
        await interaction.response.defer()
        await show_page(interaction, words, 0, newest)
