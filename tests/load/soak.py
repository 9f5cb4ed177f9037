"""Half an hour of questions while a feed is read: `python -m tests.load.soak [--help]`. Memory is to stay flat.

The feed stands on loopback and always lists its newest articles, so that every reading finds some that are new.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median

from index.assemble import open_news_index
from index.gather.addresses import public_only
from index.gather.fetch import Fetcher
from index.news_index import NewsIndex
from index.settings import IndexSettings
from tests.gather.news_site import LOOPBACK, standing
from tests.load.burst import PASSAGES_EACH, ask, fill
from tests.load.measuring import Stalls, megabytes, percentile, told
from tests.sources.feed_site import FeedSite
from tests.word_hash import CountingEmbedder

LISTED, NEW_AT_ONCE = 40, 4
"""Articles in the feed, and how many of them are new at a reading."""
READ_EVERY, LOOK_EVERY = 20.0, 10.0
"""Seconds between two readings, and between two looks at the memory."""
FLAT = 0.10
"""How much more memory the last third of the run may have than the second one; in the first, caches fill."""


async def questions(index: NewsIndex, articles: int, rate: float, until: float) -> list[tuple[float, bool]]:
    """Ask at an even pace, whether or not the earlier ones are answered: how long each took, whether it was right."""
    asked: list[asyncio.Task[tuple[float, bool]]] = []
    while time.monotonic() < until:
        asked.append(asyncio.create_task(ask(index, len(asked) * 7 % articles)))
        await asyncio.sleep(1 / rate)
    return list(await asyncio.gather(*asked))


async def readings(index: NewsIndex, site: FeedSite, source: str) -> int:
    """Read the feed again and again; how many articles came of it is told when this is cancelled."""
    first = added = 0
    try:
        while True:
            first += NEW_AT_ONCE
            site.feed(range(first, first + LISTED), whole=True)
            added += (await index.read_source(source)).report.added
            await asyncio.sleep(READ_EVERY)
    except asyncio.CancelledError:
        return added


async def memory() -> list[float]:
    """Megabytes, looked at until this is cancelled."""
    seen: list[float] = []
    try:
        while True:
            seen.append(megabytes())
            await asyncio.sleep(LOOK_EVERY)
    except asyncio.CancelledError:
        return seen


async def soak(index: NewsIndex, site: FeedSite, articles: int, minutes: float, rate: float) -> bool:
    """Prints what came of it, and says whether it is as it should be."""
    site.feed(range(LISTED))
    source = (await index.add_source(site.address("/feed"))).name
    async with Stalls() as stalls:
        watching = asyncio.create_task(memory())
        reading = asyncio.create_task(readings(index, site, source))
        asked = await questions(index, articles, rate, time.monotonic() + minutes * 60)
        reading.cancel()
        added = await reading
        watching.cancel()
        seen = await watching
    third = max(1, len(seen) // 3)
    before, after = median(seen[third : 2 * third]), median(seen[-third:])
    times, right = [seconds for seconds, _ in asked], sum(one for _, one in asked)
    told(f"{len(asked)} questions in {minutes:g} minutes, for {right} the right article was found")
    told(f"seconds: p50 {percentile(times, 0.5):.3f}, p95 {percentile(times, 0.95):.3f}, longest {max(times):.2f}")
    told(f"articles read from the feed meanwhile: {added}")
    told(f"memory in thirds: {median(seen[:third]):.0f}, {before:.0f}, {after:.0f} MB ({after / before - 1:+.1%})")
    told(f"longest stall of the event loop: {stalls.longest * 1_000:.0f} ms")
    return right == len(asked) and added > 0 and after <= before * (1 + FLAT)


async def main(minutes: float, rate: float, passages: int) -> int:
    articles = passages // PASSAGES_EACH
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        site = await stack.enter_async_context(standing(FeedSite()))

        def allowed(address: str, port: int) -> bool:
            return (address, port) == (LOOPBACK, site.port) or public_only(address, port)

        settings = IndexSettings(data_dir=folder / "data", seeds_dir=folder)
        index = await open_news_index(settings, embedder=CountingEmbedder(), fetcher=Fetcher(allowed))
        stack.push_async_callback(index.close)
        await fill(index, folder, articles)
        return 0 if await soak(index, site, articles, minutes, rate) else 1


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=30)
    options.add_argument("--rate", type=float, default=5, help="questions a second")
    options.add_argument("--passages", type=int, default=45_000)
    given = options.parse_args()
    sys.exit(asyncio.run(main(given.minutes, given.rate, given.passages)))
