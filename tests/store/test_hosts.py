"""What hosts said: kept as it was said, over a restart, and not for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from index.pages import HostState
from index.store.database import Database
from index.store.hosts import Hosts

NOW = datetime.now(UTC)
SAID = HostState(NOW + timedelta(seconds=90.25), "User-agent: *\nDisallow: /a\0é\n", NOW - timedelta(hours=1))


def test_what_a_host_said_is_there_after_a_restart(tmp_path: Path) -> None:
    for _ in range(2):
        database = Database(tmp_path / "verbatim.sqlite3")
        Hosts(database).save("norvik.example", SAID)
        database.close()
    database = Database(tmp_path / "verbatim.sqlite3")
    said = Hosts(database).load("norvik.example")
    assert said.robots == SAID.robots
    for kept, given in ((said.not_before, SAID.not_before), (said.robots_read, SAID.robots_read)):
        assert kept is not None and given is not None
        assert abs(kept - given) < timedelta(milliseconds=1), "not the second before"
    assert Hosts(database).load("other.example") == HostState()
    database.close()


def test_the_last_word_of_a_host_counts(tmp_path: Path) -> None:
    database = Database(tmp_path / "verbatim.sqlite3")
    hosts = Hosts(database)
    hosts.save("norvik.example", SAID)
    hosts.save("norvik.example", HostState(None, "", NOW))
    assert hosts.load("norvik.example").not_before is None
    assert hosts.load("norvik.example").robots == ""
    database.close()


def test_hosts_that_said_nothing_of_use_for_a_month_are_forgotten(tmp_path: Path) -> None:
    database = Database(tmp_path / "verbatim.sqlite3")
    hosts = Hosts(database)
    old = NOW - timedelta(days=31)
    for name, state in (("old", HostState(old, "x", old)), ("asks", HostState(NOW, "x", old)), ("new", SAID)):
        database.write(
            "INSERT INTO hosts VALUES (?, ?, ?, ?)",
            (
                name,
                state.not_before and state.not_before.timestamp(),
                state.robots,
                state.robots_read and state.robots_read.timestamp(),
            ),
        )
    hosts.save("norvik.example", SAID)
    kept = {row["host"] for row in database.read("SELECT host FROM hosts")}
    assert kept == {"asks", "new", "norvik.example"}
    database.close()
