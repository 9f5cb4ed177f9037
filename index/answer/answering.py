"""Answers one question as one short job: understand, search, rank, choose, decide, check, write."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from index.answer.age import PRESENT, stale
from index.answer.around import widened
from index.answer.carried import carried
from index.answer.choose import choose
from index.answer.chronicle import NEAR_FOUND, WORDS_FOUND, in_order, on_topic
from index.answer.cite import citation
from index.answer.claims import Claim
from index.answer.differing import claims, comparable, disagreements
from index.answer.floor import answers, held_by, named
from index.answer.llm.writing import written
from index.answer.looked import looked_at
from index.answer.question import Kind, Question, in_words_of, understand
from index.answer.quoting import in_words
from index.answer.rank import Reading, first, rank, with_nearest
from index.answer.reranking import Reranker, reranked
from index.answer.retrieve import Found, retrieve
from index.answer.sides import numbered, sides
from index.answer.spoken import attributed, spoken
from index.answer.verify import verified
from index.answer.words import weight_of
from index.store import Store
from index.store.embeddings import Vectors
from index.stories import Timeline, TimelineEntry
from index.types import Answer, Citation, Disagreement, Filters, Hit, Quote

ON_TOPIC = 0.5
"""Share of the question's weight that a passage and its title hold to be asked who says otherwise."""


class EmbedsQuestions(Protocol):
    """What gives a question its vector: the operator's model."""

    def question(self, text: str) -> Vectors:
        """Shape (dimensions,), of length 1."""


