"""Guards the ledger: who said what, the newest first, by any form of the name, copies once, quotes as slices."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.answer.ledger import Ledger, is_fragment
from index.store import Store
from index.types import Article, Filters
from tests.quoted_news import DAY, dated_on, store_articles

SPLIT = "“We will rebuild the bridge,” Kremlin spokesman Dmitri Peskin said, “and we will pay for it.”"
LATER = "Dmitri Peskin came. “It is too early to speak of that,” he said. “Yes,” Ada Dorn replied."


@pytest.fixture
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    store = Store(tmp_path_factory.mktemp("data"), "test")
    store_articles(store, [Article("Bridge", "The Courier", SPLIT, "https://c.example/1")])
    store_articles(store, [dated_on(Article("Time", "The Post", LATER), DAY.replace(year=2027))], 5)
    copy = Article("Bridge again", "The Post", f"HARLOW — {SPLIT}")
    store_articles(store, [dated_on(copy, DAY.replace(year=2028))])
    with store.database.transaction():
        first, second = (row[0] for row in store.database.read("SELECT id FROM articles WHERE server = 0 ORDER BY id"))
        store.database.write("UPDATE articles SET origin = ? WHERE id = ?", (first, second))
    yield Ledger(store)
    store.close()


def test_the_newest_comes_first_and_a_copy_is_listed_as_what_it_copies(ledger: Ledger) -> None:
    listed = ledger.quotes("peskin", None, Filters(5), 10)
    assert [one.citation.title for one in listed] == ["Bridge", "Time"]
    assert [one.citation.n for one in listed] == [1, 2]


def test_a_split_quotation_is_one_with_role_and_cue(ledger: Ledger) -> None:
    [one] = ledger.quotes("Dmitry Peskin", None, Filters(), 10)
    assert (one.citation.speaker, one.quotation.role, one.quotation.cue) == (
        "Dmitri Peskin",
        "Kremlin spokesman",
        "said",
    )
    assert len(one.quotation.spans) == 2
    assert one.citation.quote == SPLIT
    assert one.citation.link == "https://c.example/1#:~:text=We%20will%20rebuild,pay%20for%20it"


def test_a_name_that_was_filled_in_is_told(ledger: Ledger) -> None:
    _, later = ledger.quotes("Peskin", None, Filters(5), 10)
    assert later.quotation.resolved


def test_nobody_sees_who_is_quoted_elsewhere(ledger: Ledger) -> None:
    assert ledger.quotes("Ada Dorn", None, Filters(), 10) == ()
    assert ledger.speakers("dorn", 0, 10) == ()
    assert ledger.speakers("dorn", 5, 10) == ("Ada Dorn",)
    assert ledger.speakers("", 5, 1) == ("Dmitri Peskin",)


def test_without_a_speaker_everybody_is_listed(ledger: Ledger) -> None:
    assert {one.citation.speaker for one in ledger.quotes(None, None, Filters(5), 10)} == {"Dmitri Peskin", "Ada Dorn"}
    assert len(ledger.quotes(None, None, Filters(5), 1)) == 1


@pytest.mark.parametrize(
    ("quoted", "fragment"),
    [
        ("“a mess.”", True),
        ('"do not travel"', True),
        ("“Yes,”", False),
        ("“I feel betrayed,”", False),
        ("“we will pay for it.”", False),
        ("“我们需要更多时间。”", False),
    ],
)
def test_a_word_or_two_of_somebodys_are_not_listed(quoted: str, fragment: bool) -> None:
    assert is_fragment(quoted) is fragment
