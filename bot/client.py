"""The bot: what it may see, what it may ping (nobody), its commands, its connection and its orderly end."""

from __future__ import annotations

import asyncio
import logging

import discord
from discord.ext import commands

from bot.audit_posts import AuditPosts
from bot.cogs.articles import Articles
from bot.cogs.ask import Ask
from bot.cogs.audit import AuditLog
from bot.cogs.conversation import Conversation
from bot.cogs.digest import Digests
from bot.cogs.follow import Following
from bot.cogs.help import Help
from bot.cogs.message_menus import MessageMenus
from bot.cogs.privacy import Privacy
from bot.cogs.quotes import Quotes
from bot.cogs.search import Search
from bot.cogs.setup import Setup
from bot.cogs.sources import Sources
from bot.cogs.status import StatusReport
from bot.cogs.timeline import TimelineOfTopic
from bot.command_sync import sync_if_changed
from bot.command_tree import CommandTree
from bot.leaving import Leaving
from bot.quota import Quotas
from bot.settings import BotSettings
from bot.telling import Telling
from bot.views.answer_buttons import ANSWER_BUTTONS
from bot.views.cancelling import AtHand
from index.errors import WorkError
from index.news_index import NewsIndex

log = logging.getLogger(__name__)

FIRST_CONNECTION_WITHIN = 60.0
"""Seconds from login to the first shard's READY; discord.py alone would try for ever and tell nobody."""

_GRACE, _FAREWELL, _CLOSING = 3.0, 1.5, 2.0
"""Seconds a stop gives the commands at work, the notice to their callers and the closing handshakes: under 10."""


class NoGatewayError(WorkError):
    """No connection to Discord's gateway was made in time."""

    def __init__(self) -> None:
        super().__init__(
            f"Discord's gateway did not let the bot in within {FIRST_CONNECTION_WITHIN:.0f} s: "
            "check the network and https://discordstatus.com, then start again"
        )


class Verbatim(commands.AutoShardedBot):
    """discord.py's bot with cogs and shards, but without prefix commands: what mentions it is a question."""

    tree: CommandTree

    def __init__(self, index: NewsIndex, settings: BotSettings) -> None:
        # discord.py warns at every start that it can't speak; this bot has nothing to say aloud
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            commands.when_mentioned,
            tree_cls=CommandTree,
            help_command=None,
            # servers, channels and roles, and messages, whose content arrives where they mention the bot or are written
            # to it directly; none of the privileged intents (promise 5)
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            # without it the key is left out, and Discord lets @everyone through
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )
        self.index, self.settings = index, settings
        self.quotas = Quotas(index)
        self._conversation = Conversation(self)
        self.telling = Telling(self)
        self._connecting: asyncio.Timeout | None = None
        self.mending: set[asyncio.Task[None]] = set()
        """What delivery tries again in the background, for as long as an interaction's token lives."""
        self.at_hand: dict[str, AtHand] = {}
        """The work that a button can cancel, by the button's token."""

    async def setup_hook(self) -> None:
        """Load the cogs and register their commands where they changed."""
        for cog in (Ask(self), Articles(self), Sources(self), StatusReport(self), Quotes(self), Search(self)):
            await self.add_cog(cog)
        for more in (self._conversation, MessageMenus(self), Following(self), Digests(self), TimelineOfTopic(self)):
            await self.add_cog(more)
        posts = AuditPosts(self)
        for ours in (posts, Setup(self, posts), AuditLog(self), Privacy(self, posts), Help(self), Leaving(self)):
            await self.add_cog(ours)
        self.add_dynamic_items(*ANSWER_BUTTONS)
        await sync_if_changed(self, self.settings.data_dir)
        self.telling.begin()

    async def on_message(self, message: discord.Message, /) -> None:
        """Read no prefix commands: `Conversation` listens for questions."""

    async def on_connect(self) -> None:
        """The gateway let a shard in: from here on discord.py reconnects by itself, for as long as it takes."""
        if self._connecting and self._connecting.when() is not None and not self._connecting.expired():
            self._connecting.reschedule(None)
            log.info("connected as %s", self.user)

    async def stay_connected(self) -> None:
        """Log in and stay connected until cancelled; LoginFailure, HTTPException, OSError or NoGatewayError."""
        try:
            async with asyncio.timeout(FIRST_CONNECTION_WITHIN) as self._connecting:
                await self.start(self.settings.discord_token.get_secret_value())
        except TimeoutError as error:
            if self._connecting and self._connecting.expired():
                raise NoGatewayError from error
            raise

    async def stop(self) -> None:
        """Let the commands at work end, tell the others, close the connections; at most about 6.5 s."""
        await self.telling.end()
        await asyncio.gather(*(one.finish(_GRACE, _FAREWELL) for one in (self.tree, self._conversation)))
        for task in self.mending:
            task.cancel()
        closing = asyncio.create_task(self.close())
        _, late = await asyncio.wait([closing], timeout=_CLOSING)
        if late:
            log.info("Discord did not answer the closing handshake in %.0f s", _CLOSING)
