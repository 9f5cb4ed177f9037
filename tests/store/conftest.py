"""A store in a temporary folder, and a way to fill it with passages whose vectors the test chooses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from index.store import Store
from index.store.articles import Built
from index.store.embeddings import digest
from index.types import COMMON, Article, Passage
from tests.store.chosen_vectors import Put, vector_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store of a model called "test"."""
    opened = Store(tmp_path / "data", "test")
    yield opened
    opened.close()


@pytest.fixture
def put() -> Put:
    """Stores an article of one passage for each of its sentences, and lets the vector index take them in."""

    def putting(
        store: Store,
        article_id: str,
        *sentences: str,
        server: int = COMMON,
        published: datetime | None = None,
        source: str = "a source",
        outlet: str = "The Outlet",
    ) -> int:
        text = " ".join(sentences)
        starts = [text.index(sentence) for sentence in sentences]
        passages = tuple(Passage(at, at + len(one), one) for at, one in zip(starts, sentences, strict=True))
        digests = tuple(map(digest, sentences))
        store.embeddings.put(digests, np.stack([vector_of(one) for one in sentences]))
        article = Article(f"Title of {article_id}", outlet, text, f"https://news.example/{article_id}", None, published)
        with store.database.transaction():
            row = store.sources.ensure(server, source, "import", 0.0)
            built = Built(passages, digests, ())
            store.articles.add(article, article_id, server, row, built, store.generations.live, 0.0)
        while store.vectors.catch_up(store.generations.live, 64):
            continue
        found = store.articles.find(server, article_id)
        assert found is not None
        return found.key

    return putting
