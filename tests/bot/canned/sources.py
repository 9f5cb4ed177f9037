"""Canned sources: following them, and the reindexes that somebody waits for."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.reports import Awaited, Counts, JobInfo, Progress, Report, SourceInfo, SourceRead, SourceRemoved, Watch
from index.types import COMMON
from tests.bot.canned.calls import CannedCalls


@dataclass
class CannedSources(CannedCalls):
    """Reads and rebuilds as a test sets it."""

    read: SourceRead = field(default_factory=lambda: SourceRead("Wire", Report(added=12, passages=40, found=40)))
    listed: list[SourceInfo] = field(default_factory=list)
    waiting: list[Awaited] = field(default_factory=list)
    job: JobInfo | None = None

    async def add_source(
        self, address: str, server: int = COMMON, who: str = "", watch: Watch | None = None
    ) -> SourceRead:
        self._called("add_source", address, server, who)
        assert watch is not None
        watch(Progress("reading", 8, 40, "articles", Counts(found=40, new=8), source="Wire"))
        if self.at_work is not None:
            await self.at_work(watch)
        return self.read

    async def remove_source(
        self, name: str, server: int = COMMON, who: str = "", keep_articles: bool = False
    ) -> SourceRemoved:
        self._called("remove_source", name, server, who, keep_articles)
        return SourceRemoved(name, 0 if keep_articles else 12)

    async def pause_source(self, name: str, server: int = COMMON, who: str = "") -> str:
        self._called("pause_source", name, server, who)
        return name

    async def resume_source(self, name: str, server: int = COMMON, who: str = "") -> str:
        self._called("resume_source", name, server, who)
        return name

    async def sources(self, server: int = COMMON) -> list[SourceInfo]:
        self._called("sources", server)
        return self.listed

    async def reindex(
        self, source: str | None = None, server: int | None = COMMON, watch: Watch | None = None, who: str = ""
    ) -> Report:
        self._called("reindex", source, server)
        assert watch is not None
        watch(Progress("embedding", 5, 10, "passages"))
        if self.at_work is not None:
            await self.at_work(watch)
        return Report(unchanged=4, passages=10, embedded=2, seconds=3)

    async def cancel_reindex(self, server: int = COMMON) -> bool:
        self._called("cancel_reindex", server)
        return True

    async def cancel_reading(self, name: str, server: int) -> bool:
        self._called("cancel_reading", name, server)
        return True

    async def await_reindex(self, one: Awaited) -> bool:
        if any(other.server == one.server for other in self.waiting):
            return False
        self.waiting.append(one)
        return True

    async def awaited_reindexes(self) -> tuple[Awaited, ...]:
        return tuple(self.waiting)

    async def awaited_reindex(self, server: int) -> Awaited | None:
        return next((one for one in self.waiting if one.server == server), None)

    async def awaited_job(self, one: Awaited) -> JobInfo | None:
        return self.job

    async def let_go(self, one: Awaited) -> None:
        self.waiting.remove(one)
