"""What a door may ask beyond one answer: who says otherwise, what was reported when. Part of NewsIndex."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from index.answer.answering import Answering
from index.stories import Timeline
from index.types import Disagreement, Filters
from index.work.writing import Writing


class StoryCalls:
    """Reads only; a server sees its own articles and the common ones."""

    _writing: Writing
    _answering: Answering

    if TYPE_CHECKING:

        async def _asked(self, question: str, filters: Filters) -> str:
            """NewsIndex's: the question as it is asked."""

    async def otherwise(
        self, question: str, filters: Filters = Filters(), now: datetime | None = None
    ) -> tuple[Disagreement, ...]:
        """Where outlets that are no copies of one another give other numbers or days for what a question is about.

        QuestionError for an empty or too long question, UnknownSource.
        """
        asked = await self._asked(question, filters)
        return await self._writing.worker.run(self._answering.otherwise, asked, filters, now or datetime.now(UTC))

    async def timeline(
        self, topic: str, filters: Filters = Filters(), now: datetime | None = None, limit: int = 12
    ) -> Timeline:
        """What was reported on a topic when, an entry for each text and its copies, at most `limit`, the oldest first.

        A topic may name days, outlets or people as a question does. QuestionError, UnknownSource.
        """
        asked = await self._asked(topic, filters)
        return await self._writing.worker.run(self._answering.timeline, asked, filters, now or datetime.now(UTC), limit)
