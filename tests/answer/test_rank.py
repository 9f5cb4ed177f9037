"""Guards the order of passages: what names, words, meaning and dates each must be able to change."""

from datetime import timedelta

import pytest

from index.answer.rank import NEAR, NEAREST, OF_ONE_ARTICLE, SHOWN, first, near, rank, with_nearest
from index.types import Hit
from tests.answer.found import NOW, asked, equal_weights, hit

QUESTION = "Which hurricane flooded Puerto Rico?"


def order(question: str, *hits: Hit) -> list[int]:
    understood = asked(question)
    return [one.hit.stored.key for one in rank(understood, hits, equal_weights(understood), NOW)]


def test_more_of_the_question_comes_first() -> None:
    assert order(QUESTION, hit("A storm came.", 1), hit("Hurricane Ernesto flooded Puerto Rico.", 2)) == [2, 1]


def test_the_nearer_meaning_comes_first() -> None:
    assert order(QUESTION, hit("A storm came.", 1, cosine=0.2), hit("A storm came.", 2, cosine=0.6)) == [2, 1]


def test_the_fresher_report_comes_first_and_one_without_a_date_last() -> None:
    old, undated = NOW - timedelta(days=400), None
    text = "Hurricane Ernesto flooded Puerto Rico."
    hits = hit(text, 1, published=undated), hit(text, 2, published=old), hit(text, 3, published=NOW)
    assert order(QUESTION, *hits) == [3, 2, 1]


def test_a_question_about_the_past_finds_the_past() -> None:
    then = NOW.replace(year=2019, month=6)
    text = "Hurricane Maria flooded Puerto Rico."
    in_2019 = "Which hurricane flooded Puerto Rico in 2019?"
    assert order(in_2019, hit(text, 1, published=NOW - timedelta(days=1000)), hit(text, 2, published=then)) == [2, 1]


def test_a_sentence_with_the_sort_of_thing_asked_for_decides() -> None:
    question = "How many people were rescued in Ohio?"
    without, with_number = "People were rescued in Ohio.", "In Ohio 214 people were rescued."
    assert order(question, hit(without, 1), hit(with_number, 2)) == [2, 1]


def test_a_passage_without_a_vector_is_ranked_all_the_same() -> None:
    assert order(
        QUESTION, hit("Hurricane Ernesto flooded Puerto Rico.", 1, cosine=None), hit("Rain.", 2, cosine=0.1)
    ) == [1, 2]


def test_no_article_fills_the_list() -> None:
    text = "Rain fell. " * 20
    hits = [hit(text, 1, start=at * 11, end=at * 11 + 10, cosine=0.9) for at in range(8)]
    hits += [hit("Rain fell.", key, cosine=0.1) for key in range(2, 20)]
    question = asked("Where did rain fall?")
    shown = first(rank(question, hits, equal_weights(question), NOW))
    assert len(shown) == SHOWN
    assert sum(one.hit.stored.key == 1 for one in shown) == OF_ONE_ARTICLE


def test_nothing_found_gives_nothing() -> None:
    assert rank(asked(QUESTION), [], {}, NOW) == []


def test_near_counts_each_word_once_within_the_window() -> None:
    weights = {"a": 2.0, "b": 1.0}
    assert near(["a", "a", "x", "b"], weights) == 3.0
    assert near(["a", *["x"] * NEAR, "b"], weights) == pytest.approx(2.0)
    assert near([], weights) == 0.0


def test_the_last_places_are_for_the_nearest_that_the_order_left_out() -> None:
    shown = [hit("Rain.", key, cosine=0.3) for key in range(SHOWN)]
    left_out = [hit("Rain.", 100 + key, cosine=0.1 * key) for key in range(9)]
    unknown = hit("Rain.", 200, cosine=None)
    kept = with_nearest(shown, [*shown, *left_out, unknown])
    assert [one.stored.key for one in kept] == [*range(SHOWN - NEAREST), 108, 107]


def test_what_is_shown_stays_where_nothing_nearer_was_found() -> None:
    shown = [hit("Rain.", key, cosine=0.3 - key / 100) for key in range(SHOWN)]
    assert with_nearest(shown, shown) == shown
    assert with_nearest(shown[:4], [*shown, hit("Rain.", 99, cosine=0.9)]) == shown[:4]


def test_a_passage_that_is_quoted_stays_among_those_shown() -> None:
    shown = [hit("Rain.", key, cosine=0.3) for key in range(SHOWN)]
    nearer = [hit("Rain.", 100 + key, cosine=0.9) for key in range(4)]
    kept = with_nearest(shown, [*shown, *nearer], {shown[-1].passage_id})
    assert [one.stored.key for one in kept] == [*range(SHOWN - NEAREST), SHOWN - 1, 100]


def test_the_nearest_are_not_all_of_one_article() -> None:
    shown = [hit("Rain.", key, cosine=0.3) for key in range(SHOWN)]
    same = [hit("Rain fell. " * 9, 0, start=11 * at, end=11 * at + 10, cosine=0.9) for at in range(1, 9)]
    kept = with_nearest([*shown[:1], *same[: OF_ONE_ARTICLE - 1], *shown[1:7]], [*shown, *same])
    assert sum(one.stored.key == 0 for one in kept) == OF_ONE_ARTICLE
