"""Posts what was changed in a server to its audit channel, where it has one: after every command, and once a minute for
what else was recorded. What can't be posted stays in the log, and no command fails for it.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import discord
from discord.ext import commands, tasks

from bot.cards.audit import audit_posts
from index.errors import VerbatimError

if TYPE_CHECKING:
    from bot.client import Verbatim

log = logging.getLogger(__name__)


class AuditPosts(commands.Cog):
    """One posting at a time, so that entries come in their order."""

    def __init__(self, bot: Verbatim) -> None:
        self._bot, self._index = bot, bot.index
        self._posting = asyncio.Lock()

    async def cog_load(self) -> None:
        """Begin to look every minute."""
        self.look.start()

    async def cog_unload(self) -> None:
        """Look no more."""
        self.look.cancel()

    @tasks.loop(minutes=1)
    async def look(self) -> None:
        """Post what is new; what goes wrong is logged, and the next minute comes."""
        try:
            async with self._posting:
                await self.post()
        except VerbatimError as error:
            log.error("audit channels were not told: %s", error)

    @look.before_loop
    async def connected(self) -> None:
        """Channels are known from then on."""
        await self._bot.wait_until_ready()

    @commands.Cog.listener()
    async def on_app_command_completion(self, interaction: discord.Interaction[Verbatim], command: object) -> None:
        """A command has done its work: what it changed is told at once."""
        await self.look()

    async def post(self) -> None:
        """Post every entry that audit channels have yet to be told."""
        for server, entries in (await self._index.untold_audit()).items():
            number = (await self._index.server_settings(server)).audit_channel
            await self.tell(server, number, *audit_posts(entries))

    async def tell(self, server: int, number: int | None, *cards: str) -> None:
        """Post cards to a server's audit channel, where there is one that lets the bot."""
        channel = self._bot.get_channel(number or 0)
        if not isinstance(channel, discord.abc.Messageable):
            log.info("server %d has no audit channel any more: see /setup there", server)
            return
        try:
            for card in cards:
                await channel.send(card, suppress_embeds=True)
        except discord.HTTPException as error:
            log.info("the audit channel of server %d was not told: %s", server, error)
