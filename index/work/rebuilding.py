"""A reindex as it is asked for: a source with an address is read again first, then its passages are built anew.

Building and swapping is `reindexing`'s part, running it as a job `jobs`'.
"""

from __future__ import annotations

from dataclasses import replace

from index.errors import GatherError
from index.reports import Progress, Refusal, Report, Watch
from index.store.jobs import JobKind, Order
from index.store.subscriptions import Subscription
from index.types import COMMON
from index.work.adding import together
from index.work.jobs import Job, RunningJobs
from index.work.reading import Reading
from index.work.reindexing import Reindexing
from index.work.writing import Writing, unwatched


class Rebuilding:
    """Reindexes, one after the other, each as one job."""

    def __init__(self, writing: Writing, jobs: RunningJobs, reading: Reading) -> None:
        self._run, self._store = writing.worker.run, writing.store
        self._jobs, self._reading, self._reindexing = jobs, reading, Reindexing(writing)

    async def run(self, server: int | None, source: str | None, watch: Watch = unwatched) -> Report:
        """Rebuild what `server` owns (None: every server), of one source or outlet where it is named.

        Every page that a source lists is asked for again, which finds corrections. JobRunning, JobCancelled.
        """
        order = Order(JobKind.REINDEX, COMMON if server is None else server, source, everyone=server is None)
        return await self._jobs.run(order, lambda job: self._work(order, job), watch)

    def cancel(self, server: int) -> bool:
        """Ask the reindex that a server ordered to end; False where there is none."""
        return self._jobs.cancel(JobKind.REINDEX, server)

    async def _work(self, order: Order, job: Job) -> Report:
        server = None if order.everyone else order.server
        sources = await self._run(self._to_read, server, order.source)
        read = Report()
        for source in sources:
            read = together(read, await self._read(source, job))
        if self._reindexing.turn.locked():
            job.watch(Progress("waiting for another reindex", 0, None))
        async with self._reindexing.turn:
            # While it is its turn it stops between two steps, and nobody else's is stopped in its place.
            job.stop = self._reindexing.cancel
            try:
                report = await self._reindexing.run(job.row, server, order.source, job.watch)
            finally:
                job.stop = job.task.cancel
        return replace(
            report,
            embedded=report.embedded + read.embedded,
            refusals=read.refusals,
            seconds=report.seconds + read.seconds,
            reread=read.counts if sources else None,
        )

    def _to_read(self, server: int | None, name: str | None) -> list[Subscription]:
        """The sources of that name which may be read; an outlet is none."""
        folded = (name or "").casefold()
        return [
            one for one in self._store.subscriptions.of(server) if one.name.casefold() == folded and one.paused is None
        ]

    async def _read(self, source: Subscription, job: Job) -> Report:
        """Read a source again; where that fails its passages are built all the same, and the reason is told."""
        try:
            return await self._reading.read(source, job, again=True)
        except GatherError as error:
            return Report(refusals=(Refusal(source.name, f"it could not be read again: {error.reason}"),))
