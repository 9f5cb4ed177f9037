"""Notes in which servers the bot is, and has those forgotten that it was removed from a month ago.

Nothing is asked of Discord: it tells at the connection which servers there are, those that an outage hides among them.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord
from discord.ext import commands, tasks

from index.errors import VerbatimError

if TYPE_CHECKING:
    from bot.client import Verbatim

log = logging.getLogger(__name__)


class Leaving(commands.Cog):
    """What hangs on the bot's coming and going."""

    def __init__(self, bot: Verbatim) -> None:
        self._bot, self._index = bot, bot.index

    async def cog_load(self) -> None:
        """Begin to look, now and then, whether a month is over."""
        self.look.start()

    async def cog_unload(self) -> None:
        """Look no more."""
        self.look.cancel()

    @tasks.loop(hours=1)
    async def look(self) -> None:
        """Note where the bot is, and have forgotten what it left; what goes wrong is logged and tried again."""
        try:
            # what happened while no process was connected is seen here
            await self._index.present_in([guild.id for guild in self._bot.guilds], datetime.now(UTC))
            await self._index.forget_left(datetime.now(UTC))
        except VerbatimError as error:
            log.error("the servers that the bot left were not looked after: %s", error)

    @look.before_loop
    async def connected(self) -> None:
        """Every shard has told its servers by then."""
        await self._bot.wait_until_ready()

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Somebody invited the bot, be it again."""
        await self._index.joined(guild.id)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Somebody removed the bot; a server that is only out of reach is told by another event."""
        await self._index.left(guild.id, datetime.now(UTC))
