"""The one SQLite file: opened durably, brought to today's schema, read and written in transactions.

Leaves what the tables mean to the modules beside it. Used from one thread at a time (the index's worker).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from index.errors import StoreError
from index.store.schema import STEPS

Row = sqlite3.Row
FILE = "verbatim.sqlite3"
"""The file's name in a data folder."""


class Database:
    """A connection that speaks in `StoreError`s. WAL and synchronous FULL: what was committed survives a power cut."""

    def __init__(self, path: Path) -> None:
        self.path, self._aside = path, 0
        with self._named():
            path.parent.mkdir(parents=True, exist_ok=True)
            # The worker thread is started before it and outlives every call, so the check would only forbid closing.
            self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self._connection.row_factory = sqlite3.Row
            self._prepare()

    def _prepare(self) -> None:
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "temp_store = MEMORY",
            # What is removed is overwritten; deleting costs no more that could be measured.
            "secure_delete = ON",
        ):
            self._connection.execute(f"PRAGMA {pragma}")
        # 64 MB of pages: keyword and passage lookups of a 50,000-passage index stay in memory.
        self._connection.execute("PRAGMA cache_size = -65536")
        self._migrate()

    def _migrate(self) -> None:
        (seen,) = self._connection.execute("PRAGMA user_version").fetchone()
        if seen > len(STEPS):
            raise StoreError(
                f"{self.path} was written by a newer Verbatim (format {seen}, this one knows {len(STEPS)}): "
                "update Verbatim, or set DATA_DIR to another folder"
            )
        for number, step in enumerate(STEPS[seen:], start=seen + 1):
            self._connection.executescript(f"BEGIN IMMEDIATE; {step}; PRAGMA user_version = {number}; COMMIT;")

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Every row of a query."""
        with self._named():
            return self._connection.execute(sql, parameters).fetchall()

    def value(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """The first column of the first row, or None where there is no row."""
        rows = self.read(sql, parameters)
        return rows[0][0] if rows else None

    def write(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Run one statement, inside the open transaction where there is one; returns the last row number."""
        with self._named():
            return self._connection.execute(sql, parameters).lastrowid or 0

    def write_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one statement for many rows, inside the open transaction or in one of its own."""
        if not self._connection.in_transaction:
            # Without one every row would be brought to the disk by itself.
            with self.transaction():
                return self.write_many(sql, rows)
        with self._named():
            self._connection.executemany(sql, rows)
        return None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block or nothing of it, on disk when the block is left."""
        self.write("BEGIN IMMEDIATE")
        try:
            yield
            self.write("COMMIT")
        except BaseException:
            # SQLite has rolled back by itself after some failures (a full disk); a second ROLLBACK would raise.
            if self._connection.in_transaction:
                self.write("ROLLBACK")
            raise

    @property
    def changes(self) -> int:
        """How many rows were ever changed through this connection."""
        return self._connection.total_changes

    @property
    def changes_to_news(self) -> int:
        """The same without what was written `aside`: where it has not grown, what is searched is as it was."""
        return self.changes - self._aside

    @contextmanager
    def aside(self) -> Iterator[None]:
        """What the block writes changes nothing that is searched: counts, settings, what was asked."""
        before = self.changes
        try:
            yield
        finally:
            self._aside += self.changes - before

    def close(self) -> None:
        """Close the file; everything committed is in it."""
        with self._named():
            self._connection.close()

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"{self.path}: {error} ({remedy(error)})") from error


def remedy(error: Exception) -> str:
    """Pure: what whoever runs this may do about a failure of SQLite or of the disk."""
    # A primary code is the lowest byte (https://www.sqlite.org/rescode.html).
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return "the file is damaged: put a backup in its place with `verbatim restore FILE --replace`"
    return "is the disk full, or the folder not writable?"


def marks(values: Sequence[Any]) -> str:
    """As many `?` as there are values, for an IN list."""
    return ",".join("?" * len(values))
