"""Many questions at once on top of an import, in small; `burst.py` does it with 45,000 passages."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.assemble import open_news_index
from index.settings import IndexSettings
from tests.load.burst import burst, fill
from tests.word_hash import CountingEmbedder


@pytest.fixture
def empty(tmp_path: Path) -> IndexSettings:
    """Settings of an index without starter articles."""
    (tmp_path / "none").mkdir()
    return IndexSettings(data_dir=tmp_path / "data", seeds_dir=tmp_path / "none")


async def test_all_are_answered_while_articles_are_added(empty: IndexSettings, tmp_path: Path) -> None:
    index = await open_news_index(empty, embedder=CountingEmbedder())
    await fill(index, tmp_path, 20)
    outcome = await burst(index, tmp_path, 20, questions=40, passages=60)
    await index.close()
    assert len(outcome.asked) == 40
    assert outcome.nothing_lost
