"""Guards where quotations are looked up: every version, whole, whatever the passages are, and only what may be seen."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index.build.quotations import find_quotations
from index.store import Store
from index.store.articles import Built
from index.store.database import Database
from index.store.keywords import quoted
from index.store.schema import STEPS
from index.types import COMMON, Article, Filters, Passage
from tests.quoted_news import DAY, change_article, dated_on, store_articles

OURS, THEIRS = 5, 6
BRIDGE = Article("Bridge", "The Courier", "“We will rebuild the bridge,” Maria Okafor said.\n\nIt rained in Elbing.")
RIVER = Article("River", "The Post", "“The river is ours alone,” José Muñoz said. “We will rebuild,” he said.")


@pytest.fixture
def filled(store: Store) -> Store:
    store_articles(store, [BRIDGE], COMMON)
    store_articles(store, [RIVER], OURS)
    return store


def titles(store: Store, phrase: str, server: int) -> list[str]:
    return [one.stored.article.title for one in store.quotations.holding([phrase], server, 10)]


def test_a_server_sees_its_own_and_the_common_versions(filled: Store) -> None:
    assert titles(filled, "we will rebuild", OURS) in (["Bridge", "River"], ["River", "Bridge"])
    assert titles(filled, "we will rebuild", THEIRS) == ["Bridge"]
    assert titles(filled, "rebuild river", OURS) == []
    assert titles(filled, "jose munoz", OURS) == ["River"]
    assert filled.quotations.holding(["…"], OURS, 10) == []


def test_what_is_like_a_text_comes_with_what_is_most_like_it_first(filled: Store) -> None:
    found = filled.quotations.like(["we will", "will rebuild", "rebuild the", "the bridge"], OURS, 10)
    assert [one.stored.article.title for one in found] == ["Bridge", "River"]


def test_an_earlier_version_is_found_with_its_quotations(filled: Store) -> None:
    before = filled.articles.find(COMMON, f"{COMMON}-Bridge")
    assert before is not None
    later = Article("Bridge", "The Courier", "“We will think about the bridge,” Maria Okafor said.", published=DAY)
    change_article(filled, before, later)
    [old] = filled.quotations.holding(["rebuild the bridge"], COMMON, 10)
    [new] = filled.quotations.holding(["think about the bridge"], COMMON, 10)
    assert (old.current, new.current) == (False, True)
    assert old.stored.article.text == BRIDGE.text
    assert [one.speaker for one in old.quotations] == ["Maria Okafor"]


def test_what_is_removed_is_found_no_more_and_its_speakers_are_forgotten(filled: Store) -> None:
    found = filled.articles.find(OURS, f"{OURS}-River")
    assert found is not None
    with filled.database.transaction():
        filled.articles.remove(found.key)
    assert titles(filled, "the river", OURS) == []
    assert filled.quotations.named(["Muñoz"], OURS) == {}
    assert filled.database.value("SELECT count(*) FROM speakers") == 1
    filled.database.write("INSERT INTO wordings (wordings, rank) VALUES ('integrity-check', 1)")
    filled.database.write("INSERT INTO speaker_words (speaker_words, rank) VALUES ('integrity-check', 1)")


def test_speakers_are_counted_in_what_a_server_sees(filled: Store) -> None:
    assert filled.quotations.named([], OURS) == {"José Muñoz": 2, "Maria Okafor": 1}
    assert filled.quotations.named([], THEIRS) == {"Maria Okafor": 1}
    assert filled.quotations.named(["mun", "oka"], OURS) == {"José Muñoz": 2, "Maria Okafor": 1}
    assert filled.quotations.named(["…"], OURS) == {}


def test_quotations_are_listed_newest_first_by_speaker_and_window(filled: Store) -> None:
    newer = dated_on(Article("Later", "The Post", "“It was a long year,” Maria Okafor said."), DAY.replace(month=5))
    store_articles(filled, [newer])
    listed = filled.quotations.listed(["Maria Okafor"], (), Filters(OURS), 10)
    assert [one.stored.article.title for one in listed] == ["Later", "Bridge"]
    window = Filters(OURS, before=DAY.replace(month=4))
    assert [one.stored.article.title for one in filled.quotations.listed(None, (), window, 2)] == ["Bridge", "River"]
    assert filled.quotations.listed(["Maria Okafor"], (), Filters(OURS, since=DAY.replace(month=6)), 10) == []


def test_a_topic_is_looked_for_in_the_passage_of_the_quotation(store: Store) -> None:
    text = f"{BRIDGE.text}\n\n“The ferry stops in May,” Ida Nygaard said in Hollum."
    cut = text.index("“The ferry")
    passages = (Passage(0, cut, text[:cut]), Passage(cut, len(text), text[cut:]))
    store_passages(store, Article("Both", "The Post", text, published=DAY), passages)
    by_topic = {
        word: [one.quotation.speaker for one in store.quotations.listed(None, [word], Filters(), 10)]
        for word in ("Elbing", "Hollum", "ferry")
    }
    assert by_topic == {"Elbing": ["Maria Okafor"], "Hollum": ["Ida Nygaard"], "ferry": ["Ida Nygaard"]}


def store_passages(store: Store, article: Article, passages: tuple[Passage, ...]) -> None:
    with store.database.transaction():
        source = store.sources.ensure(COMMON, "a source", "import", 0.0)
        built = Built(passages, (b"1", b"2"), find_quotations(article.text))
        store.articles.add(article, "both", COMMON, source, built, store.generations.live, 0.0)


def test_a_file_from_before_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "verbatim.sqlite3"
    with closing(sqlite3.connect(path)) as old:
        for number, step in enumerate(STEPS[:3], 1):
            old.executescript(f"{step}; PRAGMA user_version = {number};")
        old.executescript(
            "INSERT INTO sources (id, server, name, kind, created) VALUES (1, 0, 's', 'import', 0);"
            "INSERT INTO articles (id, server, source, article_id, version, added) VALUES (1, 0, 1, 'a', 1, 0);"
            "INSERT INTO versions (id, article, title, outlet, has_time, text, stored)"
            " VALUES (1, 1, 't', 'o', 0, 'We will rebuild', 0);"
            "INSERT INTO quotations (version, spans, speaker, resolved) VALUES (1, '[[3, 7]]', 'Ida Nygaard', 0);"
        )
    database = Database(path)
    try:
        assert database.value("SELECT rowid FROM wordings WHERE wordings MATCH ?", (quoted("will rebuild"),)) == 1
        assert database.value("SELECT s.name FROM speakers s JOIN speaker_words w ON w.rowid = s.id") == "Ida Nygaard"
        assert database.value("SELECT start FROM quotations") == 3
    finally:
        database.close()
