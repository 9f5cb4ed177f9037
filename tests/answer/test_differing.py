"""Guards what is called a disagreement: other numbers or days for one thing, never two things, copies or roundings."""

from dataclasses import replace
from datetime import datetime

import pytest

from index.answer.claims import Claim
from index.answer.differing import MOST_SIDES, claims, disagreements, same_value
from index.types import Hit
from tests.answer.found import NOW, day, hit

KEYS = iter(range(100, 10_000))


def report(
    text: str, outlet: str = "First", *, published: datetime | None = NOW, title: str = "Flood in Ogdenville"
) -> Hit:
    """A passage of an article of its own."""
    found = hit(text, next(KEYS), title=title, published=published)
    return replace(found, stored=replace(found.stored, article=replace(found.stored.article, outlet=outlet)))


def differ(*hits: Hit) -> list[list[str]]:
    """What is said on each matter, the oldest first."""
    told = claims(hits)
    return [[one.words for one in sides] for sides in disagreements(told, told)]


FLOOD = "At least 24 people were killed when the flood hit Ogdenville on its way to the sea."
LATER = "The flood that hit Ogdenville on Tuesday has killed 31 people, the mayor said."


@pytest.mark.parametrize(
    ("first", "second", "sides"),
    [
        (FLOOD, LATER, ["At least 24 people", "31 people"]),
        (
            "The death toll of the flood in Ogdenville has risen to 24.",
            "The flood in Ogdenville left 31 dead.",
            ["24", "31 dead"],
        ),
        (
            "The council of Ogdenville voted to buy 14 buses after the flood.",
            "Ogdenville will buy 16 buses, its council decided after the flood.",
            ["14 buses", "16 buses"],
        ),
        (
            "The old mill of Ogdenville was sold for $3.2 million after the flood.",
            "After the flood the mill of Ogdenville sold for $4.1 million.",
            ["$3.2 million", "$4.1 million"],
        ),
        (
            "Repairs of the bridge in Ogdenville begin on Sunday, the council said.",
            "The council said repairs of the Ogdenville bridge begin on Monday.",
            ["on Sunday", "on Monday"],
        ),
        (
            "The mayor said that the bridge of Ogdenville opened on 12 May after repairs.",
            "The bridge of Ogdenville opened on May 14 after repairs, the mayor said.",
            ["on 12 May", "on May 14"],
        ),
    ],
)
def test_other_numbers_and_days_for_one_thing_stand_side_by_side(first: str, second: str, sides: list[str]) -> None:
    assert differ(report(first, published=day(1, 15)), report(second, "Second", published=day(1, 16))) == [sides]
    assert differ(report(second, published=day(1, 16)), report(first, "Second", published=day(1, 15))) == [sides]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FLOOD, "At least 24 people were killed by the flood in Ogdenville."),
        (FLOOD, "The flood in Ogdenville killed more than 23 people."),
        (FLOOD, "The flood in Ogdenville injured 130 people."),
        (FLOOD, "A train crash in Capital City killed 31 people on their way to the sea."),
        (FLOOD, "The flood hit Ogdenville in 1931, and people were killed."),
        (FLOOD, "Ann Lee, 31, saw people being killed when the flood hit Ogdenville."),
        ("Ogdenville will buy 14 buses after the flood.", "Ogdenville sold 16 buses after the flood."),
        ("Some 1,200 homes in Ogdenville were flooded.", "In Ogdenville 1,180 homes were flooded."),
        (FLOOD, "The toll of the flood that hit Ogdenville rose from 24: it has killed 31 people."),
        (FLOOD, "Article 31 of the law of Ogdenville says that people were killed when the flood hit."),
        (FLOOD, "People in Ogdenville were killed at 3:31 p.m. when the flood hit."),
    ],
)
def test_two_things_are_no_disagreement(first: str, second: str) -> None:
    assert differ(report(first), report(second, "Second")) == []


def test_copies_one_outlet_and_one_agency_do_not_disagree_with_themselves() -> None:
    first, later = report(FLOOD), report(LATER, "Second")
    assert differ(first, later)
    assert differ(first, report(LATER)) == []
    copy = replace(later, stored=replace(later.stored, origin=first.stored.key))
    assert differ(first, copy) == []
    wired = [
        replace(one, stored=replace(one.stored, article=replace(one.stored.article, agency="AP")))
        for one in (first, later)
    ]
    assert differ(*wired) == []


def test_a_report_of_another_month_is_of_another_flood() -> None:
    assert differ(report(FLOOD), report(LATER, "Second", published=day(2, 18))) == []
    assert differ(report(FLOOD), report(LATER, "Second", published=None)) == []


def test_a_weekday_is_the_same_one_for_a_few_days_only() -> None:
    one, other = (
        "Repairs of the bridge in Ogdenville begin on Sunday.",
        "Repairs of the bridge in Ogdenville begin on Monday.",
    )
    assert differ(report(one, published=day(1, 10)), report(other, "Second", published=day(1, 11)))
    assert differ(report(one, published=day(1, 10)), report(other, "Second", published=day(1, 15))) == []


def test_a_value_is_told_once_and_four_of_them_at_most() -> None:
    texts = [f"The flood in Ogdenville has killed {number} people." for number in (24, 24, 31, 37, 45, 52)]
    [sides] = differ(*(report(text, f"Outlet {at}", published=day(1, 1 + at)) for at, text in enumerate(texts)))
    assert sides == ["24 people", "31 people", "37 people", "45 people"]
    assert len(sides) == MOST_SIDES


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("24 people were killed", "25 people were killed", False),
        ("about 100 people were killed", "108 people were killed", True),
        ("about 100 people were killed", "130 people were killed", False),
        ("1,200 people were killed", "1,187 people were killed", True),
        ("1.2 million people were killed", "1,200,000 people were killed", True),
        ("two people were killed", "2 people were killed", True),
        ("12 people were killed", "11 people were killed", False),
    ],
)
def test_what_is_rounded_is_the_same_number(first: str, second: str, same: bool) -> None:
    one, other = (the_claim(f"{text}.") for text in (first, second))
    assert same_value(one, other) is same


def test_a_sentence_with_two_numbers_of_one_thing_claims_neither() -> None:
    assert claims([report("The flood killed 24 people in Ogdenville and killed 7 people in Capital City.")]) == []


def the_claim(text: str) -> Claim:
    [claim] = claims([report(text)])
    return claim
