"""Lets a copy stand in where a question's filters leave out its origin, whose passages are the ones that are searched.

A copy's passage has the digest of the origin's passage it stands for; that is the whole of the relation.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.store.database import Database, Row, marks
from index.store.filters import SHADOWED, Condition, on_copies, on_passages
from index.types import COMMON, Filters

_TO_ORIGIN = """
    FROM passages p JOIN articles c ON c.id = p.article
    JOIN passages o ON o.digest = p.digest AND o.article = c.origin AND o.copy = 0
"""


def searchable(database: Database, filters: Filters, generation: int) -> Condition:
    """The passages to search for a question: those it may see, and those for which a copy that it may see stands in."""
    if not leaves_out(database, filters):
        return on_passages(filters, generation)
    copies = on_copies(filters, generation)
    sql = f"SELECT DISTINCT o.id {_TO_ORIGIN} WHERE {copies.sql}"
    if not _narrow(filters):
        # Only an origin in whose place the server has an article of its own can be left out.
        copies = Condition(copies.sql, (*copies.parameters, filters.server))
        sql += f" AND c.origin IN ({SHADOWED})"
    return on_passages(filters, generation, [row[0] for row in database.read(sql, copies.parameters)])


def stand_ins(database: Database, passage_ids: Sequence[int], filters: Filters) -> dict[int, Row]:
    """For those of the searched passages that filters leave out: the copy's passage that stands in (article, start,
    end), the earliest where there are several."""
    if not passage_ids or not leaves_out(database, filters):
        return {}
    live = int(database.value("SELECT generation FROM live") or 0)
    ids, seen, copies = marks(passage_ids), on_passages(filters, live), on_copies(filters, live)
    rows = database.read(
        f'SELECT o.id, p.article, p.start, p."end" {_TO_ORIGIN} WHERE o.id IN ({ids}) AND {copies.sql}'
        f" AND o.id NOT IN (SELECT p.id FROM passages p WHERE p.id IN ({ids}) AND {seen.sql})"
        " ORDER BY p.published DESC, p.id DESC",
        (*passage_ids, *copies.parameters, *passage_ids, *seen.parameters),
    )
    return {row["id"]: row for row in rows}


def leaves_out(database: Database, filters: Filters) -> bool:
    """Whether a question with these filters may see a copy without its origin."""
    return _narrow(filters) or (
        filters.server != COMMON and bool(database.value(f"{SHADOWED} LIMIT 1", (filters.server,)))
    )


def _narrow(filters: Filters) -> bool:
    named = (filters.since, filters.before, filters.source, filters.speakers or None, filters.articles)
    return any(one is not None for one in named)
