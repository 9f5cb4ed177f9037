"""The keyword index: SQLite FTS5 over title and passage, written in the same transaction as the passages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from index.store.database import Database
from index.store.standing import searchable
from index.types import Filters

TITLE_WEIGHT = 1.0
"""How much a word of the title counts beside a word of the passage."""

OVERFETCH = 4
"""How many times `limit` is taken from the unfiltered ranking first: joining every match costs more than ranking."""


@dataclass(frozen=True, slots=True)
class Held:
    """An article that holds words: its best passage for them, how many of its passages do, how many articles do."""

    passage: int
    passages: int
    articles: int


class Keywords:
    """BM25 search over the passages; words are folded and stemmed by SQLite (unicode61, porter)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, rows: Sequence[tuple[int, str, str]]) -> None:
        """Add (passage id, title, text) rows."""
        self._database.write_many("INSERT INTO keywords (rowid, title, text) VALUES (?, ?, ?)", rows)

    def drop(self, passage_ids: Sequence[int]) -> None:
        """Take passages out; unknown ids are no error."""
        self._database.write_many("DELETE FROM keywords WHERE rowid = ?", [(number,) for number in passage_ids])

    def search(self, terms: Sequence[str], filters: Filters, generation: int, limit: int) -> list[tuple[int, float]]:
        """The best `limit` passages that hold any of the terms: (passage id, BM25), larger is better, best first.

        A term may be several words: they must then stand side by side. No term finds nothing.
        """
        match = any_of(terms)
        if not match:
            return []
        allowed = searchable(self._database, filters, generation)
        ranked = (
            f"SELECT rowid AS id, -bm25(keywords, {TITLE_WEIGHT}, 1.0) AS score FROM keywords WHERE keywords MATCH ?"
        )
        if filters.articles is not None:
            # Few articles are seldom among the first of all that match, and joining every match costs 50 ms.
            ranked += " AND rowid IN (SELECT id FROM passages WHERE article IN (SELECT value FROM json_each(?)))"
        first = f"{ranked} ORDER BY score DESC LIMIT {limit * OVERFETCH}"
        join = (
            f"SELECT p.id, score FROM ({{}}) JOIN passages p USING (id) WHERE {allowed.sql} ORDER BY score DESC LIMIT ?"
        )
        named = () if filters.articles is None else (json.dumps(sorted(filters.articles)),)
        parameters = (match, *named, *allowed.parameters, limit)
        rows = self._database.read(join.format(first), parameters)
        if len(rows) < limit:
            # Filters took too many of the first: only now is every match worth joining.
            rows = self._database.read(join.format(ranked), parameters)
        return [(row["id"], row["score"]) for row in rows]

    def articles_holding(
        self,
        terms: Sequence[str],
        filters: Filters,
        generation: int,
        limit: int,
        *,
        every: bool,
        newest: bool,
        skip: int = 0,
    ) -> list[Held]:
        """The articles with a passage that holds `every` term, or any: best first, or the `newest`, undated last."""
        match = all_of(terms) if every else any_of(terms)
        if not match:
            return []
        allowed = searchable(self._database, filters, generation)
        ranked = (
            f"SELECT rowid AS id, -bm25(keywords, {TITLE_WEIGHT}, 1.0) AS score FROM keywords WHERE keywords MATCH ?"
        )
        # MATERIALIZED, or SQLite would rank inside the grouping, where it can't; of a group it shows the row of the max
        sql = (
            f"WITH ranked AS MATERIALIZED ({ranked})"
            " SELECT p.id, max(score) AS score, count(*) AS passages, count(*) OVER () AS articles"
            f" FROM ranked JOIN passages p USING (id) WHERE {allowed.sql} GROUP BY p.article"
            f" ORDER BY {'p.published DESC, ' if newest else ''}score DESC, p.id LIMIT ? OFFSET ?"
        )
        rows = self._database.read(sql, (match, *allowed.parameters, limit, skip))
        return [Held(row["id"], row["passages"], row["articles"]) for row in rows]

    def document_frequency(self, terms: Sequence[str]) -> dict[str, int]:
        """How many passages, of any server, hold each term."""
        count = "SELECT count(*) FROM keywords WHERE keywords MATCH ?"
        return {term: self._database.value(count, (quoted(term),)) for term in terms if quoted(term)}

    def passages(self) -> int:
        """How many passages the keyword index holds."""
        return int(self._database.value("SELECT count(*) FROM keywords_docsize"))


def quoted(term: str) -> str:
    """A term as an FTS5 string: everything in it is text, nothing is syntax. Empty where no word is in it."""
    words = "".join(c if c.isalnum() else " " for c in term).split()
    return f'"{" ".join(words)}"' if words else ""


def any_of(terms: Sequence[str]) -> str:
    """An FTS5 expression that matches any of the terms."""
    return " OR ".join(dict.fromkeys(filter(None, map(quoted, terms))))


def all_of(terms: Sequence[str]) -> str:
    """An FTS5 expression that matches all of the terms."""
    return " AND ".join(dict.fromkeys(filter(None, map(quoted, terms))))
