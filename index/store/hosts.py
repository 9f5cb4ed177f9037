"""What hosts said to those who read them, kept across restarts. What follows from it is gathering's part."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from index.pages import HostState
from index.store.database import Database
from index.store.moments import EPOCH, from_column

KEPT = timedelta(days=30)
"""After that a robots.txt may not even stand in for one that can't be read (RFC 9309, section 2.3.1.4)."""


class Hosts:
    """The table `hosts`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, host: str) -> HostState:
        """What a host said; an empty state for one that was never asked."""
        rows = self._database.read("SELECT not_before, robots, robots_read FROM hosts WHERE host = ?", (host,))
        return HostState(from_column(rows[0][0]), rows[0][1], from_column(rows[0][2])) if rows else HostState()

    def save(self, host: str, state: HostState) -> None:
        """Keep what a host said, and forget those that said nothing of use for KEPT."""
        old = exact(datetime.now(UTC) - KEPT)
        with self._database.transaction():
            self._database.write(
                "INSERT OR REPLACE INTO hosts (host, not_before, robots, robots_read) VALUES (?, ?, ?, ?)",
                (host, exact(state.not_before), state.robots, exact(state.robots_read)),
            )
            self._database.write(
                "DELETE FROM hosts WHERE coalesce(robots_read, 0) < ? AND coalesce(not_before, 0) < ?", (old, old)
            )


def exact(moment: datetime | None) -> float | None:
    """Seconds since 1970 with their fractions: a host that said "not before" is not asked the second before."""
    return None if moment is None else (moment - EPOCH).total_seconds()
