"""What is told of work and of the state of the index: outcomes, progress, sources, jobs, status. Values only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """What became of one article that was handed in."""

    ADDED = "added"
    COPY = "copy"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that was not taken: where it stood (a file and line, an address) and why."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the items that a source lists, as far as it is known: `found` is how many there are.

    `waiting` are those that a later reading takes.
    """

    found: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    copies: int = 0
    refused: int = 0
    waiting: int = 0

    @property
    def told(self) -> tuple[str, ...]:
        """What became of them, phrase by phrase, as every door says it: "40 found", "12 new", "3 refused"."""
        outcomes = (
            (self.new, "new"),
            (self.updated, "updated"),
            (self.unchanged, "unchanged"),
            (self.copies, "copies" if self.copies > 1 else "copy"),
            (self.refused, "refused"),
            (self.waiting, "left for later"),
        )
        return (f"{self.found:,} found", *(f"{number:,} {word}" for number, word in outcomes if number))


@dataclass(frozen=True, slots=True)
class Report:
    """What a piece of work did. `article_ids` are the first 10 added, updated or found unchanged.

    `copies` are articles that are new and near copies of what is stored: kept, and searched through their origin.

    Of a source that was read, `found` is how many items it listed, `waiting` how many of them a later reading takes.
    `reread` is what a reindex found when it read its source again first, None where it did not.
    """

    added: int = 0
    copies: int = 0
    updated: int = 0
    unchanged: int = 0
    passages: int = 0
    embedded: int = 0
    refusals: tuple[Refusal, ...] = ()
    article_ids: tuple[str, ...] = ()
    seconds: float = 0.0
    found: int = 0
    waiting: int = 0
    reread: Counts | None = None

    @property
    def refused(self) -> int:
        """How many were not taken."""
        return len(self.refusals)

    @property
    def counts(self) -> Counts:
        """What became of the items of a source."""
        return Counts(
            found=self.found,
            new=self.added,
            updated=self.updated,
            unchanged=self.unchanged,
            copies=self.copies,
            refused=self.refused,
            waiting=self.waiting,
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work is: `stage` is a participle ("embedding"), counted in `unit`.

    `so_far` is what became of a source's items until now, while one is read; `source` is its name, where it is new.
    """

    stage: str
    done: int
    total: int | None
    unit: str = "articles"
    so_far: Counts | None = None
    source: str | None = None


Watch = Callable[[Progress], None]
"""Called now and then on the worker's thread or the event loop; must return at once."""


class Health(StrEnum):
    """How a source does that is read again and again; what has no address is always well."""

    OK = "ok"
    FAILING = "failing"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """One source as a person sees it in a list.

    What follows `indexed_at` says how it is kept up with: `address` is None for a source whose articles were handed in.
    `reason` is why it is paused, or what went wrong at its last reading; `failures` counts those in a row. `items` is
    how many it ever listed, `refused` how many of them were not taken.
    """

    name: str
    kind: str
    server: int
    articles: int
    passages: int
    outlets: tuple[str, ...] = ()
    newest: datetime | None = None
    indexed_at: datetime | None = None
    address: str | None = None
    state: Health = Health.OK
    reason: str | None = None
    read_at: datetime | None = None
    due_at: datetime | None = None
    failures: int = 0
    items: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class SourceRead:
    """One reading of one source: what it did, or why it failed (`trouble`; the report is then empty)."""

    name: str
    report: Report
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class SourceRemoved:
    """A source that is gone, and how many articles went with it."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class JobInfo:
    """One job as recorded: `kind` is read or reindex, `state` queued, running, done, failed or cancelled.

    `started` is when it was queued, until it begins. `counts` says what became of a source's items, once it was read.
    """

    kind: str
    source: str | None
    state: str
    done: int
    total: int
    started: datetime
    ended: datetime | None = None
    reason: str | None = None
    counts: Counts | None = None


@dataclass(frozen=True, slots=True)
class Awaited:
    """A reindex that a channel waits for: who ordered it there, of which source (None: of all), and when.

    `token` is a random name for the order.
    """

    server: int
    token: str
    channel: int
    member: int
    source: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what, and when: `action` is a verb, `what` an address, an identifier or a name."""

    at: datetime
    who: str
    action: str
    what: str


@dataclass(frozen=True, slots=True)
class Status:
    """The state of the index as one server (or the operator) may see it.

    `generation` and `bytes_on_disk` are the whole folder's; a server, which could tell what others do, has None.
    """

    articles: int
    passages: int
    sources: int
    oldest: datetime | None
    newest: datetime | None
    model: str
    generation: int | None
    waiting: int
    """Passages that the vector index has yet to take in; until then keywords find them."""
    bytes_on_disk: int | None
    jobs: tuple[JobInfo, ...] = field(default=())
    changed_from: str | None = None
    """The model whose vectors stand until every passage is embedded with `model`; keywords answer meanwhile."""
