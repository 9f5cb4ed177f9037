"""Asks a Chroma collection for what it must hold, in a process of its own, which a segmentation fault may end.

Run by path, by `probe`, and imports nothing of Verbatim: a fresh interpreter with Chroma and numpy. Ends with 0 where
every vector is the stored one and is found by itself, else with a last line that says what is wrong.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import threading
from typing import Any

import chromadb
import numpy as np

AT_ONCE = 5_000
"""Vectors in one request; Chroma takes 5,461."""
QUERIES = 1_000
"""Vectors that are looked for, at most: each walks through thousands of the 50,000 in the graph, all take a second."""
PICKED = 200
"""Of so many of each request it is first noted that they might be."""
MISSED = 0.01
"""The share of them that a sound graph may miss: it is an approximation, and found all of 52,586."""
APART = 1e-3
"""A cosine distance above this is not the vector itself; rounding makes 1e-6."""

HELD = (
    "SELECT m.passage, e.vector FROM members m JOIN passages p ON p.id = m.passage"
    " JOIN vectors e ON e.model = (SELECT model FROM generations WHERE id = m.generation) AND e.digest = p.digest"
    " WHERE m.generation = ? AND NOT m.gone AND m.passage > ? ORDER BY m.passage LIMIT ?"
)


def main(database: str, folder: str, generation: int) -> str | None:
    """What is wrong with the collection of a generation; None where nothing is."""
    truth = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    # None, or Chroma downloads an embedding model of its own.
    collection: Any = chromadb.PersistentClient(path=folder).get_collection("passages", embedding_function=None)
    last = checked = 0
    picked: list[bytes] = []
    while rows := truth.execute(HELD, (generation, last, AT_ONCE)).fetchall():
        last, checked = rows[-1][0], checked + len(rows)
        wanted = {str(number): np.frombuffer(vector, "<f4") for number, vector in rows}
        found = collection.get(ids=list(wanted), include=["embeddings"])
        if len(found["ids"]) < len(wanted):
            return f"{len(wanted) - len(found['ids'])} vectors are gone"
        for number, vector in zip(found["ids"], found["embeddings"], strict=True):
            if not np.allclose(vector, wanted[number], atol=APART):
                return f"the vector of passage {number} is another"
        picked += [vector for _, vector in random.sample(rows, min(PICKED, len(rows)))]
    picked = random.sample(picked, min(QUERIES, len(picked)))
    missed = 0
    for vector in picked:
        near = collection.query(query_embeddings=[np.frombuffer(vector, "<f4")], n_results=1, include=["distances"])
        missed += not (near["distances"][0] and abs(near["distances"][0][0]) < APART)
    if missed > MISSED * len(picked):
        return f"{missed} of {len(picked)} vectors are not found"
    return None


def end_with_whoever_asked() -> None:
    """End as soon as the other end of standard input is closed, as by a kill: two processes must not be on a folder."""
    sys.stdin.buffer.read()
    os._exit(1)


if __name__ == "__main__":
    threading.Thread(target=end_with_whoever_asked, daemon=True).start()
    wrong = main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    if wrong:
        sys.stderr.write(wrong)
    # At once: nothing that Chroma does at its own end may change the verdict.
    sys.stderr.flush()
    os._exit(1 if wrong else 0)
