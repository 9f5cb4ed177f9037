"""Keyword search: exact under every filter, and a person's text is never syntax."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from index.store import Store
from index.types import Filters
from tests.store.chosen_vectors import Put


def found(store: Store, *terms: str, filters: Filters = Filters(), limit: int = 10) -> list[str]:
    ids = [number for number, _ in store.keywords.search(terms, filters, store.generations.live, limit)]
    return [hit.passage.text for hit in store.articles.hits(ids)]


def test_finds_by_stem_and_without_accents(store: Store, put: Put) -> None:
    put(store, "a", "The negotiators met in Chișinău.", "Nothing else happened.")
    assert found(store, "negotiator") == ["The negotiators met in Chișinău."]
    assert found(store, "chisinau") == ["The negotiators met in Chișinău."]


def test_a_term_of_several_words_is_a_phrase(store: Store, put: Put) -> None:
    put(store, "a", "The White House said so.", "The house is white.")
    assert found(store, "White House") == ["The White House said so."]


def test_the_title_counts(store: Store, put: Put) -> None:
    put(store, "tariffs", "He spoke on Monday.")
    assert found(store, "tariffs") == ["He spoke on Monday."]


def test_better_matches_come_first_and_larger_is_better(store: Store, put: Put) -> None:
    put(store, "a", "Gas prices rose.", "Gas prices and oil prices rose again.")
    scores = [score for _, score in store.keywords.search(["oil", "prices"], Filters(), store.generations.live, 10)]
    assert found(store, "oil", "prices")[0].startswith("Gas prices and oil")
    assert scores == sorted(scores, reverse=True)


def test_a_narrow_filter_finds_what_the_first_ranks_do_not_hold(store: Store, put: Put) -> None:
    for number in range(30):
        put(store, f"common-{number}", f"Strike strike strike number {number}.")
    put(store, "late", "One more strike.", published=datetime(2025, 1, 5, tzinfo=UTC), outlet="Small Paper")
    window = Filters(since=datetime(2025, 1, 1, tzinfo=UTC), before=datetime(2025, 2, 1, tzinfo=UTC))
    assert found(store, "strike", filters=window, limit=2) == ["One more strike."]
    assert found(store, "strike", filters=Filters(source="small paper"), limit=2) == ["One more strike."]
    assert found(store, "strike", filters=Filters(source="Other Paper"), limit=2) == []


def test_since_is_inclusive_and_before_exclusive(store: Store, put: Put) -> None:
    day = datetime(2025, 1, 5, tzinfo=UTC)
    put(store, "a", "A storm came.", published=day)
    put(store, "undated", "A storm went.")
    assert found(store, "storm", filters=Filters(since=day)) == ["A storm came."]
    assert found(store, "storm", filters=Filters(before=day)) == []


def test_one_server_never_sees_another(store: Store, put: Put) -> None:
    put(store, "all", "A vote for all.")
    put(store, "one", "A vote of one.", server=1)
    put(store, "two", "A vote of two.", server=2)
    assert set(found(store, "vote", filters=Filters(server=1))) == {"A vote for all.", "A vote of one."}
    assert found(store, "vote") == ["A vote for all."]


@pytest.mark.parametrize("term", ['"AND (', "NEAR(", "a'b", "*", "^", "title:x", "-", "", " ", "OR", "{}", "\0"])
def test_a_persons_text_is_never_syntax(store: Store, put: Put, term: str) -> None:
    put(store, "a", "Plain words.")
    assert found(store, term) == []


@given(st.lists(st.text(), max_size=5))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_any_terms_are_searched_without_error(store: Store, terms: list[str]) -> None:
    store.keywords.search(terms, Filters(), store.generations.live, 5)
    store.keywords.document_frequency(terms)


def test_counts_the_passages_that_hold_a_term(store: Store, put: Put) -> None:
    put(store, "a", "Rain fell.", "Rain stopped.", "Sun came.")
    assert store.keywords.document_frequency(["rain", "sun", "hail"]) == {"rain": 2, "sun": 1, "hail": 0}
    assert store.keywords.passages() == 3
