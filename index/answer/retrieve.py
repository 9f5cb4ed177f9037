"""Runs both searches for one question and gathers what they found; which of it is good is left to `rank`."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.answer.question import Question
from index.store import Store
from index.store.embeddings import Vectors
from index.types import Filters, Hit

KEYWORD_LIMIT = 100
"""Development questions whose supporting passage is among the first n by keywords: 30 93%, 60 95%, 100 96%, 400 97%."""

VECTOR_LIMIT = 60
"""How many passages are taken from the vectors."""


@dataclass(frozen=True, slots=True)
class Found:
    """What both searches found, unordered, among so many passages, and how much each stem tells passages apart."""

    hits: tuple[Hit, ...]
    weights: Mapping[str, float]
    passages: int


def retrieve(question: Question, vector: Vectors, filters: Filters, store: Store) -> Found:
    """Search keywords and vectors; every hit carries its exact cosine where its passage has a vector."""
    generation = store.generations.live
    by_words = dict(store.keywords.search(question.terms, filters, generation, KEYWORD_LIMIT))
    by_vector = store.vectors.nearest(vector, filters, VECTOR_LIMIT)
    numbers = list(dict.fromkeys([*by_words, *(number for number, _ in by_vector)]))
    cosines = store.vectors.cosines(vector, numbers)
    hits = (
        replace(hit, cosine=cosines.get(hit.passage_id), keyword=by_words.get(hit.passage_id))
        for hit in store.articles.hits(numbers)
    )
    counts = store.keywords.document_frequency(question.terms)
    frequency = [counts.get(term, 0) for term in question.terms]
    passages = store.keywords.passages()
    return Found(tuple(hits), weights(question.stems, frequency, passages), passages)


def weights(stems: Sequence[str], frequency: Sequence[int], passages: int) -> dict[str, float]:
    """Inverse document frequency as BM25 has it (Robertson and Spärck Jones), always above 0."""
    return {
        stem: math.log(1 + (max(passages - held, 0) + 0.5) / (held + 0.5))
        for stem, held in zip(stems, frequency, strict=True)
    }
