"""Guards what is shown beside a quotation that was not found: the nearest words, and how the two differ."""

from __future__ import annotations

import pytest

from index.answer.nearest import differences, nearest
from index.verdicts import Change

TEXTS = (
    "It rained all day in Harlow, and the river rose.\n\nNobody was hurt.",
    "Maria Okafor met us. “We will rebuild the old bridge in Harlow next year,” she said on Monday.\n\nIt rained.",
)


def marked(quotation: str, source: str) -> tuple[str, bool]:
    marks = {Change.SAME: "{}", Change.MISSING: "[{}]", Change.ADDED: "<{}>"}
    listed, same_words = differences(quotation, source)
    return " ".join(marks[one.change].format(one.words) for one in listed), same_words


@pytest.mark.parametrize(
    "quotation",
    [
        "We will not rebuild the old bridge in Harlow next year",
        "They will rebuild the old bridge in Harlow next year",
        "We will rebuild the old bridge in Harlow next week",
        "Harlow will rebuild the old bridge next year",
        "will rebuild the new bridge in Harlow",
    ],
)
def test_the_sentence_it_was_made_of_is_found(quotation: str) -> None:
    near = nearest(quotation, TEXTS)
    assert near is not None
    assert near.text == 1
    assert "rebuild the old bridge" in TEXTS[1][near.start : near.end]


def test_what_is_about_something_else_has_no_source() -> None:
    assert nearest("We have never had as many herons on the lake as now", TEXTS) is None
    assert nearest("", TEXTS) is None
    assert nearest("anything at all", ()) is None


def test_a_difference_names_the_words() -> None:
    source = "We will rebuild the old bridge"
    assert marked("We will not rebuild the bridge", source) == ("We will <not> rebuild the [old] bridge", False)
    assert marked("We will rebuild the old bridges", source) == ("We will rebuild the old [bridge] <bridges>", False)


def test_punctuation_and_capitals_are_told_apart_from_words() -> None:
    source = "We will, at last, rebuild it"
    assert marked("we will at last, rebuild it", source) == ("We will [,] at last, rebuild it", True)
    assert marked("We will, at last, Rebuild it", source) == ("We will, at last, [rebuild] <Rebuild> it", True)
