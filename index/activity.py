"""What came in and what was asked lately, as one server may see it. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from index.kept_answers import Votes
from index.reports import JobInfo

DAYS = 30
"""Days that are looked back over, today (UTC) among them: as long as answers are kept."""


@dataclass(frozen=True, slots=True)
class Budget:
    """Tokens of the language model that a server may still use today, and in a whole day."""

    left: int
    limit: int


@dataclass(frozen=True, slots=True)
class Activity:
    """The last DAYS days. `arrived` counts the articles that came in each day (UTC), the oldest day first.

    `answers` were given to questions, `quoting` of them quote something. `checked` says how many quotations were looked
    up, by verdict. `reindexed` is the last reindex that was done. `question_ms` is the median time of the last
    questions of this process, `memory` its resident bytes; both None where they are not known. `budget` is None
    without a language model.
    """

    arrived: tuple[tuple[date, int], ...]
    answers: int = 0
    quoting: int = 0
    checked: Mapping[str, int] | None = None
    votes: Votes = field(default_factory=Votes)
    reindexed: JobInfo | None = None
    question_ms: float | None = None
    memory: int | None = None
    budget: Budget | None = None
