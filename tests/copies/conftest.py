"""An empty index of real parts, and a way to hand articles in as an import does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from index.news_index import NewsIndex
from index.reports import Report
from index.types import COMMON, Article

TakeIn = Callable[..., Awaitable[Report]]


@pytest.fixture
def take_in(empty_index: NewsIndex) -> TakeIn:
    """Adds articles for a server, to the source "wire"; returns the report."""

    async def adding(*articles: Article, server: int = COMMON, source: str = "wire") -> Report:
        return await empty_index._adding.take_in(iter(articles), server, (source, "import"), total=len(articles))

    return adding


def files_with(folder: Path, words: str) -> list[str]:
    """The files of a data folder in whose bytes these words stand."""
    return [str(path) for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]
