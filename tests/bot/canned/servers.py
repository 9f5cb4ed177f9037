"""Canned servers: what they decided, what they may still ask, who changed what; nothing is due for them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from index.activity import DAYS, Activity
from index.alerts import Alert, Correction, Issue
from index.errors import QuotaSpent
from index.reports import AuditEntry, Status
from index.servers import Forgotten, Quota, ServerSettings, changed
from index.types import COMMON
from tests.bot.canned.calls import CannedCalls
from tests.bot.canned.values import DAY


@dataclass
class CannedServers(CannedCalls):
    """Knows the servers that a test sets."""

    decided: dict[int, ServerSettings] = field(default_factory=dict)
    asked: int = 0
    untold: dict[int, tuple[AuditEntry, ...]] = field(default_factory=dict)
    log: list[AuditEntry] = field(default_factory=list)
    present: set[int] = field(default_factory=set)

    async def server_settings(self, server: int) -> ServerSettings:
        return self.decided.get(server) or ServerSettings()

    async def change_settings(
        self, server: int, change: Callable[[ServerSettings], ServerSettings], who: str = ""
    ) -> tuple[str, ...]:
        self._called("change_settings", server, who)
        before = await self.server_settings(server)
        self.decided[server] = change(before)
        return changed(before, self.decided[server])

    async def quota(self, server: int, now: datetime) -> Quota:
        limit = (await self.server_settings(server)).daily_questions
        return Quota(max(0, limit - self.asked), limit, DAY)

    async def count_question(self, server: int, now: datetime) -> Quota:
        before = await self.quota(server, now)
        if not before.left:
            raise QuotaSpent(before.limit, before.again)
        self.asked += 1
        return await self.quota(server, now)

    async def give_back_question(self, server: int, now: datetime) -> None:
        self.asked -= 1

    async def audit(self, server: int = COMMON, limit: int = 50) -> tuple[AuditEntry, ...]:
        self._called("audit", server)
        return tuple(self.log[:limit])

    async def untold_audit(self) -> dict[int, tuple[AuditEntry, ...]]:
        told, self.untold = self.untold, {}
        return told

    async def present_in(self, servers: Collection[int], now: datetime) -> None:
        self.present = set(servers)

    async def joined(self, server: int) -> None:
        self.present.add(server)

    async def left(self, server: int, now: datetime) -> None:
        self.present.discard(server)

    async def forget_left(self, now: datetime) -> tuple[int, ...]:
        return ()

    async def forget_server(self, server: int, who: str = "") -> Forgotten:
        self._called("forget_server", server, who)
        self.decided.pop(server, None)
        return Forgotten(12, 2)

    async def status(self, server: int = COMMON) -> Status:
        self._called("status", server)
        return Status(14, 60, 2, DAY, DAY, "all-MiniLM-L6-v2", 3, 0, 2_500_000)

    async def activity(self, now: datetime, server: int = COMMON) -> Activity:
        today = now.date()
        return Activity(tuple((today - timedelta(days=DAYS - 1 - n), n % 7) for n in range(DAYS)))

    async def alerts_due(self, now: datetime) -> tuple[Alert, ...]:
        return ()

    async def digests_due(self, now: datetime) -> tuple[Issue, ...]:
        return ()

    async def corrections_due(self, now: datetime) -> tuple[Correction, ...]:
        return ()
