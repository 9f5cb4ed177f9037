"""Guards the comparison every measure rests on: what counts as the answer standing in a text."""

from __future__ import annotations

import pytest

from index.evaluate.matching import holds, opening, plain


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("It cost 1,500 crowns.", ["1500 crowns"]),
        ("The mayor’s cat — a “tabby” — won.", ["Mayor", "tabby"]),
        ("They met at the U.N. on Monday", ["U.N."]),
        ("An owl sat there", ["the owl"]),
    ],
)
def test_punctuation_case_and_articles_do_not_count(text: str, answers: list[str]) -> None:
    assert holds(text, answers)


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("The cathedral burned", ["cat"]),
        ("It cost 15 crowns", ["5 crowns"]),
        ("The mayor won", ["mayor", "cat"]),
        ("Anything", []),
        ("Anything", ["", "the"]),
    ],
)
def test_only_whole_words_and_every_answer_count(text: str, answers: list[str]) -> None:
    assert not holds(text, answers)


def test_plain_is_what_is_compared() -> None:
    assert plain("The  King’s “Crown” weighs 2,500 grams!") == "king crown weighs 2500 grams"


def test_only_the_opening_words_are_searched() -> None:
    assert opening("one two\n three four", 3) == "one two three"
