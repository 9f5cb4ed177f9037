"""Forgets a server in every table that says whose a row is; its articles go before, as `index.work.forgetting` orders.

The tables are read from the schema, so that one which is added can't be overlooked. What hangs on a row (versions,
votes, alerts) goes with it, by the foreign keys.
"""

from __future__ import annotations

from index.store.database import Database

_OWNED = (
    "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
    " WHERE m.type = 'table' AND c.name = 'server' ORDER BY m.name"
)


def sweep(database: Database, server: int) -> None:
    """Delete every row of a server, inside the caller's transaction."""
    # The order in which the tables come is not that in which they refer to each other.
    database.write("PRAGMA defer_foreign_keys = ON")
    for row in database.read(_OWNED):
        database.write(f"DELETE FROM {row['name']} WHERE server = ?", (server,))


def articles_of(database: Database, server: int, limit: int) -> list[int]:
    """The rows of up to `limit` articles that a server owns."""
    rows = database.read("SELECT id FROM articles WHERE server = ? LIMIT ?", (server, limit))
    return [row["id"] for row in rows]
