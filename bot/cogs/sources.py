"""/reindex: rebuild what this server's answers are found in, with a message that shows how far it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.limits import CHOICE, CHOICES, units
from bot.cards.report import reindexed_card
from bot.delivery import ProgressMessage, deliver
from bot.permissions import EDITORS_SEE_IT, caller_of, may_edit, require_editor, require_server
from index.reports import SourceInfo

if TYPE_CHECKING:
    from bot.client import Verbatim


class Sources(commands.Cog):
    """For members who may change what this server's answers are found in."""

    def __init__(self, bot: Verbatim) -> None:
        self._index = bot.index

    @app_commands.command()
    @app_commands.check(require_editor)
    @app_commands.default_permissions(EDITORS_SEE_IT)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.describe(source="One of this server's sources; all of them if you leave it out")
    async def reindex(self, interaction: discord.Interaction[Verbatim], source: str | None = None) -> None:
        """Rebuild the passages of this server's articles; questions are answered meanwhile"""
        await interaction.response.defer()
        what = f"Reindexing {source}" if source else "Reindexing every source of this server"
        async with ProgressMessage(interaction, what) as progress:
            report = await self._index.reindex(source, require_server(interaction), progress.watch)
        await deliver(interaction, reindexed_card(source, report))

    @reindex.autocomplete("source")
    async def own_sources(
        self, interaction: discord.Interaction[Verbatim], typed: str
    ) -> list[app_commands.Choice[str]]:
        """The sources that this server added itself, for those who may reindex them."""
        if not may_edit(caller_of(interaction), interaction.client.settings.editor_role_ids):
            return []
        server = require_server(interaction)
        names = matching(await self._index.sources(server), server, typed)
        return [app_commands.Choice(name=name, value=name) for name in names]


def matching(sources: Iterable[SourceInfo], server: int, typed: str) -> list[str]:
    """Names of the server's own sources that hold what was typed, those that begin with it first, as many as fit."""
    wanted = typed.strip().casefold()
    names = (s.name for s in sources if s.server == server and 0 < units(s.name) <= CHOICE)
    found = sorted((n for n in names if wanted in n.casefold()), key=lambda n: (not n.casefold().startswith(wanted), n))
    return found[:CHOICES]
