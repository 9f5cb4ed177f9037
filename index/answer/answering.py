"""Answers one question as one short job: understand, search, rank, choose, decide, check, write."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Protocol

from index.answer.cite import citation
from index.answer.floor import answers
from index.answer.question import Question, understand
from index.answer.quoting import nothing_found, quoting
from index.answer.rank import first, rank
from index.answer.retrieve import retrieve
from index.answer.sentences import choose
from index.answer.spoken import attributed, spoken
from index.answer.verify import verified
from index.store import Store
from index.store.embeddings import Vectors
from index.types import Answer, Citation, Filters, Hit


class EmbedsQuestions(Protocol):
    """What gives a question its vector: the operator's model."""

    def question(self, text: str) -> Vectors:
        """Shape (dimensions,), of length 1."""


class Answering:
    """Answers questions from the stores. Called on the thread that owns them."""

    def __init__(self, store: Store, embedder: EmbedsQuestions) -> None:
        self._store, self._embedder = store, embedder

    def answer(self, text: str, filters: Filters, now: datetime) -> Answer:
        """The answer to a question that counts as asked at `now`, from what `filters` lets it see."""
        began = time.perf_counter()
        question = understand(text, now)
        hits, citations = self._found(question, filters, now)
        searched = self._store.articles.searched(filters, self._store.generations.live)
        return Answer(
            question=text,
            found=bool(citations),
            text=quoting(citations, searched) if citations else nothing_found(searched),
            citations=citations,
            hits=tuple(hits),
            searched=searched,
            ms=1000 * (time.perf_counter() - began),
        )

    def _found(self, question: Question, filters: Filters, now: datetime) -> tuple[list[Hit], tuple[Citation, ...]]:
        found = retrieve(question, self._embedder.question(question.text), filters, self._store)
        hits = first(rank(question, found.hits, found.weights, now))
        quotes = spoken(question, hits, found.weights) or choose(question, hits, found.weights)
        if not answers(question, hits, quotes, found.weights):
            return hits, ()
        cited = ((citation(n, attributed(quote)), quote.hit.stored) for n, quote in enumerate(quotes, 1))
        return hits, verified(cited)
