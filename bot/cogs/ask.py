"""/ask: a question, answered with quotations from the articles that the server may read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import Asking
from bot.cards.limits import CHOICE, CHOICES, units
from bot.cogs.quotes import day_of
from bot.permissions import may_now, needs
from bot.views.answer_buttons import show_answer
from index.servers import Right
from index.types import COMMON, Filters

if TYPE_CHECKING:
    from bot.client import Verbatim


class Ask(commands.Cog):
    """For everybody whom the server lets ask, and in direct messages, where only the common articles are read."""

    def __init__(self, bot: Verbatim) -> None:
        self._index = bot.index

    @app_commands.command()
    @app_commands.check(needs(Right.ASK))
    @app_commands.describe(
        question="What do you want to know? For example: What did Peskov say about timing?",
        since="Only what was published from this day on, for example 2025-01-31",
        before="Only what was published before this day",
        source="Only from this outlet or source",
        speaker="Only where this person is quoted: a last or a full name",
        private="Show the answer to you alone",
    )
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def ask(
        self,
        interaction: discord.Interaction[Verbatim],
        question: str,
        since: str | None = None,
        before: str | None = None,
        source: str | None = None,
        speaker: str | None = None,
        private: bool = False,
    ) -> None:
        """Ask about the news and get the exact words, who said them and where"""
        await interaction.response.defer(ephemeral=private)
        server = interaction.guild_id or COMMON
        filters = Filters(
            server,
            since=day_of(since) if since else None,
            before=day_of(before) if before else None,
            source=source.strip() if source else None,
            speakers=await self._index.spellings(speaker, server) if speaker else (),
        )
        direct = interaction.guild_id is None
        channel = interaction.channel_id or 0
        await show_answer(interaction, Asking(question, filters, interaction.user.id, channel, direct, private))

    @ask.autocomplete("source")
    async def outlets_and_sources(
        self, interaction: discord.Interaction[Verbatim], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Outlets and sources of what this server may read."""
        if not await may_now(interaction, Right.ASK):
            return []
        server = interaction.guild_id or COMMON
        names = [*await self._index.outlets(server), *(one.name for one in await self._index.sources(server))]
        return choices(matching_names(names, typed))

    @ask.autocomplete("speaker")
    async def quoted_speakers(
        self, interaction: discord.Interaction[Verbatim], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Names of those quoted in what this server may read."""
        if not await may_now(interaction, Right.ASK):
            return []
        return choices(await self._index.speakers(typed, interaction.guild_id or COMMON, CHOICES))


def matching_names(names: Iterable[str], typed: str) -> list[str]:
    """Those that hold what was typed, once each, those that begin with it first."""
    wanted = typed.strip().casefold()
    found = [name for name in dict.fromkeys(names) if wanted in name.casefold()]
    return sorted(found, key=lambda name: (not name.casefold().startswith(wanted), name.casefold()))


def choices(names: Iterable[str]) -> list[app_commands.Choice[str]]:
    """As many as Discord offers, of those that fit."""
    fitting = [name for name in names if 0 < units(name) <= CHOICE]
    return [app_commands.Choice(name=name, value=name) for name in fitting[:CHOICES]]
