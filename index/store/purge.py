"""Makes what was deleted unreadable in the files: SQLite overwrites rows (secure_delete), this does the rest.

The words of a deleted row stay in the older segments of a full-text index until they are merged, and its pages in the
write-ahead log until that is emptied.
"""

from __future__ import annotations

from index.store.database import Database

PAGES = 500
"""Pages of a full-text index merged in one step: about 60 ms. All of 52,000 passages take 0.9 s."""

_INDEXES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%' ORDER BY name"


class Purge:
    """One purge, in short steps, so that questions are answered in between."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._left = [row[0] for row in database.read(_INDEXES)]
        self._begun = False

    def step(self) -> bool:
        """Do a part of it; True while there is more."""
        if not self._left:
            self._database.read("PRAGMA wal_checkpoint(TRUNCATE)")
            return False
        name, before = self._left[0], self._database.changes
        # A negative number begins to merge everything into one segment (https://www.sqlite.org/fts5.html, 6.6).
        pages = PAGES if self._begun else -PAGES
        self._database.write(f"INSERT INTO {name} ({name}, rank) VALUES ('merge', ?)", (pages,))
        self._begun = self._database.changes - before > 1
        if not self._begun:
            self._left.pop(0)
        return True
