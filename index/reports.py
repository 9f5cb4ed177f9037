"""What is told of work and of the state of the index: outcomes, progress, sources, jobs, status. Values only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """What became of one article that was handed in."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that was not taken: where it stood (a file and line, an address) and why."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a piece of work did. `article_ids` are the first 10 added, updated or found unchanged."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    passages: int = 0
    embedded: int = 0
    refusals: tuple[Refusal, ...] = ()
    article_ids: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def refused(self) -> int:
        """How many were not taken."""
        return len(self.refusals)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work is: `stage` is a participle ("embedding"), counted in `unit`."""

    stage: str
    done: int
    total: int | None
    unit: str = "articles"


Watch = Callable[[Progress], None]
"""Called now and then on the worker's thread or the event loop; must return at once."""


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """One source as a person sees it in a list."""

    name: str
    kind: str
    server: int
    articles: int
    passages: int
    outlets: tuple[str, ...] = ()
    newest: datetime | None = None
    indexed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class JobInfo:
    """One reindex as recorded: `state` is running, done, failed or cancelled."""

    kind: str
    source: str | None
    state: str
    done: int
    total: int
    started: datetime
    ended: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """The state of the index as one server (or the operator) may see it."""

    articles: int
    passages: int
    sources: int
    oldest: datetime | None
    newest: datetime | None
    model: str
    generation: int
    waiting: int
    """Passages that the vector index has yet to take in; until then keywords find them."""
    bytes_on_disk: int
    jobs: tuple[JobInfo, ...] = field(default=())
