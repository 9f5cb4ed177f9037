"""The index's face with canned outcomes of checking and canned quotations."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from index.types import COMMON, Filters, Quotation, Searched
from index.verdicts import Check, Checked, Evidence, Utterance, Verdict
from tests.bot.canned.values import DAY, EVERYTHING, a_citation
from tests.bot.canned_index import CannedIndex

SEARCHED = Searched(14, DAY, DAY)


def an_outcome(*checks: Check) -> Checked:
    """The outcome for these quotations, looked up in 14 articles."""
    return Checked(checks, SEARCHED)


def found(verdict: Verdict = Verdict.EXACT, **given: object) -> Check:
    """A quotation that stands in one article."""
    cited = a_citation()
    usual: dict[str, object] = {"evidence": (Evidence(cited, ((cited.start, cited.end),), True),)}
    return Check(cited.quote, verdict, **(usual | given))  # type: ignore[arg-type]


def an_utterance(n: int = 1, resolved: bool = False, role: str | None = "spokesman", **given: object) -> Utterance:
    """A quotation of the ledger."""
    return Utterance(a_citation(n, **given), Quotation(((10, 45),), "Dmitry Peskov", "said", resolved, role))


@dataclass
class CannedQuotations(CannedIndex):
    """An index with canned outcomes; it keeps what it was asked for."""

    outcome: Checked = field(default_factory=lambda: an_outcome(found()))
    utterances: tuple[Utterance, ...] = field(default_factory=lambda: (an_utterance(),))
    names: tuple[str, ...] = ("Dmitry Peskov",)

    async def check(
        self, text: str, server: int = COMMON, speaker: str | None = None, day: datetime | None = None
    ) -> Checked:
        self._called("check", text, server)
        return self.outcome

    async def quotes(
        self, speaker: str | None = None, topic: str | None = None, filters: Filters = EVERYTHING, limit: int = 20
    ) -> tuple[Utterance, ...]:
        self._called("quotes", speaker, topic, filters.server, filters.since)
        return self.utterances

    async def speakers(self, typed: str, server: int = COMMON, limit: int = 25) -> tuple[str, ...]:
        self._called("speakers", typed, server)
        return self.names
