"""Guards the whole way of a question through real stores: answered with proof, refused without."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from index.answer.answering import Answering, today
from index.build.quotations import find_quotations
from index.build.split import Splitter, embedded_text
from index.store import Store
from index.store.articles import Built
from index.store.embeddings import digest
from index.types import COMMON, Article, Filters
from tests.word_hash import CountingEmbedder

NOW = datetime(2025, 1, 18, tzinfo=UTC)

BUSES = (
    "The council of Springfield voted on Monday to buy 14 electric buses for the northern line.\n\n"
    "“The drivers have waited for this,” Mayor Ann Lee told reporters. The first bus is expected in March."
)
BRIDGE = (
    "The old bridge over the river in Ogdenville was closed on Tuesday after cracks were found in two pillars.\n\n"
    "“Nobody was in danger,” said Tom Hill, the city's engineer. Repairs will cost $3 million."
)


@pytest.fixture
def answering(tmp_path: Path) -> Iterator[Answering]:
    """Two articles, stored, embedded by word hash and taken in by the vector index."""
    store, embedder = Store(tmp_path / "data", "word-hash"), CountingEmbedder()
    splitter = Splitter(lambda text: len(text.split()))
    for number, (title, text) in enumerate((("Springfield buys electric buses", BUSES), ("Bridge closed", BRIDGE))):
        article = Article(
            title, f"Outlet {number}", text, f"https://news.example/{number}", None, NOW - timedelta(days=2)
        )
        passages = tuple(splitter.split(text, title))
        texts = [embedded_text(title, passage.text) for passage in passages]
        store.embeddings.put(list(map(digest, texts)), embedder.passages(texts))
        with store.database.transaction():
            source = store.sources.ensure(COMMON, "a source", "import", 0.0)
            built = Built(passages, tuple(map(digest, texts)), find_quotations(text))
            store.articles.add(article, f"article-{number}", COMMON, source, built, store.generations.live, 0.0)
    while store.vectors.catch_up(store.generations.live, 64):
        continue
    yield Answering(store, embedder)
    store.close()


@pytest.mark.parametrize(
    ("question", "article_id", "words", "speaker"),
    [
        ("How many electric buses did the council of Springfield vote to buy?", "article-0", "14 electric buses", None),
        ("What did Ann Lee say about the drivers?", "article-0", "have waited for this", "Ann Lee"),
        ("Who said “nobody was in danger”?", "article-1", "Nobody was in danger", "Tom Hill"),
        ("When was the bridge over the river in Ogdenville closed?", "article-1", "closed on Tuesday", None),
    ],
)
def test_an_answer_cites_the_very_words(
    answering: Answering, question: str, article_id: str, words: str, speaker: str | None
) -> None:
    answer = answering.answer(question, Filters(), NOW)
    first = answer.citations[0]
    assert answer.found and first.article_id == article_id and words in first.quote
    assert speaker is None or first.speaker == speaker
    assert first.quote in answer.text and answer.text.endswith("2 articles searched.")
    assert answer.as_of == NOW - timedelta(days=2)
    for cited in answer.citations:
        text = BUSES if cited.article_id == "article-0" else BRIDGE
        assert text[cited.start : cited.end] == cited.quote


@pytest.mark.parametrize(
    "question", ["Who won the tennis final in Paris?", "What did Ann Lee say about Ogdenville?", '"AND (', "?!", "the"]
)
def test_what_no_article_knows_is_refused(answering: Answering, question: str) -> None:
    answer = answering.answer(question, Filters(), NOW)
    assert not answer.found and answer.citations == ()
    assert "2 articles of 16 January 2025" in answer.text


def test_a_filter_that_leaves_nothing_is_said(answering: Answering) -> None:
    answer = answering.answer("How many buses?", Filters(since=NOW), NOW)
    assert not answer.found and answer.hits == () and answer.searched.articles == 0


def test_an_archive_counts_freshness_from_its_own_last_day() -> None:
    newest = datetime(2024, 9, 30, tzinfo=UTC)
    assert today(NOW, newest) == NOW
    assert today(NOW.replace(year=2026), newest) == newest
    assert today(NOW, None) == NOW
