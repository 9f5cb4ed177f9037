"""What a door may do for a server as a whole: its settings, what it may still ask, forgetting it. Part of NewsIndex."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from index.errors import CallError
from index.reports import AuditEntry
from index.servers import Forgotten, Quota, ServerSettings, changed
from index.types import COMMON
from index.work.forgetting import Forgetting
from index.work.jobs import RunningJobs
from index.work.kept_articles import OPERATOR
from index.work.writing import Writing

log = logging.getLogger(__name__)

GRACE = timedelta(days=30)
"""How long a server's data outlives the bot's removal: long enough to undo a mistake, and the month within which
European law wants a wish to be forgotten followed (GDPR, article 12.3)."""

TOLD_AT_ONCE = 100
"""Audit entries given out in one go, of all servers together: some messages."""


class ServerCalls:
    """Each server has its own settings; nobody else learns of them."""

    _writing: Writing
    _jobs: RunningJobs

    async def server_settings(self, server: int) -> ServerSettings:
        """What a server decided, the defaults where it never did. Waits for nothing, so any check may ask."""
        return self._writing.store.servers.settings(server)

    async def change_settings(
        self, server: int, change: Callable[[ServerSettings], ServerSettings], who: str = OPERATOR
    ) -> tuple[str, ...]:
        """Keep what `change` makes of a server's settings as they stand, and write down who did; returns what changed,
        a phrase each. Two who change at once change one after the other.
        """
        return await self._writing.worker.run(self._change, server, change, who)

    def _change(self, server: int, change: Callable[[ServerSettings], ServerSettings], who: str) -> tuple[str, ...]:
        store, now = self._writing.store, time.time()
        before = store.servers.settings(server)
        after = change(before)
        told = changed(before, after)
        with store.database.transaction():
            store.servers.change(server, after)
            for phrase in told:
                store.audit.record(server, who, "configure", phrase, now)
        store.servers.load()
        return told

    async def untold_audit(self) -> dict[int, tuple[AuditEntry, ...]]:
        """What audit channels have yet to be told, by server; it is given out once."""
        return await self._writing.worker.run(self._writing.store.servers.untold, TOLD_AT_ONCE)

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

    async def present_in(self, servers: Collection[int], now: datetime) -> None:
        """Note in which servers the bot is, all of them: it has left every other one it ever was in."""
        await self._writing.worker.run(self._writing.store.servers.present, servers, now.timestamp())

    async def joined(self, server: int) -> None:
        """Note that the bot is in a server: what it knew of it stays."""
        await self._writing.worker.run(self._writing.store.servers.came, server)

    async def left(self, server: int, now: datetime) -> None:
        """Note that the bot was removed from a server: it is forgotten after GRACE, unless the bot is back by then."""
        await self._writing.worker.run(self._writing.store.servers.went, server, now.timestamp())

    async def forget_left(self, now: datetime) -> tuple[int, ...]:
        """Forget the servers that the bot left more than GRACE ago; returns them."""
        over = await self._writing.worker.run(self._writing.store.servers.gone_since, (now - GRACE).timestamp())
        for server in over:
            await self.forget_server(server, f"nobody, the bot left it {GRACE.days} days ago")
        return over

    async def forget_server(self, server: int, who: str = OPERATOR) -> Forgotten:
        """Forget everything of one server, also in the files: articles, sources, settings, answers, the audit log too.

        What is common stays, and what other servers have. CallError for COMMON, which is no server.
        """
        if server == COMMON:
            raise CallError("what all servers share is no server's: name the id of one")
        forgotten = await Forgetting(self._writing, self._jobs).forget(server)
        log.info("server %d was forgotten by %s: %d articles", server, who, forgotten.articles)
        return forgotten
