"""What a door may do with jobs that outlive whoever ordered them. Part of NewsIndex."""

from __future__ import annotations

from index.reports import Awaited, JobInfo
from index.work.following import Following
from index.work.writing import Writing


class JobCalls:
    """A reindex goes on after a restart; a door keeps who waits for it before it begins, and lets go when it is told.

    What is kept when a process begins is therefore what an earlier one could not tell.
    """

    _writing: Writing
    _following: Following

    async def await_reindex(self, one: Awaited) -> bool:
        """Keep who waits for the reindex of a server; False, and nothing changes, where somebody does already."""
        return await self._writing.worker.run(self._writing.store.awaited.put, one)

    async def awaited_reindexes(self) -> tuple[Awaited, ...]:
        """Everybody who waits, in every server."""
        return await self._writing.worker.run(self._writing.store.awaited.all)

    async def awaited_reindex(self, server: int) -> Awaited | None:
        """Who waits in a server."""
        return await self._writing.worker.run(self._writing.store.awaited.of, server)

    async def awaited_job(self, one: Awaited) -> JobInfo | None:
        """How far the reindex is that somebody waits for, or how it ended; None where it was never begun."""
        return await self._writing.worker.run(self._writing.store.awaited.job, one)

    async def let_go(self, one: Awaited) -> None:
        """The outcome was told; once more is no error."""
        await self._writing.worker.run(self._writing.store.awaited.drop, one)

    async def cancel_reading(self, name: str, server: int) -> bool:
        """Ask the reading of a source that `server` owns to stop; False where there is none. What it added stays."""
        return self._following.cancel_reading(name, server)
