"""Pure: what a question may look at, as conditions on the table `passages p`."""

from __future__ import annotations

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


def condition(filters: Filters, generation: int) -> Condition:
    """The passages of a generation that `filters` lets a question see.

    An article without a date is inside no window: nothing says when it was.
    """
    sql = f"{ALIVE} AND p.server IN (?, ?)"
    values: list[Any] = [generation, generation, COMMON, filters.server]
    if filters.since is not None:
        sql += " AND p.published >= ?"
        values.append(to_column(filters.since))
    if filters.before is not None:
        sql += " AND p.published < ?"
        values.append(to_column(filters.before))
    if filters.source is not None:
        sql += (
            " AND p.article IN (SELECT v.article FROM versions v WHERE v.outlet = ?"
            " UNION SELECT a.id FROM articles a JOIN sources s ON s.id = a.source WHERE s.name = ?)"
        )
        values += [filters.source, filters.source]
    return Condition(sql, tuple(values))
