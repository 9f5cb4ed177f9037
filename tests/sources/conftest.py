"""A news site on loopback with a feed, and an index that may read it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from index.assemble import open_news_index
from index.gather.addresses import public_only
from index.gather.fetch import Fetcher
from index.news_index import NewsIndex
from index.settings import IndexSettings
from index.work import keeping_up
from tests.gather.news_site import LOOPBACK, standing
from tests.sources.feed_site import FeedSite
from tests.word_hash import CountingEmbedder

OpenIndex = Callable[[], Awaitable[NewsIndex]]


@pytest.fixture
async def site() -> AsyncIterator[FeedSite]:
    """A site that lists nothing yet."""
    async with standing(FeedSite()) as site:
        yield site
        site.let_go()


@pytest.fixture
async def open_index(
    settings: IndexSettings, embedder: CountingEmbedder, filled_folder: Path, site: FeedSite
) -> AsyncIterator[OpenIndex]:
    """Opens the index of the test, again and again; the last one is closed at its end."""
    shutil.copytree(filled_folder, settings.data_dir)
    opened: list[NewsIndex] = []

    def allowed(address: str, port: int) -> bool:
        return (address, port) == (LOOPBACK, site.port) or public_only(address, port)

    async def opening() -> NewsIndex:
        opened.append(await open_news_index(settings, for_questions=False, embedder=embedder, fetcher=Fetcher(allowed)))
        return opened[-1]

    yield opening
    if opened:
        await opened[-1].close()


@pytest.fixture
async def index(open_index: OpenIndex) -> NewsIndex:
    """An open index."""
    return await open_index()


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the loop look at what is due all the time."""
    monkeypatch.setattr(keeping_up, "LOOK_EVERY", 0.05)
