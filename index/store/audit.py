"""Who changed what, and when: the table `audit`. Nothing of an article's text is written there."""

from __future__ import annotations

from datetime import timedelta

from index.reports import AuditEntry
from index.store.database import Database, Row
from index.store.moments import EPOCH


class Audit:
    """The audit log. Entries stay when what they speak of is gone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, server: int, who: str, action: str, what: str, now: float) -> None:
        """Write that somebody did something: `action` is a verb ("remove"), `what` an address, identifier or name."""
        self._database.write(
            "INSERT INTO audit (server, at, who, action, what) VALUES (?, ?, ?, ?, ?)", (server, now, who, action, what)
        )

    def recent(self, server: int, limit: int) -> tuple[AuditEntry, ...]:
        """A server's newest entries, newest first."""
        rows = self._database.read(
            "SELECT at, who, action, what FROM audit WHERE server = ? ORDER BY id DESC LIMIT ?", (server, limit)
        )
        return tuple(map(audit_entry, rows))


def audit_entry(row: Row) -> AuditEntry:
    """A row of `audit` as a person sees it."""
    return AuditEntry(EPOCH + timedelta(seconds=row["at"]), row["who"], row["action"], row["what"])
