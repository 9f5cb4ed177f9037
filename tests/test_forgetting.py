"""Guards that a server can be forgotten whole: in every table, in the files, and nothing of the others'."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index.door.arguments import parser
from index.door.forgetting import forget_server
from index.errors import CallError, JobCancelled
from index.news_index import NewsIndex
from index.reports import Progress
from index.servers import ServerSettings
from index.settings import IndexSettings
from index.types import COMMON, Filters
from index.work.server_calls import GRACE

MINE, OTHERS = 4_700_000_000_000_000_001, 4_800_000_000_000_000_002
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
WORD = "Quillonzethby"
"""A word that stands nowhere but in the articles of MINE."""

NOBODYS = {"models", "vectors", "generations", "live", "members", "hosts", "speakers"}
"""Tables of no server: a vector and a speaker go with the last text that has them; a host's rules were given to all."""


def an_article(outlet: str, word: str) -> bytes:
    text = f"Mayor {word} said: “The bridge of {word} opens on Monday, whatever the divers of {word} may say.”"
    head = f"title: {word} bridge\nsource: {outlet}\nurl: https://{outlet}.example/{word}"
    return f"---\n{head}\n---\n{text}\n\n{text} Twice.\n".encode()


@pytest.fixture
def database(settings: IndexSettings) -> Path:
    return settings.data_dir / "verbatim.sqlite3"


def rows(database: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql).fetchall()


def columns(database: Path) -> dict[str, dict[str, tuple[str, bool]]]:
    """Every ordinary table with its columns: their types, and whether each must be given."""
    names = [
        str(row[0])
        for row in rows(
            database, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        )
    ]
    shadows = ("keywords_", "wordings_", "speaker_words_", "sqlite_")
    return {
        name: {
            str(c[1]): (str(c[2]), bool(c[3]) and c[4] is None) for c in rows(database, f"PRAGMA table_info({name})")
        }
        for name in names
        if not name.startswith(shadows)
    }


def fill(database: Path) -> None:
    """Give two servers a row in every table that says whose it is."""
    with closing(sqlite3.connect(database)) as connection:
        for table, described in columns(database).items():
            if "server" not in described or table in {"articles", "sources", "passages"}:
                continue
            for server in (MINE, OTHERS):
                given = {
                    n: sample(connection, table, n, kind)
                    for n, (kind, needed) in described.items()
                    if needed and n != "id"
                }
                given["server"] = server
                marks = ",".join("?" * len(given))
                names = ",".join(f'"{name}"' for name in given)
                connection.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", tuple(given.values()))
        connection.commit()


