"""What holds in any store whatever was added, changed and removed: said once, for the tests to ask."""

from __future__ import annotations

from index.store import Store
from index.store.filters import ALIVE, SHADOWED
from index.types import COMMON


def check(store: Store, servers: tuple[int, ...]) -> None:
    """Raise AssertionError where a passage can't be found, is found twice, or something is left of what is gone."""
    read, live = store.database.read, store.generations.live
    alive = [dict(row) for row in read(f"SELECT * FROM passages p WHERE {ALIVE}", (live, live))]
    searched = {row["id"] for row in alive if not row["copy"]}
    assert {row[0] for row in read("SELECT id FROM keywords_docsize")} == searched
    articles = {row["id"]: dict(row) for row in read("SELECT * FROM articles")}
    for one in articles.values():
        if one["origin"] is not None:
            origin = articles[one["origin"]]
            assert origin["origin"] is None, "an origin is nobody's copy"
            assert origin["server"] in (COMMON, one["server"]), "servers are apart"
    for row in alive:
        assert articles[row["article"]]["version"] == row["version"], "only the current version is searched"
        assert articles[row["article"]]["server"] == row["server"]
        assert not row["copy"] or articles[row["article"]]["origin"] is not None
    for server in servers:
        everyones = (COMMON, server)
        hidden = {row[0] for row in read(SHADOWED, (server,))} if server != COMMON else set()
        for row in alive:
            if row["copy"] and row["server"] in everyones:
                stands_for = [
                    other
                    for other in alive
                    if other["digest"] == row["digest"]
                    and not other["copy"]
                    and other["article"] == articles[row["article"]]["origin"]
                    and other["server"] in everyones
                ]
                assert stands_for, "what a copy stands for is searched"
                if row["server"] == server != COMMON:
                    assert stands_for[0]["article"] not in hidden
    for row in alive:
        if row["id"] in searched and (origin := articles[row["article"]]["origin"]) is not None:
            shared = [one for one in alive if one["article"] == origin and one["digest"] == row["digest"]]
            assert not shared, "what outlets share is searched once"
    digests = {row["digest"] for row in alive}
    assert {row[0] for row in read("SELECT digest FROM vectors")} == digests, (
        "each text has its vector, and no other has"
    )
    assert {row[0] for row in read("SELECT passage FROM members WHERE NOT gone")} <= searched
    for table, column in (("bands", "article"), ("versions", "article"), ("passages", "article")):
        assert {row[0] for row in read(f"SELECT DISTINCT {column} FROM {table}")} <= articles.keys()
    assert not read("SELECT 1 FROM quotations WHERE version NOT IN (SELECT id FROM versions)")
    assert not read("PRAGMA foreign_key_check")
