"""Answers a message with a reply: typing at once, a status line where it takes longer, the answer in its place."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any

import discord

from bot.delivery import deliver_reply, first_that_works

if TYPE_CHECKING:
    from bot.client import Verbatim

log = logging.getLogger(__name__)

_LATER = (5.0, 20.0, 60.0, 180.0, 400.0)
"""Seconds before each try to take away a status line that could not become the answer."""


class MessageReply:
    """The reply to one message."""

    def __init__(self, bot: Verbatim, to: discord.Message) -> None:
        self._bot, self._to = bot, to
        self._line: discord.Message | None = None
        self._finished = False

    def begin(self) -> None:
        """Show that an answer is being written; it does not wait for Discord to take that in."""
        self._in_background(self._type())

    async def show(self, line: str) -> None:
        """Show a status line, in place of the one before."""
        if self._line is None:
            self._line = await self._to.channel.send(
                line, reference=self._to.to_reference(fail_if_not_exists=False), mention_author=False
            )
            if self._finished:
                # it was so long on its way that the answer did not wait for it
                self._in_background(self._take_away(self._line))
        else:
            await self._line.edit(content=line)

    async def finish(self, card: str, view: discord.ui.View | None = None) -> discord.Message | None:
        """Show the answer in place of the status line, failing that as a reply, or in a direct message to the author;
        the message it became, None where nothing worked.
        """
        self._finished, line = True, self._line
        if line is None:
            return await deliver_reply(self._to, card, view=view)
        worked, message = await first_that_works(
            f"message {self._to.id}", self._to.author.id, [lambda: line.edit(content=card, view=view)]
        )
        if worked == 0:
            return message or line
        message = await deliver_reply(self._to, card, view=view)
        if message is not None:
            self._in_background(self._take_away(line))
        return message

    async def refuse(self, card: str) -> None:
        """Tell the author alone, in a direct message; in a reply where they let nobody write to them."""
        to = self._to
        reply = partial(to.reply, card, mention_author=False)
        await first_that_works(f"message {to.id}", to.author.id, [partial(to.author.send, card), reply])

    def _in_background(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work, name=f"reply to {self._to.id}")
        self._bot.mending.add(task)
        task.add_done_callback(self._bot.mending.discard)

    async def _type(self) -> None:
        try:
            await self._to.channel.typing()
        except (discord.HTTPException, OSError) as error:
            log.info("message %s: not shown as typing", self._to.id, exc_info=error)

    async def _take_away(self, line: discord.Message) -> None:
        for pause in _LATER:
            await asyncio.sleep(pause)
            try:
                return await line.delete()
            except discord.NotFound:
                return None
            except (discord.HTTPException, OSError) as error:
                log.info("message %s: its status line stays for now", self._to.id, exc_info=error)
        return None
