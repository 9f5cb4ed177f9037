"""Counts what came in and what was asked, by day (UTC), and how quotations that were checked turned out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from index.activity import DAYS
from index.reports import JobInfo
from index.store.database import Database
from index.store.jobs import job_info
from index.store.moments import EPOCH
from index.types import COMMON

DAY = 86_400
"""Seconds."""


class ActivityCounts:
    """Reads several tables; its own is `checked`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def arrived(self, server: int, now: datetime) -> tuple[tuple[date, int], ...]:
        """How many of the articles a server sees came in on each of the last days, the oldest first."""
        today = _day(now)
        sql = (
            "SELECT CAST(added / ? AS INTEGER) AS day, count(*) AS articles FROM articles"
            " WHERE server IN (?, ?) AND added >= ? GROUP BY day"
        )
        rows = self._database.read(sql, (DAY, server, COMMON, (today - DAYS + 1) * DAY))
        found = {row["day"]: row["articles"] for row in rows}
        days = range(today - DAYS + 1, today + 1)
        return tuple(((EPOCH + timedelta(days=day)).date(), found.get(day, 0)) for day in days)

    def answers(self, server: int, now: datetime) -> tuple[int, int]:
        """How many answers were given in a server in the last days, and how many of them quote something."""
        sql = (
            "SELECT count(*), coalesce(sum(EXISTS (SELECT 1 FROM cited WHERE answer = answers.id)), 0)"
            " FROM answers WHERE server = ? AND at >= ?"
        )
        (row,) = self._database.read(sql, (server, (now - timedelta(days=DAYS)).timestamp()))
        return row[0], row[1]

    def count_checks(self, server: int, verdicts: Iterable[str], now: datetime) -> None:
        """Count quotations that were looked up, by how that ended; days gone by are forgotten."""
        today = _day(now)
        with self._database.aside(), self._database.transaction():
            self._database.write("DELETE FROM checked WHERE day <= ?", (today - DAYS,))
            self._database.write_many(
                "INSERT INTO checked (server, day, verdict, quotations) VALUES (?, ?, ?, 1)"
                " ON CONFLICT DO UPDATE SET quotations = quotations + 1",
                [(server, today, verdict) for verdict in verdicts],
            )

    def checked(self, server: int, now: datetime) -> dict[str, int]:
        """How many quotations were looked up in a server in the last days, by verdict, the most frequent first."""
        sql = (
            "SELECT verdict, sum(quotations) AS quotations FROM checked WHERE server = ? AND day > ?"
            " GROUP BY verdict ORDER BY quotations DESC, verdict"
        )
        rows = self._database.read(sql, (server, _day(now) - DAYS))
        return {row["verdict"]: row["quotations"] for row in rows}

    def reindexed(self, server: int) -> JobInfo | None:
        """The last reindex of a server that was done."""
        sql = "SELECT * FROM jobs WHERE server = ? AND kind = 'reindex' AND state = 'done' ORDER BY id DESC LIMIT 1"
        rows = self._database.read(sql, (server,))
        return job_info(rows[0]) if rows else None


def _day(now: datetime) -> int:
    return int(now.timestamp() // DAY)
