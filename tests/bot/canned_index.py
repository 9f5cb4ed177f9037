"""The index's face with canned answers, for what the bot shows and whom it lets in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from index.activity import DAYS, Activity
from index.alerts import Alert, Correction, Issue
from index.errors import NotKept, QuotaSpent, UnknownArticle
from index.findings import Finding, Findings
from index.kept_answers import CitedPassage, KeptAnswer, TriedPassage, Votes
from index.labels import Label
from index.news_index import NewsIndex
from index.reports import (
    AuditEntry,
    Awaited,
    Counts,
    JobInfo,
    Progress,
    Report,
    SourceInfo,
    SourceRead,
    SourceRemoved,
    Status,
    Watch,
)
from index.servers import Forgotten, Quota, ServerSettings, changed
from index.types import COMMON, Answer, Citation, Disagreement, Exchange, Filters, Searched, StoredArticle

EDITOR_ROLE = 424242424242424242
"""The role that the test bot's operator named."""

DAY = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


EVERYTHING = Filters()


def a_citation(n: int = 1, **given: object) -> Citation:
    """A citation with a usual value for whatever is not given."""
    usual: dict[str, object] = {
        "n": n,
        "article_id": f"a{n}",
        "title": "Kremlin waits for a date",
        "outlet": "The Daily",
        "url": "https://daily.example/kremlin",
        "published": DAY,
        "has_time": True,
        "speaker": "Dmitry Peskov",
        "quote": "It is too early to speak of timing.",
        "start": 10,
        "end": 45,
        "link": "https://daily.example/kremlin#:~:text=It%20is%20too%20early",
    }
    return Citation(**(usual | given))  # type: ignore[arg-type]


def an_answer(*citations: Citation, question: str = "What did Peskov say about timing?") -> Answer:
    """An answer that quotes the citations, or one that found nothing."""
    searched = Searched(14, datetime(2026, 1, 5, tzinfo=UTC), DAY)
    return Answer(question, bool(citations), "", citations, (), searched, 12.0)


