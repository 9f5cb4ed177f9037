"""How much may be asked: each member some questions a minute, each server its number a day.

Whatever asks the index for an answer does so through here, after it was acknowledged:

    answer, quota = await bot.quotas.answered(server, member, lambda: index.ask(question, Filters(server)))

and what else costs as much as an answer through `counted`, with what says whether anything was found. It raises
TooFast or QuotaSpent before the index is asked. What fails, and what the index holds no answer to, is not counted.
Show `bot.cards.quota.quota_line(quota)` below the answer: it is empty until little is left.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from discord import app_commands

from index.news_index import NewsIndex
from index.servers import Quota
from index.types import COMMON, Answer

Found = TypeVar("Found")

AT_ONCE, WITHIN = 5, 60.0
"""Questions of one member in so many seconds: an answer takes a quarter of a minute to read (1,200 characters at 250
words a minute take nearly a whole one), so nobody who reads meets this."""

_REMEMBERED = 1_000
"""Members after which those who have not asked within a minute are forgotten."""


class TooFast(app_commands.CheckFailure):
    """A member asked too often; `again` is when the next question is taken (aware, UTC)."""

    def __init__(self, again: datetime) -> None:
        self.again = again
        super().__init__("asked too often")


class Quotas:
    """Counts questions: a member's in memory, a server's in the index, where it outlives a restart."""

    def __init__(self, index: NewsIndex, clock: Callable[[], float] = time.monotonic) -> None:
        self._index, self._clock = index, clock
        self._asked: dict[int, deque[float]] = {}

    async def answered(
        self, server: int, member: int, asking: Callable[[], Awaitable[Answer]]
    ) -> tuple[Answer, Quota | None]:
        """The answer and what is left of the server's day; None in direct messages, which have none. TooFast,
        QuotaSpent, and whatever `asking` raises.
        """
        return await self.counted(server, member, asking, lambda answer: answer.found)

    async def counted(
        self, server: int, member: int, asking: Callable[[], Awaitable[Found]], found: Callable[[Found], bool]
    ) -> tuple[Found, Quota | None]:
        """The same for whatever is asked; what `found` says no to is not counted."""
        self._note(member)
        if server == COMMON:
            return await asking(), None
        now = datetime.now(UTC)
        quota = await self._index.count_question(server, now)
        counted = False
        try:
            answer = await asking()
            counted = found(answer)
        finally:
            if not counted:
                await self._index.give_back_question(server, now)
        return answer, quota if counted else Quota(quota.left + 1, quota.limit, quota.again)

    def _note(self, member: int) -> None:
        """Count a member's question; TooFast."""
        now = self._clock()
        if len(self._asked) > _REMEMBERED:
            self._asked = {one: times for one, times in self._asked.items() if times[-1] > now - WITHIN}
        times = self._asked.setdefault(member, deque(maxlen=AT_ONCE))
        if len(times) == AT_ONCE and (wait := times[0] + WITHIN - now) > 0:
            raise TooFast(datetime.now(UTC) + timedelta(seconds=wait))
        times.append(now)
