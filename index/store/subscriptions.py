"""Subscriptions: the sources that have an address and are read again when they are due.

When that is, is `index.work.schedule`'s part; what a source holds, `sources`'. Moments are seconds since 1970.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.store.database import Database, Row

BEING_REMOVED = "it is being removed"
"""Why a source is not read whose articles are going."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """A source that is read again. `interval` is what lay between its last two readings, None before the second.

    `listed` is how many items it listed when it was read; `asked`, how many seconds it wants to be left alone.
    `failures` counts those in a row, `trouble` is what the last one was; `paused` is why it is not read any more.
    """

    id: int
    server: int
    name: str
    kind: str
    address: str
    interval: float | None
    due: float | None
    read: float | None
    listed: int
    asked: float | None
    failures: int
    trouble: str | None
    paused: str | None


class Subscriptions:
    """The rows of `sources` that have an address, as what they are read by."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, server: int, name: str, kind: str, address: str, now: float) -> None:
        """A new source to be read, due at once."""
        self._database.write(
            "INSERT INTO sources (server, name, kind, created, address, due) VALUES (?, ?, ?, ?, ?, ?)",
            (server, name, kind, now, address, now),
        )

    def named(self, server: int, name: str) -> Subscription | None:
        """A server's own subscription of that name."""
        sql = "SELECT * FROM sources WHERE server = ? AND name = ? AND address IS NOT NULL"
        return next(map(subscription, self._database.read(sql, (server, name))), None)

    def as_now(self, source: Subscription) -> Subscription | None:
        """How a subscription stands by now; None where it has gone."""
        found = self.named(source.server, source.name)
        return found if found and (found.id, found.address) == (source.id, source.address) else None

    def of(self, server: int | None) -> list[Subscription]:
        """Those that a server owns (None: every server's), by name."""
        sql = "SELECT * FROM sources WHERE address IS NOT NULL AND (? IS NULL OR server = ?) ORDER BY name, server"
        return [subscription(row) for row in self._database.read(sql, (server, server))]

    def due(self, now: float, server: int | None = None) -> list[Subscription]:
        """Those that are to be read by now, the longest due first."""
        sql = (
            "SELECT * FROM sources WHERE address IS NOT NULL AND paused IS NULL AND due <= ?"
            " AND (? IS NULL OR server = ?) ORDER BY due, id"
        )
        return [subscription(row) for row in self._database.read(sql, (now, server, server))]

    def was_read(self, source: int, now: float, interval: float, due: float, listed: int, asked: float | None) -> None:
        """Record a reading that went well."""
        self._database.write(
            "UPDATE sources SET read = ?, interval = ?, due = ?, listed = ?, asked = ?, failures = 0, trouble = NULL"
            " WHERE id = ?",
            (now, interval, due, listed, asked, source),
        )

    def failed(self, source: int, failures: int, trouble: str, due: float, paused: str | None) -> None:
        """Record a reading that failed; with `paused`, the last one for now."""
        self._database.write(
            "UPDATE sources SET failures = ?, trouble = ?, due = ?, paused = coalesce(paused, ?) WHERE id = ?",
            (failures, trouble, due, paused, source),
        )

    def put_off(self, source: int, due: float) -> None:
        """Record that a source is not to be read before that moment."""
        self._database.write("UPDATE sources SET due = ? WHERE id = ?", (due, source))

    def pause(self, source: int, reason: str) -> None:
        """Let a source be read no more, and say why."""
        self._database.write("UPDATE sources SET paused = ? WHERE id = ?", (reason, source))

    def resume(self, source: int, now: float) -> None:
        """Let a source be read again, from now on and as if it had never failed."""
        self._database.write(
            "UPDATE sources SET paused = NULL, failures = 0, trouble = NULL, due = ? WHERE id = ?", (now, source)
        )

    def end(self, source: int) -> None:
        """Let a source be one whose articles were handed in: nothing is remembered of how it was read."""
        self._database.write("DELETE FROM items WHERE source = ?", (source,))
        self._database.write("DELETE FROM validators WHERE source = ?", (source,))
        self._database.write(
            "UPDATE sources SET address = NULL, interval = NULL, due = NULL, failures = 0, trouble = NULL,"
            " paused = NULL WHERE id = ?",
            (source,),
        )


def subscription(row: Row) -> Subscription:
    """A row of `sources` that has an address."""
    names: Sequence[str] = Subscription.__slots__
    return Subscription(**{name: row[name] for name in names})
