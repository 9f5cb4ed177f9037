"""Takes articles in: decides what each one is, cuts it, embeds what has no vector yet, stores it whole or not at all.

Everything is embedded before the first row is written, and one transaction stores articles with their passages, words
and quotations. So there is no half-stored article to find and finish after a kill, and the write is short. (The house
plan put the truth first with a "to embed" mark; that mark would be a state that every reader has to know of.)

Each step is one short job for the worker; `adding` orders them and lets questions in between.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.build.embed import BATCH, Embedder
from index.build.quotations import find_quotations
from index.build.split import Splitter, embedded_text
from index.reports import Outcome
from index.store import Store
from index.store.articles import Built
from index.store.embeddings import digest
from index.types import Article, StoredArticle


@dataclass(frozen=True, slots=True)
class Planned:
    """An article with what becomes of it. `before` is the version stored so far, `built` None where nothing changes."""

    article: Article
    article_id: str
    outcome: Outcome
    before: StoredArticle | None
    built: Built | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done for a batch: the articles, and the texts to embed first, in groups for one job each."""

    articles: tuple[Planned, ...]
    groups: tuple[tuple[str, ...], ...]


class Ingest:
    """The steps of taking articles in, for one server and source at a time."""

    def __init__(self, store: Store, embedder: Embedder) -> None:
        self._store, self._embedder = store, embedder
        self._splitter: Splitter | None = None

    def plan(self, articles: Sequence[Article], server: int) -> Plan:
        """Decide what each article is and which texts need embedding."""
        planned: list[Planned] = []
        for article in distinct(articles):
            before = self._store.articles.find(server, *identity(article))
            outcome = decide(before, article, server)
            built = self.build(article) if outcome in (Outcome.ADDED, Outcome.UPDATED) else None
            article_id = before.article_id if before else article.given_id or own_id(article)
            planned.append(Planned(article, article_id, outcome, before, built))
        return Plan(tuple(planned), self.groups([(p.article, p.built) for p in planned if p.built]))

    def build(self, article: Article) -> Built:
        """Cut an article and find its quotations."""
        if self._splitter is None:
            model = self._embedder.loaded
            self._splitter = Splitter(model.count_tokens, model.window)
        passages = tuple(self._splitter.split(article.text, article.title))
        digests = tuple(digest(embedded_text(article.title, passage.text)) for passage in passages)
        return Built(passages, digests, find_quotations(article.text))

    def groups(self, built: Iterable[tuple[Article, Built]]) -> tuple[tuple[str, ...], ...]:
        """The texts without a vector, each once, in groups of BATCH of about one length: padding is wasted work."""
        texts = {
            key: embedded_text(article.title, passage.text)
            for article, one in built
            for key, passage in zip(one.digests, one.passages, strict=True)
        }
        missing = self._store.embeddings.missing(list(texts))
        ordered = sorted((texts[key] for key in missing), key=len)
        return tuple(tuple(ordered[at : at + BATCH]) for at in range(0, len(ordered), BATCH))

    def embed(self, texts: Sequence[str]) -> None:
        """Embed texts and keep their vectors: what was embedded once is there after any stop."""
        self._store.embeddings.put([digest(text) for text in texts], self._embedder.passages(texts))

    def commit(self, plan: Plan, server: int, source: str, kind: str, now: float) -> None:
        """Store the planned articles in one transaction; the vector index takes them in by `VectorIndex.catch_up`."""
        store = self._store
        live = store.generations.live
        dropped: list[bytes] = []
        if not any(one.built for one in plan.articles):
            return
        with store.database.transaction():
            row = store.sources.ensure(server, source, kind, now)
            for one in plan.articles:
                if one.built is None:
                    continue
                if one.outcome is Outcome.ADDED:
                    store.articles.add(one.article, one.article_id, server, row, one.built, live, now)
                elif one.before is not None:
                    dropped += store.articles.change(one.before, one.article, one.built, live, now)
            store.embeddings.drop_unused(dropped)


def identity(article: Article) -> tuple[str | None, str | None]:
    """Pure: the (article_id, url) by which an article is known: its given id, else its address, else its text."""
    if article.given_id:
        return article.given_id, None
    return (None, article.url) if article.url else (own_id(article), None)


def own_id(article: Article) -> str:
    """Pure: an identifier for an article that came with none: 12 hexadecimal digits of its address or its words."""
    known_by = article.url or f"{article.title}\n{article.outlet}\n{article.text}"
    return hashlib.blake2b(known_by.encode(), digest_size=6).hexdigest()


def distinct(articles: Sequence[Article]) -> list[Article]:
    """Pure: each identity once; where a batch holds an article twice the later one counts."""
    return list({identity(article): article for article in articles}.values())


def decide(before: StoredArticle | None, article: Article, server: int) -> Outcome:
    """Pure: is this a new article, a new version of a stored one, or nothing new?

    A common article is never changed from within a server: a different text there is the server's own article.
    """
    if before is None:
        return Outcome.ADDED
    if same(before.article, article):
        return Outcome.UNCHANGED
    return Outcome.UPDATED if before.server == server else Outcome.ADDED


def same(before: Article, article: Article) -> bool:
    """Pure: whether nothing a reader sees has changed; runs of white space count as one space."""
    return facts(before) == facts(article)


def facts(article: Article) -> tuple[object, ...]:
    """Pure: what makes a version of an article, folded so that white space makes none."""
    words = " ".join(article.text.split())
    return words, article.title, article.outlet, article.author, article.published, article.has_time
