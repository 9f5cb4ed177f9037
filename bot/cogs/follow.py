"""/follow: a topic, a speaker or a question of which a member, or a channel, is told what is new.

What is new is the index's part, telling it telling's.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.follows import followed_card, follows_card
from bot.cards.limits import CHOICE, CHOICES, units
from bot.delivery import deliver
from bot.hours import quiet_hours, utc_offset
from bot.permissions import may_now, needs, require_server
from bot.views.unfollow import BUTTONS, MayNotSpeak, Unfollow, may_speak, numbered
from index.alerts import FollowKind
from index.servers import Right

if TYPE_CHECKING:
    from bot.client import Verbatim

IN_CHANNEL, TO_ME = "channel", "me"

_OPTIONS = {
    "tell": "Where I tell it: to you in a direct message unless you choose this channel",
    "quiet": "Hours in which I tell nothing, for example 22:00-07:00",
    "time_zone": "Whose hours those are, as a difference to UTC, for example +2 or -5:30; UTC if you leave it out",
}
_PLACES = [
    app_commands.Choice(name="me, in a direct message", value=TO_ME),
    app_commands.Choice(name="this channel", value=IN_CHANNEL),
]


class Following(commands.Cog):
    """For everybody who may ask in a server; in a channel for those who may have me speak there."""

    follow = app_commands.Group(
        name="follow",
        description="Be told of what is new, once for each story",
        allowed_contexts=app_commands.AppCommandContext(guild=True),
        allowed_installs=app_commands.AppInstallationType(guild=True),
    )

    def __init__(self, bot: Verbatim) -> None:
        self._bot, self._index = bot, bot.index

    async def cog_load(self) -> None:
        """Let the buttons work that stand below earlier alerts."""
        self._bot.add_dynamic_items(Unfollow)

    async def cog_unload(self) -> None:
        """Take that back."""
        self._bot.remove_dynamic_items(Unfollow)

    @follow.command()
    @app_commands.check(needs(Right.ASK))
    @app_commands.describe(words="What it is about, for example: port strike", **_OPTIONS)
    @app_commands.choices(tell=_PLACES)
    async def topic(
        self,
        interaction: discord.Interaction[Verbatim],
        words: str,
        tell: str = TO_ME,
        quiet: str | None = None,
        time_zone: str | None = None,
    ) -> None:
        """Be told of each new story on a topic"""
        await self._begin(interaction, FollowKind.TOPIC, words, tell, quiet, time_zone)

    @follow.command()
    @app_commands.check(needs(Right.ASK))
    @app_commands.describe(name="Whose words? A last or a full name", **_OPTIONS)
    @app_commands.choices(tell=_PLACES)
    async def speaker(
        self,
        interaction: discord.Interaction[Verbatim],
        name: str,
        tell: str = TO_ME,
        quiet: str | None = None,
        time_zone: str | None = None,
    ) -> None:
        """Be told of each new story that quotes somebody"""
        await self._begin(interaction, FollowKind.SPEAKER, name, tell, quiet, time_zone)

    @follow.command()
    @app_commands.check(needs(Right.ASK))
    @app_commands.describe(question="A question that I shall ask of every new article", **_OPTIONS)
    @app_commands.choices(tell=_PLACES)
    async def question(
        self,
        interaction: discord.Interaction[Verbatim],
        question: str,
        tell: str = TO_ME,
        quiet: str | None = None,
        time_zone: str | None = None,
    ) -> None:
        """Be told of each new story that answers a question"""
        await self._begin(interaction, FollowKind.QUESTION, question, tell, quiet, time_zone)

    @follow.command(name="list")
    @app_commands.check(needs(Right.ASK))
    async def list_all(self, interaction: discord.Interaction[Verbatim]) -> None:
        """What you follow here, with a button to end each; moderators also see what is followed in channels"""
        await interaction.response.defer(ephemeral=True)
        server, member = require_server(interaction), interaction.user.id
        shown = [*await self._index.follows(server, member)]
        if await may_speak(interaction):
            shown += [one for one in await self._index.channel_follows(server) if one.member != member]
        shown = shown[:BUTTONS]
        view = numbered(shown) if shown else None
        await deliver(interaction, follows_card(shown, member), private=True, view=view)

    async def _begin(
        self,
        interaction: discord.Interaction[Verbatim],
        kind: FollowKind,
        words: str,
        tell: str,
        quiet: str | None,
        time_zone: str | None,
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        server, channel = require_server(interaction), None
        if tell == IN_CHANNEL:
            if not await may_speak(interaction):
                raise MayNotSpeak
            channel = speaking_in(interaction)
        hours = quiet_hours(quiet, utc_offset(time_zone)) if quiet else None
        follow = await self._index.follow(server, interaction.user.id, channel, kind, words, datetime.now(UTC), hours)
        await deliver(interaction, followed_card(follow), private=True)

    @speaker.autocomplete("name")
    async def quoted_speakers(
        self, interaction: discord.Interaction[Verbatim], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Names of those quoted in what this server may read, for those who may ask."""
        if not await may_now(interaction, Right.ASK):
            return []
        names = await self._index.speakers(typed, require_server(interaction), CHOICES)
        return [app_commands.Choice(name=name, value=name) for name in names if 0 < units(name) <= CHOICE]


def speaking_in(interaction: discord.Interaction[Verbatim]) -> int:
    """The number of this channel, where I may write later as well; BotMissingPermissions."""
    mine, thread = interaction.app_permissions, isinstance(interaction.channel, discord.Thread)
    needed = {
        "view_channel": mine.view_channel,
        "send_messages_in_threads" if thread else "send_messages": (
            mine.send_messages_in_threads if thread else mine.send_messages
        ),
    }
    if missing := [name for name, granted in needed.items() if not granted]:
        raise app_commands.BotMissingPermissions(missing)
    return interaction.channel_id or 0
