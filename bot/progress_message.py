"""A deferred answer that shows how far the work is, until the last word, which is delivery's part."""

from __future__ import annotations

import asyncio
import logging
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

import discord

from bot.cards.progress import progress_card
from bot.delivery import token_lives
from index.reports import Progress

if TYPE_CHECKING:
    from bot.client import Verbatim

log = logging.getLogger(__name__)

_EDIT_EVERY = 4.0
"""Seconds between edits of a progress message; Discord allows 5 edits in 5 s and a person reads no faster."""

_LAST_EDIT_WITHIN = 5.0
"""Seconds that the last word waits for an edit on its way."""


class ProgressMessage:
    """A deferred answer that shows how far the work is while the `async with` lasts; its last word is `deliver`'s.

    Use `watch` as the work's watch: it only notes the newest value, from whatever thread, and the message is edited at
    its own slow pace. Once the interaction's token is about to end, the message says so and stays, with the `view` of
    buttons that stand below it while the work goes on.
    """

    def __init__(
        self, interaction: discord.Interaction[Verbatim], what: str, view: discord.ui.View | None = None
    ) -> None:
        self._interaction, self._what, self._view = interaction, what, view
        self._newest: Progress | None = None
        self._stage_began = time.monotonic()
        self._sending: asyncio.Task[None] | None = None

    def watch(self, progress: Progress) -> None:
        """Note how far the work is."""
        if self._newest is None or self._newest.stage != progress.stage:
            self._stage_began = time.monotonic()
        self._newest = progress

    @property
    def source(self) -> str | None:
        """The name of the source that is read, where it is new and by now has one."""
        return self._newest.source if self._newest else None

    async def __aenter__(self) -> Self:
        self._editing = asyncio.create_task(self._keep_editing(), name="progress message")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._editing.cancel()
        if self._sending is not None:
            # an edit that is cut off might still arrive, and after the last word
            await asyncio.wait([self._sending], timeout=_LAST_EDIT_WITHIN)

    async def _keep_editing(self) -> None:
        while token_lives(self._interaction):
            await self._send(progress_card(self._what, self._newest, time.monotonic() - self._stage_began))
            await asyncio.sleep(_EDIT_EVERY)
        await self._send(
            f"{progress_card(self._what, None, 0)}\nThis takes longer than Discord lets me edit this message: "
            "I will report in this channel."
        )

    async def _send(self, card: str) -> None:
        """Begin an edit that outlives the end of the editing."""
        self._sending = asyncio.create_task(self._edit(card))
        await asyncio.shield(self._sending)

    async def _edit(self, card: str) -> None:
        """An edit that fails is made up for by the next one."""
        try:
            await self._interaction.edit_original_response(content=card, view=self._view)
        except Exception as error:
            log.info("interaction %s: a progress edit failed", self._interaction.id, exc_info=error)
