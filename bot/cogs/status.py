"""/status: what the index holds for this server, how it does, and articles a day as a picture."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.chart import Arrived, chart_png, described
from bot.cards.status import status_card
from bot.delivery import Attached, deliver
from bot.permissions import needs, require_server
from index.servers import Right

if TYPE_CHECKING:
    from bot.client import Verbatim

log = logging.getLogger(__name__)

CHART = "articles-a-day.png"


class StatusReport(commands.Cog):
    """For everybody in a server who may ask."""

    def __init__(self, bot: Verbatim) -> None:
        self._index = bot.index
        # matplotlib does not say that it may draw two pictures at once
        self._drawing = asyncio.Lock()

    @app_commands.command()
    @app_commands.check(needs(Right.ASK))
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def status(self, interaction: discord.Interaction[Verbatim]) -> None:
        """What I can search here, how fresh it is and what is at work"""
        server = require_server(interaction)
        await interaction.response.defer(ephemeral=True)
        status, sources = await self._index.status(server), await self._index.sources(server)
        now = discord.utils.utcnow()
        activity, quota = await self._index.activity(now, server), await self._index.quota(server, now)
        chart = await self._drawn(activity.arrived)
        card = status_card(status, sources, activity, quota, chart=bool(chart))
        await deliver(interaction, card, private=True, files=chart)

    async def _drawn(self, arrived: Arrived) -> list[Attached]:
        """The picture; none where it can't be drawn, which is no reason to say nothing."""
        async with self._drawing:
            try:
                picture = await asyncio.to_thread(chart_png, arrived)
            except Exception:
                log.exception("the chart of articles a day could not be drawn")
                return []
        return [Attached(CHART, picture, described(arrived))]
