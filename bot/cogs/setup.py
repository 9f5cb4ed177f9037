"""/setup: what a server's administrators decide, in one message with menus, buttons and forms that outlive a restart.

What it says is the card's part, what stands below it the view's; each choice is kept and logged at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.audit_posts import AuditPosts
from bot.cards.setup import Lack, Standing, setup_card
from bot.delivery import deliver
from bot.permissions import EDITORS_SEE_IT, NEEDED, needs, require
from bot.views import setup_panel
from bot.views.pressed import chosen, filled_in, route
from bot.whole_numbers import whole_number
from index.servers import MOST_DAILY_QUESTIONS, Right, ServerSettings

if TYPE_CHECKING:
    from bot.client import Verbatim


TO_POST = discord.Permissions(view_channel=True, send_messages=True)
"""What the bot needs in a channel in which it does nothing but post."""


class Setup(commands.Cog):
    """For members who may configure: whoever may manage the server, and the roles it named."""

    def __init__(self, bot: Verbatim, audit_posts: AuditPosts) -> None:
        self._bot, self._index, self._audit_posts = bot, bot.index, audit_posts
        operator = bot.settings
        self._tokens = operator.llm_daily_tokens if operator.llm != "none" else None
        self._actions = {
            setup_panel.CHANNELS: self.choose_channels,
            setup_panel.AUDIT: self.choose_audit_channel,
            setup_panel.ROLES: self.ask_for_roles,
            setup_panel.LIMITS: self.ask_for_limits,
            setup_panel.MODEL: self.switch_model,
            setup_panel.CHECK: self.check_again,
            setup_panel.ROLES_FORM: self.set_roles,
            setup_panel.LIMITS_FORM: self.set_limits,
        }

    @app_commands.command()
    @app_commands.check(needs(Right.CONFIGURE))
    @app_commands.default_permissions(EDITORS_SEE_IT)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def setup(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Where I answer, who may do what, the audit channel, limits; and what I lack here"""
        await interaction.response.defer(ephemeral=True)
        await self._show(interaction)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Whatever is pressed, chosen or filled in below the message, also one of an earlier process."""
        await route(interaction, self._actions)

    async def choose_channels(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Answer in these channels alone; in none: everywhere."""
        channels = chosen(interaction)
        await self._change(interaction, lambda now: replace(now, channels=channels))

    async def choose_audit_channel(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Tell this channel who changed what."""
        channel = next(iter(chosen(interaction)), None)
        await self._change(interaction, lambda now: replace(now, audit_channel=channel))

    async def switch_model(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Let answers be worded by the language model, or no more."""
        await self._change(interaction, lambda now: replace(now, language_model=not now.language_model))

    async def check_again(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Look once more what is missing."""
        await require(interaction, Right.CONFIGURE)
        await interaction.response.defer()
        await self._show(interaction)

    async def ask_for_roles(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Open the form of roles."""
        settings = await self._index.server_settings(await require(interaction, Right.CONFIGURE))
        roles = {role.id for role in guild_of(interaction).roles}
        await interaction.response.send_modal(setup_panel.roles_form(settings, roles))

    async def set_roles(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Give each right to these roles."""
        given = filled_in(interaction)
        roles = {right: frozenset(map(int, given.get(right.verb) or ())) for right in Right}
        named = {right: numbers for right, numbers in roles.items() if numbers}
        await self._change(interaction, lambda now: replace(now, roles=named))

    async def ask_for_limits(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Open the form of limits."""
        settings = await self._index.server_settings(await require(interaction, Right.CONFIGURE))
        await interaction.response.send_modal(setup_panel.limits_form(settings, self._tokens is not None))

    async def set_limits(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Keep to so many questions, and so many tokens, a day."""
        given = filled_in(interaction)
        questions = whole_number(given.get(setup_panel.QUESTIONS) or "", MOST_DAILY_QUESTIONS)
        change = partial(replace, daily_questions=questions)
        if self._tokens is not None:
            said = (given.get(setup_panel.TOKENS) or "").strip()
            tokens = whole_number(said, self._tokens) if said else None
            change = partial(replace, daily_questions=questions, daily_tokens=tokens)
        await self._change(interaction, change)

    async def _change(
        self, interaction: discord.Interaction[Verbatim], change: Callable[[ServerSettings], ServerSettings]
    ) -> None:
        """Keep what was decided, tell the audit channel, show how things stand now."""
        server = await require(interaction, Right.CONFIGURE)
        await interaction.response.defer()
        await self._index.change_settings(server, change, str(interaction.user.id))
        await self._show(interaction)
        await self._audit_posts.look()

    async def _show(self, interaction: discord.Interaction[Verbatim]) -> None:
        guild = guild_of(interaction)
        settings = await self._index.server_settings(guild.id)
        quota = await self._index.quota(guild.id, datetime.now(UTC))
        standing = Standing(settings, tuple(lacks(guild, settings, interaction)), quota, self._tokens)
        channels = {channel.id for channel in guild.channels}
        panel = setup_panel.setup_panel(settings, channels, self._tokens is not None)
        await deliver(interaction, setup_card(standing), private=True, view=panel)


def guild_of(interaction: discord.Interaction[Verbatim]) -> discord.Guild:
    """The server; NoPrivateMessage where the bot is not in it."""
    if interaction.guild is None:
        raise app_commands.NoPrivateMessage
    return interaction.guild


def lacks(guild: discord.Guild, settings: ServerSettings, interaction: discord.Interaction[Verbatim]) -> Iterable[Lack]:
    """What the bot may not do in the channels that a server chose; where it chose none, in that of the interaction."""
    if not settings.channels and interaction.channel_id is not None:
        yield from _lack(interaction.channel_id, interaction.app_permissions, NEEDED)
    wanted = dict.fromkeys(sorted(settings.channels), NEEDED)
    if settings.audit_channel is not None:
        wanted.setdefault(settings.audit_channel, TO_POST)
    for number, needed in wanted.items():
        channel = guild.get_channel(number)
        if channel is None:
            yield Lack(number)
        elif not isinstance(channel, discord.CategoryChannel):
            yield from _lack(number, channel.permissions_for(guild.me), needed)


def _lack(channel: int, allowed: discord.Permissions, needed: discord.Permissions) -> Iterable[Lack]:
    missing = tuple(
        name.replace("_", " ").title().replace(" In ", " in ")
        for name, wanted in needed
        if wanted and not getattr(allowed, name)
    )
    if missing:
        yield Lack(channel, missing)
