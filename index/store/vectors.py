"""The vector index: one Chroma collection a generation, in a folder of its own, that only ever follows SQLite.

What it should hold is what SQLite says is alive; `catch_up` brings it there in short steps. It can be deleted at any
time: it is then filled again from the kept vectors, without one embedding call.
"""

from __future__ import annotations

import logging
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index.errors import StoreError
from index.store.database import Database, marks
from index.store.embeddings import Embeddings, Vectors
from index.store.generations import Generations
from index.store.standing import searchable
from index.types import Filters

if TYPE_CHECKING:
    from chromadb.api.collection_configuration import CreateHNSWConfiguration

log = logging.getLogger(__name__)

EXACT_LIMIT = 2_000
"""Up to so many allowed passages are compared one by one (about 20 ms); above, Chroma is asked for more."""

HNSW: CreateHNSWConfiguration = {"space": "cosine", "ef_search": 200}
"""Twice Chroma's default breadth of search: recall@10 .9995 and @100 .994 against brute force over 9,000 passages of
news. Twice its breadth and links when building cost 60% more time for .004 of recall@100."""

UNCLEAN = "open"
"""A file beside a collection while a process has it open; one that is found at the start tells of a kill."""


class VectorIndex:
    """The collections of this data folder. `nearest` asks the live generation."""

    def __init__(self, folder: Path, database: Database, embeddings: Embeddings, generations: Generations) -> None:
        self._folder, self._database = folder, database
        self._embeddings, self._generations = embeddings, generations
        self._open: dict[int, tuple[Any, Any]] = {}
        self._counts: dict[int, int] = {}

    def nearest(self, vector: Vectors, filters: Filters, limit: int) -> list[tuple[int, float]]:
        """The `limit` passages nearest to a vector of shape (dimensions,): (passage id, cosine), best first.

        None where the index fails: keywords answer, and it is built again when something is next taken in.
        """
        generation = self._generations.live
        if not self._speaks(generation):
            return []
        try:
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
            collection = self._collection(generation)
            self._counts.pop(generation, None)
            gone = self._generations.gone(generation, limit)
            if gone:
                collection.delete(ids=[str(number) for number in gone])
                self._generations.left(generation, gone)
            waiting = self._generations.waiting(generation, limit)
            ids, vectors = self._embeddings.of_passages(f"p.id IN ({marks(waiting)})", waiting)
            if len(ids) < len(waiting):
                raise StoreError(f"{len(waiting) - len(ids)} passages have no vector of today's model: run a reindex")
            if waiting:
                collection.upsert(ids=[str(number) for number in ids], embeddings=vectors)
                self._generations.joined(generation, ids)
        return len(gone) == limit or len(waiting) == limit

    def discard(self, generation: int) -> None:
        """Close the collection of a generation and remove its folder."""
        self._close(generation)
        path = self._path(generation)
        if path.exists():
            # Under another name first: a folder half removed must never be taken for a whole one.
            stray = path.with_name(f"{path.name}-removed")
            shutil.rmtree(stray, ignore_errors=True)
            path.rename(stray)
            shutil.rmtree(stray, ignore_errors=True)
        self._generations.forget_members(generation)

    def discard_strays(self) -> None:
        """Remove folders of generations that no row speaks of any more."""
        known = {
            self._path(number) for number in (self._generations.live, *self._generations.others(self._generations.live))
        }
        for path in self._folder.glob("*") if self._folder.is_dir() else ():
            if path not in known:
                shutil.rmtree(path, ignore_errors=True)

    def close(self) -> None:
        """Close every collection in order."""
        for generation in list(self._open):
            self._close(generation)

    def _speaks(self, generation: int) -> bool:
        """Whether a generation holds vectors of today's model; another's can't be compared: keywords answer alone."""
        return self._generations.model_of(generation) == self._embeddings.model

    def _path(self, generation: int) -> Path:
        return self._folder / f"{generation:06d}"

    def _collection(self, generation: int) -> Any:
        if generation not in self._open:
            path = self._path(generation)
            if (path / UNCLEAN).exists():
                log.warning("the vector index was not closed in order: it is built again from the stored vectors")
                self.discard(generation)
            self._open[generation] = self._opened(path)
            if self._open[generation][1].count() != self._generations.member_count(generation):
                log.warning("the vector index is not what was stored: it is built again from the stored vectors")
                self.discard(generation)
                self._open[generation] = self._opened(path)
        return self._open[generation][1]

    @contextmanager
    def _trusted(self, generation: int) -> Iterator[None]:
        """A failure of Chroma, or of the files under it, costs the collection, which is disposable; nothing else."""
        try:
            yield
        except failures() as error:
            self.discard(generation)
            raise StoreError(f"{self._path(generation)} failed ({error}) and is built again") from error

    def _opened(self, path: Path) -> tuple[Any, Any]:
        # Chroma takes a second to import, and a command that asks nothing of it should not wait for it.
        import chromadb

        path.mkdir(parents=True, exist_ok=True)
        (path / UNCLEAN).touch()
        client = chromadb.PersistentClient(path=str(path))
        # None, or Chroma downloads an embedding model of its own.
        return client, client.get_or_create_collection(
            "passages", embedding_function=None, configuration={"hnsw": HNSW}
        )

    def _count(self, generation: int) -> int:
        """How many vectors a collection holds, counted once after each change: that takes longer than a query."""
        if generation not in self._counts:
            self._counts[generation] = int(self._collection(generation).count())
        return self._counts[generation]

    def _close(self, generation: int) -> None:
        self._counts.pop(generation, None)
        if generation in self._open:
            self._open.pop(generation)[0].close()
            (self._path(generation) / UNCLEAN).unlink(missing_ok=True)

    def _query(self, generation: int, vector: Vectors, limit: int) -> list[tuple[int, float]]:
        if limit == 0:
            return []
        found = self._collection(generation).query(query_embeddings=[vector], n_results=limit, include=["distances"])
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