def sample(connection: sqlite3.Connection, table: str, column: str, kind: str) -> object:
    """A value that a column takes, also where it may hold certain words only."""
    (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    if f"CHECK ({column} IN ('" in sql:
        return sql.split(f"CHECK ({column} IN ('")[1].split("'")[0]
    if kind == "TEXT":
        return json.dumps({"of": table, "n": len(connection.execute(f"SELECT 1 FROM {table}").fetchall())})
    return len(connection.execute(f"SELECT 1 FROM {table}").fetchall()) + 1


def owners(database: Path, server: int) -> dict[str, int]:
    """How many rows of a server each table holds that says whose a row is."""
    tables = [name for name, described in columns(database).items() if "server" in described]
    return {
        name: int(str(rows(database, f"SELECT count(*) FROM {name} WHERE server = {server}")[0][0])) for name in tables
    }


async def two_servers(index: NewsIndex, database: Path) -> None:
    await index.add_file("mine.md", an_article("mine", WORD), MINE, who="1")
    await index.add_file("others.md", an_article("others", "Brackenfeld"), OTHERS, who="2")
    fill(database)


async def test_nothing_of_a_server_is_left_in_any_table(news_index: NewsIndex, database: Path) -> None:
    await two_servers(news_index, database)
    before = owners(database, MINE)
    assert all(before.values()), before
    others, common = owners(database, OTHERS), owners(database, COMMON)
    told = await news_index.forget_server(MINE, "1")
    assert (told.articles, told.sources) == (1, 1)
    assert not any(owners(database, MINE).values()), owners(database, MINE)
    assert owners(database, OTHERS) == others
    assert owners(database, COMMON) == common


async def test_every_table_is_a_servers_or_goes_with_one(news_index: NewsIndex, database: Path) -> None:
    """A table that somebody adds needs a column `server`, or a reference that takes its rows along."""
    known = columns(database)
    going = {name for name, described in known.items() if "server" in described}
    assert len(going) > 8
    while more := {name for name in set(known) - going if taken_along(database, name) & going}:
        going |= more
    assert set(known) - going == NOBODYS


def taken_along(database: Path, table: str) -> set[str]:
    """The tables whose rows take along those of this one that refer to them."""
    return {str(key[2]) for key in rows(database, f"PRAGMA foreign_key_list({table})") if key[6] == "CASCADE"}


async def test_its_words_are_in_no_file_any_more(news_index: NewsIndex, database: Path) -> None:
    await two_servers(news_index, database)
    folder = database.parent

    def holding(word: str) -> list[str]:
        files = [path for path in folder.rglob("*") if path.is_file()]
        return [path.name for path in files if any(w.encode() in path.read_bytes() for w in (word, word.lower()))]

    assert holding(WORD)
    await news_index.forget_server(MINE, "1")
    assert holding(WORD) == []
    assert holding("Brackenfeld")


async def test_it_is_answered_no_more_and_the_others_are(news_index: NewsIndex, database: Path) -> None:
    await two_servers(news_index, database)
    await news_index.change_settings(MINE, lambda s: replace(s, daily_questions=3), "1")
    await news_index.forget_server(MINE, "1")
    assert not (await news_index.ask(f"What did {WORD} say about the divers?", Filters(MINE))).found
    assert (await news_index.ask("What did Mayor Brackenfeld say about the bridge?", Filters(OTHERS))).found
    assert await news_index.server_settings(MINE) == ServerSettings()
    assert await news_index.audit(MINE) == ()
    added = await news_index.add_file("mine.md", an_article("mine", WORD), MINE, who="1")
    assert added.added == 1


async def test_vectors_that_only_it_had_go_with_it(news_index: NewsIndex, database: Path) -> None:
    (before,) = rows(database, "SELECT count(*) FROM vectors")
    await news_index.add_file("mine.md", an_article("mine", WORD), MINE, who="1")
    assert rows(database, "SELECT count(*) FROM vectors") != [before]
    await news_index.forget_server(MINE, "1")
    assert rows(database, "SELECT count(*) FROM vectors") == [before]
    assert rows(database, "SELECT count(*) FROM members WHERE gone") == [(0,)]


async def test_what_all_share_can_not_be_forgotten(news_index: NewsIndex) -> None:
    with pytest.raises(CallError):
        await news_index.forget_server(COMMON)
    assert (await news_index.status()).articles == 16


async def test_a_server_the_bot_left_is_forgotten_after_a_month(news_index: NewsIndex, database: Path) -> None:
    await two_servers(news_index, database)
    await news_index.present_in([MINE, OTHERS], NOW)
    await news_index.left(MINE, NOW)
    await news_index.left(MINE, NOW + timedelta(days=3))
    assert await news_index.forget_left(NOW + GRACE - timedelta(seconds=1)) == ()
    assert await news_index.forget_left(NOW + GRACE) == (MINE,)
    assert not any(owners(database, MINE).values())
    assert owners(database, OTHERS)["articles"] == 1


async def test_coming_back_keeps_everything(news_index: NewsIndex) -> None:
    await news_index.left(MINE, NOW)
    await news_index.joined(MINE)
    assert await news_index.forget_left(NOW + 2 * GRACE) == ()


async def test_what_happened_while_the_process_was_off_is_made_up_for(news_index: NewsIndex) -> None:
    await news_index.present_in([MINE, OTHERS], NOW)
    await news_index.present_in([OTHERS], NOW + timedelta(days=1))
    await news_index.present_in([OTHERS], NOW + timedelta(days=9))
    assert await news_index.forget_left(NOW + GRACE) == ()
    await news_index.present_in([OTHERS, MINE], NOW + timedelta(days=10))
    assert await news_index.forget_left(NOW + 2 * GRACE) == ()
    await news_index.present_in([OTHERS], NOW + timedelta(days=20))
    assert await news_index.forget_left(NOW + timedelta(days=20) + GRACE) == (MINE,)


async def test_a_server_the_bot_never_was_in_is_the_operators_to_forget(news_index: NewsIndex, database: Path) -> None:
    """The operator may have filled it before the bot is invited."""
    await news_index.add_file("mine.md", an_article("mine", WORD), MINE)
    await news_index.present_in([OTHERS], NOW)
    assert await news_index.forget_left(NOW + 2 * GRACE) == ()
    assert owners(database, MINE)["articles"] == 1


async def test_its_jobs_end_first(news_index: NewsIndex, database: Path) -> None:
    await two_servers(news_index, database)
    loop, begun = asyncio.get_running_loop(), asyncio.Event()

    def watch(progress: Progress) -> None:
        loop.call_soon_threadsafe(begun.set)

    job = asyncio.create_task(news_index.reindex(None, MINE, watch))
    await begun.wait()
    await news_index.forget_server(MINE, "1")
    with pytest.raises(JobCancelled):
        await job
    assert not any(owners(database, MINE).values())
    assert (await news_index.ask("What did Mayor Brackenfeld say about the bridge?", Filters(OTHERS))).found


async def test_the_operators_door_says_what_went(news_index: NewsIndex, database: Path) -> None:
    await two_servers(news_index, database)
    said = await forget_server(news_index, parser().parse_args(["forget-server", str(MINE)]))
    assert said == f"forgot server {MINE}: 1 article, 1 source, and what it had set"
    assert not any(owners(database, MINE).values())


@pytest.mark.parametrize("named", ["0", "-1", "all"])
def test_the_operators_door_takes_no_other_name(named: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["forget-server", named])
    assert "server" in capsys.readouterr().err
