"""Writing in short jobs: the lock that one writer holds for one batch, and the two long steps that writers share."""

from __future__ import annotations

import asyncio
import logging

from index.build.ingest import Ingest
from index.build.origins import SIGNED_AT_ONCE
from index.build.reindex import PASSAGES_AT_ONCE
from index.build.removal import Removal
from index.errors import StoreError
from index.reports import Progress, Watch
from index.store import Store
from index.store.purge import Purge
from index.work.worker import Worker

FILLING = "filling the vector index"
LOOK_EVERY = 0.05
"""Seconds between two looks at a probe of the vector index, which takes some seconds."""

log = logging.getLogger(__name__)


def unwatched(progress: Progress) -> None:
    """The watch of a caller that does not look."""


class Writing:
    """What adding and reindexing have in common. `lock` is held from deciding what to write until it is written."""

    def __init__(self, worker: Worker, store: Store, ingest: Ingest) -> None:
        self.worker, self.store, self.ingest = worker, store, ingest
        self.removal = Removal(store, ingest.origins)
        self.lock = asyncio.Lock()

    async def embed(self, groups: tuple[tuple[str, ...], ...], watch: Watch) -> int:
        """Embed groups of texts, a job each, and keep the vectors; returns how many texts there were."""
        total = sum(map(len, groups))
        done = 0
        for texts in groups:
            watch(Progress("embedding", done, total, "passages"))
            await self.worker.run(self.ingest.embed, texts)
            done += len(texts)
        if total:
            watch(Progress("embedding", total, total, "passages"))
        return total

    async def sign(self, watch: Watch = unwatched) -> None:
        """Compute by what near copies find each stored article, where that was never done: asking does not need it."""
        done = 0
        while await self.worker.run(self.ingest.origins.sign_some):
            done += SIGNED_AT_ONCE
            watch(Progress("comparing", done, None))

    async def purge(self) -> None:
        """Make unreadable in the files what was removed."""
        purge = await self.worker.run(Purge, self.store.database)
        while await self.worker.run(purge.step):
            continue

    async def catch_up(self, watch: Watch = unwatched) -> None:
        """Bring the live vector index to what is stored, which is safe: a failure here is logged, not raised."""
        try:
            await self._catch_up(watch)
        except StoreError as error:
            # What failed is empty now, and is filled again at once.
            log.warning("%s", error)
            try:
                await self._catch_up(watch)
            except StoreError as again:
                log.error("the vector index is behind, keywords find what it lacks: %s", again)

    async def _catch_up(self, watch: Watch) -> None:
        done = 0
        while not await self.worker.run(self._ready):  # noqa: ASYNC110
            # Another process is waited for, and not on the worker: questions are answered meanwhile.
            await asyncio.sleep(LOOK_EVERY)
        while await self.worker.run(self._catch_up_some):
            done += PASSAGES_AT_ONCE
            if watch is not unwatched:
                watch(Progress(FILLING, done, done + await self.worker.run(self._waiting), "passages"))

    def _ready(self) -> bool:
        return self.store.vectors.ready(self.store.generations.live)

    def _waiting(self) -> int:
        return self.store.generations.waiting_count(self.store.generations.live)

    def _catch_up_some(self) -> bool:
        return self.store.vectors.catch_up(self.store.generations.live, PASSAGES_AT_ONCE)
