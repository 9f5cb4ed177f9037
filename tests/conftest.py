"""What tests of every room share: an index on real SQLite and real Chroma in a temporary folder, embedded by word hash."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from word_hash import CountingEmbedder

from index.assemble import open_news_index
from index.news_index import NewsIndex
from index.settings import IndexSettings
from index.types import Article


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> IndexSettings:
    """Settings of a test: a data folder of its own, and no `.env` of the person who runs it."""
    monkeypatch.chdir(tmp_path)
    return IndexSettings(data_dir=tmp_path / "data")


@pytest.fixture
def embedder() -> CountingEmbedder:
    """The word-hash embedder; a test may look at what it was given to embed."""
    return CountingEmbedder()


@pytest.fixture
async def news_index(settings: IndexSettings, embedder: CountingEmbedder) -> AsyncIterator[NewsIndex]:
    """An index that holds the starter articles."""
    index = await open_news_index(settings, embedder=embedder)
    await index.settled()
    yield index
    await index.close()


@pytest.fixture
def article() -> Callable[..., Article]:
    """Makes an article; every field can be given."""

    def make(text: str, **fields: object) -> Article:
        return Article(**({"title": "A title", "outlet": "The Outlet", "text": text} | fields))  # type: ignore[arg-type]

    return make
