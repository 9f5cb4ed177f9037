"""What a door may ask about the last days and about this process. Part of NewsIndex."""

from __future__ import annotations

import os
import statistics
from collections import deque
from datetime import datetime
from pathlib import Path

from index.activity import Activity, Budget
from index.types import COMMON
from index.work.language import Language
from index.work.writing import Writing

PACED = 200
"""Questions whose times are kept: an hour or a day of a server, and enough for a median."""

_STATM = Path("/proc/self/statm")
"""Where Linux says how many pages of memory a process has: `man 5 proc`."""


class Pace:
    """How long the last questions of this process took."""

    def __init__(self) -> None:
        self._ms: deque[float] = deque(maxlen=PACED)

    def add(self, ms: float) -> None:
        """Note one."""
        self._ms.append(ms)

    @property
    def median(self) -> float | None:
        """In milliseconds; None before the first question."""
        return statistics.median(self._ms) if self._ms else None


class ActivityCalls:
    """Counts alone; a server sees its own and what is common."""

    _writing: Writing
    _language: Language | None
    _pace: Pace

    async def activity(self, now: datetime, server: int = COMMON) -> Activity:
        """What came in and was asked in the last 30 days, and how this process does."""
        return await self._writing.worker.run(self._activity, now, server)

    def _activity(self, now: datetime, server: int) -> Activity:
        store = self._writing.store
        answers, quoting = store.activity.answers(server, now)
        left, limit = self._language.budget(server, now.timestamp()) if self._language else (0, 0)
        return Activity(
            arrived=store.activity.arrived(server, now),
            answers=answers,
            quoting=quoting,
            checked=store.activity.checked(server, now),
            votes=store.answers.votes(server),
            reindexed=store.activity.reindexed(server),
            question_ms=self._pace.median,
            memory=resident_bytes(),
            budget=Budget(left, limit) if self._language else None,
        )


def resident_bytes() -> int | None:
    """The memory that this process has; None where the system does not say."""
    try:
        pages = int(_STATM.read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")
