"""What the process does that `kills` kills: it imports, removes and reindexes for as long as it lives, and says so."""

from __future__ import annotations

import asyncio
import os
import random
from contextlib import suppress
from pathlib import Path

import chromadb  # noqa: F401 (imported before the fork, so that a start does not wait for it)

from index.assemble import open_news_index
from index.errors import JobRunning
from index.news_index import NewsIndex
from index.reports import Progress
from index.settings import IndexSettings
from tests.word_hash import CountingEmbedder


def work(data: Path, files: list[Path], choose: random.Random, out: int) -> None:
    """Work on a data folder until killed."""
    asyncio.run(_work(data, files, choose, out))


async def _work(data: Path, files: list[Path], choose: random.Random, out: int) -> None:
    settings = IndexSettings(data_dir=data, _env_file=None)  # type: ignore[call-arg]
    index = await open_news_index(settings, for_questions=False, embedder=CountingEmbedder())
    index.settle()
    say(out, "open")
    index.keep_up()
    at = (await index.status()).articles // len(lines_of(files[0]))
    while True:
        step = choose.choice([imports, imports, removes, rebuilds, rebuilds])
        # A reindex that an earlier process was killed at may be at work again.
        with suppress(JobRunning):
            at += await step(index, files[at % len(files)], choose, out)


async def imports(index: NewsIndex, path: Path, choose: random.Random, out: int) -> int:
    """Import a file; what it counts as added is acknowledged."""
    first = int(path.stem) * len(lines_of(path))
    told = 0

    def watch(progress: Progress) -> None:
        nonlocal told
        if progress.stage == "adding":
            for number in range(told, progress.done):
                say(out, f"stored {first + number}")
            told = max(told, progress.done)

    say(out, "at import")
    await index.import_file(path, watch=watch)
    return 1


async def removes(index: NewsIndex, path: Path, choose: random.Random, out: int) -> int:
    """Remove some articles, one after the other."""
    stored = sorted(await index.known([f"v{number}" for number in range(int(path.stem) * len(lines_of(path)))]))
    for article in choose.sample(stored, min(3, len(stored))):
        number = article.removeprefix("v")
        say(out, f"removing {number}")
        await index.remove(f"v{number}")
        say(out, f"removed {number}")
    return 0


async def rebuilds(index: NewsIndex, path: Path, choose: random.Random, out: int) -> int:
    """Build everything anew."""
    say(out, "at reindex")
    await index.reindex()
    return 0


def lines_of(path: Path) -> list[str]:
    """The records of a file."""
    return path.read_text(encoding="utf-8").splitlines()


def say(out: int, line: str) -> None:
    """A line in one piece."""
    os.write(out, f"{line}\n".encode())
