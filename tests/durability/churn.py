"""Reindexes again and again while articles come and go, and compares disk, memory and recall with a fresh index.

    python -m tests.durability.churn --rounds 30

Disk and memory at most 1.5 times those of an index that holds as much and was made at once; recall@10 of the vector
index against brute force at least .99.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
from functools import partial
from pathlib import Path

import chromadb  # noqa: F401 (imported before the fork, so that it counts in neither's memory)
import numpy as np

from index.assemble import open_news_index
from index.news_index import NewsIndex
from index.settings import IndexSettings
from index.store import Store
from index.types import Filters
from tests.durability.kills import ended, forked
from tests.durability.spread import SpreadEmbedder, directions
from tests.durability.villages import village

VILLAGES, CHANGED = 400, 20
"""Articles that stand, and how many of them go and come each round."""
TIMES, RECALL, ASKED = 1.5, 0.99, 200


def made(data: Path, rounds: int, out: int) -> None:
    """Make an index in so many rounds; write its bytes, the memory of the process and the recall."""
    os.write(out, json.dumps(asyncio.run(_made(data, rounds))).encode())


async def _made(data: Path, rounds: int) -> dict[str, float]:
    settings = IndexSettings(data_dir=data, _env_file=None)  # type: ignore[call-arg]
    index = await open_news_index(settings, for_questions=False, embedder=SpreadEmbedder())
    await imported(index, data, range(VILLAGES))
    for number in range(rounds):
        for gone in range(CHANGED * number, CHANGED * (number + 1)):
            await index.remove(f"v{gone}")
        await imported(index, data, range(VILLAGES + CHANGED * number, VILLAGES + CHANGED * (number + 1)))
        await index.reindex()
    recall = await index._writing.worker.run(_recall, index._store)
    memory = resident()
    await index.close()
    return sizes(data) | {"memory, MB": memory / 1e6, "recall@10": recall}


def sizes(data: Path) -> dict[str, float]:
    """What lies in a data folder."""
    return {
        "vector index, MB": size(data / "vectors"),
        "all of the folder, MB": size(data),
        "folders": len(list((data / "vectors").iterdir())),
    }


def size(folder: Path) -> float:
    """Megabytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


async def imported(index: NewsIndex, data: Path, numbers: range) -> None:
    """Import some villages."""
    path = data.with_suffix(".jsonl")
    path.write_text("\n".join(map(village, numbers)) + "\n", encoding="utf-8")
    await index.import_file(path)


def _recall(store: Store) -> float:
    ids, vectors = store.embeddings.of_passages("1", ())
    found = 0
    for vector in directions(range(ASKED)):
        exact = {ids[at] for at in np.argsort(-(vectors @ vector))[:10]}
        found += len(exact & {number for number, _ in store.vectors.nearest(vector, Filters(), 10)})
    return found / (10 * ASKED)


def resident() -> int:
    """Bytes of memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def main() -> int:
    """Exit code 1 where churn costs more than it may."""
    parser = argparse.ArgumentParser(prog="python -m tests.durability.churn", description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    figures = []
    with tempfile.TemporaryDirectory(prefix="verbatim-churn-") as name:
        for number in (0, rounds):
            lines, code = ended(*forked(partial(made, Path(name) / f"data{number}", number)))
            if code:
                return code
            figures.append(json.loads(lines[-1]))
    fresh, churned = figures
    for key in fresh:
        sys.stdout.write(f"{key:<24} fresh {fresh[key]:8.2f}   after {rounds} rounds {churned[key]:8.2f}\n")
    grown = [key for key in fresh if key.endswith("MB") and churned[key] > TIMES * fresh[key]]
    return 1 if grown or churned["recall@10"] < RECALL or churned["folders"] > 1 else 0


if __name__ == "__main__":
    sys.exit(main())
