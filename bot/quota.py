"""How much may be asked: each member some questions (and commands) a minute, each server its number a day.

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

PRESSES = 30
"""Commands, buttons and forms of one member within as long: who needs one every two seconds reads none of them."""

_REMEMBERED = 1_000
"""Members after which those who have not asked within a minute are forgotten."""


class TooFast(app_commands.CheckFailure):
    """A member asked, or pressed, too often; `again` is when the next is taken (aware, UTC)."""

    def __init__(self, again: datetime) -> None:
        self.again = again
        super().__init__("asked too often")


class Pace:
    """Lets each member do so many things within a minute; kept in memory, since a minute is over soon."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = most, clock
        self._lately: dict[int, deque[float]] = {}

    def note(self, member: int) -> None:
        """Count one thing of a member; TooFast."""
        now = self._clock()
        if len(self._lately) > _REMEMBERED:
            self._lately = {one: times for one, times in self._lately.items() if times[-1] > now - WITHIN}
        times = self._lately.setdefault(member, deque(maxlen=self._most))
        if len(times) == self._most and (wait := times[0] + WITHIN - now) > 0:
            raise TooFast(datetime.now(UTC) + timedelta(seconds=wait))
        times.append(now)


class Quotas:
    """Counts questions: a member's in memory, a server's in the index, where it outlives a restart."""

    def __init__(self, index: NewsIndex, clock: Callable[[], float] = time.monotonic) -> None:
        self._index = index
        self._pace = Pace(AT_ONCE, clock)

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
        self._pace.note(member)
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