class Answering:
    """Answers questions from the stores. Called on the thread that owns them."""

    def __init__(self, store: Store, embedder: EmbedsQuestions, reranker: Reranker | None = None) -> None:
        self._store, self._embedder, self._reranker = store, embedder, reranker

    def answer(self, text: str, filters: Filters, now: datetime) -> Answer:
        """The answer to a question that counts as asked at `now`, from what `filters` lets it see."""
        began = time.perf_counter()
        searched = self._store.articles.searched(filters)
        question = in_words_of(understand(text, now, self._store.articles.outlets(filters.server)), filters.speakers)
        hits, citations, differing = self._found(question, filters, today(now, searched.newest))
        answer = Answer(
            question=text,
            found=bool(citations),
            text="",
            citations=citations,
            hits=tuple(map(widened, hits)),
            searched=searched,
            ms=0.0,
            looked_at=looked_at(question),
            disagreements=differing,
        )
        answer = replace(answer, stale=stale(question, answer.as_of, answer.found, now))
        return replace(answer, text=in_words(answer), ms=1000 * (time.perf_counter() - began))

    def find(self, text: str, filters: Filters, now: datetime, limit: int) -> list[Hit]:
        """The likeliest passages for a question, best first, at most `limit`; whether they answer it is not decided."""
        searched = self._store.articles.searched(filters)
        question = understand(text, now, self._store.articles.outlets(filters.server))
        _, readings = self._read(question, filters, today(now, searched.newest))
        return [widened(reading.hit) for reading in first(readings, limit)]

    def vector(self, text: str) -> Vectors:
        """The vector by which a text is looked for: shape (dimensions,), of length 1."""
        return self._embedder.question(text)

    def _read(self, question: Question, filters: Filters, day: datetime) -> tuple[Found, list[Reading]]:
        """What both searches found, and the likeliest of it read closely, best first."""
        found = retrieve(question, self._embedder.question(question.text), filters, self._store)
        readings = rank(question, found.hits, found.weights, day)
        return found, reranked(question.text, readings, self._reranker) if self._reranker else readings

    def otherwise(self, text: str, filters: Filters, now: datetime) -> tuple[Disagreement, ...]:
        """Where outlets differ in what is near a question, whether or not it is answered; numbered from 1."""
        searched = self._store.articles.searched(filters)
        question = understand(text, now, self._store.articles.outlets(filters.server))
        found, readings = self._read(question, filters, today(now, searched.newest))
        near = [one.hit for one in readings if weight_of(held_by(one.hit), found.weights) >= ON_TOPIC]
        told = claims(near)
        return numbered(self._sides(told, told, filters.server), ())

    def timeline(self, topic: str, filters: Filters, now: datetime, limit: int) -> Timeline:
        """What was reported on a topic when: the `limit` texts that tell most of it, the oldest first."""
        searched = self._store.articles.searched(filters)
        question = understand(topic, now, self._store.articles.outlets(filters.server))
        vector = self._embedder.question(question.text)
        found = retrieve(question, vector, filters, self._store, WORDS_FOUND, NEAR_FOUND)
        told = on_topic(question, found.hits, found.weights)
        hits = self._store.articles.with_quotations([one.hit for one in told[:limit]])
        citations = self._cited(in_order(question, hits, found.weights), filters.server)
        dated = ((one, one.published) for one in citations)
        entries = tuple(TimelineEntry(begin_of(when), one) for one, when in dated if when)
        return Timeline(topic, entries, searched, len(told) - len(entries))

    def _found(
        self, question: Question, filters: Filters, day: datetime
    ) -> tuple[list[Hit], tuple[Citation, ...], tuple[Disagreement, ...]]:
        """The hits to show, the citations that answer, none where nothing does, and who says otherwise; freshness is
        counted from `day`.
        """
        found, everything = self._read(question, filters, day)
        readings = first(everything)
        hits = self._store.articles.with_quotations([reading.hit for reading in readings])
        readings = [replace(reading, hit=hit) for reading, hit in zip(readings, hits, strict=True)]
        quotes = spoken(question, hits, found.weights) or choose(readings, question.kind is Kind.HAPPENED)
        quotes = [quote for quote in quotes if named(question, quote)]
        shown = with_nearest(hits, found.hits, {quote.hit.passage_id for quote in quotes})
        if not answers(question, hits, quotes, found.weights, found.passages, day):
            return shown, (), ()
        citations = self._cited([attributed(quote) for quote in quotes], filters.server)
        told = claims(quote.hit for quote in quotes)
        anchors = [one for one in told if any(_within(one, quote) for quote in quotes)]
        others = claims(comparable(anchors, [reading.hit for reading in everything]))
        return shown, citations, numbered(self._sides(anchors, others, filters.server), citations)

    def _sides(self, anchors: Sequence[Claim], others: Sequence[Claim], server: int) -> tuple[Disagreement, ...]:
        """Who says otherwise than the anchors, each side with its citation, not yet numbered."""
        found = disagreements(anchors, others)
        hits = {one.hit.passage_id: one.hit for claims in found for one in claims}
        spoken_in = {one.passage_id: one for one in self._store.articles.with_quotations(list(hits.values()))}
        whole = [[replace(one, hit=spoken_in[one.hit.passage_id]) for one in claims] for claims in found]
        return sides(whole, lambda quote: next(iter(self._cited([quote], server)), None))

    def _cited(self, quotes: Sequence[Quote], server: int) -> tuple[Citation, ...]:
        """The citations of some quotes, checked, with the outlets that carry the same words."""
        cited = ((citation(n, quote), quote.hit.stored) for n, quote in enumerate(quotes, 1))
        others = self._store.copies.others
        return verified((carried(one, stored, others(stored, server)), stored) for one, stored in cited)

    def worded(self, answer: Answer, reply: str, passages: Mapping[str, Hit], server: int) -> Answer | None:
        """The answer with a lead in a language model's words and what proves it; None where too little is proven.

        `passages` are the answer's hits by the identifiers that the model was given.
        """
        told = written(reply, passages)
        citations = self._cited(told.quotes, server) if told else ()
        if told is None or len(citations) != len(told.quotes):
            return None
        differing = numbered(answer.disagreements, citations)
        led = replace(answer, lead=told.text, citations=citations, disagreements=differing, dropped=len(told.dropped))
        return replace(led, text=in_words(led))


def begin_of(moment: datetime) -> datetime:
    """The begin of a moment's day."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _within(claim: Claim, quote: Quote) -> bool:
    return claim.hit.stored.key == quote.hit.stored.key and quote.start <= claim.start and claim.end <= quote.end


def today(now: datetime, newest: datetime | None) -> datetime:
    """The day from which freshness is counted: now, but in an archive, which has no fresh news, its own last day."""
    return newest if newest is not None and now - newest > PRESENT else now
