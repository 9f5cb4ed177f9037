"""Guards what a part of a set is: whole weeks, evenly spaced, with the articles that its questions need."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from index.evaluate.cases import Case
from index.evaluate.sampling import sampled, spaced, wanted
from index.types import Article

MONDAY = datetime(2024, 7, 1, tzinfo=UTC)


def cases(weeks: int, each: int, undated: int = 0) -> list[Case]:
    dated = [Case(f"{week}-{at}", "Q?", MONDAY + timedelta(weeks=week)) for week in range(weeks) for at in range(each)]
    return dated + [Case(f"u{at}", "Q?") for at in range(undated)]


def test_whole_weeks_are_taken_evenly() -> None:
    found = sampled(cases(20, 10), 40)
    assert {case.id.split("-")[0] for case in found} == {"2", "7", "12", "17"} and len(found) == 40


def test_questions_without_a_date_keep_their_share() -> None:
    found = sampled(cases(10, 6, undated=40), 25)
    assert len(found) == 25 and sum(case.asked is None for case in found) == 10


@given(st.integers(1, 12), st.integers(1, 9), st.integers(0, 30), st.integers(1, 150))
def test_a_part_is_of_the_set_in_order_and_no_larger_than_asked(
    weeks: int, each: int, undated: int, limit: int
) -> None:
    whole = cases(weeks, each, undated)
    found = sampled(whole, limit)
    assert [case for case in whole if case in found] == found
    assert len(found) == min(limit, len(whole))


def test_without_a_limit_everything_is_taken() -> None:
    whole = cases(3, 2, 1)
    assert sampled(whole, None) == sampled(whole, 7) == whole


def test_things_are_evenly_spaced() -> None:
    assert spaced(range(10), 2) == [2, 7] and spaced(range(3), 5) == [0, 1, 2] and spaced(range(3), 0) == []


def test_an_article_is_wanted_if_it_is_needed_or_just_before_a_question() -> None:
    def article(days: int | None, given_id: str | None = None, url: str | None = None) -> Article:
        published = None if days is None else MONDAY - timedelta(days=days)
        return Article("A title", "The Post", "Text.", url=url, published=published, given_id=given_id)

    asked = [MONDAY]
    assert wanted(article(3), (), asked) and wanted(article(14), (), asked)
    assert not wanted(article(15), (), asked) and not wanted(article(-1), (), asked)
    assert not wanted(article(None), (), asked)
    assert wanted(article(None, given_id="a"), {"a"}, asked)
    assert wanted(article(99, url="https://news.example/a"), {"https://news.example/a"}, asked)
