"""Takes articles down: text, versions, passages, vectors, quotations and bands go, and the address stays away."""

from __future__ import annotations

from collections.abc import Sequence

from index.build.identity import names_of
from index.build.origins import Origins
from index.store import Store
from index.types import StoredArticle


class Removal:
    """Removes articles. A copy of one that goes is searched in its place."""

    def __init__(self, store: Store, origins: Origins) -> None:
        self._store, self._origins = store, origins

    def take_down(self, one: StoredArticle, who: str, now: float) -> None:
        """Remove an article, keep everything it is known by from coming back to its server, and write down who did."""
        store = self._store
        with store.database.transaction():
            names = {*names_of(one), *store.copies.addresses(one.key)}
            store.blocked.block(one.server, sorted(names), one.article_id, now)
            store.audit.record(one.server, who, "remove", one.article.url or one.article_id, now)
            self.drop([one.key])

    def drop(self, keys: Sequence[int]) -> None:
        """Remove articles by their rows, inside a transaction of the caller's; they may come back."""
        store = self._store
        copies = store.copies.members(keys)
        dropped = [digest for key in keys for digest in store.articles.remove(key)]
        dropped += self._origins.settle([key for key in copies if key not in set(keys)])
        store.embeddings.drop_unused(dropped)

    def allow(self, server: int, address: str, who: str, now: float) -> tuple[str, ...]:
        """Lift a server's own block, and write down who did; returns what may come back."""
        with self._store.database.transaction():
            lifted = self._store.blocked.allow(server, address)
            for name in lifted:
                self._store.items.forget(server, name)
            if lifted:
                self._store.audit.record(server, who, "allow", address, now)
        return lifted
