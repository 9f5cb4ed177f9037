"""Pure: what a question may look at, as conditions on the tables `passages p` or `articles a` with `versions v`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from index.store.moments import to_column
from index.types import COMMON, Filters

ALIVE = "p.born <= ? AND (p.died IS NULL OR p.died > ?)"


@dataclass(frozen=True, slots=True)
class Condition:
    """A WHERE clause and its parameters."""

    sql: str
    parameters: tuple[Any, ...]


SHADOWED = "SELECT instead FROM articles WHERE instead IS NOT NULL AND server = ?"
"""The common articles that a server does not see, because an article of its own takes their place."""


_NAMED = "q.speaker IN (SELECT value FROM json_each(?))"
_SAID = f"v.id IN (SELECT q.version FROM quotations q WHERE {_NAMED})"
_SAID_INSIDE = (
    "p.id IN (SELECT t.id FROM quotations q JOIN passages t"
    f' ON t.version = q.version AND q.start >= t.start AND q.start < t."end" WHERE {_NAMED})'
)
"""Whose words an article (a passage) has: from the names to the places, since few passages have anybody's."""


def on_passages(filters: Filters, generation: int, standing: Sequence[int] = ()) -> Condition:
    """The passages of a generation that are searched and that `filters` lets a question see, and those `standing`."""
    seen = _on_places(filters)
    if not standing:
        return Condition(f"{ALIVE} AND p.copy = 0 AND {seen.sql}", (generation, generation, *seen.parameters))
    sql = f"{ALIVE} AND p.copy = 0 AND ({seen.sql} OR p.id IN (SELECT value FROM json_each(?)))"
    return Condition(sql, (generation, generation, *seen.parameters, json.dumps(list(standing))))


def on_copies(filters: Filters, generation: int) -> Condition:
    """The passages of copies in a generation that `filters` lets a question see; they are not searched themselves."""
    seen = _on_places(filters)
    return Condition(f"{ALIVE} AND p.copy = 1 AND {seen.sql}", (generation, generation, *seen.parameters))


def on_articles(filters: Filters) -> Condition:
    """The articles, each with its current version, that `filters` lets a question see."""
    return _condition(filters, server="a.server", published="v.published", article="a.id", said=_SAID)


def _on_places(filters: Filters) -> Condition:
    return _condition(filters, server="p.server", published="p.published", article="p.article", said=_SAID_INSIDE)


def _condition(filters: Filters, server: str, published: str, article: str, said: str) -> Condition:
    """An article without a date is inside no window: nothing says when it was."""
    # The plus keeps SQLite from walking through all that a server sees where a few articles are named.
    sql = f"{'' if filters.articles is None else '+'}{server} IN (?, ?)"
    values: list[Any] = [COMMON, filters.server]
    if filters.server != COMMON:
        sql += f" AND {article} NOT IN ({SHADOWED})"
        values.append(filters.server)
    if filters.since is not None:
        sql += f" AND {published} >= ?"
        values.append(to_column(filters.since))
    if filters.before is not None:
        sql += f" AND {published} < ?"
        values.append(to_column(filters.before))
    if filters.source is not None:
        sql += (
            f" AND {article} IN (SELECT c.id FROM articles c JOIN versions w ON w.id = c.version WHERE w.outlet = ?"
            " UNION SELECT b.id FROM articles b JOIN sources s ON s.id = b.source WHERE s.name = ?)"
        )
        values += [filters.source, filters.source]
    if filters.speakers:
        sql += f" AND {said}"
        values.append(json.dumps(filters.speakers))
    if filters.articles is not None:
        sql += f" AND {article} IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(sorted(filters.articles)))
    return Condition(sql, tuple(values))
