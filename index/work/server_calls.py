"""What a door may do for a server as a whole: its settings, what it may still ask, forgetting it. Part of NewsIndex."""

from __future__ import annotations

import time
from datetime import datetime

from index.servers import Quota, ServerSettings, changed
from index.work.kept_articles import OPERATOR
from index.work.writing import Writing


class ServerCalls:
    """Each server has its own settings; nobody else learns of them."""

    _writing: Writing

    async def server_settings(self, server: int) -> ServerSettings:
        """What a server decided, the defaults where it never did. Waits for nothing, so any check may ask."""
        return self._writing.store.servers.settings(server)

    async def change_settings(self, server: int, settings: ServerSettings, who: str = OPERATOR) -> tuple[str, ...]:
        """Keep what a server decided and write down who did; returns what changed, a phrase each."""
        return await self._writing.worker.run(self._change, server, settings, who)

    def _change(self, server: int, settings: ServerSettings, who: str) -> tuple[str, ...]:
        store, now = self._writing.store, time.time()
        told = changed(store.servers.settings(server), settings)
        with store.database.transaction():
            for phrase in told:
                store.audit.record(server, who, "configure", phrase, now)
            store.servers.change(server, settings)
        return told

    async def count_question(self, server: int, now: datetime) -> Quota:
        """Count one question of a server's day (UTC) and say what is left; QuotaSpent.

        Give it back with the same `now` where the question was refused or failed.
        """
        return await self._writing.worker.run(self._writing.store.servers.count, server, now.timestamp())

    async def give_back_question(self, server: int, now: datetime) -> None:
        """Take a question that was counted at `now` back."""
        await self._writing.worker.run(self._writing.store.servers.give_back, server, now.timestamp())

    async def quota(self, server: int, now: datetime) -> Quota:
        """What a server may still ask today."""
        return await self._writing.worker.run(self._writing.store.servers.quota, server, now.timestamp())
