"""What a door may do with articles that are stored: take them down, let them come back, see their history and the log.

The part of NewsIndex that orders `removal`, `versions` and the audit log.
"""

from __future__ import annotations

import time

from index.build.versions import revisions
from index.errors import NotTakenDown, UnknownArticle
from index.gather.urls import canonical_address
from index.gather.wording import storable
from index.reports import AuditEntry
from index.revisions import Revision
from index.store.titles import owned
from index.types import COMMON, StoredArticle
from index.work.writing import Writing

OPERATOR = "operator"
"""Who it is that works at the operator's own door."""


class KeptArticles:
    """A server changes only its own articles; `who` is written in the audit log."""

    _writing: Writing

    async def remove(self, article_id: str, server: int = COMMON, who: str = OPERATOR) -> str:
        """Take an article down that `server` owns, by its identifier or address; returns its title. UnknownArticle.

        Every version of it goes, also from the files, and it does not come back to this server (nor to any, where
        `server` is COMMON) until that is allowed.
        """
        async with self._writing.lock:
            title = await self._writing.worker.run(self._remove, article_id, server, who)
        await self._writing.catch_up()
        await self._writing.purge()
        return title

    async def own_articles(self, typed: str = "", server: int = COMMON, limit: int = 25) -> tuple[StoredArticle, ...]:
        """The articles that `server` owns whose title holds what was typed, those added last first."""
        wanted, database = storable(typed).strip(), self._writing.store.database
        return tuple(await self._writing.worker.run(owned, database, server, wanted, limit))

    async def own_article(self, article_id: str, server: int = COMMON) -> StoredArticle:
        """An article that `server` owns, by its identifier or address. UnknownArticle."""
        return await self._writing.worker.run(self._owned, article_id, server)

    def _remove(self, article_id: str, server: int, who: str) -> str:
        found = self._owned(article_id, server)
        self._writing.removal.take_down(found, who, time.time())
        return found.article.title

    def _owned(self, article_id: str, server: int) -> StoredArticle:
        found = self._known(article_id, server)
        if found.server != server:
            raise UnknownArticle(article_id)
        return found

    async def allow(self, address: str, server: int = COMMON, who: str = OPERATOR) -> tuple[str, ...]:
        """Let come back what this server took down, by address or identifier; returns all that may. NotTakenDown."""
        known = addressed(address) or address
        async with self._writing.lock:
            lifted = await self._writing.worker.run(self._writing.removal.allow, server, known, who, time.time())
        if not lifted:
            raise NotTakenDown(address)
        return lifted

    async def audit(self, server: int = COMMON, limit: int = 50) -> tuple[AuditEntry, ...]:
        """What was last changed in a server, and by whom, the newest first."""
        return await self._writing.worker.run(self._writing.store.audit.recent, server, limit)

    async def history(self, article_id: str, server: int = COMMON) -> tuple[Revision, ...]:
        """Every version of an article that `server` sees, by its identifier or address, the oldest first, each with
        the words by which it differs from the one before. UnknownArticle."""
        return await self._writing.worker.run(self._history, article_id, server)

    def _history(self, article_id: str, server: int) -> tuple[Revision, ...]:
        return revisions(self._writing.store.articles.versions(self._known(article_id, server).key))

    def _known(self, article_id: str, server: int) -> StoredArticle:
        found = self._writing.store.articles.find(server, article_id, addressed(article_id))
        if found is None:
            raise UnknownArticle(article_id)
        return found


def addressed(article_id: str) -> str | None:
    """The canonical address, where it is an address by which an article is named."""
    return canonical_address(article_id) if "://" in article_id else None
