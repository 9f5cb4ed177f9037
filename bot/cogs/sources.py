"""/sources and /reindex: what this server follows, and rebuilding what its answers are found in.

What a source is and what becomes of it is the index's part; the messages are the cards'.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.limits import CHOICE, CHOICES, units
from bot.cards.report import reindexed_card
from bot.cards.sources import (
    source_added_card,
    source_paused_card,
    source_removed_card,
    source_resumed_card,
    sources_card,
)
from bot.delivery import deliver
from bot.permissions import EDITORS_SEE_IT, caller_of, may_edit, require_editor, require_server
from bot.progress_message import ProgressMessage
from index.reports import SourceInfo

if TYPE_CHECKING:
    from bot.client import Verbatim


class Sources(commands.Cog):
    """For members who may change what this server's answers are found in."""

    sources = app_commands.Group(
        name="sources",
        description="The feeds and sites that I follow for this server",
        allowed_contexts=app_commands.AppCommandContext(guild=True),
        allowed_installs=app_commands.AppInstallationType(guild=True),
        default_permissions=EDITORS_SEE_IT,
    )

    def __init__(self, bot: Verbatim) -> None:
        self._index = bot.index

    @sources.command(name="list")
    @app_commands.check(require_editor)
    async def list_all(self, interaction: discord.Interaction[Verbatim]) -> None:
        """What I follow here, how fresh it is and what is wrong with it"""
        await interaction.response.defer(ephemeral=True)
        card = sources_card(await self._index.sources(require_server(interaction)))
        await deliver(interaction, card, private=True)

    @sources.command()
    @app_commands.check(require_editor)
    @app_commands.describe(address="A feed, a news sitemap, a list of pages, or a site whose feed I shall find")
    async def add(self, interaction: discord.Interaction[Verbatim], address: str) -> None:
        """Follow a source: I read it now and whenever it may have news"""
        await interaction.response.defer()
        server, who = require_server(interaction), str(interaction.user.id)
        async with ProgressMessage(interaction, f"Adding {address}") as progress:
            read = await self._index.add_source(address, server, who, progress.watch)
        await deliver(interaction, source_added_card(read))

    @sources.command()
    @app_commands.check(require_editor)
    @app_commands.describe(name="One of this server's sources", keep_articles="Keep the articles that came from it")
    async def remove(self, interaction: discord.Interaction[Verbatim], name: str, keep_articles: bool = False) -> None:
        """Forget a source, with its articles"""
        await interaction.response.defer()
        who = str(interaction.user.id)
        removed = await self._index.remove_source(name, require_server(interaction), who, keep_articles)
        await deliver(interaction, source_removed_card(removed, keep_articles))

    @sources.command()
    @app_commands.check(require_editor)
    @app_commands.describe(name="One of this server's sources")
    async def pause(self, interaction: discord.Interaction[Verbatim], name: str) -> None:
        """Read a source no more; what I have of it still answers"""
        await interaction.response.defer()
        paused = await self._index.pause_source(name, require_server(interaction), str(interaction.user.id))
        await deliver(interaction, source_paused_card(paused))

    @sources.command()
    @app_commands.check(require_editor)
    @app_commands.describe(name="One of this server's sources")
    async def resume(self, interaction: discord.Interaction[Verbatim], name: str) -> None:
        """Read a source again, whatever paused it"""
        await interaction.response.defer()
        resumed = await self._index.resume_source(name, require_server(interaction), str(interaction.user.id))
        await deliver(interaction, source_resumed_card(resumed))

    @sources.command(name="reindex")
    @app_commands.check(require_editor)
    @app_commands.describe(name="One of this server's sources")
    async def reindex_one(self, interaction: discord.Interaction[Verbatim], name: str) -> None:
        """Read every page of a source again and rebuild its passages"""
        await self._reindex(interaction, name)

    @app_commands.command()
    @app_commands.check(require_editor)
    @app_commands.default_permissions(EDITORS_SEE_IT)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.describe(source="One of this server's sources; all of them if you leave it out")
    async def reindex(self, interaction: discord.Interaction[Verbatim], source: str | None = None) -> None:
        """Rebuild the passages of this server's articles; questions are answered meanwhile"""
        await self._reindex(interaction, source)

    async def _reindex(self, interaction: discord.Interaction[Verbatim], source: str | None) -> None:
        await interaction.response.defer()
        what = f"Reindexing {source}" if source else "Reindexing every source of this server"
        async with ProgressMessage(interaction, what) as progress:
            who = str(interaction.user.id)
            report = await self._index.reindex(source, require_server(interaction), progress.watch, who)
        await deliver(interaction, reindexed_card(source, report))

    @remove.autocomplete("name")
    @reindex_one.autocomplete("name")
    @reindex.autocomplete("source")
    async def own_sources(
        self, interaction: discord.Interaction[Verbatim], typed: str
    ) -> list[app_commands.Choice[str]]:
        """The sources that this server added itself, for those who may change them."""
        return await self._choices(interaction, typed, followed=False)

    @pause.autocomplete("name")
    @resume.autocomplete("name")
    async def followed_sources(
        self, interaction: discord.Interaction[Verbatim], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Those of them that have an address."""
        return await self._choices(interaction, typed, followed=True)

    async def _choices(
        self, interaction: discord.Interaction[Verbatim], typed: str, *, followed: bool
    ) -> list[app_commands.Choice[str]]:
        if not may_edit(caller_of(interaction), interaction.client.settings.editor_role_ids):
            return []
        server = require_server(interaction)
        sources = [one for one in await self._index.sources(server) if one.address is not None or not followed]
        return [app_commands.Choice(name=name, value=name) for name in matching(sources, server, typed)]


def matching(sources: Iterable[SourceInfo], server: int, typed: str) -> list[str]:
    """Names of the server's own sources that hold what was typed, those that begin with it first, as many as fit."""
    wanted = typed.strip().casefold()
    names = (s.name for s in sources if s.server == server and 0 < units(s.name) <= CHOICE)
    found = sorted((n for n in names if wanted in n.casefold()), key=lambda n: (not n.casefold().startswith(wanted), n))
    return found[:CHOICES]
