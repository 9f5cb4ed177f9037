"""Vectors that a test can foresee: each text has one of its own."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from index.store.embeddings import Vectors, digest

DIMENSIONS = 8

Put = Callable[..., int]
"""The fixture `put`: stores an article of the given sentences, a passage each; returns its row."""


def vector_of(text: str) -> Vectors:
    """A vector of length 1 that only this text has."""
    seed = int.from_bytes(digest(text)[:4], "big")
    vector = np.random.default_rng(seed).normal(size=DIMENSIONS).astype(np.float32)
    return np.divide(vector, np.linalg.norm(vector), dtype=np.float32)
