"""Guards what makes a new version of an article, and that a difference is told word by word."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.build.versions import complete, same, word_edits
from index.types import Article

DAY = datetime(2025, 1, 5, tzinfo=UTC)
TEXT = "The mayor said he would resign on 5 May.\n\nTwelve people, “all of Norvik,” were hurt."


@pytest.fixture
def before() -> Article:
    return Article("Mayor “resigns”", "The Courier", TEXT, "https://a.example/1", "Ada Bell", DAY.replace(hour=9), True)


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, text=f"Updated 3 hours ago\n{TEXT}\n\nRead more"),
        lambda one: replace(one, text=TEXT.replace("\n\n", "\n").replace(" ", "  ")),
        lambda one: replace(one, text=TEXT.replace("“", '"').replace("”", '"'), title='Mayor "resigns"'),
        lambda one: replace(one, author=None, published=None, has_time=False),
        lambda one: replace(one, published=DAY, has_time=False),
        lambda one: replace(one, url="https://a.example/2", given_id="x", language="en", agency="AP"),
    ],
    ids=["furniture", "white space", "marks", "not stated", "day without time", "not read"],
)
def test_what_no_reader_would_call_a_change_makes_no_version(
    before: Article, change: Callable[[Article], Article]
) -> None:
    assert same(before, change(before))


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, text=TEXT.replace("would", "would not")),
        lambda one: replace(one, text=TEXT.replace("Twelve", "Fourteen")),
        lambda one: replace(one, text=TEXT.replace("5 May", "6 May")),
        lambda one: replace(one, text=TEXT.replace("Norvik", "Norwik")),
        lambda one: replace(one, text=TEXT.replace("5 May.", "5 May?")),
        lambda one: replace(one, title="Mayor stays"),
        lambda one: replace(one, author="Carl Dorn"),
        lambda one: replace(one, published=DAY.replace(day=6)),
    ],
    ids=["not", "number", "date", "name", "question", "title", "author", "published"],
)
def test_what_a_reader_would_notice_makes_one(before: Article, change: Callable[[Article], Article]) -> None:
    assert not same(before, change(before))


def test_what_was_stated_before_is_kept_where_it_is_not_stated_now(before: Article) -> None:
    kept = complete(before, replace(before, author=None, published=None, has_time=False, text="New."))
    assert (kept.author, kept.published, kept.has_time, kept.text) == ("Ada Bell", before.published, True, "New.")


def test_a_difference_is_told_in_words_with_those_around_it() -> None:
    first, second = word_edits(TEXT, TEXT.replace("would", "would not").replace("Twelve people,", "Fourteen people,"))
    assert (first.removed, first.added) == ("", "not")
    assert (first.before, first.after) == ("The mayor said he would", "resign on 5 May. Fourteen people,")
    assert (second.removed, second.added) == ("Twelve", "Fourteen")


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "\n"]), max_size=30)


@given(WORDS, WORDS)
def test_the_edits_lead_from_one_text_to_the_other(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    edits = word_edits(before, after)
    removed = sum(len(edit.removed.split()) for edit in edits)
    added = sum(len(edit.added.split()) for edit in edits)
    assert len(before.split()) - removed + added == len(after.split())
    assert bool(edits) == (before.split() != after.split())


def test_the_time_stays_in_bounds_for_long_texts_without_a_word_in_common() -> None:
    began = time.monotonic()
    old, new = (" ".join(f"{sign}{number % 700}" for number in range(200_000)) for sign in "ab")
    assert len(word_edits(old, new)) == 1
    lines = ["\n".join(f"{sign}{number % 700}" for number in range(50_000)) for sign in "ab"]
    assert word_edits(*lines)
    assert time.monotonic() - began < 5
