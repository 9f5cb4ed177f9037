"""Looks into every stored version of every article for words, and lists who said what when.

Which of the versions found really has the words is the gate's part, whether two names are one person's `names`'.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.store.database import Database, marks
from index.store.filters import on_articles
from index.store.keywords import any_of, quoted
from index.store.rows import EVER_STORED, STORED, quotation, stored
from index.types import COMMON, Filters, Quotation, StoredArticle

SPELLINGS = 500
"""Names in one query at most: SQLite takes some 32,000 parameters, and nobody has more spellings."""

_IN_PASSAGES = """
    SELECT n.id FROM passages p JOIN quotations n ON n.version = p.version AND n.start >= p.start AND n.start < p."end"
    WHERE p.id IN (SELECT rowid FROM keywords WHERE keywords MATCH ?)
"""


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
        return self._matching(" AND ".join(dict.fromkeys(filter(None, map(quoted, phrases)))), server, limit)

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

    def named(self, beginnings: Sequence[str], server: int) -> dict[str, int]:
        """Names of those quoted in what a server sees, today, and how often: names in which a word begins with one of
        the given beginnings, or all names where none is given.
        """
        match = " OR ".join(f"{one}*" for one in map(quoted, beginnings) if one)
        if beginnings and not match:
            return {}
        spelled = "SELECT s.name FROM speaker_words w JOIN speakers s ON s.id = w.rowid WHERE speaker_words MATCH ?"
        called = f"q.speaker IN ({spelled})" if match else "q.speaker IS NOT NULL"
        rows = self._database.read(
            "SELECT q.speaker, count(*) FROM quotations q CROSS JOIN articles a ON a.version = q.version"
            f" WHERE {called} AND a.server IN (?, ?) GROUP BY q.speaker",
            (*([match] if match else []), server, COMMON),
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
            names = names[:SPELLINGS]
            where.append(f"q.speaker IN ({marks(names)})")
            values += names
        if match := " AND ".join(filter(None, map(quoted, topic))):
            where.append(f"q.id IN ({_IN_PASSAGES})")
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
