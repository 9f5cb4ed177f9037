"""/sources and /reindex: what this server follows and calls its outlets, and rebuilding what its answers are found in.

What a source is and what becomes of it is the index's part; the messages are the cards'.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.limits import CHOICE, CHOICES, units
from bot.cards.sources import (
    labelled_card,
    source_paused_card,
    source_removed_card,
    source_resumed_card,
    sources_card,
)
from bot.delivery import deliver
from bot.outcomes import tell_outcomes
from bot.permissions import EDITORS_SEE_IT, CommonSource, may_now, needs, require_server
from bot.source_work import add_source, reindex_source
from bot.views.cancelling import Cancel
from index.errors import UnknownSource
from index.labels import Label
from index.reports import SourceInfo
from index.servers import Right
from index.types import COMMON

if TYPE_CHECKING:
    from bot.client import Verbatim


class Sources(commands.Cog):
    """The list is for everybody who may ask, and so Discord shows the group to all; changing is checked in each."""

    sources = app_commands.Group(
        name="sources",
        description="The feeds and sites that I follow for this server",
        allowed_contexts=app_commands.AppCommandContext(guild=True),
        allowed_installs=app_commands.AppInstallationType(guild=True),
    )

    def __init__(self, bot: Verbatim) -> None:
        self._bot, self._index = bot, bot.index
        self._telling: asyncio.Task[None] | None = None

    async def cog_load(self) -> None:
        """Let the buttons work that were shown before a restart, and tell what became of what went on after it."""
        self._bot.add_dynamic_items(Cancel)
        self._telling = asyncio.create_task(tell_outcomes(self._bot), name="telling outcomes")

    async def cog_unload(self) -> None:
        """Take that back."""
        self._bot.remove_dynamic_items(Cancel)
        if self._telling is not None:
            self._telling.cancel()

    @sources.command(name="list")
    @app_commands.check(needs(Right.ASK))
    async def list_all(self, interaction: discord.Interaction[Verbatim]) -> None:
        """What I follow here, how fresh it is and what is wrong with it"""
        await interaction.response.defer(ephemeral=True)
        card = sources_card(await self._index.sources(require_server(interaction)))
        await deliver(interaction, card, private=True)

    @sources.command()
    @app_commands.check(needs(Right.REINDEX))
    @app_commands.describe(address="A feed, a news sitemap, a list of pages, or a site whose feed I shall find")
    async def add(self, interaction: discord.Interaction[Verbatim], address: str) -> None:
        """Follow a source: I read it now and whenever it may have news"""
        await interaction.response.defer()
        await add_source(interaction, address)

    @sources.command()
    @app_commands.check(needs(Right.REINDEX))
    @app_commands.describe(name="One of this server's sources", keep_articles="Keep the articles that came from it")
    async def remove(self, interaction: discord.Interaction[Verbatim], name: str, keep_articles: bool = False) -> None:
        """Forget a source, with its articles"""
        await interaction.response.defer()
        server, who = require_server(interaction), str(interaction.user.id)
        async with self._own(server, name):
            removed = await self._index.remove_source(name, server, who, keep_articles)
        await deliver(interaction, source_removed_card(removed, keep_articles))

    @sources.command()
    @app_commands.check(needs(Right.REINDEX))
    @app_commands.describe(name="One of this server's sources")
    async def pause(self, interaction: discord.Interaction[Verbatim], name: str) -> None:
        """Read a source no more; what I have of it still answers"""
        await interaction.response.defer()
        server = require_server(interaction)
        async with self._own(server, name):
            paused = await self._index.pause_source(name, server, str(interaction.user.id))
        await deliver(interaction, source_paused_card(paused))

    @sources.command()
    @app_commands.check(needs(Right.REINDEX))
    @app_commands.describe(name="One of this server's sources")
    async def resume(self, interaction: discord.Interaction[Verbatim], name: str) -> None:
        """Read a source again, whatever paused it"""
        await interaction.response.defer()
        server = require_server(interaction)
        async with self._own(server, name):
            resumed = await self._index.resume_source(name, server, str(interaction.user.id))
        await deliver(interaction, source_resumed_card(resumed))

    @sources.command()
    @app_commands.check(needs(Right.REINDEX))
    @app_commands.describe(
        outlet="An outlet whose articles I have",
        label="What it is, shown beside every citation of it here",
        off="Take the label off",
    )
    @app_commands.choices(label=[app_commands.Choice(name=one, value=one) for one in Label])
    async def label(
        self, interaction: discord.Interaction[Verbatim], outlet: str, label: str, off: bool = False
    ) -> None:
        """Say what an outlet is: wire, opinion, state media or paywalled"""
        await interaction.response.defer()
        server, who = require_server(interaction), str(interaction.user.id)
        name, labels = await self._index.label_outlet(outlet, Label(label), server, who, off=off)
        await deliver(interaction, labelled_card(name, labels))

    @label.autocomplete("outlet")
    async def outlets(self, interaction: discord.Interaction[Verbatim], typed: str) -> list[app_commands.Choice[str]]:
        """The outlets whose articles this server sees, for those who may label them."""
        if not await may_now(interaction, Right.REINDEX):
            return []
        names = beginning(await self._index.outlets(require_server(interaction)), typed)
        return [app_commands.Choice(name=name, value=name) for name in names]

    @sources.command(name="reindex")
    @app_commands.check(needs(Right.REINDEX))
    @app_commands.describe(name="One of this server's sources")
    async def reindex_one(self, interaction: discord.Interaction[Verbatim], name: str) -> None:
        """Read every page of a source again and rebuild its passages"""
        await self._reindex(interaction, name)

    @app_commands.command()
    @app_commands.check(needs(Right.REINDEX))
    @app_commands.default_permissions(EDITORS_SEE_IT)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.describe(source="One of this server's sources; all of them if you leave it out")
    async def reindex(self, interaction: discord.Interaction[Verbatim], source: str | None = None) -> None:
        """Rebuild the passages of this server's articles; questions are answered meanwhile"""
        await self._reindex(interaction, source)

    async def _reindex(self, interaction: discord.Interaction[Verbatim], source: str | None) -> None:
        await interaction.response.defer()
        async with self._own(require_server(interaction), source):
            await reindex_source(interaction, source)

    @asynccontextmanager
    async def _own(self, server: int, name: str | None) -> AsyncIterator[None]:
        """What fails because only all servers together have a source of this name is told so: CommonSource."""
        try:
            yield
        except UnknownSource as error:
            wanted = (name or "").strip().casefold()
            if any(one.server == COMMON and one.name.casefold() == wanted for one in await self._index.sources(server)):
                raise CommonSource(error.name) from error
            raise

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
        if not await may_now(interaction, Right.REINDEX):
            return []
        server = require_server(interaction)
        sources = [one for one in await self._index.sources(server) if one.address is not None or not followed]
        return [app_commands.Choice(name=name, value=name) for name in matching(sources, server, typed)]


def matching(sources: Iterable[SourceInfo], server: int, typed: str) -> list[str]:
    """Names of the server's own sources that hold what was typed, those that begin with it first, as many as fit."""
    return beginning((one.name for one in sources if one.server == server), typed)


def beginning(names: Iterable[str], typed: str) -> list[str]:
    """The names that hold what was typed, those that begin with it first, as many as fit into a list of choices."""
    wanted = typed.strip().casefold()
    found = [name for name in names if 0 < units(name) <= CHOICE and wanted in name.casefold()]
    return sorted(found, key=lambda name: (not name.casefold().startswith(wanted), name))[:CHOICES]
