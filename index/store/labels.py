"""What each server calls outlets: the table `labels`."""

from __future__ import annotations

from index.labels import Label
from index.store.database import Database
from index.types import COMMON


class Labels:
    """A server has its own labels and sees those of COMMON."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, server: int) -> dict[str, tuple[str, ...]]:
        """The labels that a server sees, by outlet in every spelling that an article has of it."""
        sql = (
            "SELECT DISTINCT v.outlet, l.label FROM labels l JOIN versions v ON v.outlet = l.outlet"
            " WHERE l.server IN (?, ?) ORDER BY v.outlet, l.label"
        )
        found: dict[str, tuple[str, ...]] = {}
        for row in self._database.read(sql, (server, COMMON)):
            found[row["outlet"]] = (*found.get(row["outlet"], ()), row["label"])
        return found

    def put(self, server: int, outlet: str, label: Label) -> None:
        """Give an outlet a label; one that it has already is no error."""
        self._database.write(
            "INSERT OR IGNORE INTO labels (server, outlet, label) VALUES (?, ?, ?)", (server, outlet, label)
        )

    def drop(self, server: int, outlet: str, label: Label) -> None:
        """Take one of a server's own labels off an outlet; one that it does not have is no error."""
        self._database.write(
            "DELETE FROM labels WHERE server = ? AND outlet = ? AND label = ?", (server, outlet, label)
        )
