"""One row a job: what was started, how far it came and how it ended."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from index.reports import JobInfo
from index.store.database import Database
from index.store.moments import EPOCH, from_column

Ending = Literal["done", "failed", "cancelled"]


class Jobs:
    """The table `jobs`. Moments are given as seconds since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def start(self, server: int, kind: str, source: str | None, total: int, now: float) -> int:
        """Record a job that begins; returns its number."""
        return self._database.write(
            "INSERT INTO jobs (server, kind, source, state, total, queued, started)"
            " VALUES (?, ?, ?, 'running', ?, ?, ?)",
            (server, kind, source, total, now, now),
        )

    def advance(self, job: int, done: int) -> None:
        """Record how far a job is."""
        self._database.write("UPDATE jobs SET done = ? WHERE id = ?", (done, job))

    def end(self, job: int, state: Ending, now: float, reason: str | None = None) -> None:
        """Record how a job ended."""
        self._database.write("UPDATE jobs SET state = ?, ended = ?, reason = ? WHERE id = ?", (state, now, reason, job))

    def interrupted(self, now: float) -> None:
        """Mark what a stopped process left running: nothing of it was swapped in, so it failed."""
        self._database.write(
            "UPDATE jobs SET state = 'failed', ended = ?, reason = 'Verbatim stopped while it ran'"
            " WHERE state = 'running'",
            (now,),
        )

    def recent(self, server: int, limit: int = 5) -> tuple[JobInfo, ...]:
        """A server's newest jobs, newest first."""
        rows = self._database.read("SELECT * FROM jobs WHERE server = ? ORDER BY id DESC LIMIT ?", (server, limit))
        return tuple(
            JobInfo(
                kind=row["kind"],
                source=row["source"],
                state=row["state"],
                done=row["done"],
                total=row["total"],
                started=EPOCH + timedelta(seconds=row["started"]),
                ended=from_column(row["ended"]),
                reason=row["reason"],
            )
            for row in rows
        )
