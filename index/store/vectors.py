"""The vector index: one Chroma collection a generation, that only ever follows SQLite.

What it should hold is what SQLite says is alive; `catch_up` brings it there in short steps. It can be deleted at any
time: it is then filled again from the kept vectors, without one embedding call. Whether a collection that lies there
may be opened is decided in `collections`.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from index.errors import StoreError
from index.store.collections import Collections
from index.store.database import Database, marks
from index.store.embeddings import Embeddings, Vectors
from index.store.generations import Generations
from index.store.standing import searchable
from index.types import Filters

log = logging.getLogger(__name__)

EXACT_LIMIT = 2_000
"""Up to so many allowed passages are compared one by one (about 20 ms); above, Chroma is asked for more."""

HELD_AT_ONCE = 32
"""Vectors handed to Chroma in one call: while it writes, no other thread runs, the event loop's neither. 32 take about
60 ms where it holds 50,000; most of that is the same for fewer."""


class VectorIndex:
    """The collections of this data folder. `nearest` asks the live generation."""

    def __init__(self, folder: Path, database: Database, embeddings: Embeddings, generations: Generations) -> None:
        self._database, self._embeddings, self._generations = database, embeddings, generations
        self._collections = Collections(folder, database, generations)
        self._counts: dict[int, int] = {}

    def ready(self, generation: int) -> bool:
        """Whether `catch_up` can begin, or has first to wait until a probe has said what the collection is worth.

        Does not wait; the first call begins the probe. True also where there is nothing to wait for.
        """
        if not self._speaks(generation):
            return True
        try:
            with self._trusted(generation):
                return self._collections.ready(generation)
        except StoreError as error:
            log.warning("keywords answer alone: %s", error)
            return True

    def nearest(self, vector: Vectors, filters: Filters, limit: int) -> list[tuple[int, float]]:
        """The `limit` passages nearest to a vector of shape (dimensions,): (passage id, cosine), best first.

        None where the index fails: keywords answer, and it is built again when something is next taken in. None either
        while a probe looks whether it may be opened.
        """
        generation = self._generations.live
        try:
            if not self._speaks(generation) or not self.ready(generation):
                return []
            with self._trusted(generation):
                return self._nearest(generation, vector, filters, limit)
        except StoreError as error:
            log.warning("keywords answer alone: %s", error)
            return []

    def _nearest(self, generation: int, vector: Vectors, filters: Filters, limit: int) -> list[tuple[int, float]]:
        count = self._count(generation)
        wanted = min(count, 2 * limit)
        found = self._allowed(self._query(generation, vector, wanted), filters, generation)
        if len(found) >= limit or wanted == count:
            return found[:limit]
        allowed = searchable(self._database, filters, generation)
        size = int(self._database.value(f"SELECT count(*) FROM passages p WHERE {allowed.sql}", allowed.parameters))
        if size <= EXACT_LIMIT:
            ids, vectors = self._embeddings.of_passages(allowed.sql, allowed.parameters)
            return best(ids, vectors, vector, limit)
        # Asked for in proportion, and half as many again for an uneven spread.
        wanted = min(count, int(1.5 * limit * count / size))
        return self._allowed(self._query(generation, vector, wanted), filters, generation)[:limit]

    def cosines(self, vector: Vectors, passage_ids: list[int]) -> dict[int, float]:
        """The exact cosine of each passage that has a vector."""
        ids, vectors = self._embeddings.of_passages(f"p.id IN ({marks(passage_ids)})", passage_ids)
        return dict(best(ids, vectors, vector, len(ids)))

    def catch_up(self, generation: int, limit: int) -> bool:
        """Take in and take out up to `limit` passages each; True while there is more to do. StoreError."""
        if not self._speaks(generation):
            return False
        with self._trusted(generation):
            collection = self._collections.of(generation)
            self._counts.pop(generation, None)
            gone = self._generations.gone(generation, limit)
            if gone:
                for at in range(0, len(gone), HELD_AT_ONCE):
                    collection.delete(ids=[str(number) for number in gone[at : at + HELD_AT_ONCE]])
                self._generations.left(generation, gone)
            waiting = self._generations.waiting(generation, limit)
            ids, vectors = self._embeddings.of_passages(f"p.id IN ({marks(waiting)})", waiting)
            if len(ids) < len(waiting):
                raise StoreError(f"{len(waiting) - len(ids)} passages have no vector of today's model: run a reindex")
            if waiting:
                for at in range(0, len(ids), HELD_AT_ONCE):
                    some = slice(at, at + HELD_AT_ONCE)
                    collection.upsert(ids=[str(number) for number in ids[some]], embeddings=vectors[some])
                self._generations.joined(generation, ids)
        more = len(gone) == limit or len(waiting) == limit
        if not more:
            self._collections.forget_aside(generation)
        return more

    def discard(self, generation: int) -> None:
        """Close the collection of a generation and remove its folder."""
        self._counts.pop(generation, None)
        self._collections.discard(generation)

    def discard_strays(self) -> None:
        """Remove folders of generations that no row speaks of any more."""
        live = self._generations.live
        self._collections.discard_strays([live, *self._generations.others(live)])

    def close(self) -> None:
        """Close every collection in order."""
        self._counts.clear()
        try:
            self._collections.close()
        except failures() as error:
            log.warning("the vector index was not closed in order, the next start looks whether it is whole: %s", error)

    def _speaks(self, generation: int) -> bool:
        """Whether a generation holds vectors of today's model; another's can't be compared: keywords answer alone."""
        return self._generations.model_of(generation) == self._embeddings.model

    @contextmanager
    def _trusted(self, generation: int) -> Iterator[None]:
        """A failure of Chroma, or of the files under it, costs the collection, which is disposable; nothing else."""
        try:
            yield
        except failures() as error:
            self._give_up(generation)
            raise StoreError(f"the vector index failed ({error}) and is built again") from error

    def _give_up(self, generation: int) -> None:
        try:
            self.discard(generation)
        except OSError as error:
            raise StoreError(f"the vector index failed and can't be removed ({error}): remove it by hand") from error

    def _count(self, generation: int) -> int:
        """How many vectors a collection holds, counted once after each change: that takes longer than a query."""
        if generation not in self._counts:
            self._counts[generation] = int(self._collections.of(generation).count())
        return self._counts[generation]

    def _query(self, generation: int, vector: Vectors, limit: int) -> list[tuple[int, float]]:
        if limit == 0:
            return []
        found = self._collections.of(generation).query(
            query_embeddings=[vector], n_results=limit, include=["distances"]
        )
        return [(int(i), 1.0 - float(d)) for i, d in zip(found["ids"][0], found["distances"][0], strict=True)]

    def _allowed(self, found: list[tuple[int, float]], filters: Filters, generation: int) -> list[tuple[int, float]]:
        allowed = searchable(self._database, filters, generation)
        ids = [number for number, _ in found]
        # NOT INDEXED: by their numbers, which SQLite would rather look for among all that the server may see.
        sql = f"SELECT p.id FROM passages p NOT INDEXED WHERE p.id IN ({marks(ids)}) AND {allowed.sql}"
        kept = {row[0] for row in self._database.read(sql, (*ids, *allowed.parameters))}
        return [pair for pair in found if pair[0] in kept]


def failures() -> tuple[type[Exception], ...]:
    """What a broken collection raises: Chroma's own errors, once it was imported, and those of what lies under it."""
    errors = sys.modules.get("chromadb.errors")
    return (OSError, RuntimeError, ValueError, KeyError, *((errors.ChromaError,) if errors else ()))


def best(ids: list[int], vectors: Vectors, vector: Vectors, limit: int) -> list[tuple[int, float]]:
    """Pure: the `limit` best of some passages by exact cosine (the vectors are of length 1)."""
    if not ids:
        return []
    cosines = vectors @ vector
    return [(ids[at], float(cosines[at])) for at in np.argsort(-cosines, kind="stable")[:limit]]
