"""Which article is a near copy of which: the bands they are found by, the clusters of an origin and its copies."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from index.store.articles import Articles, Built
from index.store.database import Database, marks
from index.store.filters import ALIVE, SHADOWED
from index.store.rows import STORED, stored
from index.types import COMMON, Passage, StoredArticle

COMPARED = 8
"""So many articles that share bands with a text are compared with it, those that share most first."""


class Copies:
    """Reads and writes `origin`, `instead` and the table `bands`. Writing calls are made inside a transaction."""

    def __init__(self, database: Database, articles: Articles) -> None:
        self._database, self._articles = database, articles

    def unsigned(self, limit: int) -> list[StoredArticle]:
        """Up to `limit` articles that have no bands of their current text yet."""
        rows = self._database.read("SELECT id FROM articles WHERE signed = 0 LIMIT ?", (limit,))
        return self._articles.of_keys([row[0] for row in rows])

    def sign(self, key: int, bands: Sequence[int]) -> None:
        """Keep the bands of an article's current text in place of earlier ones."""
        self._database.write("DELETE FROM bands WHERE article = ?", (key,))
        self._database.write_many("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(band, key) for band in bands])
        self._database.write("UPDATE articles SET signed = 1 WHERE id = ?", (key,))

    def bands_of(self, key: int) -> list[int]:
        """The bands that were kept of an article."""
        return [row[0] for row in self._database.read("SELECT band FROM bands WHERE article = ?", (key,))]

    def near(self, bands: Sequence[int], server: int) -> list[StoredArticle]:
        """The likeliest origins of a text that `server` may see: no copies themselves, likeliest first."""
        return self._near(bands, f"a.server IN (?, ?) AND a.id NOT IN ({SHADOWED})", (server, COMMON, server))

    def near_of_servers(self, bands: Sequence[int]) -> list[StoredArticle]:
        """The articles of all servers that may be copies of a common text."""
        return self._near(bands, "a.server <> ?", (COMMON,))

    def _near(self, bands: Sequence[int], where: str, parameters: Sequence[object]) -> list[StoredArticle]:
        rows = self._database.read(
            # CROSS JOIN keeps SQLite from walking through every article of the server.
            f"SELECT b.article FROM bands b CROSS JOIN articles a ON a.id = b.article WHERE b.band IN ({marks(bands)})"
            f" AND a.origin IS NULL AND {where} GROUP BY b.article ORDER BY count(*) DESC, b.article LIMIT {COMPARED}",
            (*bands, *parameters),
        )
        keys = [row[0] for row in rows]
        return sorted(self._articles.of_keys(keys), key=lambda one: keys.index(one.key))

    def members(self, origins: Collection[int], server: int | None = None) -> list[int]:
        """The rows of the copies of some articles, those of one server where it is named, as they were stored."""
        rows = self._database.read(
            f"SELECT id FROM articles WHERE origin IN ({marks(list(origins))})"
            " AND (? IS NULL OR server = ?) ORDER BY id",
            [*origins, server, server],
        )
        return [row[0] for row in rows]

    def in_order(self, keys: Sequence[int]) -> tuple[list[int], list[int]]:
        """Of some articles those that are no copies, and those that are; with the copies of them all."""
        rows = self._database.read(
            "WITH named AS (SELECT value FROM json_each(?)) SELECT id, origin FROM articles"
            " WHERE id IN named OR origin IN named ORDER BY id",
            (json.dumps(list(keys)),),
        )
        return [row[0] for row in rows if row[1] is None], [row[0] for row in rows if row[1] is not None]

    def others(self, one: StoredArticle, server: int) -> list[StoredArticle]:
        """The origin and the copies of an article but itself, as far as a server sees them."""
        rows = self._database.read(
            f"{STORED} WHERE (a.id = ? OR a.origin = ?) AND a.id <> ? AND a.server IN (?, ?)"
            f" AND a.id NOT IN ({SHADOWED}) ORDER BY a.id",
            (one.cluster, one.cluster, one.key, server, COMMON, server),
        )
        return [stored(row) for row in rows]

    def link(self, key: int, origin: int | None) -> None:
        """Say of which article another one is a copy, or of none."""
        self._database.write("UPDATE articles SET origin = ? WHERE id = ?", (origin, key))

    def addresses(self, key: int) -> list[str]:
        """Every address under which sources listed an article."""
        return [row[0] for row in self._database.read("SELECT address FROM items WHERE article = ?", (key,))]

    def takes_place(self, key: int, common: int) -> None:
        """Let a server's own article take the place of a common one in what that server sees."""
        self._database.write("UPDATE articles SET instead = ? WHERE id = ?", (common, key))

    def own_versions(self, article_id: str, url: str | None) -> list[int]:
        """The rows of servers' own articles of the same identifier or address as a common one."""
        rows = self._database.read(
            "SELECT id FROM articles WHERE server <> ? AND (article_id = ? OR url = ?)", (COMMON, article_id, url)
        )
        return [row[0] for row in rows]

    def built(self, article: StoredArticle, generation: int) -> Built:
        """The passages of an article that are alive in a generation, in order; without its quotations."""
        rows = self._database.read(
            f'SELECT start, "end", digest, copy FROM passages p WHERE article = ? AND {ALIVE} ORDER BY start',
            (article.key, generation, generation),
        )
        text = article.article.text
        return Built(
            tuple(Passage(row["start"], row["end"], text[row["start"] : row["end"]]) for row in rows),
            tuple(row["digest"] for row in rows),
            (),
            frozenset(at for at, row in enumerate(rows) if row["copy"]),
        )

    def broken(self, generation: int) -> list[int]:
        """The rows of copies with a passage whose passage of the origin is not there, as after a new cut."""
        alive = ALIVE.replace("p.", "o.")
        rows = self._database.read(
            "SELECT DISTINCT p.article FROM passages p JOIN articles c ON c.id = p.article"
            f" WHERE p.copy = 1 AND {ALIVE} AND NOT EXISTS (SELECT 1 FROM passages o"
            f" WHERE o.digest = p.digest AND o.article = c.origin AND o.copy = 0 AND {alive}) ORDER BY p.article",
            (generation,) * 4,
        )
        return [row[0] for row in rows]
