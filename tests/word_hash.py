"""An embedding that can be checked by eye: a vector counts a text's words, each at a place its hash decides."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

from llama_index.core.base.embeddings.base import BaseEmbedding

from index.build.embed import Embedder, Loaded
from index.store.embeddings import Vectors

DIMENSIONS = 256
WINDOW = 256


class WordHashEmbedding(BaseEmbedding):
    """Texts that share words are near, others are not; the same text always has the same vector."""

    def _embed(self, text: str) -> list[float]:
        vector = [0.0] * DIMENSIONS
        for word in re.findall(r"\w+", text.lower()):
            vector[zlib.crc32(word.encode()) % DIMENSIONS] += 1.0
        return vector

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._embed(text)

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._embed(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._embed(query)


class CountingEmbedder(Embedder):
    """The embedder of the tests; `embedded` lists every passage text it was given, so that a test can say none was."""

    def __init__(self, name: str = "word-hash") -> None:
        super().__init__(name, lambda: Loaded(WordHashEmbedding(), lambda text: len(text.split()), WINDOW))
        self.embedded: list[str] = []

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Embed, and remember what was embedded."""
        self.embedded += texts
        return super().passages(texts)
