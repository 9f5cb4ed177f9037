"""open_news_index(settings): builds and wires everything, once. INTERFACE BEING FILLED IN (signature is final)."""

from __future__ import annotations

from index.news_index import NewsIndex
from index.settings import IndexSettings
from index.types import Watch


async def open_news_index(settings: IndexSettings, watch: Watch | None = None, *, starter_articles: bool = True) -> NewsIndex:
    """Open the data folder (IndexInUse, StoreError), load the model (ModelError), and give an empty index the starter articles."""
    raise NotImplementedError
