"""Articles, their versions, passages and quotations: the truth that everything else is built from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from index.store.database import Database, marks
from index.store.filters import ALIVE, on_articles
from index.store.keywords import Keywords
from index.store.moments import EPOCH, from_column, to_column
from index.store.rows import EVER_STORED, STORED, hit, overlapping, quotation, stored
from index.store.standing import stand_ins
from index.types import COMMON, Article, Filters, Hit, Passage, Quotation, Searched, StoredArticle


@dataclass(frozen=True, slots=True)
class Built:
    """What is searched of an article: its passages, the digest of each one's embedded text, its direct quotations.

    `copies` are the numbers of those passages that only stand for one of the origin's, whose digest they have.
    """

    passages: tuple[Passage, ...]
    digests: tuple[bytes, ...]
    quotations: tuple[Quotation, ...]
    copies: frozenset[int] = frozenset()


class Articles:
    """Reads and writes articles. Writing calls are made inside a transaction of the caller's."""

    def __init__(self, database: Database, keywords: Keywords) -> None:
        self._database, self._keywords = database, keywords
        self._counted: dict[Filters, Searched] = {}
        self._counted_at = -1

    def find(self, server: int, article_id: str | None = None, url: str | None = None) -> StoredArticle | None:
        """The article of that identifier or else that address which a server sees; its own before a common one."""
        for column, value in (("article_id", article_id), ("url", url)):
            if value is not None:
                rows = self._database.read(
                    f"{STORED} WHERE a.{column} = ? AND a.server IN (?, ?) ORDER BY a.server = ? LIMIT 1",
                    (value, server, COMMON, COMMON),
                )
                if rows:
                    return stored(rows[0])
        return None

    def of_keys(self, keys: Sequence[int]) -> list[StoredArticle]:
        """The articles of those rows, by row."""
        rows = self._database.read(f"{STORED} WHERE a.id IN ({marks(keys)}) ORDER BY a.id", keys)
        return [stored(row) for row in rows]

    def ever_held_any(self) -> bool:
        """Whether there was ever an article: SQLite remembers the highest number a passage had."""
        return bool(self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'passages'"))

    def keys(self, server: int | None, source: str | None) -> list[int]:
        """The rows of the articles that a server owns (None: of all), of one source or outlet where it is named."""
        sql = (
            "SELECT a.id FROM articles a JOIN versions v ON v.id = a.version JOIN sources s ON s.id = a.source"
            " WHERE (? IS NULL OR a.server = ?) AND (? IS NULL OR s.name = ? OR v.outlet = ?) ORDER BY a.id"
        )
        return [row[0] for row in self._database.read(sql, (server, server, source, source, source))]

    def add(
        self,
        article: Article,
        article_id: str,
        server: int,
        source: int,
        built: Built,
        born: int,
        now: float,
        origin: int | None = None,
    ) -> int:
        """Store a new article, alive from generation `born` on; returns its row."""
        key = self._database.write(
            "INSERT INTO articles (server, source, article_id, url, added, origin) VALUES (?, ?, ?, ?, ?, ?)",
            (server, source, article_id, article.url, now, origin),
        )
        self._add_version(key, article, server, built, born, now)
        return key

    def change(
        self,
        before: StoredArticle,
        article: Article,
        built: Built,
        born: int,
        now: float,
        origin: int | None = None,
    ) -> list[bytes]:
        """Store a new version; the passages of the one before are gone. Returns the digests they had."""
        dropped = self.drop_passages([before.key])
        self._database.write(
            "UPDATE articles SET url = ?, origin = ? WHERE id = ?",
            (article.url or before.article.url, origin, before.key),
        )
        self._add_version(before.key, article, before.server, built, born, now)
        return dropped

    def _add_version(self, key: int, article: Article, server: int, built: Built, born: int, now: float) -> None:
        version = self._database.write(
            "INSERT INTO versions (article, title, outlet, author, published, has_time, text, language, agency, stored)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key,
                article.title,
                article.outlet,
                article.author,
                to_column(article.published),
                article.has_time,
                article.text,
                article.language,
                article.agency,
                now,
            ),
        )
        self._database.write("UPDATE articles SET version = ? WHERE id = ?", (version, key))
        self.put_built(key, version, server, article, built, born)

    def learn_addresses(self, of: Sequence[tuple[int, str | None]]) -> None:
        """Keep the addresses of articles (by row) that came without one at first."""
        self._database.write_many("UPDATE articles SET url = ? WHERE id = ?", [(url, key) for key, url in of])

    def put_built(self, key: int, version: int, server: int, article: Article, built: Built, born: int) -> None:
        """Store what is searched of a version: passages with their words, and quotations in place of earlier ones."""
        self.put_passages(key, version, server, article, built, born)
        self._database.write("DELETE FROM quotations WHERE version = ?", (version,))
        self._database.write_many(
            "INSERT INTO quotations (version, spans, speaker, cue, resolved, role) VALUES (?, ?, ?, ?, ?, ?)",
            [(version, json.dumps(q.spans), q.speaker, q.cue, q.resolved, q.role) for q in built.quotations],
        )

    def put_passages(self, key: int, version: int, server: int, article: Article, built: Built, born: int) -> None:
        """Store the passages of a version; those that only stand for another's have no words to be found by."""
        for at, (passage, digest) in enumerate(zip(built.passages, built.digests, strict=True)):
            copy = at in built.copies
            number = self._database.write(
                'INSERT INTO passages (article, version, server, published, start, "end", digest, born, copy)'
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (key, version, server, to_column(article.published), passage.start, passage.end, digest, born, copy),
            )
            if not copy:
                self._keywords.put([(number, article.title, passage.text)])

    def remove(self, key: int) -> list[bytes]:
        """Remove an article with every version, passage and quotation; returns the digests its passages had."""
        dropped = self.drop_passages([key])
        self._database.write("DELETE FROM articles WHERE id = ?", (key,))
        return dropped

    def drop_passages(self, keys: Sequence[int]) -> list[bytes]:
        """Remove every passage of some articles, from the keywords too; returns the digests they had."""
        return self._drop(f"article IN ({marks(keys)})", keys)

    def retire(self, keys: Sequence[int], generation: int) -> None:
        """Let the passages of some articles die in a generation that is being built."""
        self._database.write(
            f"UPDATE passages SET died = ? WHERE article IN ({marks(keys)}) AND died IS NULL AND born < ?",
            (generation, *keys, generation),
        )

    def drop_dead(self, live: int, limit: int) -> list[bytes]:
        """Remove up to `limit` passages that no generation from `live` on shows; returns the digests they had."""
        return self._drop("id IN (SELECT id FROM passages WHERE died <= ? LIMIT ?)", (live, limit))

    def forget_building(self, live: int) -> None:
        """Undo what was prepared for generations after the live one: as if their building had never begun."""
        self._drop("born > ?", (live,))
        self._database.write("UPDATE passages SET died = NULL WHERE died > ?", (live,))

    def _drop(self, where: str, parameters: Sequence[object]) -> list[bytes]:
        rows = self._database.read(f"SELECT id, digest FROM passages WHERE {where}", parameters)
        self._keywords.drop([row["id"] for row in rows])
        self._database.write_many("DELETE FROM passages WHERE id = ?", [(row["id"],) for row in rows])
        return [row["digest"] for row in rows]

    def hits(self, passage_ids: Sequence[int], filters: Filters | None = None) -> list[Hit]:
        """The passages with their articles, in the order asked for; ids that are gone are left out.

        Where `filters` leave out the article of a passage that was searched, a copy of it that they allow stands in.
        """
        rows = self._database.read(
            f'SELECT id, article, start, "end" FROM passages WHERE id IN ({marks(passage_ids)})', passage_ids
        )
        places = {row["id"]: row for row in rows}
        if filters is not None:
            places |= stand_ins(self._database, passage_ids, filters)
        articles = {one.key: one for one in self.of_keys(sorted({row["article"] for row in places.values()}))}
        return [hit(articles[places[one]["article"]], places[one]) for one in passage_ids if one in places]

    def with_quotations(self, hits: Sequence[Hit]) -> list[Hit]:
        """The hits with the direct quotations of their articles that overlap them: for the few that may be quoted."""
        versions = sorted({one.stored.version for one in hits})
        rows = self._database.read(
            f"SELECT * FROM quotations WHERE version IN ({marks(versions)}) ORDER BY id", versions
        )
        found: dict[int, list[Quotation]] = {}
        for row in rows:
            found.setdefault(row["version"], []).append(quotation(row))
        return [replace(one, quotations=overlapping(one, found.get(one.stored.version, ()))) for one in hits]

    def versions(self, key: int) -> list[tuple[datetime, StoredArticle]]:
        """Every version of an article with the moment at which it was stored, the oldest first."""
        rows = self._database.read(f"{EVER_STORED} WHERE a.id = ? ORDER BY v.id", (key,))
        return [(EPOCH + timedelta(seconds=row["stored"]), stored(row)) for row in rows]

    def searched(self, filters: Filters) -> Searched:
        """How many articles, and of which dates, a question with these filters looks through; remembered until
        something is written, since counting them is a tenth of a question's time.
        """
        if self._counted_at != self._database.changes_to_news:
            self._counted, self._counted_at = {}, self._database.changes_to_news
        if filters not in self._counted:
            self._counted[filters] = self._count(filters)
        return self._counted[filters]

    def _count(self, filters: Filters) -> Searched:
        allowed = on_articles(filters)
        sql = (
            "SELECT count(*) AS articles, min(v.published) AS oldest, max(v.published) AS newest"
            f" FROM articles a JOIN versions v ON v.id = a.version WHERE {allowed.sql}"
        )
        (row,) = self._database.read(sql, allowed.parameters)
        return Searched(row["articles"], from_column(row["oldest"]), from_column(row["newest"]))

    def outlets(self, server: int) -> list[str]:
        """The names of the outlets whose articles a server sees."""
        # From one name to the next by the index on outlets: DISTINCT would read every version.
        sql = (
            "WITH RECURSIVE names (name) AS (SELECT min(outlet) FROM versions UNION ALL"
            " SELECT (SELECT min(outlet) FROM versions WHERE outlet > name) FROM names WHERE name IS NOT NULL)"
            " SELECT name FROM names WHERE EXISTS (SELECT 1 FROM versions v JOIN articles a ON a.version = v.id"
            " WHERE v.outlet = name AND a.server IN (?, ?))"
        )
        return [row["name"] for row in self._database.read(sql, (COMMON, server))]

    def count_passages(self, server: int, generation: int) -> int:
        """How many passages are searched for a server in a generation."""
        sql = f"SELECT count(*) FROM passages p WHERE {ALIVE} AND p.copy = 0 AND p.server IN (?, ?)"
        return int(self._database.value(sql, (generation, generation, server, COMMON)))
