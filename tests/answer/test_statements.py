"""Guards what is quoted by itself: statements, no furniture of a page, with the sentence that "he" points back to."""

import pytest

from index.answer.choose import slice_of
from index.answer.statements import led_up, length, points_back, repeats, states
from tests.answer.found import hit

TEXT = (
    "What caused the fire?\n\n"
    "Mayor Ann Lee spoke in Springfield on Monday. She said that the bridge would be closed until March.\n\n"
    "It is clear that repairs will be expensive. But it will open again, the city's engineer said."
)


def sentence(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("Divers have recovered six bodies.", True),
        ("“Nobody was in danger,” Tom Hill said.", True),
        ("市政府宣布购买十四辆公交车。", True),
        ("Policy reversal", False),
        ("— Xerxes Wilson", False),
        ("Lisa Richwine and Dawn Chmielewski", False),
        ("What caused the Bayesian to sink?", False),
        ("Contributing: Joan Roe, The Daily; The Wire.", False),
        ("More: Bears of Alaska.", False),
        ("Contributing to the rise were prices of bread and milk.", True),
        ("Editor's Note: This page is a summary of Sunday's news.", False),
        ("For the latest news on the storm, view our live updates.", False),
        ("Jane Roe is a national news reporter at The Daily.", False),
    ],
)
def test_a_statement_is_told_from_what_else_stands_on_a_line(line: str, stated: bool) -> None:
    assert states(line, 0, len(line)) is stated


def test_a_question_in_the_run_of_a_text_leads_to_what_follows() -> None:
    text = "That banana on a wall, which sold for $6.2 million? The buyer paid in crypto."
    assert states(text, 0, text.index("The buyer") - 1)


def test_a_sentence_that_points_back_brings_the_one_before() -> None:
    start, end = sentence("She said that the bridge would be closed until March.")
    wider = led_up(slice_of(hit(TEXT), start, end), 60)
    assert wider.text.startswith("Mayor Ann Lee spoke") and wider.text == TEXT[wider.start : wider.end]
    assert led_up(slice_of(hit(TEXT), start, end), 12).start == start


def test_a_sentence_that_names_what_it_is_about_stands_alone() -> None:
    start, end = sentence("Mayor Ann Lee spoke in Springfield on Monday.")
    assert led_up(slice_of(hit(TEXT), start, end), 60).start == start


def test_it_is_clear_that_points_at_nothing() -> None:
    assert not points_back("It is clear that repairs will be expensive.")
    assert points_back("But it will open again, the city's engineer said.")


def test_words_are_counted_where_no_space_is_between_them() -> None:
    assert length("Nobody was in danger") == 4
    assert 5 <= length("市政府宣布购买十四辆公交车。") <= 8


def test_what_was_said_already_is_not_said_again() -> None:
    first = "Our customers remain safe, the company's founder wrote on Monday."
    again = "“Our customers remain safe,” the company's founder wrote on Monday evening."
    other = "The company's founder said on Monday that repairs take a month."
    one, two, three = (slice_of(hit(text, key), 0, len(text)) for key, text in enumerate((first, again, other), 1))
    assert repeats(two, [one])
    assert not repeats(three, [one, two])
