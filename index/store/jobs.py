"""One row a job: what was asked for, how far it came and how it ended. Running it is `index.work.jobs`' part."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Literal

from index.reports import Counts, JobInfo
from index.store.database import Database, Row
from index.store.moments import EPOCH, from_column

Ending = Literal["done", "failed", "cancelled"]

STARTS = 3
"""So often a job is begun that Verbatim did not survive: one that kills it must not keep it from ever starting."""
KEPT = 500
"""Ended jobs of a server that are kept: some days of readings."""


class JobKind(StrEnum):
    """What a job does."""

    READ = "read"
    REINDEX = "reindex"


@dataclass(frozen=True, slots=True)
class Order:
    """What a job is asked to do: for which server, of which source (None: of all). `everyone`: of every server."""

    kind: JobKind
    server: int
    source: str | None = None
    everyone: bool = False


class Jobs:
    """The table `jobs`. Moments are given as seconds since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def queue(self, order: Order, now: float) -> int:
        """Record what is asked for, or take over the row of the same order that an earlier process left; its number."""
        asked = (order.server, order.kind, order.source, order.everyone)
        waiting = self._database.value(
            "SELECT id FROM jobs WHERE state = 'queued' AND server = ? AND kind = ? AND source IS ? AND everyone = ?",
            asked,
        )
        return waiting or self._database.write(
            "INSERT INTO jobs (server, kind, source, everyone, state, queued) VALUES (?, ?, ?, ?, 'queued', ?)",
            (*asked, now),
        )

    def begin(self, job: int, now: float) -> None:
        """Record that a job begins."""
        self._database.write(
            "UPDATE jobs SET state = 'running', started = ?, starts = starts + 1, done = 0 WHERE id = ?", (now, job)
        )

    def advance(self, job: int, done: int, total: int | None = None) -> None:
        """Record how far a job is, and of how much where that has become known."""
        self._database.write("UPDATE jobs SET done = ?, total = coalesce(?, total) WHERE id = ?", (done, total, job))

    def end(self, job: int, state: Ending, now: float, reason: str | None = None) -> None:
        """Record how a job ended; one that has ended stays as it is."""
        self._database.write(
            "UPDATE jobs SET state = ?, ended = ?, reason = ? WHERE id = ? AND state IN ('queued', 'running')",
            (state, now, reason, job),
        )

    def count(self, job: int, counts: Counts) -> None:
        """Keep what became of the items of the source that a job read."""
        self._database.write("UPDATE jobs SET counts = ? WHERE id = ?", (json.dumps(asdict(counts)), job))

    def requeue(self, job: int) -> None:
        """A job that was stopped in order is to be begun again, as if it never had been."""
        self._database.write("UPDATE jobs SET state = 'queued', starts = max(0, starts - 1) WHERE id = ?", (job,))

    def interrupted(self, now: float) -> None:
        """What a process that ended in disorder left running is to be begun again, so long as it does not end that."""
        self._database.write(
            "UPDATE jobs SET state = 'failed', ended = ?, reason = 'Verbatim stopped each time it ran'"
            " WHERE state = 'running' AND starts >= ?",
            (now, STARTS),
        )
        self._database.write("UPDATE jobs SET state = 'queued' WHERE state = 'running'")

    def waiting(self) -> list[tuple[int, Order]]:
        """The jobs that are queued, oldest first, by number."""
        rows = self._database.read("SELECT * FROM jobs WHERE state = 'queued' ORDER BY id")
        return [
            (row["id"], Order(JobKind(row["kind"]), row["server"], row["source"], bool(row["everyone"])))
            for row in rows
        ]

    def recent(self, server: int, limit: int = 5) -> tuple[JobInfo, ...]:
        """A server's jobs, those at work before those that ended, newest first."""
        sql = "SELECT * FROM jobs WHERE server = ? ORDER BY state IN ('queued', 'running') DESC, id DESC LIMIT ?"
        return tuple(job_info(row) for row in self._database.read(sql, (server, limit)))

    def drop_old(self, server: int) -> None:
        """Forget all but the newest of a server's ended jobs."""
        self._database.write(
            "DELETE FROM jobs WHERE server = ? AND state NOT IN ('queued', 'running') AND id <="
            " (SELECT id FROM jobs WHERE server = ? ORDER BY id DESC LIMIT 1 OFFSET ?)",
            (server, server, KEPT),
        )


def job_info(row: Row) -> JobInfo:
    """A row of `jobs` as a person sees it."""
    return JobInfo(
        kind=row["kind"],
        source=row["source"],
        state=row["state"],
        done=row["done"],
        total=row["total"],
        started=EPOCH + timedelta(seconds=row["started"] or row["queued"]),
        ended=from_column(row["ended"]),
        reason=row["reason"],
        counts=Counts(**json.loads(row["counts"])) if row["counts"] else None,
    )