@dataclass
class CannedIndex(NewsIndex):
    """The index's face with values set by a test; it keeps what it was asked for, and can fail or take its time."""

    answer: Answer = field(default_factory=lambda: an_answer(a_citation()))
    read: SourceRead = field(default_factory=lambda: SourceRead("Wire", Report(added=12, passages=40, found=40)))
    listed: list[SourceInfo] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    waiting: list[Awaited] = field(default_factory=list)
    job: JobInfo | None = None
    own: list[StoredArticle] = field(default_factory=list)
    labelled: dict[str, tuple[str, ...]] = field(default_factory=dict)
    decided: dict[int, ServerSettings] = field(default_factory=dict)
    asked: int = 0
    untold: dict[int, tuple[AuditEntry, ...]] = field(default_factory=dict)
    log: list[AuditEntry] = field(default_factory=list)
    present: set[int] = field(default_factory=set)
    fails_with: Exception | None = None
    at_work: Callable[[Watch], Awaitable[None]] | None = None
    calls: list[tuple[object, ...]] = field(default_factory=list)
    filters: list[Filters] = field(default_factory=list)
    before: list[Exchange | None] = field(default_factory=list)
    kept: dict[str, KeptAnswer] = field(default_factory=dict)
    pages: tuple[CitedPassage, ...] = ()
    tried: tuple[TriedPassage, ...] = ()
    differing: tuple[Disagreement, ...] = ()
    judged: dict[tuple[str, int], bool] = field(default_factory=dict)

    def _called(self, *call: object) -> None:
        self.calls.append(call)
        if self.fails_with is not None:
            raise self.fails_with

    async def ask(
        self,
        question: str,
        filters: Filters = EVERYTHING,
        now: datetime | None = None,
        *,
        after: Exchange | None = None,
        watch: Watch | None = None,
    ) -> Answer:
        self.filters.append(filters)
        self.before.append(after)
        self._called("ask", question, filters.server)
        if self.at_work is not None and watch is not None:
            await self.at_work(watch)
        return self.answer

    async def keep_answer(
        self,
        answer: Answer,
        server: int,
        channel: int,
        asker: int,
        now: datetime,
        *,
        filters: Filters | None = None,
        message: int | None = None,
        direct: bool = False,
        private: bool = False,
    ) -> KeptAnswer:
        token = f"{len(self.kept):022d}"
        speakers = tuple(c.speaker for c in answer.citations if c.speaker)
        self.kept[token] = KeptAnswer(
            *(token, server, channel, message, asker, now, answer.question, answer.question),
            *(filters or Filters(server), speakers, len(answer.citations), direct, private),
        )
        return self.kept[token]

    async def answer_shown(self, token: str, channel: int, message: int) -> None:
        self.kept[token] = replace(self.kept[token], channel=channel, message=message)

    async def kept_answer(self, token: str, server: int | None, now: datetime | None = None) -> KeptAnswer:
        kept = self.kept.get(token)
        if (
            kept is None
            or (kept.direct if server is not None else not kept.direct)
            or server not in (None, kept.server)
        ):
            raise NotKept(30)
        return kept

    async def kept_at(self, message: int, server: int | None, now: datetime | None = None) -> KeptAnswer | None:
        found = (one for one in self.kept.values() if one.message == message)
        return next((one for one in found if one.direct == (server is None) and server in (None, one.server)), None)

    async def cited_passages(self, kept: KeptAnswer) -> tuple[CitedPassage, ...]:
        return self.pages

    async def tried_passages(self, kept: KeptAnswer) -> tuple[TriedPassage, ...]:
        return self.tried

    async def otherwise(
        self, question: str, filters: Filters = EVERYTHING, now: datetime | None = None
    ) -> tuple[Disagreement, ...]:
        self._called("otherwise", question, filters.server)
        return self.differing

    async def asked_in(self, member: int, limit: int = 25) -> tuple[int, ...]:
        return tuple({one.server for one in self.kept.values() if one.asker == member and one.server != COMMON})

    async def vote(self, token: str, server: int | None, member: int, good: bool) -> None:
        self.judged[token, member] = good

    async def votes(self, server: int = COMMON) -> Votes:
        good = sum(self.judged.values())
        return Votes(good, len(self.judged) - good)

    async def spellings(self, speaker: str, server: int = COMMON) -> tuple[str, ...]:
        self._called("spellings", speaker, server)
        return ("Dmitry Peskov",)

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

    async def reindex(
        self, source: str | None = None, server: int | None = COMMON, watch: Watch | None = None, who: str = ""
    ) -> Report:
        self._called("reindex", source, server)
        assert watch is not None
        watch(Progress("embedding", 5, 10, "passages"))
        if self.at_work is not None:
            await self.at_work(watch)
        return Report(unchanged=4, passages=10, embedded=2, seconds=3)

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

    async def status(self, server: int = COMMON) -> Status:
        self._called("status", server)
        return Status(14, 60, 2, DAY, DAY, "all-MiniLM-L6-v2", 3, 0, 2_500_000)

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

    async def untold_audit(self) -> dict[int, tuple[AuditEntry, ...]]:
        told, self.untold = self.untold, {}
        return told

    async def audit(self, server: int = COMMON, limit: int = 50) -> tuple[AuditEntry, ...]:
        self._called("audit", server)
        return tuple(self.log[:limit])

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

    async def give_back_question(self, server: int, now: datetime) -> None:
        self.asked -= 1

    async def search(
        self, words: str, filters: Filters = EVERYTHING, limit: int = 8, *, skip: int = 0, newest: bool = False
    ) -> Findings:
        self._called("search", words, filters.server, skip, newest)
        searched = Searched(14, DAY, DAY)
        return Findings(tuple(self.findings[skip : skip + limit]), len(self.findings), True, searched)

    async def alerts_due(self, now: datetime) -> tuple[Alert, ...]:
        return ()

    async def digests_due(self, now: datetime) -> tuple[Issue, ...]:
        return ()

    async def corrections_due(self, now: datetime) -> tuple[Correction, ...]:
        return ()

    async def labels(self, server: int = COMMON) -> dict[str, tuple[str, ...]]:
        return self.labelled

    async def label_outlet(
        self, outlet: str, label: Label, server: int = COMMON, who: str = "", *, off: bool = False
    ) -> tuple[str, tuple[str, ...]]:
        self._called("label_outlet", outlet, label, server, who, off)
        return outlet, () if off else (label.value,)

    async def outlets(self, server: int = COMMON) -> tuple[str, ...]:
        return ("The Daily", "Daily Wire", "Other")

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

    async def cancel_reindex(self, server: int = COMMON) -> bool:
        self._called("cancel_reindex", server)
        return True

    async def cancel_reading(self, name: str, server: int) -> bool:
        self._called("cancel_reading", name, server)
        return True

    async def activity(self, now: datetime, server: int = COMMON) -> Activity:
        today = now.date()
        return Activity(tuple((today - timedelta(days=DAYS - 1 - n), n % 7) for n in range(DAYS)))
