"""What each server has spent of the language model, in tokens a day (UTC)."""

from __future__ import annotations

from index.store.database import Database

DAY = 86_400
"""Seconds."""


class Spending:
    """The table `spending`. Moments are given as seconds since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def today(self, server: int, now: float) -> int:
        """The tokens a server has spent on the day of `now`."""
        sql = "SELECT tokens FROM spending WHERE server = ? AND day = ?"
        return int(self._database.value(sql, (server, int(now // DAY))) or 0)

    def spend(self, server: int, tokens: int, now: float) -> None:
        """Add tokens, negative ones where less was used than was set aside; days gone by are forgotten."""
        day = int(now // DAY)
        with self._database.aside(), self._database.transaction():
            self._database.write("DELETE FROM spending WHERE day < ?", (day - 1,))
            self._database.write(
                "INSERT INTO spending (server, day, tokens) VALUES (?, ?, max(?, 0))"
                " ON CONFLICT DO UPDATE SET tokens = max(tokens + ?, 0)",
                (server, day, tokens, tokens),
            )
