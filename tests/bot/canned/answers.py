"""Canned answers: asking, looking for words, keeping what was answered, judging it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from index.errors import NotKept
from index.findings import Finding, Findings
from index.kept_answers import CitedPassage, KeptAnswer, TriedPassage, Votes
from index.reports import Watch
from index.types import COMMON, Answer, Disagreement, Exchange, Filters, Searched
from tests.bot.canned.calls import CannedCalls
from tests.bot.canned.values import DAY, EVERYTHING, a_citation, an_answer


@dataclass
class CannedAnswers(CannedCalls):
    """Answers as a test sets it."""

    answer: Answer = field(default_factory=lambda: an_answer(a_citation()))
    findings: list[Finding] = field(default_factory=list)
    filters: list[Filters] = field(default_factory=list)
    before: list[Exchange | None] = field(default_factory=list)
    kept: dict[str, KeptAnswer] = field(default_factory=dict)
    pages: tuple[CitedPassage, ...] = ()
    tried: tuple[TriedPassage, ...] = ()
    differing: tuple[Disagreement, ...] = ()
    judged: dict[tuple[str, int], bool] = field(default_factory=dict)

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

    async def otherwise(
        self, question: str, filters: Filters = EVERYTHING, now: datetime | None = None
    ) -> tuple[Disagreement, ...]:
        self._called("otherwise", question, filters.server)
        return self.differing

    async def search(
        self, words: str, filters: Filters = EVERYTHING, limit: int = 8, *, skip: int = 0, newest: bool = False
    ) -> Findings:
        self._called("search", words, filters.server, skip, newest)
        searched = Searched(14, DAY, DAY)
        return Findings(tuple(self.findings[skip : skip + limit]), len(self.findings), True, searched)

    async def spellings(self, speaker: str, server: int = COMMON) -> tuple[str, ...]:
        self._called("spellings", speaker, server)
        return ("Dmitry Peskov",)

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

    async def asked_in(self, member: int, limit: int = 25) -> tuple[int, ...]:
        return tuple({one.server for one in self.kept.values() if one.asker == member and one.server != COMMON})

    async def vote(self, token: str, server: int | None, member: int, good: bool) -> None:
        self.judged[token, member] = good

    async def votes(self, server: int = COMMON) -> Votes:
        good = sum(self.judged.values())
        return Votes(good, len(self.judged) - good)
