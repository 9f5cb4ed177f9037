"""Takes articles in: decides what each one is, cuts it, embeds what has no vector yet, stores it whole or not at all.

Everything is embedded before the first row is written, and one transaction stores articles with their passages, words
and quotations. So there is no half-stored article to find and finish after a kill, and the write is short. (The house
plan put the truth first with a "to embed" mark; that mark would be a state that every reader has to know of.)

Each step is one short job for the worker; `adding` orders them and lets questions in between. By what an article is
known is `identity`'s, of what it is a copy `origins`' part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from index.build.agencies import agency_of
from index.build.copies import bands
from index.build.embed import BATCH, Embedder
from index.build.identity import decide, distinct, find_known, known_by, own_id
from index.build.origins import Candidate, Origins, closest, overtakes
from index.build.quotations import find_quotations
from index.build.recut import recut
from index.build.split import Splitter, embedded_text
from index.build.versions import complete
from index.errors import TakenDown
from index.reports import Outcome, Refusal
from index.store import Store
from index.store.articles import Built
from index.store.embeddings import digest
from index.types import COMMON, Article, StoredArticle

MOST_CHARACTERS = 250_000
"""Characters of one article: a hundred pages. Its passages are cut, and its quotations found, in one job that questions
wait for: a second for so much of a news text, up to four for one that is nothing but quotation marks."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An article with what becomes of it. `before` is the version stored so far, `built` None where nothing changes.

    `bands` are what near copies find it by; `origin` is the article it is a copy of, which may be one of its batch,
    `overtaken` the one that becomes a copy of this one.
    """

    article: Article
    article_id: str
    outcome: Outcome
    before: StoredArticle | None
    built: Built | None
    bands: tuple[int, ...] = ()
    origin: Candidate | None = None
    overtaken: Candidate | None = None

    @property
    def key(self) -> int | None:
        """Its row, where it has one already."""
        return self.before.key if self.outcome is Outcome.UPDATED and self.before else None

    def learns_address(self, server: int) -> bool:
        """Whether a stored article of `server` that is as it was now comes with the address it lacked."""
        before = self.before
        return bool(
            self.outcome is Outcome.UNCHANGED
            and before
            and before.server == server
            and before.article.url is None
            and self.article.url
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done for a batch: the articles, the texts to embed first, in groups for one job each, and what was
    taken down and may not come back."""

    articles: tuple[Planned, ...]
    groups: tuple[tuple[str, ...], ...]
    refusals: tuple[Refusal, ...] = ()


