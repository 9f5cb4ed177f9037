"""Guards by what an article is known again: its identifier, else its address, else its words."""

from __future__ import annotations

from dataclasses import replace

from index.build.identity import distinct, find_known, own_id
from index.store import Store
from index.types import Article
from tests.store.chosen_vectors import Put

BY_ADDRESS = Article("T", "O", "The toll was 3.", "https://news.example/a")
NAMED = replace(BY_ADDRESS, given_id="a")


def test_known_by_its_address_it_is_the_same_under_an_identifier_and_the_other_way_round() -> None:
    for first, second in ((BY_ADDRESS, NAMED), (NAMED, BY_ADDRESS)):
        (kept,) = distinct([first, replace(second, text="The toll was 5.")])
        assert (kept.given_id, kept.text) == ("a", "The toll was 5.")


def test_two_identifiers_at_one_address_stay_two_and_one_without_either_is_its_words() -> None:
    assert len(distinct([NAMED, replace(NAMED, given_id="b")])) == 2
    bare = replace(BY_ADDRESS, url=None)
    assert len(distinct([bare, bare])) == 1
    assert len(distinct([bare, replace(bare, text="The toll was 5.")])) == 2
    assert distinct([]) == []


def test_what_is_stored_under_an_identifier_is_found_by_its_address(store: Store, put: Put) -> None:
    put(store, "a", "The toll was 3.")
    for article in (BY_ADDRESS, NAMED, replace(NAMED, url=None)):
        found = find_known(store.articles, 0, article)
        assert found is not None and found.article_id == "a"
    assert find_known(store.articles, 0, replace(NAMED, given_id="b")) is None
    assert find_known(store.articles, 0, replace(BY_ADDRESS, url="https://news.example/b")) is None


def test_what_is_stored_by_its_address_is_found_under_an_identifier(store: Store, put: Put) -> None:
    article_id = own_id(BY_ADDRESS)
    put(store, article_id, "The toll was 3.")
    store.database.write("UPDATE articles SET url = ?", (BY_ADDRESS.url,))
    found = find_known(store.articles, 0, replace(BY_ADDRESS, given_id="wire-7"))
    assert found is not None and found.article_id == article_id


def test_a_servers_own_article_comes_before_a_common_one_whatever_it_is_known_by(store: Store, put: Put) -> None:
    put(store, "a", "For all.")
    put(store, "mine", "For one.", server=1)
    store.database.write("UPDATE articles SET url = 'https://news.example/a' WHERE server = 1")
    found = find_known(store.articles, 1, BY_ADDRESS)
    assert found is not None and found.server == 1
