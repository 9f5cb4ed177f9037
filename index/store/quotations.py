"""Looks into every stored version of every article for words, and lists who said what when.

Which of the versions found really has the words is the gate's part, whether two names are one person's `names`'.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.store.articles import EVER_STORED, STORED, quotation, stored
from index.store.database import Database, marks
from index.store.filters import on_articles
from index.store.keywords import any_of, quoted
from index.types import COMMON, Filters, Quotation, StoredArticle

LISTED_AT_MOST = 500
"""Names in one query: SQLite takes some 32,000 parameters, and nobody has more spellings."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article with its direct quotations; `current` is False where a later one replaced it."""

    stored: StoredArticle
    quotations: tuple[Quotation, ...]
    current: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A direct quotation with its article; those of one `family` are of copies of one text, `copy` is not the first."""

    stored: StoredArticle
    quotation: Quotation
    family: int
    copy: bool


class Quotations:
    """Reads quotations and the words of all versions; writes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def holding(self, phrases: Iterable[str], server: int, limit: int) -> list[Version]:
        """Versions that hold every one of the phrases, each side by side, as far as a server sees them."""
        return self._matching(" AND ".join(filter(None, map(quoted, phrases))), server, limit)

    def like(self, phrases: Iterable[str], server: int, limit: int) -> list[Version]:
        """Versions that hold any of the phrases, those with the most and rarest first."""
        return self._matching(any_of(list(phrases)), server, limit)

    def _matching(self, match: str, server: int, limit: int) -> list[Version]:
        if not match:
            return []
        rows = self._database.read(
            "SELECT w.rowid FROM wordings w JOIN versions v ON v.id = w.rowid JOIN articles a ON a.id = v.article"
            " WHERE wordings MATCH ? AND a.server IN (?, ?) ORDER BY rank LIMIT ?",
            (match, server, COMMON, limit),
        )
        return self._versions([row[0] for row in rows])

    def _versions(self, versions: Sequence[int]) -> list[Version]:
        """The versions of those rows, in the order asked for."""
        rows = self._database.read(f"{EVER_STORED} WHERE v.id IN ({marks(versions)})", versions)
        live = {
            row[0]
            for row in self._database.read(
                f"SELECT version FROM articles WHERE version IN ({marks(versions)})", versions
            )
        }
        said: dict[int, list[Quotation]] = {}
        for row in self._database.read(
            f"SELECT * FROM quotations WHERE version IN ({marks(versions)}) ORDER BY id", versions
        ):
            said.setdefault(row["version"], []).append(quotation(row))
        found = {row["version"]: stored(row) for row in rows}
        return [Version(found[one], tuple(said.get(one, ())), current=one in live) for one in versions if one in found]

    def speakers(self) -> list[str]:
        """Every name that was ever quoted, of whatever server: to be narrowed down, not to be shown."""
        return [
            row[0] for row in self._database.read("SELECT DISTINCT speaker FROM quotations WHERE speaker IS NOT NULL")
        ]

    def seen(self, names: Sequence[str], server: int) -> dict[str, int]:
        """Of some names, those that a server sees quoted, and how often."""
        names = names[:LISTED_AT_MOST]
        rows = self._database.read(
            "SELECT q.speaker, count(*) FROM quotations q JOIN articles a ON a.version = q.version"
            f" WHERE q.speaker IN ({marks(names)}) AND a.server IN (?, ?) GROUP BY q.speaker",
            (*names, server, COMMON),
        )
        return {row[0]: row[1] for row in rows}

    def listed(self, names: Sequence[str] | None, topic: Sequence[str], filters: Filters, limit: int) -> list[Listed]:
        """Direct quotations in today's articles, newest first: of speakers called so (None: of any named one), from
        passages that hold every word of the topic.
        """
        allowed = on_articles(filters)
        where, values = [allowed.sql], [*allowed.parameters]
        if names is None:
            where.append("q.speaker IS NOT NULL")
        else:
            names = names[:LISTED_AT_MOST]
            where.append(f"q.speaker IN ({marks(names)})")
            values += names
        if match := " AND ".join(filter(None, map(quoted, topic))):
            where.append(
                "EXISTS (SELECT 1 FROM passages p WHERE p.version = q.version AND q.start >= p.start"
                ' AND q.start < p."end"'
                " AND p.id IN (SELECT rowid FROM keywords WHERE keywords MATCH ?))"
            )
            values.append(match)
        rows = self._database.read(
            "SELECT q.*, a.id AS article, coalesce(a.origin, a.id) AS family, a.origin IS NOT NULL AS copy"
            " FROM quotations q JOIN articles a ON a.version = q.version JOIN versions v ON v.id = q.version"
            f" WHERE {' AND '.join(where)} ORDER BY v.published DESC, a.id, q.id LIMIT ?",
            (*values, limit),
        )
        articles = self._articles({row["article"] for row in rows})
        return [Listed(articles[row["article"]], quotation(row), row["family"], bool(row["copy"])) for row in rows]

    def _articles(self, keys: Iterable[int]) -> Mapping[int, StoredArticle]:
        wanted = list(keys)
        rows = self._database.read(f"{STORED} WHERE a.id IN ({marks(wanted)})", wanted)
        return {row["id"]: stored(row) for row in rows}
