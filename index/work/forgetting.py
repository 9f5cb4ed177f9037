"""Forgets all of a server: its jobs end, its articles go with all that is made of them, then whatever else it has."""

from __future__ import annotations

from index.servers import Forgotten
from index.store.forgetting import articles_of, sweep
from index.store.subscriptions import BEING_REMOVED
from index.work.jobs import RunningJobs
from index.work.writing import Writing

REMOVED_AT_ONCE = 50
"""Articles removed in one transaction, which questions of other servers can wait for."""


class Forgetting:
    """Works in short jobs. Stopped half way, it has forgotten a part; done again, it forgets the rest."""

    def __init__(self, writing: Writing, jobs: RunningJobs) -> None:
        self._writing, self._store, self._run, self._jobs = writing, writing.store, writing.worker.run, jobs

    async def forget(self, server: int) -> Forgotten:
        """Forget a server; returns how much went. Its words are gone from the files when this returns."""
        sources = await self._run(self._pause_sources, server)
        await self._jobs.end_all_of(server)
        articles = 0
        while (some := await self._forget_some(server)) is not None:
            articles += some
        await self._writing.catch_up()
        await self._writing.purge()
        return Forgotten(articles, sources)

    def _pause_sources(self, server: int) -> int:
        """Not to be read any more, whatever becomes of this; returns how many sources there are, of any kind."""
        with self._store.database.transaction():
            for one in self._store.subscriptions.of(server):
                self._store.subscriptions.pause(one.id, BEING_REMOVED)
        return len(self._store.sources.own_names(server))

    async def _forget_some(self, server: int) -> int | None:
        """Remove some articles, in the end everything else: then None."""
        async with self._writing.lock:
            return await self._run(self._forget_now, server)

    def _forget_now(self, server: int) -> int | None:
        articles = articles_of(self._store.database, server, REMOVED_AT_ONCE)
        with self._store.database.transaction():
            self._writing.removal.drop(articles)
            if not articles:
                sweep(self._store.database, server)
        if articles:
            return len(articles)
        self._store.servers.load()
        return None
