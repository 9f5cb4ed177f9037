"""What a door may do with the sources that a server follows: the part of NewsIndex that hands on to `following`."""

from __future__ import annotations

from pathlib import Path

from index.reports import SourceRead, SourceRemoved, Watch
from index.types import COMMON
from index.work.following import Following
from index.work.kept_articles import OPERATOR
from index.work.writing import unwatched


class SourceCalls:
    """Each server has its own sources; `who` is written in the audit log."""

    _following: Following

    async def add_source(
        self, address: str, server: int = COMMON, who: str = OPERATOR, watch: Watch | None = None
    ) -> SourceRead:
        """Follow a feed, a sitemap, a list of pages, or the feed of a site's page, and read it at once.

        SourceExists; GatherError, with the reason, where it is none of these. `trouble` tells why a reading failed.
        """
        return await self._following.add(address, server, who, watch or unwatched)

    async def add_local_source(
        self, path: Path, server: int = COMMON, who: str = OPERATOR, watch: Watch | None = None
    ) -> SourceRead:
        """Follow a folder of files, or a file of web addresses, of this machine: for its operator alone.

        SourceExists, UnreadableFile; GatherError where it is none of these.
        """
        return await self._following.add_local(path, server, who, watch or unwatched)

    async def remove_source(
        self, name: str, server: int = COMMON, who: str = OPERATOR, keep_articles: bool = False
    ) -> SourceRemoved:
        """Forget a source that `server` owns, with its articles unless they are to be kept. UnknownSource."""
        return await self._following.remove(name, server, who, keep_articles)

    async def pause_source(self, name: str, server: int = COMMON, who: str = OPERATOR) -> str:
        """Read a source no more until it is resumed; returns its name. UnknownSource, NothingToRead."""
        return await self._following.pause(name, server, who)

    async def resume_source(self, name: str, server: int = COMMON, who: str = OPERATOR) -> str:
        """Read a source again, whatever paused it; returns its name. UnknownSource, NothingToRead."""
        return await self._following.resume(name, server, who)

    async def read_source(self, name: str, server: int = COMMON, watch: Watch | None = None) -> SourceRead:
        """Read a source now, due or not. UnknownSource, NothingToRead, JobRunning, JobCancelled."""
        return await self._following.read(await self._following.owned(name, server), watch or unwatched)

    async def read_sources(self, server: int | None = None, watch: Watch | None = None) -> list[SourceRead]:
        """Read the sources of a server (None: of all) that are due, one after the other."""
        return [await self._following.read(one, watch or unwatched) for one in await self._following.due(server)]
