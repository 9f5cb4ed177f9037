"""What was taken down and must not come back: addresses, and identifiers of articles that have none."""

from __future__ import annotations

from collections.abc import Sequence

from index.store.database import Database, marks
from index.types import COMMON


class Blocked:
    """The table `blocked`. What the operator (COMMON) blocks is blocked for every server."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def block(self, server: int, known_by: Sequence[str], article_id: str, now: float) -> None:
        """Keep everything an article is known by from coming back to a server."""
        self._database.write_many(
            "INSERT OR REPLACE INTO blocked (server, known_by, article_id, at) VALUES (?, ?, ?, ?)",
            [(server, one, article_id, now) for one in known_by],
        )

    def among(self, server: int, known_by: Sequence[str]) -> str | None:
        """The first of some addresses and identifiers that is blocked for a server, None where none is."""
        sql = f"SELECT known_by FROM blocked WHERE server IN (?, ?) AND known_by IN ({marks(known_by)}) LIMIT 1"
        found = self._database.value(sql, (server, COMMON, *known_by))
        return None if found is None else str(found)

    def allow(self, server: int, known_by: str) -> tuple[str, ...]:
        """Lift a server's own block, with all that was blocked together with it; returns what was lifted."""
        sql = (
            "SELECT known_by FROM blocked WHERE server = ? AND article_id IN"
            " (SELECT article_id FROM blocked WHERE server = ? AND known_by = ?) ORDER BY known_by"
        )
        lifted = tuple(row[0] for row in self._database.read(sql, (server, server, known_by)))
        self._database.write_many(
            "DELETE FROM blocked WHERE server = ? AND known_by = ?", [(server, one) for one in lifted]
        )
        return lifted
