"""Guards whose words may be whose: spellings and short forms of one name are one, other people are not."""

from __future__ import annotations

import pytest

from index.answer.names import beginnings, called, completing, same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peskov", "Dmitry Peskov"),
        ("Dmitri Peskov", "Dmitry Peskov"),
        ("President Macron", "Emmanuel Macron"),
        ("Zelenskyy", "Volodymyr Zelensky"),
        ("George Bush", "George W. Bush"),
        ("Xi", "Xi Jinping"),
        ("the Kremlin", "Kremlin"),
        ("José Muñoz", "Jose Munoz"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jill Biden", "Joe Biden"),
        ("Donald Trump Jr.", "Donald Trump"),
        ("Levi", "Levy"),
        ("Peskov", "Peskova"),
        ("Harlow Police", "Harlow Council"),
        ("nobody at all", "AT&T"),
        ("", "Joe Biden"),
        ("…", "…"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)


def test_exact_names_come_before_what_may_be_meant() -> None:
    names = ["Donald Trump", "Trump", "Ivanka Trump", "Donald J. Trump", "Trump Organization"]
    assert called("Donald Trump", names) == ["Donald Trump", "Donald J. Trump"]
    assert called("Trump", names) == ["Donald Trump", "Trump", "Ivanka Trump", "Donald J. Trump"]
    assert called("Melania Trump", names) == ["Trump"]
    assert called("Obama", names) == []


def test_names_are_completed_from_any_of_their_words() -> None:
    names = ["Émmanuel Macron", "Emma Watson", "Mark Rutte"]
    assert completing("em mac", names) == ["Émmanuel Macron"]
    assert completing("ÉM", names) == ["Émmanuel Macron", "Emma Watson"]
    assert completing("", names) == names


def test_every_spelling_begins_as_is_said() -> None:
    assert beginnings("President Zelenskyy") == ["zelensk"]
