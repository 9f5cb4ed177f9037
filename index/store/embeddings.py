"""Vectors as the truth holds them: one for each text of each model, kept so that nothing is ever embedded twice."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.store.database import Database, marks

Vectors = NDArray[np.float32]
"""Shape (n, dimensions), each row of length 1."""

PARAMETERS = 500
"""How many values one statement carries; SQLite takes 32,766, and long lists gain nothing."""


def digest(text: str) -> bytes:
    """What identifies a text: 16 bytes of BLAKE2b."""
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


class Embeddings:
    """The vectors of one model by the digest of the text they stand for."""

    def __init__(self, database: Database, model_name: str) -> None:
        self._database = database
        database.write("INSERT OR IGNORE INTO models (name) VALUES (?)", (model_name,))
        self.model = int(database.value("SELECT id FROM models WHERE name = ?", (model_name,)))

    def missing(self, digests: Sequence[bytes]) -> set[bytes]:
        """Those of the digests that no vector is kept for."""
        return set(digests) - self.of_digests(list(set(digests))).keys()

    def put(self, digests: Sequence[bytes], vectors: Vectors) -> None:
        """Keep vectors; one that is there already stays as it is."""
        rows = [(self.model, key, vector.astype("<f4").tobytes()) for key, vector in zip(digests, vectors, strict=True)]
        with self._database.transaction():
            self._database.write_many("INSERT OR IGNORE INTO vectors (model, digest, vector) VALUES (?, ?, ?)", rows)

    def of_digests(self, digests: Sequence[bytes]) -> dict[bytes, Vectors]:
        """The vectors, each of shape (dimensions,), of those digests that have one."""
        found: dict[bytes, Vectors] = {}
        for at in range(0, len(digests), PARAMETERS):
            part = digests[at : at + PARAMETERS]
            sql = f"SELECT digest, vector FROM vectors WHERE model = ? AND digest IN ({marks(part)})"
            found |= {row[0]: np.frombuffer(row[1], "<f4") for row in self._database.read(sql, (self.model, *part))}
        return found

    def of_passages(self, where: str, parameters: Sequence[object]) -> tuple[list[int], Vectors]:
        """The ids and vectors of the passages `p` that a condition names, those without a vector left out."""
        # CROSS JOIN keeps SQLite from walking through every vector of the model to look for the few that are wanted.
        rows = self._database.read(
            "SELECT p.id, e.vector FROM passages p CROSS JOIN vectors e ON e.model = ? AND e.digest = p.digest"
            f" WHERE {where}",
            (self.model, *parameters),
        )
        if not rows:
            return [], np.empty((0, 0), np.float32)
        return [row[0] for row in rows], np.frombuffer(b"".join(row[1] for row in rows), "<f4").reshape(len(rows), -1)

    def drop_unused(self, digests: Sequence[bytes]) -> None:
        """Forget vectors, of every model, whose text no passage holds any more."""
        models = [row[0] for row in self._database.read("SELECT id FROM models")]
        # By model and digest, as the table is ordered: by digest alone every vector would be read for each one dropped.
        self._database.write_many(
            "DELETE FROM vectors WHERE model = ? AND digest = ?"
            " AND NOT EXISTS (SELECT 1 FROM passages p WHERE p.digest = vectors.digest)",
            [(model, key) for model in models for key in set(digests)],
        )

    def drop_other_models(self) -> None:
        """Forget the vectors of every model but this one."""
        self._database.write("DELETE FROM vectors WHERE model <> ?", (self.model,))
