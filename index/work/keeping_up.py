"""Keeps up with the news while a process lives: what is due is read, what a stop interrupted is begun again.

When a source is due is `schedule`'s part, reading it `following`'s, rebuilding `rebuilding`'s.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from functools import partial

from index.errors import CallError, JobCancelled, JobRunning, VerbatimError
from index.store.jobs import JobKind, Order
from index.store.subscriptions import Subscription
from index.work.following import Following
from index.work.rebuilding import Rebuilding
from index.work.writing import Writing

log = logging.getLogger(__name__)

LOOK_EVERY = 30.0
"""Seconds between two looks at what is due: far below the hour that lies between two readings of a source."""
READ_AT_ONCE = 3
"""Sources read side by side: most of a reading is waiting for a host's next turn."""


class KeepingUp:
    """One task that looks, and one for each job at hand."""

    def __init__(
        self,
        writing: Writing,
        following: Following,
        rebuilding: Rebuilding,
        settled: Callable[[], Awaitable[None]],
    ) -> None:
        self._run, self._store = writing.worker.run, writing.store
        self._following, self._rebuilding, self._settled = following, rebuilding, settled
        self._places = asyncio.Semaphore(READ_AT_ONCE)
        self._looking: asyncio.Task[None] | None = None
        self._at_hand: dict[Order, asyncio.Task[None]] = {}

    def begin(self) -> None:
        """Begin, in the background; once more changes nothing."""
        if self._looking is None:
            self._looking = asyncio.create_task(self._look(), name="keeping up")

    async def close(self) -> None:
        """Look no more. The jobs at work are ended by those who run them."""
        tasks = [*self._at_hand.values(), *([self._looking] if self._looking else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _look(self) -> None:
        await self._logged("taking up what was left", self._take_up())
        while True:
            await self._logged("looking at what is due", self._read_due())
            await asyncio.sleep(LOOK_EVERY)

    async def _take_up(self) -> None:
        """Begin again what an earlier process left."""
        for row, order in await self._run(self._store.jobs.waiting):
            log.info("taking up: %s of %s", order.kind, order.source or "everything")
            if order.kind is JobKind.REINDEX:
                self._begin(order, partial(self._rebuild, order))
                continue
            source = await self._run(self._store.subscriptions.named, order.server, order.source or "")
            if source is None or source.paused:
                reason = source.paused if source else "the source is gone"
                await self._run(self._store.jobs.end, row, "cancelled", time.time(), reason)
            else:
                self._begin(order, partial(self._read, source))

    async def _read_due(self) -> None:
        for source in await self._following.due():
            self._begin(Order(JobKind.READ, source.server, source.name), partial(self._read, source))

    async def _rebuild(self, order: Order) -> None:
        # A changed model rebuilds everything by itself; the two would be in each other's way.
        await self._settled()
        await self._rebuilding.run(None if order.everyone else order.server, order.source)

    async def _read(self, source: Subscription) -> None:
        async with self._places:
            now = await self._following.as_now(source)
            if now is None or now.paused:
                return
            read = await self._following.read(now)
        if read.trouble:
            log.info("%s could not be read: %s", source.name, read.trouble)

    def _begin(self, order: Order, work: Callable[[], Awaitable[object]]) -> None:
        if order not in self._at_hand:
            self._at_hand[order] = asyncio.create_task(self._logged(f"{order.kind} {order.source}", work()))
            self._at_hand[order].add_done_callback(lambda _: self._at_hand.pop(order))

    async def _logged(self, what: str, work: Awaitable[object]) -> None:
        """What goes wrong is in the log and in the job's row; the others go on."""
        try:
            await work
        except (JobCancelled, JobRunning, CallError) as error:
            log.info("%s: %s", what, error)
        except VerbatimError as error:
            log.error("%s: %s", what, error)
        except Exception:
            log.exception("%s failed in a way that nobody foresaw", what)
