"""Prints a data folder's database as SQL that `executescript` reads: the fixtures in `formats` are made so.

    python -m tests.durability.dumped DATA_DIR > tests/durability/formats/N.sql

Run it on a folder that a release wrote. Unlike sqlite3's own dump it fills full-text tables by what is in them.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path


def dump(database: sqlite3.Connection) -> Iterator[str]:
    """The statements that make the database again; triggers last, so that they do not act on what is put in."""
    tables = dict(
        database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    )
    searched = [name for name, sql in tables.items() if sql.startswith("CREATE VIRTUAL TABLE")]
    # Full-text tables keep their words in tables of their own, which they make themselves.
    shadows = {f"{name}_{part}" for name in searched for part in ("data", "idx", "content", "docsize", "config")}
    for name, sql in tables.items():
        if name not in shadows:
            yield f"{sql};"
    for name in tables:
        if name not in shadows:
            yield from rows(database, name, with_row=name in searched)
    yield from rows(database, "sqlite_sequence", with_row=False)
    for (sql,) in database.execute("SELECT sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql NOT NULL"):
        yield f"{sql};"
    yield f"PRAGMA user_version = {database.execute('PRAGMA user_version').fetchone()[0]};"


def rows(database: sqlite3.Connection, table: str, with_row: bool) -> Iterator[str]:
    """A statement for each row of a table."""
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    named = ", ".join([*(["rowid"] if with_row else []), *(f'"{column}"' for column in columns)])
    quoted = " || ', ' || ".join(f"quote({one})" for one in named.split(", "))
    for (values,) in database.execute(f"SELECT {quoted} FROM {table}"):
        yield f"INSERT INTO {table} ({named}) VALUES ({values});"


if __name__ == "__main__":
    with closing(sqlite3.connect(Path(sys.argv[1]) / "verbatim.sqlite3")) as opened:
        sys.stdout.write("\n".join(dump(opened)) + "\n")
