"""Two hundred questions at once on top of an import, over a large index: `python -m tests.load.burst [--help]`.

All are to be answered, nothing acknowledged may be lost, and the event loop may never stand still for 250 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from index.assemble import open_news_index
from index.news_index import NewsIndex
from index.reports import Report
from index.settings import IndexSettings
from tests.load.measuring import Stalls, percentile, told
from tests.load.news import question, write_records
from tests.word_hash import CountingEmbedder

PASSAGES_EACH = 15
LONGEST_STALL = 0.25
"""Seconds; a heartbeat or an acknowledgement that comes so much later is still in time."""


@dataclass(frozen=True)
class Outcome:
    """What came of it: each question's seconds and whether its article was found; whether each article that
    was acknowledged meanwhile answers afterwards; the import's report; the longest stall in seconds."""

    asked: list[tuple[float, bool]]
    kept: list[bool]
    report: Report
    stall: float

    @property
    def nothing_lost(self) -> bool:
        """Whether everybody was answered, and rightly, and everything that was added is there."""
        return all(right for _, right in self.asked) and all(self.kept) and self.report.added == len(self.kept)

    def tell(self) -> None:
        """Print the figures."""
        times = [seconds for seconds, _ in self.asked]
        told(f"questions at once: {len(times)}, for {sum(one for _, one in self.asked)} the right article was found")
        told(f"seconds: p50 {percentile(times, 0.5):.2f}, p95 {percentile(times, 0.95):.2f}, longest {max(times):.2f}")
        told(f"import: {self.report.added} articles, {self.report.passages} passages in {self.report.seconds:.1f} s")
        told(f"acknowledged articles that are found: {sum(self.kept)} of {len(self.kept)}")
        told(f"longest stall of the event loop: {self.stall * 1_000:.0f} ms")


async def fill(index: NewsIndex, folder: Path, articles: int) -> None:
    """Import so many articles."""
    path = folder / "stock.jsonl"
    write_records(path, range(articles), PASSAGES_EACH)
    await index.import_file(path)


async def ask(index: NewsIndex, number: int) -> tuple[float, bool]:
    """How many seconds an answer took, and whether it rests on the article that the question is about.

    Whether that is enough for an answer is not looked at: what refuses was fitted to the real model's cosines.
    """
    began = time.perf_counter()
    answer = await index.ask(question(number))
    return time.perf_counter() - began, any(hit.stored.article_id == f"n{number}" for hit in answer.hits)


async def burst(index: NewsIndex, folder: Path, articles: int, questions: int, passages: int) -> Outcome:
    """Ask so many questions about the first `articles` while so many passages are imported."""
    path = folder / "news.jsonl"
    added = range(articles, articles + max(1, passages // PASSAGES_EACH))
    write_records(path, added, PASSAGES_EACH)
    async with Stalls() as stalls:
        importing = asyncio.create_task(index.import_file(path))
        asked = await asyncio.gather(*(ask(index, number * articles // questions) for number in range(questions)))
        report = await importing
    found = [await ask(index, number) for number in added]
    return Outcome(asked, [right for _, right in found], report, stalls.longest)


async def main(passages: int, questions: int, imported: int) -> int:
    articles = passages // PASSAGES_EACH
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = IndexSettings(data_dir=folder / "data", seeds_dir=folder)
        index = await open_news_index(settings, embedder=CountingEmbedder())
        try:
            await fill(index, folder, articles)
            status = await index.status()
            told(f"index: {status.articles} articles, {status.passages} passages")
            outcome = await burst(index, folder, articles, questions, imported)
            outcome.tell()
            return 0 if outcome.nothing_lost and outcome.stall < LONGEST_STALL else 1
        finally:
            await index.close()


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--passages", type=int, default=45_000)
    options.add_argument("--questions", type=int, default=200)
    options.add_argument("--imported", type=int, default=400, help="passages imported meanwhile")
    given = options.parse_args()
    sys.exit(asyncio.run(main(given.passages, given.questions, given.imported)))
