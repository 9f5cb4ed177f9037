"""Sources: where articles were gathered from. Every article belongs to one; an outlet is who published it."""

from __future__ import annotations

from index.reports import Health, SourceInfo
from index.store.database import Database, Row
from index.store.filters import ALIVE
from index.store.moments import from_column
from index.types import COMMON

STARTER = ("starter articles", "starter")
BY_HAND = ("added by hand", "hand")
"""Name and kind of the two sources that every index may have."""

LISTED_OUTLETS = 5
"""So many outlets of a source are named in a list."""


class Sources:
    """The table `sources`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ensure(self, server: int, name: str, kind: str, now: float) -> int:
        """The row of a source, added where there is none."""
        self._database.write(
            "INSERT OR IGNORE INTO sources (server, name, kind, created) VALUES (?, ?, ?, ?)",
            (server, name, kind, now),
        )
        return int(self._database.value("SELECT id FROM sources WHERE server = ? AND name = ?", (server, name)))

    def reindexed(self, keys: list[int], now: float) -> None:
        """Record that the sources of some articles were built again."""
        self._database.write_many(
            "UPDATE sources SET indexed = ? WHERE id = (SELECT source FROM articles WHERE id = ?)",
            [(now, key) for key in keys],
        )

    def own(self, server: int, name: str) -> tuple[int, str] | None:
        """The row of a server's own source of that name, and the name as it is written."""
        rows = self._database.read("SELECT id, name FROM sources WHERE server = ? AND name = ?", (server, name))
        return (rows[0]["id"], rows[0]["name"]) if rows else None

    def owns(self, server: int | None, name: str) -> bool:
        """Whether a server (None: any) has a source or articles of an outlet of that name."""
        sql = (
            "SELECT 1 FROM sources WHERE name = ? AND (? IS NULL OR server = ?) UNION ALL SELECT 1 FROM articles a"
            " JOIN versions v ON v.id = a.version WHERE v.outlet = ? AND (? IS NULL OR a.server = ?) LIMIT 1"
        )
        return bool(self._database.value(sql, (name, server, server, name, server, server)))

    def own_names(self, server: int) -> tuple[str, ...]:
        """The names of a server's own sources, those without an article too."""
        rows = self._database.read("SELECT name FROM sources WHERE server = ? ORDER BY name", (server,))
        return tuple(row["name"] for row in rows)

    def hand_over(self, source: int) -> None:
        """Give the articles of a source that another one of its server lists too to that one."""
        other = (
            "SELECT i.source FROM items i JOIN sources o ON o.id = i.source"
            " WHERE i.article = articles.id AND i.source <> articles.source AND o.server = articles.server"
        )
        self._database.write(
            f"UPDATE articles SET source = ({other} ORDER BY i.source) WHERE source = ? AND EXISTS ({other})", (source,)
        )

    def articles(self, source: int, limit: int) -> list[int]:
        """The rows of up to `limit` articles of a source."""
        rows = self._database.read("SELECT id FROM articles WHERE source = ? LIMIT ?", (source, limit))
        return [row["id"] for row in rows]

    def drop(self, source: int) -> None:
        """Forget a source that has no articles, with what it listed."""
        self._database.write("DELETE FROM sources WHERE id = ?", (source,))

    def names(self, server: int, limit: int = 20) -> tuple[str, ...]:
        """The names of sources and outlets that a server sees, sources first."""
        sql = (
            "SELECT name FROM (SELECT 0 AS kind, name FROM sources WHERE server IN (?, ?) UNION"
            " SELECT 1, v.outlet FROM articles a JOIN versions v ON v.id = a.version WHERE a.server IN (?, ?))"
            " GROUP BY name ORDER BY min(kind), name LIMIT ?"
        )
        return tuple(row[0] for row in self._database.read(sql, (server, COMMON, server, COMMON, limit)))

    def owned_names(self, server: int | None) -> tuple[str, ...]:
        """The names of the sources that a server owns (None: of all)."""
        sql = (
            "SELECT DISTINCT s.name FROM sources s JOIN articles a ON a.source = s.id"
            " WHERE ? IS NULL OR s.server = ? ORDER BY s.name"
        )
        return tuple(row[0] for row in self._database.read(sql, (server, server)))

    def knows(self, server: int, name: str) -> bool:
        """Whether a server sees a source or an outlet of that name."""
        sql = (
            "SELECT 1 FROM sources WHERE name = ? AND server IN (?, ?) UNION ALL SELECT 1 FROM articles a"
            " JOIN versions v ON v.id = a.version WHERE v.outlet = ? AND a.server IN (?, ?) LIMIT 1"
        )
        return bool(self._database.value(sql, (name, server, COMMON, name, server, COMMON)))

    def listed(self, server: int, generation: int) -> list[SourceInfo]:
        """The sources that a server sees, by name; its own first."""
        sql = (
            "SELECT s.*, count(DISTINCT a.id) AS articles, max(v.published) AS newest FROM sources s"
            " LEFT JOIN articles a ON a.source = s.id LEFT JOIN versions v ON v.id = a.version"
            " WHERE s.server IN (?, ?) GROUP BY s.id ORDER BY s.server = ?, s.name"
        )
        return [self._info(row, generation) for row in self._database.read(sql, (server, COMMON, COMMON))]

    def _info(self, row: Row, generation: int) -> SourceInfo:
        items, refused = self._items(row["id"])
        return SourceInfo(
            name=row["name"],
            kind=row["kind"],
            server=row["server"],
            articles=row["articles"],
            passages=self._passages(row["id"], generation),
            outlets=self._outlets(row["id"]),
            newest=from_column(row["newest"]),
            indexed_at=from_column(row["indexed"]),
            address=row["address"],
            state=health(row),
            reason=row["paused"] or row["trouble"],
            read_at=from_column(row["read"]),
            due_at=from_column(row["due"]) if not row["paused"] else None,
            failures=row["failures"],
            items=items,
            refused=refused,
        )

    def _items(self, source: int) -> tuple[int, int]:
        sql = "SELECT count(*), coalesce(sum(reason IS NOT NULL), 0) FROM items WHERE source = ?"
        (row,) = self._database.read(sql, (source,))
        return row[0], row[1]

    def _passages(self, source: int, generation: int) -> int:
        sql = f"SELECT count(*) FROM articles a JOIN passages p ON p.article = a.id WHERE a.source = ? AND {ALIVE}"
        return int(self._database.value(sql, (source, generation, generation)))

    def _outlets(self, source: int) -> tuple[str, ...]:
        sql = (
            "SELECT v.outlet FROM articles a JOIN versions v ON v.id = a.version WHERE a.source = ?"
            " GROUP BY v.outlet ORDER BY count(*) DESC, v.outlet LIMIT ?"
        )
        return tuple(row[0] for row in self._database.read(sql, (source, LISTED_OUTLETS)))


def health(row: Row) -> Health:
    """How a source does, by its row."""
    if row["paused"]:
        return Health.PAUSED
    return Health.FAILING if row["failures"] else Health.OK
