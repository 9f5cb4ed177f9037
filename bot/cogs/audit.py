"""/audit: who added, removed, reindexed and configured what in this server, page by page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.audit import PAGE, audit_card
from bot.delivery import deliver
from bot.permissions import EDITORS_SEE_IT, needs, require
from bot.views.pressed import looked_up, route
from index.servers import Right

if TYPE_CHECKING:
    from bot.client import Verbatim

PAGES = 50
"""Pages that can be turned: 500 entries; `verbatim audit` prints more."""


class AuditLog(commands.Cog):
    """For those who may reindex: moderators, as a server names them."""

    def __init__(self, bot: Verbatim) -> None:
        self._index = bot.index
        self._actions = {f"audit:{page}": partial(self.turn, page=page) for page in range(PAGES)}

    @app_commands.command()
    @app_commands.check(needs(Right.REINDEX))
    @app_commands.default_permissions(EDITORS_SEE_IT)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def audit(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Who added, removed, reindexed and configured what here, and when"""
        await interaction.response.defer(ephemeral=True)
        await self._show(interaction, await require(interaction, Right.REINDEX), 0)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Verbatim]) -> None:
        """The buttons that turn pages, also those of an earlier process."""
        await route(interaction, self._actions)

    async def turn(self, interaction: discord.Interaction[Verbatim], page: int) -> None:
        """Show another page."""
        server = await require(interaction, Right.REINDEX)
        await interaction.response.defer()
        await self._show(interaction, server, page)

    async def _show(self, interaction: discord.Interaction[Verbatim], server: int, page: int) -> None:
        entries = await self._index.audit(server, (page + 1) * PAGE + 1)
        view = audit_pages(page, older=len(entries) > (page + 1) * PAGE and page + 1 < PAGES)
        await deliver(interaction, audit_card(entries, page), private=True, view=view)


def audit_pages(page: int, *, older: bool) -> discord.ui.View:
    """The buttons that turn pages, those that would turn to nothing disabled."""
    view = discord.ui.View(timeout=None)
    for label, to, there in (("Newer", page - 1, page > 0), ("Older", page + 1, older)):
        view.add_item(discord.ui.Button(label=label, custom_id=f"audit:{to}", disabled=not there))
    return looked_up(view)
