"""What a door may do with quotations: have pasted ones checked, list who said what. Part of NewsIndex."""

from __future__ import annotations

from datetime import UTC, datetime

from index.answer.ledger import Ledger
from index.errors import QuotationError
from index.gather.wording import storable
from index.types import COMMON, Filters
from index.verdicts import Checked, Utterance
from index.work.checking import Checking
from index.work.writing import Writing

TEXT_LIMIT = 4_000
"""Characters in a text whose quotations are checked: the longest message Discord lets anybody write."""


def checkable(text: str) -> str:
    """A text as it is checked: without space around it; QuotationError for an empty or too long one."""
    pasted = storable(text).strip()
    if not 0 < len(pasted) <= TEXT_LIMIT:
        raise QuotationError(len(pasted), TEXT_LIMIT)
    return pasted


class QuotationCalls:
    """Reads only; a server sees its own articles and the common ones."""

    _writing: Writing

    async def check(
        self, text: str, server: int = COMMON, speaker: str | None = None, day: datetime | None = None
    ) -> Checked:
        """Look up each quotation in a text, or the text itself, in every version of every article that a server sees.

        `speaker` and `day` are whose and of which day the words are said to be; without them, what the text says of it.
        QuotationError for an empty text or one of more than TEXT_LIMIT characters.
        """
        checking, run = Checking(self._writing.store), self._writing.worker.run
        checked = await run(checking.check, checkable(text), server, speaker, day)
        verdicts = [one.verdict.value for one in checked.checks]
        await run(self._writing.store.activity.count_checks, server, verdicts, datetime.now(UTC))
        return checked

    async def quotes(
        self, speaker: str | None = None, topic: str | None = None, filters: Filters = Filters(), limit: int = 20
    ) -> tuple[Utterance, ...]:
        """Direct quotations, newest first: of a speaker, by last or full name, from passages with the topic's words."""
        ledger = Ledger(self._writing.store)
        return await self._writing.worker.run(ledger.quotes, speaker, topic, filters, limit)

    async def speakers(self, typed: str, server: int = COMMON, limit: int = 25) -> tuple[str, ...]:
        """Names of those who are quoted in what a server sees that go on from `typed`, the most quoted first."""
        ledger = Ledger(self._writing.store)
        return await self._writing.worker.run(ledger.speakers, typed, server, limit)
