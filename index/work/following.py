"""The sources that a server follows: added, read, paused, resumed and removed. Orders what others do.

Reading one is `reading`'s part, running that as a job `jobs`', doing so when it is due `keeping_up`'s.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from index.errors import GatherError, JobCancelled, NothingToRead, SourceExists, UnknownSource, UnreadableFile
from index.gather.gatherer import Gatherer
from index.gather.listing import Listing
from index.reports import Progress, Report, SourceRead, SourceRemoved, Watch
from index.store.jobs import JobKind, Order
from index.store.subscriptions import BEING_REMOVED, Subscription
from index.work.jobs import Job, RunningJobs
from index.work.local import known_as, listed_at
from index.work.naming import free_name
from index.work.reading import Reading
from index.work.writing import Writing, unwatched

REMOVED_AT_ONCE = 50
"""Articles removed in one transaction, which questions can wait for."""
BY_A_PERSON = "it was paused by hand"


class Following:
    """What may be done with sources that have an address. Each server has its own."""

    def __init__(self, writing: Writing, gatherer: Gatherer, jobs: RunningJobs, reading: Reading) -> None:
        self._writing, self._run, self._store = writing, writing.worker.run, writing.store
        self._gatherer, self._jobs, self._reading = gatherer, jobs, reading

    async def add(self, address: str, server: int, who: str, watch: Watch = unwatched) -> SourceRead:
        """Find what an address is, follow it and read it at once.

        SourceExists; GatherError where it is no source. A first reading that fails is told in the value.
        """
        await self._run(self._refuse_known, server, address)
        watch(Progress("looking for a source", 0, None, "pages"))
        return await self._begin(await self._gatherer.find_source(address), server, who, watch)

    async def add_local(self, path: Path, server: int, who: str, watch: Watch = unwatched) -> SourceRead:
        """Follow a folder or a file of web addresses on this machine; errors as for `add`, and UnreadableFile."""
        return await self._begin(await listed_at(self._gatherer, path), server, who, watch)

    async def _begin(self, found: Listing, server: int, who: str, watch: Watch) -> SourceRead:
        name = await self._run(self._follow, server, who, found)

        def named(progress: Progress) -> None:
            watch(replace(progress, source=name))

        return await self.read(await self.owned(name, server), named, found)

    def _refuse_known(self, server: int, address: str) -> None:
        for one in self._store.subscriptions.of(server):
            if known_as(one.address) == known_as(address):
                raise SourceExists(one.address, one.name)

    def _follow(self, server: int, who: str, found: Listing) -> str:
        # One job of the worker: two who add the same address at once don't both get here first.
        self._refuse_known(server, found.address)
        store, now = self._store, time.time()
        name = free_name(found.title, found.address, store.sources.own_names(server))
        with store.database.transaction():
            store.subscriptions.add(server, name, found.kind, found.address, now)
            store.audit.record(server, who, "add source", f"{name}: {found.address}", now)
        return name

    async def read(self, source: Subscription, watch: Watch = unwatched, found: Listing | None = None) -> SourceRead:
        """Read a source now; what is wrong with it is told in the value. JobRunning, JobCancelled."""

        async def work(job: Job) -> Report:
            now = await self.as_now(source)
            if now is None or now.paused == BEING_REMOVED:
                raise JobCancelled(source.name)
            return await self._reading.read(now, job, found=found)

        try:
            report = await self._jobs.run(Order(JobKind.READ, source.server, source.name), work, watch)
        except (GatherError, UnreadableFile) as error:
            return SourceRead(source.name, Report(), error.reason)
        return SourceRead(source.name, report)

    def cancel_reading(self, name: str, server: int) -> bool:
        """Ask the reading of a source to end; False where there is none. What it has added until then stays."""
        return self._jobs.cancel(JobKind.READ, server, name)

    async def as_now(self, source: Subscription) -> Subscription | None:
        """How a source stands by now; None where it has gone."""
        return await self._run(self._store.subscriptions.as_now, source)

    async def due(self, server: int | None = None) -> list[Subscription]:
        """The sources of a server (None: of all) that are to be read by now."""
        return await self._run(self._store.subscriptions.due, time.time(), server)

    async def owned(self, name: str, server: int) -> Subscription:
        """A server's own source of that name; NothingToRead where it has no address, UnknownSource."""
        return await self._run(self._owned, name, server)

    def _owned(self, name: str, server: int) -> Subscription:
        found = self._store.subscriptions.named(server, name)
        if found is not None:
            return found
        if self._store.sources.own(server, name) is not None:
            raise NothingToRead(name)
        raise UnknownSource(name, self._store.sources.own_names(server))

    async def pause(self, name: str, server: int, who: str) -> str:
        """Read a source no more, and end a reading at work; returns the name as it is written."""
        source = await self._run(self._pause, name, server, who)
        self._jobs.cancel(JobKind.READ, server, source.name)
        return source.name

    def _pause(self, name: str, server: int, who: str) -> Subscription:
        source = self._owned(name, server)
        with self._store.database.transaction():
            self._store.subscriptions.pause(source.id, BY_A_PERSON)
            self._store.audit.record(server, who, "pause source", source.name, time.time())
        return source

    async def resume(self, name: str, server: int, who: str) -> str:
        """Read a source again, from now on; returns the name as it is written."""
        return await self._run(self._resume, name, server, who)

    def _resume(self, name: str, server: int, who: str) -> str:
        source, now = self._owned(name, server), time.time()
        with self._store.database.transaction():
            self._store.subscriptions.resume(source.id, now)
            self._store.audit.record(server, who, "resume source", source.name, now)
        return source.name

    async def remove(self, name: str, server: int, who: str, keep_articles: bool = False) -> SourceRemoved:
        """Forget a source and the articles that no other source of the server lists; UnknownSource.

        With `keep_articles` they stay, under its name, as if they had been handed in.
        """
        key, name = await self._run(self._begin_removal, name, server, who)
        self._jobs.cancel(JobKind.READ, server, name)
        await self._jobs.ended(JobKind.READ, server, name)
        if keep_articles:
            await self._run(self._store.subscriptions.end, key)
            return SourceRemoved(name, 0)
        await self._run(self._store.sources.hand_over, key)
        removed = 0
        while (some := await self._remove_some(key)) is not None:
            removed += some
        await self._writing.catch_up()
        await self._writing.purge()
        return SourceRemoved(name, removed)

    def _begin_removal(self, name: str, server: int, who: str) -> tuple[int, str]:
        store = self._store
        found = store.sources.own(server, name)
        if found is None:
            raise UnknownSource(name, store.sources.own_names(server))
        with store.database.transaction():
            # Not to be read again should this be stopped half way; what is left can be removed once more.
            store.subscriptions.pause(found[0], BEING_REMOVED)
            store.audit.record(server, who, "remove source", found[1], time.time())
        return found

    async def _remove_some(self, key: int) -> int | None:
        """Remove some articles of a source, in the end itself: then None."""
        async with self._writing.lock:
            return await self._run(self._remove_now, key)

    def _remove_now(self, key: int) -> int | None:
        store = self._store
        articles = store.sources.articles(key, REMOVED_AT_ONCE)
        with store.database.transaction():
            self._writing.removal.drop(articles)
            if not articles:
                store.sources.drop(key)
        return len(articles) if articles else None
