"""One line that says what an answer waits for, in the place where the answer will stand."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Self

from bot.cards.asking import asking_line
from index.reports import Progress

log = logging.getLogger(__name__)

_FIRST = 1.0
"""Seconds before the first line: most answers are there by then, and need one request less."""

_EVERY = 1.5
"""Seconds between lines; Discord allows 5 edits in 5 s, and the answer itself needs one of them."""

_LAST_WITHIN = 5.0
"""Seconds that the answer waits for a line on its way."""


class StatusLine:
    """Shows a new line for each stage while the `async with` lasts; the answer that takes its place is delivery's part.

    `watch` may be called from whatever thread; `show` is awaited on the event loop, and may fail.
    """

    def __init__(self, show: Callable[[str], Awaitable[object]]) -> None:
        self._show = show
        self._newest: Progress | None = None
        self._sending: asyncio.Task[None] | None = None

    def watch(self, progress: Progress) -> None:
        """Note what is being done."""
        self._newest = progress

    async def __aenter__(self) -> Self:
        self._showing = asyncio.create_task(self._keep_showing(), name="status line")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._showing.cancel()
        if self._sending is not None:
            # a line that is cut off might still arrive, and after the answer
            await asyncio.wait([self._sending], timeout=_LAST_WITHIN)

    async def _keep_showing(self) -> None:
        shown = None
        await asyncio.sleep(_FIRST)
        while True:
            if self._newest is not None and (line := asking_line(self._newest)) != shown:
                shown = line
                self._sending = asyncio.create_task(self._sent(line))
                await asyncio.shield(self._sending)
            await asyncio.sleep(_EVERY)

    async def _sent(self, line: str) -> None:
        try:
            await self._show(line)
        except Exception as error:
            log.info("a status line did not arrive", exc_info=error)
