"""What articles begin with, as vectors that are kept: by these it is told which of them are about one event."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.store.database import Database
from index.store.embeddings import Embeddings, Vectors
from index.store.filters import ALIVE
from index.store.generations import Generations


@dataclass(frozen=True, slots=True)
class Lead:
    """An article (by row): its cluster of copies, its outlet, the wire service it names, when it was published (or
    came, where nothing says when) in seconds since 1970, and the vector of its first passage, of shape (dimensions,),
    None where today's model has none."""

    article: int
    cluster: int
    outlet: str
    agency: str | None
    at: float
    vector: Vectors | None

    @property
    def is_copy(self) -> bool:
        """Whether it is a near copy of another article."""
        return self.cluster != self.article


class Leads:
    """Reads what articles begin with."""

    def __init__(self, database: Database, embeddings: Embeddings, generations: Generations) -> None:
        self._database, self._embeddings, self._generations = database, embeddings, generations

    def of(self, articles: Sequence[int]) -> list[Lead]:
        """The leads of those articles that are there, by row. A copy's passage has the digest of its origin's."""
        live = self._generations.live
        rows = self._database.read(
            "SELECT a.id, coalesce(a.origin, a.id) AS cluster, v.outlet, v.agency,"
            " coalesce(v.published, a.added) AS at,"
            f" (SELECT p.digest FROM passages p WHERE p.article = a.id AND {ALIVE} ORDER BY p.start LIMIT 1) AS digest"
            " FROM articles a JOIN versions v ON v.id = a.version"
            " WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY a.id",
            (live, live, json.dumps(list(articles))),
        )
        vectors = self._embeddings.of_digests([row["digest"] for row in rows if row["digest"]])
        return [
            Lead(row["id"], row["cluster"], row["outlet"], row["agency"], row["at"], vectors.get(row["digest"]))
            for row in rows
        ]

    def passages_of(self, articles: Sequence[int]) -> Vectors:
        """The vectors of the passages of some articles that are searched, of shape (n, dimensions)."""
        live = self._generations.live
        where = f"p.article IN (SELECT value FROM json_each(?)) AND p.copy = 0 AND {ALIVE}"
        _, vectors = self._embeddings.of_passages(where, (json.dumps(list(articles)), live, live))
        return vectors if len(vectors) else np.empty((0, 0), np.float32)
