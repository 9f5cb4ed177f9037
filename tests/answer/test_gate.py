"""Guards the verbatim gate: exactly the words that stand there are found, at their places; nothing like them is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answer.gate import occurrences, pasted
from index.build.quotations import find_quotations

TEXT = (
    "Maria Okafor met us.\n\n“We will rebuild the bridge,” Okafor said on Monday, “and we will pay for it. It’s 5.5%"
    " more — or so.”\n\nShe can’t wait, the U.S. non-profit said. It is -3 degrees, and $5,000 in all.\n\n"
    "“You will not rebuild it,” Tom Lindqvist replied. He called [the bill] “a mess”."
)
SPOKEN = find_quotations(TEXT)


def found(quotation: str) -> list[tuple[list[str], bool]]:
    """The words of every place, and whether they are complete."""
    return [
        ([TEXT[start:end] for start, end in one.spans], one.complete)
        for one in occurrences(pasted(quotation), TEXT, SPOKEN)
    ]


@pytest.mark.parametrize(
    ("quotation", "parts"),
    [
        ("We will rebuild the bridge", ["We will rebuild the bridge"]),
        ('"we will rebuild the bridge."', ["We will rebuild the bridge"]),
        ("[w]e will rebuild the bridge", ["We will rebuild the bridge"]),
        ("“… we will pay for it. It's 5.5% more - or so …”", ["we will pay for it. It’s 5.5% more — or so"]),
        ("We will rebuild the bridge, and we will pay", ["We will rebuild the bridge,", "and we will pay"]),
        ("We will rebuild the bridge and we will pay", ["We will rebuild the bridge", "and we will pay"]),
        ("He called [the bill] 'a mess'", ["He called [the bill] “a mess"]),
        ("“-3 degrees, and $5,000 in all”", ["-3 degrees, and $5,000 in all"]),
        ("We will rebuild [sic] the bridge", ["We will rebuild", "the bridge"]),
    ],
)
def test_the_words_are_found_whole(quotation: str, parts: list[str]) -> None:
    assert found(quotation) == [(parts, True)]


@pytest.mark.parametrize(
    ("quotation", "parts"),
    [
        ("We will [...] pay for it", ["We will", "pay for it"]),
        ("We will … pay for it", ["We will", "pay for it"]),
        ("We will (...) pay for it", ["We will", "pay for it"]),
        ("[They] will rebuild the [old] bridge", ["will rebuild the", "bridge"]),
        ("We will [not] rebuild the bridge", ["We will", "rebuild the bridge"]),
    ],
)
def test_words_with_gaps_or_words_put_in_are_not_complete(quotation: str, parts: list[str]) -> None:
    assert (parts, False) in found(quotation)


@pytest.mark.parametrize(
    "quotation",
    [
        "We will not rebuild the bridge",
        "We would rebuild the bridge",
        "We rebuild will the bridge",
        "WE will rebuild the bridge",
        "We will rebuild the bridge!",
        "We will rebuild the bridge. You will not rebuild it",
        "We will rebuild ... You will not rebuild it",
        "pay for it … We will rebuild",
        "It’s 5",
        "It’s 5.5",
        "She can",
        "the U.S. non",
        "profit said",
        "3 degrees",
        "5,000 in all",
        "$5",
        "ridge",
        "…",
        "[not]",
        "",
    ],
)
def test_anything_else_is_not_found(quotation: str) -> None:
    assert found(quotation) == []


def test_what_was_put_in_is_told() -> None:
    assert pasted("We will [not] rebuild [sic] the […] bridge").inserted == ("not",)
    assert pasted("[W]e will").inserted == ()


@given(st.data())
def test_every_run_of_words_is_found_where_it_stands(data: st.DataObject) -> None:
    words = list(re.finditer(r"\S+", TEXT))
    first = data.draw(st.integers(0, len(words) - 5))
    last = data.draw(st.integers(first + 4, min(first + 15, len(words) - 1)))
    start, end = words[first].start(), words[last].end()
    places = occurrences(pasted(TEXT[start:end]), TEXT, SPOKEN)
    trimmed = (TEXT[start:end].strip("“”.,’ —"), True)
    assert trimmed in [(TEXT[one.start : one.end].strip("“”.,’ —"), one.complete) for one in places]
    assert all(one.spans for one in places)
