"""Guards which days a sentence is said to give: those of what is done right before them."""

import pytest

from index.answer.claims import counted
from index.answer.dates_told import dated
from tests.answer.found import hit


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The bridge opens on Sunday.", [("weekday", 6.0, "on Sunday")]),
        ("The bridge opened Sept. 12 after repairs.", [("date", 912.0, "Sept. 12")]),
        ("The bridge opened on 12 May 2025.", [("date", 512.0, "on 12 May")]),
        ("The mayor spoke of Sunday.", []),
        ("Mayor Sunday spoke.", []),
        ("It may 5 times be asked.", []),
    ],
)
def test_a_day_belongs_to_what_is_done(text: str, told: list[tuple[str, float, str]]) -> None:
    assert [(one.what, one.value, one.words) for one in dated(hit(text), 0, len(text))] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("At least 27 people were killed in Gaza.", [("people", "killed", 27.0, "At least 27 people")]),
        ("The attack killed 27.", [("people", "killed", 27.0, "27")]),
        ("27 people dead, officials say.", [("people", "killed", 27.0, "27 people dead")]),
        ("Hamas will free 33 hostages on Sunday.", [("hostag", "free", 33.0, "33 hostages")]),
        ("It cost about $3.5 million.", [("$", "cost", 3_500_000.0, "about $3.5 million")]),
        ("Prices rose 3.1% in May.", [("%", "rose", 3.1, "3.1%")]),
        ("Ann Lee, 31, won in 2024.", []),
        ("He flew a Boeing 737 on May 12 at 5:30 p.m.", []),
        ("The 27-year-old ran for 90 minutes.", []),
    ],
)
def test_a_number_is_told_with_what_it_counts(text: str, told: list[tuple[str, str, float, str]]) -> None:
    assert [(one.what, one.deed, one.value, one.words) for one in counted(hit(text), 0, len(text))] == told
