"""Finds the article that a text is a near copy of, and keeps clusters whole when an article changes or goes.

What is searched is the origin's; a copy keeps its own text, and its passages stand for the origin's. Servers are apart:
an origin is common, or of the same server. Called inside the transaction of whoever changes the articles.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from index.build.copies import Likeness, bands, likeness
from index.store import Store
from index.store.articles import Built
from index.types import COMMON, Article, StoredArticle

SIGNED_AT_ONCE = 32
"""Articles whose bands are computed in one job: about 200 ms."""

FIRST_LINES = 0.7
"""An outlet that prints less of a report has only begun it; one that prints more and adds something is a copy."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that may be the origin of another; its row is None as long as it is not stored."""

    key: int | None
    article_id: str
    server: int
    article: Article
    built: Built


def closest(article: Article, built: Built, candidates: Iterable[Candidate]) -> tuple[Candidate | None, Built]:
    """Pure: the origin of which a text is a copy, that with which it shares most, and what is then stored of the text;
    without an origin all of it is searched."""
    best: tuple[Likeness, Candidate] | None = None
    for one in candidates:
        alike = likeness(article.text, built.passages, one.article.text, one.built.passages)
        same_outlet = article.outlet.casefold() == one.article.outlet.casefold()
        if alike.is_copy(same_outlet) and (best is None or alike.share > best[0].share):
            best = alike, one
    if best is None:
        return None, replace(built, copies=frozenset())
    return best[1], as_copy(built, best[0], best[1].built)


def overtakes(article: Article, built: Built, origin: Candidate) -> bool:
    """Pure: whether a text that is like an origin is the whole report of which that one has the first lines.

    It is then to be searched in its place: otherwise each outlet's rest of the report would be searched for itself.
    """
    shared = sum(len(built.passages[at].text) for at in built.copies)
    if shared >= FIRST_LINES * sum(len(passage.text) for passage in built.passages):
        return False
    alike = likeness(origin.article.text, origin.built.passages, article.text, built.passages)
    same_outlet = article.outlet.casefold() == origin.article.outlet.casefold()
    return None not in alike.stands_for and alike.is_copy(same_outlet)


def as_copy(built: Built, alike: Likeness, origin: Built) -> Built:
    """Pure: what is stored of a copy. A passage that says something of its own stays what it is."""
    pairs = [
        (digest, None) if there is None or there in origin.copies else (origin.digests[there], at)
        for at, (digest, there) in enumerate(zip(built.digests, alike.stands_for, strict=True))
    ]
    copies = frozenset(at for _, at in pairs if at is not None)
    return replace(built, digests=tuple(digest for digest, _ in pairs), copies=copies)


class Origins:
    """The clusters of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def sign_some(self) -> bool:
        """Keep the bands of some articles that have none yet; True while there are more."""
        copies = self._store.copies
        unsigned = copies.unsigned(SIGNED_AT_ONCE)
        with self._store.database.transaction():
            for one in unsigned:
                copies.sign(one.key, bands(one.article.text))
        return len(unsigned) == SIGNED_AT_ONCE

    def candidates(self, found_by: Sequence[int], server: int, but: Collection[int] = ()) -> list[Candidate]:
        """The stored articles that may be the origin of a text with these bands."""
        near = self._store.copies.near(found_by, server) if found_by else []
        live = self._store.generations.live
        return [
            Candidate(one.key, one.article_id, one.server, one.article, self._store.copies.built(one, live))
            for one in near
            if one.key not in but
        ]

    def rebuilt(self, copy: StoredArticle, built: Built, generation: int) -> Built:
        """What is stored of a copy that was cut anew, beside its origin as it is in a generation."""
        copies = self._store.copies
        found = self._store.articles.of_keys([copy.origin]) if copy.origin is not None else []
        for origin in found:
            theirs = copies.built(origin, generation)
            alike = likeness(copy.article.text, built.passages, origin.article.text, theirs.passages)
            return as_copy(built, alike, theirs)
        return built

    def followers(self, keys: Collection[int], server: int) -> list[int]:
        """The rows of articles that may have to be settled when some articles of `server` were stored: their copies;
        and, where they are common, the like of them that servers have."""
        copies = self._store.copies
        found = copies.members(keys)
        if server == COMMON:
            near = {one.key for key in keys if (own := copies.bands_of(key)) for one in copies.near_of_servers(own)}
            found += [*near, *copies.members(near)]
        return list(dict.fromkeys(found))

    def settle(self, keys: Sequence[int]) -> list[bytes]:
        """Decide anew of which article each is a copy, in this order; returns the digests that passages had.

        The first of a cluster that lost its origin is searched from now on, the others become its copies. Nothing is
        embedded: a passage that is searched from now on keeps the vector of the passage it stood for until it is next
        built.
        """
        store, live = self._store, self._store.generations.live
        waiting = sorted(store.articles.of_keys(keys), key=lambda one: (one.origin is not None, one.key))
        dropped: list[bytes] = []
        for at, one in enumerate(waiting):
            # What lost its origin is no origin itself before it was settled.
            but = {other.key for other in waiting[at:] if other.origin is None}
            built = store.copies.built(one, live)
            near = self.candidates(store.copies.bands_of(one.key), one.server, but)
            origin, wanted = closest(one.article, built, near)
            key = origin.key if origin else None
            if (key, wanted) != (one.origin, built):
                store.copies.link(one.key, key)
                dropped += store.articles.drop_passages([one.key])
                store.articles.put_passages(one.key, one.version, one.server, one.article, wanted, live)
        return dropped
