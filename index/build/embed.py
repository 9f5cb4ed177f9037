"""Turns text into vectors with the operator's model, through LlamaIndex and sentence-transformers' ONNX backend."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.build.model import CPU, onnx_folder
from index.store.embeddings import Vectors

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding

log = logging.getLogger(__name__)

BATCH = 8
"""Passages in one call of the model: the fastest of 4, 8, 16 and 32 on two cores, and a third of a second."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model in memory: how it embeds, how it counts tokens (special ones left out) and how many it reads."""

    embedding: BaseEmbedding
    count_tokens: Callable[[str], int]
    window: int


class Embedder:
    """Embeds passages and questions. The model is loaded at the first need: that takes seconds and 400 MB.

    `name` identifies the model in the data folder; vectors of different names are never compared.
    """

    def __init__(self, name: str, load: Callable[[], Loaded]) -> None:
        self.name = name
        self._load = load
        self._loaded: Loaded | None = None

    @property
    def loaded(self) -> Loaded:
        """The model, loaded now if it was not; ModelError where that fails."""
        if self._loaded is None:
            self._loaded = self._load()
        return self._loaded

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One vector for each text: shape (len(texts), dimensions), each of length 1."""
        return normalised(self.loaded.embedding.get_text_embedding_batch(list(texts)))

    def question(self, text: str) -> Vectors:
        """The vector of a question: shape (dimensions,), of length 1."""
        vector: Vectors = normalised([self.loaded.embedding.get_query_embedding(text)])[0]
        return vector


def normalised(rows: Sequence[Sequence[float]]) -> Vectors:
    """Pure: vectors scaled to length 1, so that a dot product is their cosine."""
    vectors: Vectors = np.asarray(rows, np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = vectors / np.maximum(lengths, np.finfo(np.float32).tiny)
    return scaled


def load_model(model_name: str, models: Path) -> Loaded:
    """Load a sentence-transformers model from its ONNX copy under the folder `models`, made first if need be."""
    # Imported here: several seconds that no command should pay which embeds nothing.
    log.info("loading the embedding model %s", model_name)
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding

    folder = onnx_folder(model_name, models)
    embedding = HuggingFaceEmbedding(
        model_name=str(folder),
        backend="onnx",
        device="cpu",
        embed_batch_size=BATCH,
        model_kwargs={**CPU, "file_name": "onnx/model.onnx"},
    )
    model = embedding._model
    tokenizer = model.tokenizer

    def count_tokens(text: str) -> int:
        return len(tokenizer.encode(text, add_special_tokens=False, verbose=False))

    return Loaded(embedding, count_tokens, model.max_seq_length)
