"""The words of a claim stand in the article's order, each behind the same "not", "may" and "before"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answer.llm.following import follows

SENTENCE = (
    "On Monday the mayor, who did not travel to the sunny coast of Norway, told five reporters that she won’t quickly"
    " close the harbour before June, and might sell it to the firm"
)


@pytest.mark.parametrize(
    "claim",
    [
        "The mayor said on Monday that she will not close the harbour before June.",
        "The mayor told 5 reporters that she won't close the harbour before June.",
        "The mayor did not travel to the coast on Monday.",
        "She might sell it to the firm.",
        SENTENCE,
    ],
)
def test_words_may_be_left_out_and_a_phrase_of_time_may_stand_elsewhere(claim: str) -> None:
    assert follows(claim, SENTENCE)


@pytest.mark.parametrize(
    "claim",
    [
        "The mayor said on Monday that she will close the harbour before June.",
        "The mayor said on Monday that she will not close the harbour after June.",
        "The mayor said on Monday that she will not close the harbour until June.",
        "The mayor did travel to the coast.",
        "On Monday the mayor might sell it to the firm.",
        "The mayor told no reporters that she won’t close the harbour before June.",
        "Five reporters told the mayor that she won’t close the harbour before June.",
        "The mayor told five reporters that she won’t sell the harbour before June.",
        "The mayor told five angry reporters that she won’t close the harbour before June.",
        "She will sell it to the firm.",
        "She might sell it from the firm.",
        "The mayor told five reporters that she won’t close the harbour before June if not",
    ],
)
def test_another_order_another_word_and_a_turn_more_or_less_are_another_statement(claim: str) -> None:
    assert not follows(claim, SENTENCE)


def test_a_phrase_is_not_moved_from_one_thing_to_another() -> None:
    sentence = "He died in Paris in 1990, long after the siege in London ended."
    assert follows("In 1990 he died in Paris", sentence)
    assert not follows("He died in London in 1990", sentence)


def test_what_stands_before_a_quotation_that_ends_the_sentence_is_kept() -> None:
    assert follows("Waiting for the vote could be", "But waiting for the vote could be")
    assert not follows("Waiting for the vote will be", "But waiting for the vote could be")


def test_what_is_granted_may_be_missing() -> None:
    assert follows("The mayor Odile Marchetti told five reporters", "The mayor Marchetti told five reporters", {"odil"})
    assert not follows("The mayor Odile Marchetti told five reporters", "The mayor Marchetti told five reporters")


@given(st.lists(st.sampled_from(SENTENCE.replace(",", "").split()), max_size=30).map(" ".join))
def test_every_text_follows_itself(text: str) -> None:
    assert follows(text, text)
