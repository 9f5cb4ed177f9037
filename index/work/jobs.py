"""Jobs as they run: a row each, one at a time for a source; joined, waited for, cancelled, or left to be begun again.

What a job does is the part of whoever hands it in; when a source is read, `schedule`'s.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from index.errors import JobCancelled, JobRunning
from index.reports import Progress, Report, Watch
from index.store.jobs import Ending, JobKind, Order
from index.work.writing import Writing, unwatched

Work = Callable[["Job"], Awaitable[Report]]


@dataclass(eq=False)
class Job:
    """A job at work. `row` is its number in the store; `stop` ends it where nothing is left half done."""

    order: Order
    watches: list[Watch]
    row: int = 0
    cancelled: bool = False
    task: asyncio.Task[Report] = field(init=False)
    stop: Callable[[], object] = field(init=False)

    def watch(self, progress: Progress) -> None:
        """Tell everybody who asked for this job how far it is."""
        for watch in self.watches:
            watch(progress)


class RunningJobs:
    """The jobs of this process.

    A second reading of a source joins the first, a reindex waits for it. A server has one reindex at a time.
    """

    def __init__(self, writing: Writing) -> None:
        self._run, self._rows = writing.worker.run, writing.store.jobs
        self._jobs: set[Job] = set()
        self._closed = False

    async def run(self, order: Order, work: Work, watch: Watch = unwatched) -> Report:
        """Do a job, or join the same one at work; it goes on when whoever asked leaves. JobRunning, JobCancelled."""
        if self._closed:
            raise cancelled(order)
        same = self._find(JobKind.READ, order)
        if order.kind is JobKind.READ and same:
            same.watches.append(watch)
            return await outcome(same)
        for job in self._jobs:
            both = job.order.kind is order.kind is JobKind.REINDEX and job.order.server == order.server
            if both or (order.kind is JobKind.READ and job.order.source and same_source(job.order, order)):
                raise JobRunning(job.order.source)
        return await outcome(self._begin(order, work, watch, same))

    def cancel(self, kind: JobKind, server: int | None, source: str | None = None) -> bool:
        """Ask the jobs of a kind that a server ordered (None: any), of one source where it is named, to end.

        False where there is none. They raise JobCancelled at those who wait for them.
        """
        asked = [
            job
            for job in self._jobs
            if job.order.kind is kind
            and server in (None, job.order.server)
            and (source is None or (job.order.source or "").casefold() == source.casefold())
        ]
        for job in asked:
            job.cancelled = True
            job.stop()
        return bool(asked)

    def cancel_all(self) -> None:
        """Ask every job to end."""
        for kind in JobKind:
            self.cancel(kind, None)

    async def ended(self, kind: JobKind, server: int, source: str) -> None:
        """Wait until no job of that kind is at that source."""
        while job := self._find(kind, Order(kind, server, source)):
            await asyncio.wait([job.task])

    async def end_all_of(self, server: int) -> None:
        """Ask every job that a server ordered to end, and wait until they have."""
        for kind in JobKind:
            self.cancel(kind, server)
        while tasks := [job.task for job in self._jobs if job.order.server == server]:
            await asyncio.wait(tasks)

    async def close(self) -> None:
        """End every job in order; they are begun again by the next process that takes up what waits."""
        self._closed = True
        for job in self._jobs:
            job.stop()
        await asyncio.gather(*(job.task for job in self._jobs), return_exceptions=True)

    def _find(self, kind: JobKind, order: Order) -> Job | None:
        return next((job for job in self._jobs if job.order.kind is kind and same_source(job.order, order)), None)

    def _begin(self, order: Order, work: Work, watch: Watch, after: Job | None) -> Job:
        job = Job(order, [watch])
        job.task = asyncio.create_task(self._do(job, work, after), name=f"{order.kind} {order.source}")
        job.stop = job.task.cancel
        self._jobs.add(job)
        job.task.add_done_callback(lambda task: self._ended(job))
        return job

    def _ended(self, job: Job) -> None:
        self._jobs.discard(job)
        if not job.task.cancelled():
            # Whoever asked may be gone; the row has the reason.
            job.task.exception()

    async def _do(self, job: Job, work: Work, after: Job | None) -> Report:
        try:
            job.row = await self._run(self._rows.queue, job.order, time.time())
            if after is not None:
                await asyncio.wait([after.task])
            return await self._work(job, work)
        except (asyncio.CancelledError, JobCancelled) as error:
            if job.cancelled:
                await self._end(job, "cancelled")
            elif job.row:
                await self._run(self._rows.requeue, job.row)
            raise cancelled(job.order) from error
        except Exception as error:
            await self._end(job, "failed", str(error) or type(error).__name__)
            raise

    async def _work(self, job: Job, work: Work) -> Report:
        await self._run(self._rows.begin, job.row, time.time())
        report = await work(job)
        if job.order.kind is JobKind.READ:
            await self._run(self._rows.count, job.row, report.counts)
        await self._end(job, "done")
        return report

    async def _end(self, job: Job, state: Ending, reason: str | None = None) -> None:
        await self._run(self._rows.end, job.row, state, time.time(), reason)
        await self._run(self._rows.drop_old, job.order.server)


def same_source(one: Order, other: Order) -> bool:
    """Pure: whether two orders are for the same source of the same server."""
    return one.server == other.server and (one.source or "").casefold() == (other.source or "").casefold()


def cancelled(order: Order) -> JobCancelled:
    """Pure: what those see who wait for a job that was cancelled."""
    return JobCancelled(order.source if order.kind is JobKind.READ else None)


async def outcome(job: Job) -> Report:
    """What a job did; whoever waits may be cancelled without ending it."""
    try:
        return await asyncio.shield(job.task)
    except asyncio.CancelledError as error:
        if job.task.cancelled():
            # It was ended before it took its first step.
            raise cancelled(job.order) from error
        raise
