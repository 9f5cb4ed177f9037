"""Builds the passages of stored articles anew, beside the live ones, and swaps them in by one row.

A generation is a number: new passages are born in it, the ones they replace die in it, and until it is made live both
are as they were. Its vector index is a new folder, filled from the kept vectors. Cancel and kill leave the live
generation untouched. Each step is one short job for the worker; `reindexing` orders them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.build.ingest import Ingest
from index.store import Store
from index.store.articles import Built
from index.types import StoredArticle

ARTICLES_AT_ONCE = 16
"""Articles cut in one job: about 50 ms."""

PASSAGES_AT_ONCE = 128
"""Passages moved into the vector index in one job: about 150 ms."""


@dataclass(frozen=True, slots=True)
class Rebuild:
    """A reindex under way: its job's row, the generation it builds and the articles' rows in portions."""

    job: int
    generation: int
    portions: tuple[tuple[int, ...], ...]

    @property
    def articles(self) -> int:
        """How many articles are built again."""
        return sum(map(len, self.portions))


@dataclass(frozen=True, slots=True)
class Portion:
    """Some articles cut anew, and the texts to embed before they can be stored."""

    articles: tuple[tuple[StoredArticle, Built], ...]
    groups: tuple[tuple[str, ...], ...]


class Reindex:
    """The steps of a reindex."""

    def __init__(self, store: Store, ingest: Ingest) -> None:
        self._store, self._ingest = store, ingest

    def start(self, server: int | None, source: str | None, job: int, now: float) -> Rebuild:
        """Start a generation for the job of that row; `server` None means the articles of every server."""
        keys = self._store.articles.keys(server, source)
        with self._store.database.transaction():
            self._store.jobs.advance(job, 0, len(keys))
            generation = self._store.generations.start(self._store.embeddings.model, now)
        # Copies after their origins, whose new passages theirs stand for; and those of other sources along with them.
        groups = self._store.copies.in_order(keys)
        portions = [
            tuple(group[at : at + ARTICLES_AT_ONCE])
            for group in groups
            for at in range(0, len(group), ARTICLES_AT_ONCE)
        ]
        return Rebuild(job, generation, tuple(portions))

    def cut(self, rebuild: Rebuild, keys: Sequence[int]) -> Portion:
        """Cut articles anew; those removed meanwhile are left out."""
        ingest = self._ingest
        articles = tuple(
            (one, ingest.origins.rebuilt(one, ingest.build(one.article), rebuild.generation))
            for one in self._store.articles.of_keys(keys)
        )
        return Portion(articles, self._ingest.groups([(one.article, built) for one, built in articles]))

    def put(self, rebuild: Rebuild, portion: Portion, done: int) -> int:
        """Store the new passages beside the live ones; returns how many."""
        store = self._store
        with store.database.transaction():
            store.articles.retire([one.key for one, _ in portion.articles], rebuild.generation)
            for one, built in portion.articles:
                store.articles.put_built(one.key, one.version, one.server, one.article, built, rebuild.generation)
            store.jobs.advance(rebuild.job, done)
        return sum(len(built.passages) for _, built in portion.articles)

    def fill(self, rebuild: Rebuild) -> bool:
        """Move some passages into the new vector index; True while there are more."""
        return self._store.vectors.catch_up(rebuild.generation, PASSAGES_AT_ONCE)

    def swap(self, rebuild: Rebuild, now: float) -> None:
        """Make the new generation the one that answers, and record that the job is done."""
        store = self._store
        with store.database.transaction():
            store.generations.swap(rebuild.generation)
            # An origin that changed, or a copy that came, while the others were built.
            store.embeddings.drop_unused(self._ingest.origins.settle(store.copies.broken(rebuild.generation)))
            store.sources.reindexed([key for portion in rebuild.portions for key in portion], now)
            store.jobs.end(rebuild.job, "done", now)

    def forget_old(self) -> None:
        """Remove the generations that answer no more, with their folders."""
        store = self._store
        live = store.generations.live
        for generation in store.generations.others(live):
            store.vectors.discard(generation)
            store.generations.forget(generation)
        store.embeddings.drop_other_models()

    def abandon(self, rebuild: Rebuild) -> None:
        """Undo everything of a reindex that did not come to its end; one that was swapped in has come to it."""
        store = self._store
        if store.generations.live == rebuild.generation:
            return
        store.vectors.discard(rebuild.generation)
        with store.database.transaction():
            store.articles.forget_building(store.generations.live)
            store.generations.forget(rebuild.generation)
