"""What a door may do to add articles: by address, from files, the starter articles. Part of NewsIndex."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

from index.errors import NotAnArticle, SettingsError, TakenDown
from index.gather.gatherer import Gatherer
from index.gather.record_files import count_lines, read_record_file
from index.gather.typed import typed_article
from index.gather.urls import canonical_address
from index.reports import Progress, Report, Watch
from index.store.sources import BY_HAND, STARTER
from index.types import COMMON
from index.work.adding import Adding
from index.work.kept_articles import OPERATOR
from index.work.writing import Writing, unwatched


class AddingCalls:
    """What is added belongs to the server that adds it; `who` is written in the audit log."""

    _writing: Writing
    _gatherer: Gatherer
    _adding: Adding

    async def add_address(
        self, address: str, server: int = COMMON, watch: Watch | None = None, who: str = OPERATOR
    ) -> Report:
        """Fetch one article and add it; GatherError where there is none to be had. Report.article_ids[0] is it.

        TakenDown where it was removed and not allowed again. `who` stands in the audit log.
        """
        known = canonical_address(address)
        if await self._writing.worker.run(self._writing.store.blocked.among, server, [known]):
            raise TakenDown(known)
        (watch or unwatched)(Progress("fetching", 0, 1, "pages"))
        article = await self._gatherer.from_address(address)
        report = await self._adding.take_in(iter([article]), server, BY_HAND, watch or unwatched)
        return await self._noted(report, server, who, "add", article.url or known)

    async def add_file(
        self, name: str, data: bytes, server: int = COMMON, watch: Watch | None = None, who: str = OPERATOR
    ) -> Report:
        """Add the article in an uploaded text, markdown, HTML or PDF file; `name` is the file's name."""
        article = await self._gatherer.from_file(name, data)
        report = await self._adding.take_in(iter([article]), server, BY_HAND, watch or unwatched)
        return await self._noted(report, server, who, "add", name)

    async def add_text(
        self,
        title: str,
        outlet: str,
        text: str,
        server: int = COMMON,
        *,
        published: str | None = None,
        address: str | None = None,
        watch: Watch | None = None,
        who: str = OPERATOR,
    ) -> Report:
        """Add an article as somebody typed it. NoDate, AddressRefused, NotAnArticle where a part of it is missing."""
        article = typed_article(title, outlet, text, published, address)
        report = await self._adding.take_in(iter([article]), server, BY_HAND, watch or unwatched)
        return await self._noted(report, server, who, "add", article.url or article.title)

    async def import_file(
        self,
        path: Path,
        server: int = COMMON,
        until: datetime | None = None,
        watch: Watch | None = None,
        who: str = OPERATOR,
    ) -> Report:
        """Add the articles of a JSONL file, a line each; bad lines are refused one by one, the others are added.

        Every batch is acknowledged by itself: a second run of an import that was stopped goes on where it was.
        """
        total = await self._writing.worker.run(count_lines, path)
        if total == 0:
            raise NotAnArticle(path.name, "it is empty")
        source = (path.stem, "import")
        articles = read_record_file(path, until)
        report = await self._adding.take_in(articles, server, source, watch or unwatched, total)
        return await self._noted(report, server, who, "import", path.name)

    async def _noted(self, report: Report, server: int, who: str, action: str, what: str) -> Report:
        """A report, after who did it was written down, where anything was taken in."""
        if report.added or report.copies or report.updated:
            await self._writing.worker.run(self._writing.store.audit.record, server, who, action, what, time.time())
        return report

    async def add_starter_articles(self, folder: Path, watch: Watch | None = None) -> Report:
        """Give an index that never held an article those of a folder, in one transaction: all of them or none.

        SettingsError where there is no such folder.
        """
        if await self._writing.worker.run(self._writing.store.articles.ever_held_any):
            return Report()
        if not await self._writing.worker.run(folder.is_dir):
            raise SettingsError(f"SEEDS_DIR {folder} is no folder: name one that holds .md articles, or none at all")
        files = await self._writing.worker.run(
            lambda: [(path.name, path.read_bytes()) for path in sorted(folder.glob("*.md"))]
        )
        articles = [await self._gatherer.from_file(name, data) for name, data in files]
        return await self._adding.take_in(
            iter(articles), COMMON, STARTER, watch or unwatched, total=len(articles), at_once=max(1, len(articles))
        )
