"""NewsIndex: the one asynchronous face of the index. Orders what others do; decides nothing itself.

Everything slow is a short job of the worker thread. A writer holds the write lock for one batch at a time, so that an
added article waits for seconds at most while thousands are imported, and a question for one job.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime

from index.answer.answering import Answering
from index.answer.follow_up import whole
from index.errors import (
    QuestionError,
    UnknownSource,
    VerbatimError,
)
from index.gather.gatherer import Gatherer
from index.gather.wording import storable
from index.reports import Progress, Report, SourceInfo, Status, Watch
from index.store.folder import DataFolder
from index.types import COMMON, Answer, Exchange, Filters, Hit
from index.work.activity_calls import ActivityCalls, Pace
from index.work.adding import Adding
from index.work.adding_calls import AddingCalls
from index.work.alert_calls import AlertCalls
from index.work.answer_calls import AnswerCalls
from index.work.following import Following
from index.work.job_calls import JobCalls
from index.work.jobs import RunningJobs
from index.work.keeping_up import KeepingUp
from index.work.kept_articles import OPERATOR, KeptArticles
from index.work.label_calls import LabelCalls
from index.work.language import Language
from index.work.quotation_calls import QuotationCalls
from index.work.reading import Reading
from index.work.rebuilding import Rebuilding
from index.work.search_calls import SearchCalls
from index.work.server_calls import ServerCalls
from index.work.source_calls import SourceCalls
from index.work.story_calls import StoryCalls
from index.work.writing import Writing, unwatched

log = logging.getLogger(__name__)

QUESTION_LIMIT = 2_000
"""Characters in a question at most: ten times a long one, so there is room for a pasted quotation."""


def checked(question: str) -> str:
    """A question as it is asked: without space around it; QuestionError for an empty or too long one."""
    asked = storable(question).strip()
    if not 0 < len(asked) <= QUESTION_LIMIT:
        raise QuestionError(len(asked), QUESTION_LIMIT)
    return asked


class NewsIndex(
    AddingCalls,
    KeptArticles,
    SourceCalls,
    QuotationCalls,
    SearchCalls,
    StoryCalls,
    AnswerCalls,
    AlertCalls,
    ServerCalls,
    LabelCalls,
    JobCalls,
    ActivityCalls,
):
    """Everything a door may do. Every call returns values or raises one of `index.errors`; none blocks the event loop.

    Made by `assemble.open_news_index`. A `server` sees its own articles and those of COMMON, and changes only its own.
    """

    def __init__(
        self,
        folder: DataFolder,
        writing: Writing,
        gatherer: Gatherer,
        answering: Answering,
        language: Language | None = None,
    ) -> None:
        self._folder, self._writing, self._gatherer, self._answering = folder, writing, gatherer, answering
        self._language, self._pace = language, Pace()
        self._run, self._store = writing.worker.run, writing.store
        self._adding, self._jobs = Adding(writing), RunningJobs(writing)
        reading = Reading(writing, gatherer)
        self._following = Following(writing, gatherer, self._jobs, reading)
        self._rebuilding = Rebuilding(writing, self._jobs, reading)
        self._keeping_up = KeepingUp(writing, self._following, self._rebuilding, self.settled)
        self._settling: asyncio.Task[None] | None = None

    async def ask(
        self,
        question: str,
        filters: Filters = Filters(),
        now: datetime | None = None,
        *,
        after: Exchange | None = None,
        watch: Watch | None = None,
    ) -> Answer:
        """Answer a question from what `filters` lets it see; `now` is the moment at which it counts as asked.

        `after` is what was asked before, where this follows it up. Where there is a language model, it words the answer
        as far as that can be proven. QuestionError for an empty question or one of more than QUESTION_LIMIT characters;
        UnknownSource.
        """
        asked = await self._asked(question, filters)
        meant = whole(asked, after)[:QUESTION_LIMIT]
        if watch is not None:
            there = await self._run(self._store.articles.searched, filters)
            watch(Progress("searching", there.articles, None, "articles"))
        answer = await self._run(self._answering.answer, meant, filters, now or datetime.now(UTC))
        self._pace.add(answer.ms)
        if meant != asked:
            answer = replace(answer, question=asked, understood=meant)
        return await self._language.worded(answer, filters.server, watch or unwatched) if self._language else answer

    async def find(
        self, question: str, filters: Filters = Filters(), now: datetime | None = None, limit: int = 10
    ) -> list[Hit]:
        """The likeliest passages for a question, best first, at most `limit` of those read closely (30).

        Unlike `ask` it does not decide whether they answer it. QuestionError, UnknownSource.
        """
        asked = await self._asked(question, filters)
        return await self._run(self._answering.find, asked, filters, now or datetime.now(UTC), limit)

    async def _asked(self, question: str, filters: Filters) -> str:
        asked = checked(question)
        if filters.source is not None and not await self._run(
            self._store.sources.knows, filters.server, filters.source
        ):
            raise UnknownSource(filters.source, await self._run(self._store.sources.names, filters.server))
        return asked

    async def reindex(
        self,
        source: str | None = None,
        server: int | None = COMMON,
        watch: Watch | None = None,
        who: str = OPERATOR,
    ) -> Report:
        """Rebuild the passages of a source (or of all that `server` owns) beside the live ones and swap.

        A source with an address is read first, every page of it. `server` None is the operator: every server's
        articles. JobRunning, JobCancelled, UnknownSource.
        """
        if source is not None and not await self._run(self._store.sources.owns, server, source):
            raise UnknownSource(source, await self._run(self._store.sources.owned_names, server))
        report = await self._rebuilding.run(server, source, watch or unwatched)
        what = source or "everything"
        await self._run(self._store.audit.record, server or COMMON, who, "reindex", what, time.time())
        return report

    async def cancel_reindex(self, server: int = COMMON) -> bool:
        """Ask the reindex that this server ordered to stop; False where there is none. It then raises JobCancelled."""
        return self._rebuilding.cancel(server)

    def cancel_jobs(self) -> None:
        """Ask every job to stop for good; without this, `close` leaves them to be begun again by the next process."""
        self._jobs.cancel_all()

    async def known(self, articles: Collection[str], server: int = COMMON) -> set[str]:
        """Of these identifiers and addresses those whose article `server` sees."""
        find = self._store.articles.find
        return await self._run(lambda: {one for one in articles if find(server, one, one)})

    def keep_up(self) -> None:
        """Begin, in the background, to read what is due, and to do what an earlier process was stopped at."""
        self._keeping_up.begin()

    async def sources(self, server: int = COMMON) -> list[SourceInfo]:
        """The sources `server` may see: its own and the common ones."""
        return await self._run(lambda: self._store.sources.listed(server, self._store.generations.live))

    async def status(self, server: int = COMMON) -> Status:
        """Counts, dates, model, generation and recent jobs as `server` may see them."""
        return await self._run(lambda: self._store.status(server, self._folder.bytes_on_disk()))

    def settle(self, watch: Watch | None = None) -> None:
        """Begin, in the background, to bring the vector index to what is stored; keywords answer meanwhile."""
        self._settling = asyncio.create_task(self._settle(watch or unwatched), name="settling")

    async def settled(self) -> None:
        """Wait until that is done."""
        if self._settling is not None:
            await self._settling

    async def _settle(self, watch: Watch) -> None:
        try:
            if await self._run(self._store.outdated):
                log.info("the embedding model has changed: every passage is embedded again, keywords answer meanwhile")
                await self._rebuilding.run(None, None, watch)
            await self._writing.catch_up(watch)
        except VerbatimError as error:
            log.error("the passages were not embedded anew, keywords answer: %s", error)

    async def close(self) -> None:
        """Stop the jobs at work, to be begun again next time; close the stores, release the data folder."""
        await self._keeping_up.close()
        await self._jobs.close()
        if self._settling is not None:
            self._settling.cancel()
            await asyncio.gather(self._settling, return_exceptions=True)
        await self._gatherer.close()
        if self._language is not None:
            await self._language.close()
        await self._run(self._store.close)
        self._writing.worker.close()
        self._folder.close()
