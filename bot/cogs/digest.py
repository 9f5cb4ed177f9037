"""/digest: the stories of a day or a week in a channel, at an hour that is chosen; sending it is telling's part."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.follows import WEEKDAYS, digest_dropped_card, digest_set_card
from bot.cards.stories import preview_card
from bot.cogs.follow import speaking_in
from bot.delivery import deliver
from bot.hours import time_of_day, utc_offset
from bot.permissions import EDITORS_SEE_IT, needs, require_server
from index.alerts import Every, Rhythm
from index.servers import Right

if TYPE_CHECKING:
    from bot.client import Verbatim

_AT = "At what time, for example 08:00"
_TIME_ZONE = "Whose time that is, as a difference to UTC, for example +2 or -5:30; UTC if you leave it out"


class Digests(commands.Cog):
    """For those who configure this server: a digest speaks to a whole channel."""

    digest = app_commands.Group(
        name="digest",
        description="The stories of a day or a week, in this channel",
        allowed_contexts=app_commands.AppCommandContext(guild=True),
        allowed_installs=app_commands.AppInstallationType(guild=True),
        default_permissions=EDITORS_SEE_IT,
    )

    def __init__(self, bot: Verbatim) -> None:
        self._index = bot.index

    @digest.command()
    @app_commands.check(needs(Right.CONFIGURE))
    @app_commands.describe(at=_AT, time_zone=_TIME_ZONE)
    async def daily(self, interaction: discord.Interaction[Verbatim], at: str, time_zone: str | None = None) -> None:
        """Send this channel a digest every day"""
        await self._set(interaction, Rhythm(Every.DAY, time_of_day(at), utc_offset(time_zone)))

    @digest.command()
    @app_commands.check(needs(Right.CONFIGURE))
    @app_commands.describe(weekday="On which day", at=_AT, time_zone=_TIME_ZONE)
    @app_commands.choices(weekday=[app_commands.Choice(name=day, value=at) for at, day in enumerate(WEEKDAYS)])
    async def weekly(
        self, interaction: discord.Interaction[Verbatim], weekday: int, at: str, time_zone: str | None = None
    ) -> None:
        """Send this channel a digest every week"""
        await self._set(interaction, Rhythm(Every.WEEK, time_of_day(at), utc_offset(time_zone), weekday))

    @digest.command()
    @app_commands.check(needs(Right.CONFIGURE))
    async def off(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Send this channel no digest any more"""
        await interaction.response.defer(ephemeral=True)
        await self._index.drop_digest(require_server(interaction), interaction.channel_id or 0)
        await deliver(interaction, digest_dropped_card(), private=True)

    @digest.command()
    @app_commands.check(needs(Right.CONFIGURE))
    async def now(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Show you alone what this channel's digest would hold now"""
        await interaction.response.defer(ephemeral=True)
        server, now = require_server(interaction), datetime.now(UTC)
        own = [one for one in await self._index.digests(server) if one.channel == interaction.channel_id]
        if own:
            stories = (await self._index.digest_issue(own[0], now)).stories
        else:
            stories = await self._index.digest_stories(server, since=now - Every.DAY.length, now=now)
        paused = next((one.paused for one in own if one.paused), None)
        card = preview_card(stories, await self._index.labels(server), paused)
        await deliver(interaction, card, private=True)

    async def _set(self, interaction: discord.Interaction[Verbatim], rhythm: Rhythm) -> None:
        await interaction.response.defer(ephemeral=True)
        server = require_server(interaction)
        digest = await self._index.set_digest(server, speaking_in(interaction), rhythm, datetime.now(UTC))
        await deliver(interaction, digest_set_card(digest), private=True)
