"""Canned articles: adding and removing them, and what their outlets are called."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.errors import UnknownArticle
from index.labels import Label
from index.reports import Report, Watch
from index.types import COMMON, StoredArticle
from tests.bot.canned.calls import CannedCalls


@dataclass
class CannedArticles(CannedCalls):
    """Holds the articles that a test sets."""

    own: list[StoredArticle] = field(default_factory=list)
    labelled: dict[str, tuple[str, ...]] = field(default_factory=dict)

    async def add_address(
        self, address: str, server: int = COMMON, watch: Watch | None = None, who: str = ""
    ) -> Report:
        self._called("add_address", address, server)
        return Report(added=1, passages=3, embedded=3, article_ids=("a1",), seconds=0.4)

    async def add_file(
        self, name: str, data: bytes, server: int = COMMON, watch: Watch | None = None, who: str = ""
    ) -> Report:
        self._called("add_file", name, data, server)
        return Report(added=1, passages=3, embedded=3, article_ids=("a1",), seconds=0.4)

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
        who: str = "",
    ) -> Report:
        self._called("add_text", title, outlet, text, server, published, address, who)
        return Report(added=1, passages=3, embedded=3, article_ids=("a1",), seconds=0.4)

    async def own_articles(self, typed: str = "", server: int = COMMON, limit: int = 25) -> tuple[StoredArticle, ...]:
        self._called("own_articles", typed, server)
        return tuple(self.own[:limit])

    async def own_article(self, article_id: str, server: int = COMMON) -> StoredArticle:
        self._called("own_article", article_id, server)
        for one in self.own:
            if one.article_id == article_id:
                return one
        raise UnknownArticle(article_id)

    async def remove(self, article_id: str, server: int = COMMON, who: str = "") -> str:
        self._called("remove", article_id, server, who)
        return "Kremlin waits for a date"

    async def outlets(self, server: int = COMMON) -> tuple[str, ...]:
        return ("The Daily", "Daily Wire", "Other")

    async def labels(self, server: int = COMMON) -> dict[str, tuple[str, ...]]:
        return self.labelled

    async def label_outlet(
        self, outlet: str, label: Label, server: int = COMMON, who: str = "", *, off: bool = False
    ) -> tuple[str, tuple[str, ...]]:
        self._called("label_outlet", outlet, label, server, who, off)
        return outlet, () if off else (label.value,)
