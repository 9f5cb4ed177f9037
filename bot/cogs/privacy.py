"""/privacy: what is kept, for how long and who sees it; below it, for those who may, a purge of the whole server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.audit_posts import AuditPosts
from bot.cards.privacy import privacy_card, purged_card
from bot.delivery import deliver
from bot.permissions import may_now, require
from bot.purge_form import BUTTON, FIELD, FORM, purge_form, require_word
from bot.views.pressed import filled_in, looked_up, route
from index.servers import Right

if TYPE_CHECKING:
    from bot.client import Verbatim


class Privacy(commands.Cog):
    """For everybody, in servers and in direct messages; the purge is for those who may configure."""

    def __init__(self, bot: Verbatim, audit_posts: AuditPosts) -> None:
        self._index, self._audit_posts = bot.index, audit_posts
        self._has_model = bot.settings.llm != "none"
        self._actions = {BUTTON: self.ask_whether, FORM: self.purge}

    @app_commands.command()
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def privacy(self, interaction: discord.Interaction[Verbatim]) -> None:
        """What I keep, for how long, who sees it; and how to have all of it purged"""
        await interaction.response.defer(ephemeral=True)
        server = interaction.guild_id
        model = self._has_model and (server is None or (await self._index.server_settings(server)).language_model)
        view = None
        if server is not None and await may_now(interaction, Right.CONFIGURE):
            view = discord.ui.View(timeout=None)
            label, red = "Purge everything of this server…", discord.ButtonStyle.danger
            view.add_item(discord.ui.Button(label=label, style=red, custom_id=BUTTON))
            view = looked_up(view)
        await deliver(interaction, privacy_card(server is not None, model), private=True, view=view)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Verbatim]) -> None:
        """The button and the form, also those of an earlier process."""
        await route(interaction, self._actions)

    async def ask_whether(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Open the form in which the word has to be typed."""
        await require(interaction, Right.CONFIGURE)
        await interaction.response.send_modal(purge_form())

    async def purge(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Forget the server; its audit channel, forgotten with it, is told once more."""
        server = await require(interaction, Right.CONFIGURE)
        require_word(filled_in(interaction).get(FIELD))
        await interaction.response.defer(ephemeral=True, thinking=True)
        audit_channel = (await self._index.server_settings(server)).audit_channel
        forgotten = await self._index.forget_server(server, str(interaction.user.id))
        await deliver(interaction, purged_card(forgotten), private=True)
        if audit_channel is not None:
            told = (
                f"{interaction.user.mention} purged everything I had of this server, this log and its channel included."
            )
            await self._audit_posts.tell(server, audit_channel, told)
