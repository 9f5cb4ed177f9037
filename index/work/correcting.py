"""Finds the answers below which a correction of an article is to be told; what counts as one is `changed_words`'."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby

from index.alerts import Amendment, Correction
from index.kept_answers import KEPT_FOR
from index.store import Store
from index.store.amended import Cited
from index.types import StoredArticle
from index.work.changed_words import amendment

ARTICLES_AT_ONCE = 50
"""Articles that are looked at in one round, so that a round ends."""


class Correcting:
    """Reads corrections together from the stores. Called on the thread that owns them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def articles(self) -> list[int]:
        """The articles of which it is to be decided, by row."""
        return self._store.amended.articles(ARTICLES_AT_ONCE)

    def due(self, article: int, now: datetime) -> list[Correction]:
        """What is to be told of an article now; where that is nothing, it is looked at again with its next version."""
        versions = [stored for _, stored in self._store.articles.versions(article)]
        cited = self._store.amended.cited(article, (now - KEPT_FOR).timestamp())
        corrections = [
            one for _, group in groupby(cited, key=lambda c: c.answer) if (one := correction(list(group), versions))
        ]
        if not corrections:
            self._store.amended.decided(article)
        return corrections

    def note(self, correction: Correction, now: datetime) -> None:
        """It was told, or can't be: it is not tried again, nor is what comes later of the same words."""
        numbers = tuple(one.n for one in correction.amendments)
        self._store.amended.note(correction.answer, numbers, now.timestamp())


def correction(cited: list[Cited], versions: list[StoredArticle]) -> Correction | None:
    """Pure: what is to be told below one answer of an article, given its versions, the oldest first."""
    newest = versions[-1]
    amendments: list[Amendment] = []
    for one in cited:
        if one.revision < len(versions):
            before = versions[one.revision - 1].article
            found = amendment(one.n, before, newest.article, one.start, one.end)
            amendments += [found] if found else []
    if not amendments:
        return None
    first = cited[0]
    nonce = f"c{first.answer}-{first.article}-{newest.revision}"
    return Correction(first.answer, first.server, first.channel, first.message, tuple(amendments), nonce)
