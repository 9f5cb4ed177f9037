"""An embedder whose vectors are far from each other: the villages' words are too much alike to tell passages apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.store.embeddings import Vectors, digest
from tests.word_hash import DIMENSIONS, CountingEmbedder


class SpreadEmbedder(CountingEmbedder):
    """A direction that looks random for each text, always the same one for the same text."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Embed, and remember what was embedded."""
        self.embedded += texts
        return directions([int.from_bytes(digest(text), "big") for text in texts])


def directions(seeds: Sequence[int]) -> Vectors:
    """A vector of length 1 for each seed."""
    drawn = np.stack([np.random.default_rng(seed).normal(size=DIMENSIONS).astype(np.float32) for seed in seeds])
    vectors: Vectors = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    return vectors
