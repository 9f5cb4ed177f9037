"""Runs both searches for one question and gathers what they found; which of it is good is left to `rank`."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index.answer.question import Question
from index.store import Store
from index.store.embeddings import Vectors
from index.types import Filters, Hit

KEYWORD_LIMIT = 80
"""Development questions whose supporting passage is among the first n by keywords: 30 93%, 60 95%, 100 96%, 400 97%."""

VECTOR_LIMIT = 40
"""How many passages are taken from the vectors; 60 find nothing that counts beside the keywords."""

NARROW_LIMIT = 20
"""How many passages are taken from the days or the outlet that a question names: twice what is shown."""

NAMED_AT_ONCE = 3
"""Outlets that are searched by themselves at most; a question seldom names more than two."""

COMMON, COMMON_AT_LEAST, KEPT = 0.08, 500, 3
"""A term held by more than this share of the passages (and by so many) is not searched for, as long as so many stay:
it costs half of the search's time and changes no figure."""


@dataclass(frozen=True, slots=True)
class Found:
    """What both searches found, unordered, among so many passages, and how much each stem tells passages apart."""

    hits: tuple[Hit, ...]
    weights: Mapping[str, float]
    passages: int


def retrieve(
    question: Question,
    vector: Vectors,
    filters: Filters,
    store: Store,
    by_words_at_most: int = KEYWORD_LIMIT,
    near_at_most: int = VECTOR_LIMIT,
) -> Found:
    """Search keywords and vectors; every hit carries its exact cosine where its passage has a vector."""
    generation, passages = store.generations.live, store.keywords.passages()
    counts = store.keywords.document_frequency(question.terms)
    frequency = {term: counts.get(term, 0) for term in question.terms}
    terms = telling(frequency, passages)
    by_words: dict[int, float] = {}
    found: dict[int, Filters] = {}
    for part, within in enumerate(narrowed(filters, question)):
        words = dict(store.keywords.search(terms, within, generation, NARROW_LIMIT if part else by_words_at_most))
        near = store.vectors.nearest(vector, within, NARROW_LIMIT if part else near_at_most)
        by_words |= words
        found |= dict.fromkeys([*words, *(number for number, _ in near)], within)
    cosines = store.vectors.cosines(vector, list(found))
    hits = tuple(
        replace(hit, cosine=cosines.get(hit.passage_id), keyword=by_words.get(hit.passage_id))
        for hit in _hits(found, store)
    )
    return Found(hits, weights(question.stems, list(frequency.values()), passages), passages)


def _hits(found: Mapping[int, Filters], store: Store) -> Iterator[Hit]:
    """The passages by number, each as the narrowest search that found it may see it: of the outlet that is named, not
    of the one whose text that outlet carries.
    """
    for within in dict.fromkeys(found.values()):
        yield from store.articles.hits([number for number, one in found.items() if one == within], within)


def narrowed(filters: Filters, question: Question) -> list[Filters]:
    """Where to search: all that may be seen, and apart from it what the question names, days or outlets.

    In an archive of years the passages of one week are seldom among the first for their words alone. Recent days are
    not searched by themselves: the order favours them anyway, and it gained nothing.
    """
    since, before = filters.since, filters.before
    if question.window and not question.window.recent:
        since = max(filter(None, (since, question.window.since)))
        before = min(filter(None, (before, question.window.before)))
    outlets = () if filters.source else question.outlets[:NAMED_AT_ONCE]
    parts = [replace(filters, since=since, before=before, source=outlet) for outlet in outlets]
    if not parts and (since, before) != (filters.since, filters.before):
        parts = [replace(filters, since=since, before=before)]
    return [filters, *(part for part in parts if not (since and before and since >= before))]


def telling(frequency: Mapping[str, int], passages: int) -> list[str]:
    """The terms worth searching for, given how many of the passages hold each."""
    common = max(COMMON * passages, COMMON_AT_LEAST)
    rarest = sorted(frequency, key=lambda term: frequency[term])[:KEPT]
    return [term for term, held in frequency.items() if held <= common or term in rarest]


def weights(stems: Sequence[str], frequency: Sequence[int], passages: int) -> dict[str, float]:
    """Inverse document frequency as BM25 has it (Robertson and Spärck Jones), always above 0."""
    return {
        stem: math.log(1 + (max(passages - held, 0) + 0.5) / (held + 0.5))
        for stem, held in zip(stems, frequency, strict=True)
    }
