"""Reindexes whose outcome a channel waits for, also when Verbatim was stopped before it could be told there."""

from __future__ import annotations

from datetime import timedelta

from index.reports import Awaited, JobInfo
from index.store.database import Database, Row
from index.store.jobs import job_info
from index.store.moments import EPOCH


class AwaitedJobs:
    """The table `awaited`: at most one row a server."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, one: Awaited) -> bool:
        """Keep who waits; False where somebody waits for a reindex of that server already."""
        before = self._database.changes
        self._database.write(
            "INSERT OR IGNORE INTO awaited (server, token, channel, member, source, at) VALUES (?, ?, ?, ?, ?, ?)",
            (one.server, one.token, one.channel, one.member, one.source, one.at.timestamp()),
        )
        return self._database.changes > before

    def all(self) -> tuple[Awaited, ...]:
        """Everybody who waits."""
        return tuple(map(_awaited, self._database.read("SELECT * FROM awaited ORDER BY at")))

    def of(self, server: int) -> Awaited | None:
        """Who waits in a server."""
        rows = self._database.read("SELECT * FROM awaited WHERE server = ?", (server,))
        return _awaited(rows[0]) if rows else None

    def drop(self, one: Awaited) -> None:
        """Nobody waits any more; once more is no error."""
        self._database.write("DELETE FROM awaited WHERE server = ? AND token = ?", (one.server, one.token))

    def job(self, one: Awaited) -> JobInfo | None:
        """The newest reindex of that server from the moment of the order on."""
        sql = (
            "SELECT * FROM jobs WHERE server = ? AND kind = 'reindex' AND everyone = 0 AND queued >= ?"
            " ORDER BY id DESC LIMIT 1"
        )
        rows = self._database.read(sql, (one.server, one.at.timestamp()))
        return job_info(rows[0]) if rows else None


def _awaited(row: Row) -> Awaited:
    at = EPOCH + timedelta(seconds=row["at"])
    return Awaited(row["server"], row["token"], row["channel"], row["member"], row["source"], at)
