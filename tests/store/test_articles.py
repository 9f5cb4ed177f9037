"""Articles: whole or not at all, own before common, gone without a trace when removed."""

from __future__ import annotations

from datetime import UTC, datetime

from index.store import Store
from index.store.articles import Built
from index.store.embeddings import digest
from index.types import Article, Filters, Passage, Quotation
from tests.store.chosen_vectors import Put


def test_a_hit_is_a_slice_with_the_quotations_that_overlap_it(store: Store) -> None:
    text = "“Yes,” said Ada Bell. He left. “No,” said Carl Dorn."
    passages = (Passage(0, 21, text[:21]), Passage(22, len(text), text[22:]))
    quotations = (Quotation(((0, 6),), "Ada Bell", "said", False, None), Quotation(((31, 36),), "Carl Dorn", "said"))
    with store.database.transaction():
        row = store.sources.ensure(0, "s", "hand", 0.0)
        built = Built(passages, (digest("1"), digest("2")), quotations)
        store.articles.add(Article("T", "O", text), "id", 0, row, built, store.generations.live, 0.0)
    first, second = store.articles.with_quotations(store.articles.hits([1, 2]))
    assert (first.quotations, second.quotations) == (quotations[:1], quotations[1:])
    for hit in (first, second):
        assert hit.passage.text == hit.stored.article.text[hit.passage.start : hit.passage.end]


def test_a_server_finds_its_own_article_before_a_common_one(store: Store, put: Put) -> None:
    put(store, "same", "For all.")
    put(store, "same", "For one.", server=1)
    mine, everybodys, others = (store.articles.find(server, "same") for server in (1, 0, 2))
    assert mine is not None and mine.article.text == "For one."
    assert everybodys is not None and everybodys.article.text == "For all."
    assert others is not None and others.article.text == "For all."


def test_a_new_version_takes_the_place_of_the_passages_and_keeps_the_old_text(store: Store, put: Put) -> None:
    put(store, "a", "The toll was 3.")
    before = store.articles.find(0, "a")
    assert before is not None
    changed = Article("T", "O", "The toll was 5.", before.article.url, language="en")
    built = Built((Passage(0, 15, changed.text),), (digest(changed.text),), ())
    with store.database.transaction():
        dropped = store.articles.change(before, changed, built, store.generations.live, 1.0)
    assert dropped == [digest("The toll was 3.")]
    after = store.articles.find(0, "a")
    assert after is not None
    assert (before.article.language, after.article.language) == (None, "en")
    assert store.keywords.document_frequency(["3", "5"]) == {"3": 0, "5": 1}
    assert [row["text"] for row in store.database.read("SELECT text FROM versions ORDER BY id")] == [
        "The toll was 3.",
        "The toll was 5.",
    ]


def test_removal_leaves_no_text_no_words_and_no_vector_but_a_shared_one(store: Store, put: Put) -> None:
    key = put(store, "a", "Only here.", "In both.")
    put(store, "b", "In both.")
    with store.database.transaction():
        store.embeddings.drop_unused(store.articles.remove(key))
    assert store.articles.find(0, "a") is None
    assert store.keywords.document_frequency(["only", "both"]) == {"only": 0, "both": 1}
    assert store.embeddings.missing([digest("Only here."), digest("In both.")]) == {digest("Only here.")}
    for table in ("versions", "quotations"):
        assert store.database.value(f"SELECT count(*) FROM {table} WHERE id = 1") == 0


def test_says_what_was_searched(store: Store, put: Put) -> None:
    put(store, "old", "An old one.", published=datetime(1965, 5, 1, tzinfo=UTC))
    put(store, "new", "A new one.", published=datetime(2025, 1, 1, tzinfo=UTC))
    put(store, "hidden", "Not yours.", published=datetime(2026, 1, 1, tzinfo=UTC), server=9)
    searched = store.articles.searched(Filters(server=1))
    assert searched.articles == 2
    assert searched.oldest == datetime(1965, 5, 1, tzinfo=UTC)
    assert searched.newest == datetime(2025, 1, 1, tzinfo=UTC)


def test_sources_are_listed_with_what_a_server_may_see(store: Store, put: Put) -> None:
    put(store, "a", "One.", source="common feed")
    put(store, "b", "Two.", source="my feed", server=1, outlet="Mine")
    put(store, "c", "Three.", source="their feed", server=2)
    assert [one.name for one in store.sources.listed(1, store.generations.live)] == ["my feed", "common feed"]
    assert store.sources.knows(1, "MINE") and store.sources.knows(1, "my feed") and store.sources.knows(1, "The Outlet")
    assert not store.sources.knows(1, "their feed") and not store.sources.knows(2, "Mine")
