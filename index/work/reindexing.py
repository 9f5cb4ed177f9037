"""Runs a reindex from its row to its swap, in short jobs, so that questions and additions slip in between."""

from __future__ import annotations

import asyncio
import time

from index.build.reindex import PASSAGES_AT_ONCE, Rebuild, Reindex
from index.errors import JobCancelled
from index.reports import Progress, Report, Watch
from index.work.writing import FILLING, Writing, unwatched


class Reindexing:
    """One reindex at a time, held by `turn`: what is built anew is one generation for all servers.

    Whatever ends it early leaves the live generation as it was.
    """

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._steps = Reindex(writing.store, writing.ingest)
        self._cancelled = False
        self.turn = asyncio.Lock()

    async def run(self, job: int, server: int | None, source: str | None, watch: Watch = unwatched) -> Report:
        """Rebuild the articles that `server` owns (None: every server's), of one source or outlet where it is named.

        `job` is the row that says how far it is, and that it is done as soon as the swap is. JobCancelled.
        """
        self._cancelled = False
        run, steps = self._writing.worker.run, self._steps
        began = time.monotonic()
        if await run(self._writing.store.outdated):
            # What is rebuilt with one model can't stand beside what another embedded.
            server = source = None
        if not await run(self._writing.store.articles.keys, server, source):
            return Report()
        rebuild = await run(steps.start, server, source, job, time.time())
        try:
            passages, embedded = await self._build(rebuild, watch)
        except BaseException:
            await run(steps.abandon, rebuild)
            raise
        await run(steps.forget_old)
        await self._writing.catch_up()
        while await self._drop_some():
            continue
        seconds = time.monotonic() - began
        return Report(updated=rebuild.articles, passages=passages, embedded=embedded, seconds=seconds)

    def cancel(self) -> None:
        """Ask the one that runs to stop before its next step."""
        self._cancelled = True

    async def _build(self, rebuild: Rebuild, watch: Watch) -> tuple[int, int]:
        writing, run, steps = self._writing, self._writing.worker.run, self._steps
        passages = embedded = done = 0
        for keys in rebuild.portions:
            self._stop_if_cancelled()
            watch(Progress("rebuilding", done, rebuild.articles))
            async with writing.lock:
                portion = await run(steps.cut, rebuild, keys)
                embedded += await writing.embed(portion.groups, lambda _: self._stop_if_cancelled())
                done += len(keys)
                passages += await run(steps.put, rebuild, portion, done)
        watch(Progress("rebuilding", done, rebuild.articles))
        await self._fill(rebuild, watch)
        async with writing.lock:
            self._stop_if_cancelled()
            # What was added while the new index was being filled.
            while await run(steps.fill, rebuild):
                continue
            await run(steps.swap, rebuild, time.time())
        return passages, embedded

    async def _fill(self, rebuild: Rebuild, watch: Watch) -> None:
        run = self._writing.worker.run
        total = await run(self._writing.store.generations.waiting_count, rebuild.generation)
        done = 0
        while await run(self._steps.fill, rebuild):
            self._stop_if_cancelled()
            done = min(total, done + PASSAGES_AT_ONCE)
            watch(Progress(FILLING, done, total, "passages"))
        watch(Progress(FILLING, total, total, "passages"))

    async def _drop_some(self) -> bool:
        # Locked: a vector that an addition counts on must not go between its plan and its commit.
        async with self._writing.lock:
            return await self._writing.worker.run(self._writing.store.drop_dead)

    def _stop_if_cancelled(self) -> None:
        if self._cancelled:
            raise JobCancelled
