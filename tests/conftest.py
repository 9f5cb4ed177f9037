"""What tests of every room share: an index on real SQLite and real Chroma, embedded by word hash."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from index.assemble import open_news_index
from index.news_index import NewsIndex
from index.settings import IndexSettings
from index.types import Article
from tests.starter import StarterRun, run_starter
from tests.word_hash import CountingEmbedder


@pytest.fixture(scope="session")
def starter_run(tmp_path_factory: pytest.TempPathFactory) -> StarterRun:
    """The real model's one run over the starter questions; its folder is to be copied, not opened."""
    return asyncio.run(run_starter(tmp_path_factory.mktemp("seeds") / "data"))


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> IndexSettings:
    """Settings of a test: a data folder of its own, and no `.env` of the person who runs it."""
    monkeypatch.chdir(tmp_path)
    return IndexSettings(data_dir=tmp_path / "data")


@pytest.fixture
def embedder() -> CountingEmbedder:
    """The word-hash embedder; a test may look at what it was given to embed."""
    return CountingEmbedder()


@pytest.fixture(scope="session")
def filled_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that holds the starter articles, closed in order; to be copied, not opened."""
    folder = tmp_path_factory.mktemp("filled") / "data"

    async def fill() -> None:
        index = await open_news_index(IndexSettings(data_dir=folder), embedder=CountingEmbedder())
        await index.settled()
        await index.close()

    asyncio.run(fill())
    return folder


@pytest.fixture
async def news_index(
    settings: IndexSettings, embedder: CountingEmbedder, filled_folder: Path
) -> AsyncIterator[NewsIndex]:
    """An index that holds the starter articles."""
    shutil.copytree(filled_folder, settings.data_dir)
    index = await open_news_index(settings, embedder=embedder)
    await index.settled()
    yield index
    await index.close()


@pytest.fixture
async def empty_index(settings: IndexSettings, embedder: CountingEmbedder) -> AsyncIterator[NewsIndex]:
    """An index without an article."""
    index = await open_news_index(settings, for_questions=False, embedder=embedder)
    yield index
    await index.close()


@pytest.fixture
def article() -> Callable[..., Article]:
    """Makes an article; every field can be given."""

    def make(text: str, **fields: object) -> Article:
        return Article(**({"title": "A title", "outlet": "The Outlet", "text": text} | fields))  # type: ignore[arg-type]

    return make