class Ingest:
    """The steps of taking articles in, for one server and source at a time."""

    def __init__(self, store: Store, embedder: Embedder) -> None:
        self._store, self._embedder = store, embedder
        self._splitter: Splitter | None = None
        self.origins = Origins(store)

    def plan(self, articles: Sequence[Article], server: int) -> Plan:
        """Decide what each article is and which texts need embedding."""
        planned: list[Planned] = []
        refusals: list[Refusal] = []
        for article in distinct(articles):
            if blocked := self._store.blocked.among(server, known_by(article)):
                refusals.append(Refusal(article.url or blocked, TakenDown(blocked).reason))
            elif len(article.text) > MOST_CHARACTERS:
                reason = f"it has {len(article.text):,} characters: a text of at most {MOST_CHARACTERS:,} is taken"
                refusals.append(Refusal(article.url or article.title, reason))
            else:
                planned.append(self._planned(article, server, planned))
        return Plan(tuple(planned), self.groups([(p.article, p.built) for p in planned if p.built]), tuple(refusals))

    def _planned(self, article: Article, server: int, so_far: Sequence[Planned]) -> Planned:
        before = find_known(self._store.articles, server, article)
        outcome = decide(before, article, server)
        article_id = before.article_id if before else article.given_id or own_id(article)
        if outcome is Outcome.UNCHANGED:
            return Planned(article, article_id, outcome, before, None)
        article = complete(before.article, article) if before else article
        article = article if article.agency else replace(article, agency=agency_of(article))
        built, found_by = self.build(article, before if outcome is Outcome.UPDATED else None), bands(article.text)
        origin, built = closest(article, built, self._candidates(found_by, server, before, so_far))
        overtaken = None
        if origin and origin.server == server and overtakes(article, built, origin):
            # It is searched from now on, by the vectors of the passages that stood there before it.
            origin, overtaken, built = None, origin, replace(built, copies=frozenset())
        if origin and outcome is Outcome.ADDED:
            outcome = Outcome.COPY
        return Planned(article, article_id, outcome, before, built, tuple(found_by), origin, overtaken)

    def _candidates(
        self, found_by: Sequence[int], server: int, before: StoredArticle | None, so_far: Sequence[Planned]
    ) -> list[Candidate]:
        """What a text may be a copy of: stored articles, but as this batch leaves them, and new ones of the batch."""
        changed = {one.before.key for one in so_far if one.before and one.built}
        stored = self.origins.candidates(found_by, server, {*changed, *([before.key] if before else [])})
        batch = [
            Candidate(one.key, one.article_id, server, one.article, one.built)
            for one in so_far
            if one.built and one.origin is None and not set(found_by).isdisjoint(one.bands)
        ]
        return stored + batch

    def build(self, article: Article, before: StoredArticle | None = None) -> Built:
        """Cut an article and find its quotations; passages of the version before that still stand keep their cut."""
        if self._splitter is None:
            model = self._embedder.loaded
            self._splitter = Splitter(model.count_tokens, model.window)
        splitter = self._splitter
        old = self._store.copies.built(before, self._store.generations.live).passages if before else ()
        passages = tuple(recut(old, article.text, lambda text: splitter.split(text, article.title)))
        digests = tuple(digest(embedded_text(article.title, passage.text)) for passage in passages)
        return Built(passages, digests, find_quotations(article.text))

    def groups(self, built: Iterable[tuple[Article, Built]]) -> tuple[tuple[str, ...], ...]:
        """The texts without a vector, each once, in groups of BATCH of about one length: padding is wasted work."""
        texts = {
            key: embedded_text(article.title, passage.text)
            for article, one in built
            for at, (key, passage) in enumerate(zip(one.digests, one.passages, strict=True))
            if at not in one.copies
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
        moved = [
            (one.before.key, one.article.url) for one in plan.articles if one.before and one.learns_address(server)
        ]
        if not moved and not any(one.built for one in plan.articles):
            return
        with store.database.transaction():
            store.articles.learn_addresses(moved)
            row = store.sources.ensure(server, source, kind, now)
            keys: dict[str, int] = {}
            dropped: list[bytes] = []
            for one in plan.articles:
                if one.built is not None:
                    dropped += self._store_one(one, one.built, server, row, now, keys)
            dropped += self.origins.settle(self._unsettled(plan, keys, server))
            store.embeddings.drop_unused(dropped)

    def _store_one(
        self, one: Planned, built: Built, server: int, source: int, now: float, keys: dict[str, int]
    ) -> list[bytes]:
        """Store a planned article, with its row in `keys`; returns the digests of the passages that went."""
        store, live, dropped = self._store, self._store.generations.live, list[bytes]()
        origin = (one.origin.key or keys[one.origin.article_id]) if one.origin else None
        if one.outcome is Outcome.UPDATED and one.before is not None:
            key = one.before.key
            dropped = store.articles.change(one.before, one.article, built, live, now, origin)
        else:
            key = store.articles.add(one.article, one.article_id, server, source, built, live, now, origin)
        store.copies.sign(key, one.bands)
        keys[one.article_id] = key
        return dropped

    def _unsettled(self, plan: Plan, keys: Mapping[str, int], server: int) -> list[int]:
        """The rows of stored articles whose origin may be another now that these articles are as they are."""
        copies = self._store.copies
        unsettled = self.origins.followers(list(keys.values()), server)
        for one in plan.articles:
            if one.built is None:
                continue
            if one.overtaken is not None:
                overtaken = one.overtaken.key or keys[one.overtaken.article_id]
                unsettled += [overtaken, *copies.members([overtaken])]
            if one.before is not None and one.before.server != server:
                copies.takes_place(keys[one.article_id], one.before.key)
                unsettled += copies.members([one.before.key], server)
            elif server == COMMON and one.before is None:
                for own in copies.own_versions(one.article_id, one.article.url):
                    copies.takes_place(own, keys[one.article_id])
        return list(dict.fromkeys(unsettled))
