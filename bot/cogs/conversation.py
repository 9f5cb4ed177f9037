"""Questions without a command: the bot is mentioned, an answer of it is replied to with the mention on, or it is
written to directly. Discord hands out the content of such messages without the privileged intent.
"""

from __future__ import annotations

import asyncio
import logging
import re
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import Asking, answered, following_up, note_shown
from bot.cards.asking import HOW_TO_ASK
from bot.error_messages import error_message, is_expected
from bot.message_reply import MessageReply
from bot.permissions import require_of
from bot.shared_servers import require_shared
from bot.status_line import StatusLine
from bot.stopping import STOPPING, ended
from bot.views.answer_buttons import answer_view, follow_up_sent
from index.kept_answers import KeptAnswer
from index.types import COMMON, Filters

if TYPE_CHECKING:
    from bot.client import Verbatim

log = logging.getLogger(__name__)

_WRITTEN = (discord.MessageType.default, discord.MessageType.reply)


class Conversation(commands.Cog):
    """For everybody whom the server lets ask, and in direct messages."""

    def __init__(self, bot: Verbatim) -> None:
        self._bot = bot
        self._running: dict[asyncio.Task[object], MessageReply] = {}
        self._stopping = False

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer it where it is a question to the bot; bots, webhooks and everybody else's talk are let be."""
        if not is_to(self._bot.user, message):
            return
        reply = MessageReply(self._bot, message)
        if self._stopping:
            await reply.finish(STOPPING)
            return
        task = asyncio.current_task()
        if task is not None:
            self._running[task] = reply
        try:
            await self._answer(message, reply)
        except Exception as error:  # noqa: BLE001 - every error is logged and answered in words
            await self._failed(message, reply, error)
        finally:
            if task is not None:
                self._running.pop(task, None)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Answer a follow-up that was filled into a form."""
        await follow_up_sent(interaction)

    async def finish(self, grace: float, farewell: float) -> None:
        """Take no more questions; end those at work after `grace` seconds and tell who asked within `farewell`."""
        self._stopping = True
        await ended(self._running, lambda reply: reply.finish(STOPPING), grace, farewell)

    async def _answer(self, message: discord.Message, reply: MessageReply) -> None:
        bot, user = self._bot, self._bot.user
        server = await require_of(message, bot)
        question = question_in(message.content, user.id if user else 0)
        if not question:
            await reply.finish(HOW_TO_ASK)
            return
        reply.begin()
        asking = await self._asking(message, question, server)
        async with StatusLine(reply.show) as status:
            found = await answered(bot, asking, status.watch)
        sent = await reply.finish(found.card, answer_view(found.kept))
        await note_shown(bot, found.kept, sent)

    async def _asking(self, message: discord.Message, question: str, server: int) -> Asking:
        """The question, after the answer that it replies to where it does."""
        direct = message.guild is None
        before = await self._replied_to(message)
        if before is None:
            return Asking(question, Filters(server), message.author.id, message.channel.id, direct)
        if direct and before.server != COMMON:
            await require_shared(self._bot, before.server, message.author.id)
        return following_up(before, question, message.author.id, message.channel.id)

    async def _replied_to(self, message: discord.Message) -> KeptAnswer | None:
        replied = message.reference.message_id if message.reference else None
        if replied is None:
            return None
        before = await self._bot.index.kept_at(replied, message.guild.id if message.guild else None)
        # what one member asked privately is no other's to go on from
        return before if before and (before.asker == message.author.id or not before.private) else None

    async def _failed(self, message: discord.Message, reply: MessageReply, error: Exception) -> None:
        context = f"message {message.id} by user {message.author.id}"
        if is_expected(error):
            log.info("%s: %r", context, error)
        else:
            log.error("%s failed", context, exc_info=error)
        told = error_message(error, str(message.id))
        # what somebody may not do, or not here, is nothing for the channel
        await (reply.refuse(told) if isinstance(error, app_commands.CheckFailure) else reply.finish(told))


def is_to(user: discord.ClientUser | None, message: discord.Message) -> bool:
    """Whether a person wrote it to the bot: directly, or with a mention of it (of nobody's role, not of everyone)."""
    if user is None or message.author.bot or message.webhook_id is not None or message.type not in _WRITTEN:
        return False
    return message.guild is None or any(one.id == user.id for one in message.mentions)


def question_in(content: str, user: int) -> str:
    """A message without the mentions of the bot."""
    return " ".join(re.sub(rf"<@!?{user}>", " ", content).split()).strip(" ,:;")
