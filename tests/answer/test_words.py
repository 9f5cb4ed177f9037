"""Guards the folding of words: a question and an article must meet in the same form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answer.words import folded, stems_of, weight_of, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trump’s", "Trump"),
        ("countries", "country"),
        ("1,000", "1000"),
        ("U.S.", "US"),
        ("Nicolás", "Nicolas"),
        ("announced", "announce"),
        ("announcement", "announce"),
        ("stopped", "stop"),
        ("elections", "election"),
    ],
)
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("1.5", "15"), ("house", "horse"), ("us", "use")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text(max_size=200))
def test_words_know_where_they_stand(text: str) -> None:
    found = words(text)
    assert [word.stem for word in found] == list(stems_of(text))
    assert all(folded(text[word.start : word.end]) == word.stem for word in found)


def test_the_share_of_weight_held() -> None:
    assert weight_of({"a"}, {"a": 3.0, "b": 1.0}) == 0.75
    assert weight_of({"a"}, {}) == 0.0
