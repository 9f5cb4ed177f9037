"""The tests' embedder in place of the operator's, for a bot process whose answers are not the point."""

import time
from functools import partial

from index import assemble
from index.store.embeddings import Vectors
from tests.word_hash import CountingEmbedder


class SlowEmbedder(CountingEmbedder):
    """Takes its time for each question, on the thread that all the index's work is done on."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds

    def question(self, text: str) -> Vectors:
        """Embed, after a while."""
        time.sleep(self._seconds)
        return super().question(text)


def embed_by_word_hash(seconds: float) -> None:
    """Let the index be opened with it."""
    assemble.open_news_index = partial(assemble.open_news_index, embedder=SlowEmbedder(seconds))
