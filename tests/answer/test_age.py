"""Guards the warning that evidence is old: given where the question wants what is new, and nowhere else."""

from datetime import UTC, datetime

import pytest

from index.answer.age import ago, stale
from index.answer.question import understand

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
OLD = datetime(2025, 1, 10, tzinfo=UTC)


def warned(question: str, as_of: datetime | None = OLD, found: bool = True) -> str | None:
    return stale(understand(question, NOW), as_of, found, NOW)


@pytest.mark.parametrize(
    "question",
    [
        "What did Peskov say today?",
        "What is the latest on the ceasefire?",
        "Which fires are burning now?",
        "What happened in Kyiv this week?",
        "What was decided yesterday?",
        "Is TikTok still available in the United States?",
        "Who is the youngest darts champion?",
        "How many hostages are in Gaza?",
        "What’s happening in Los Angeles?",
        "What did the court decide on 3 November 2026?",
        "How many jobs were added in December?",
    ],
)
def test_who_wants_what_is_new_is_warned(question: str) -> None:
    assert warned(question) == "The newest I have on this is of 10 January 2025, 22 months ago."


@pytest.mark.parametrize(
    "question",
    [
        "What did Peskov say about timing?",
        "Who won the darts championship?",
        "What happened in January 2025?",
        "Who said that 2024 was the hottest year?",
        "What did Carter do in 1977?",
        "What did NASA plan for January 2027?",
        "Who was the president since 2021?",
        "Which rocket flew for the first time?",
    ],
)
def test_who_asks_for_what_is_past_is_not(question: str) -> None:
    assert warned(question) is None


def test_new_enough_evidence_is_no_reason_to_warn() -> None:
    assert warned("What did Peskov say today?", NOW.replace(day=22)) is None
    assert warned("What did Peskov say today?", NOW.replace(day=20)) is not None
    assert warned("What is the latest on the ceasefire?", NOW.replace(month=10, day=30)) is None
    assert warned("Who is the mayor?", NOW.replace(month=7)) is None


def test_an_unknown_date_is_no_reason_either() -> None:
    assert warned("What did Peskov say today?", None) is None


def test_where_nothing_was_found_the_newest_article_is_named() -> None:
    told = warned("What did Peskov say today?", OLD, found=False)
    assert told == "The newest article here is of 10 January 2025, 22 months ago."


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (datetime(2026, 11, 22, 23, tzinfo=UTC), "1 day ago"),
        (datetime(2026, 11, 10, tzinfo=UTC), "13 days ago"),
        (datetime(2026, 11, 9, tzinfo=UTC), "2 weeks ago"),
        (datetime(2026, 9, 21, tzinfo=UTC), "2 months ago"),
        (datetime(2025, 1, 24, tzinfo=UTC), "21 months ago"),
        (datetime(2024, 11, 23, tzinfo=UTC), "2 years ago"),
    ],
)
def test_time_past_is_told_in_one_unit(then: datetime, words: str) -> None:
    assert ago(then, NOW) == words
