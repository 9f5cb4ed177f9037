"""The database: durable, brought to today's schema, all or nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from index.errors import StoreError
from index.store.database import Database
from index.store.schema import STEPS


def test_is_durable_and_of_todays_format(tmp_path: Path) -> None:
    database = Database(tmp_path / "new" / "verbatim.sqlite3")
    assert database.value("PRAGMA journal_mode") == "wal"
    assert database.value("PRAGMA synchronous") == 2  # FULL
    assert database.value("PRAGMA user_version") == len(STEPS)
    database.close()


def test_opens_a_second_time_without_repeating_a_step(tmp_path: Path) -> None:
    path = tmp_path / "verbatim.sqlite3"
    for _ in range(2):
        Database(path).close()


def test_refuses_a_newer_format_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "verbatim.sqlite3"
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    raw.close()
    with pytest.raises(StoreError, match=r"newer Verbatim.*update Verbatim"):
        Database(path)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "verbatim.sqlite3"
    path.write_bytes(b"not a database at all, but long enough to be read as one" * 20)
    with pytest.raises(StoreError, match=r"verbatim\.sqlite3"):
        Database(path)


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    database = Database(tmp_path / "verbatim.sqlite3")
    with pytest.raises(ZeroDivisionError), database.transaction():
        database.write("INSERT INTO models (name) VALUES ('half')")
        _ = 1 / 0
    assert database.value("SELECT count(*) FROM models") == 0
    database.close()


def test_a_full_disk_is_a_store_error_and_what_was_committed_stays(tmp_path: Path) -> None:
    database = Database(tmp_path / "verbatim.sqlite3")
    database.write("INSERT INTO models (name) VALUES ('kept')")
    pages = database.value("PRAGMA page_count")
    database.read(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="full"), database.transaction():
        database.write("INSERT INTO models (name) VALUES (?)", ("x" * 1_000_000,))
    assert [row["name"] for row in database.read("SELECT name FROM models")] == ["kept"]
    database.close()
