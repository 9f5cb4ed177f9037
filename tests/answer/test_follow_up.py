"""A follow-up is read with the question before it, and a question that stands alone is left alone."""

from __future__ import annotations

import pytest

from index.answer.follow_up import whole
from index.types import Exchange

TIMING = Exchange("What did Peskov say about timing?", ("Dmitry Peskov",))
FRANCE = Exchange("Who won the election in France last week?")
FIRES = Exchange("How many people died in the Los Angeles fires?", ("Karen Bass",))


@pytest.mark.parametrize(
    ("question", "before", "meant"),
    [
        ("and what did Moscow say?", TIMING, "what did Moscow say about timing?"),
        ("And Trump?", TIMING, "What did Trump say about timing?"),
        ("and about Greenland?", TIMING, "What did Peskov say about Greenland?"),
        ("About Italy?", FRANCE, "Who won the election in Italy last week?"),
        ("what about Keith Kellogg?", TIMING, "What did Keith Kellogg say about timing?"),
        ("What did he say about Greenland?", TIMING, "What did Peskov say about Greenland?"),
        ("And what did he say?", TIMING, "what did Peskov say about timing?"),
        ("and in Germany?", FRANCE, "Who won the election in Germany last week?"),
        ("And this week?", FRANCE, "Who won the election in France this week?"),
        ("What about in December?", FRANCE, "Who won the election in France in December?"),
        ("When was that?", FRANCE, "When was that (won election France last week)?"),
        ("Why?", FIRES, "Why (people died Los Angeles fires)?"),
        ("Who started it?", FIRES, "Who started it (people died Los Angeles fires)?"),
        ("and why?", TIMING, "why (Peskov timing)?"),
        ("Is that true?", TIMING, "Is that true (Peskov timing)?"),
        ("how did Kyiv react?", TIMING, "how did Kyiv react about timing?"),
        ("And what did she say about water?", FIRES, "what did Karen Bass say about water?"),
    ],
)
def test_a_follow_up_is_read_with_what_was_asked_before(question: str, before: Exchange, meant: str) -> None:
    assert whole(question, before) == meant


@pytest.mark.parametrize(
    "question",
    [
        "What did Macron say about tariffs?",
        "How many people died in the fires in Los Angeles?",
        "Who is the new prime minister of Canada?",
        "When does the ceasefire in Gaza begin?",
        "Thanks",
        "?",
        "",
    ],
)
def test_a_question_that_stands_alone_is_left_alone(question: str) -> None:
    assert whole(question, None) == question
    if len(question) > 10:
        assert whole(question, TIMING) == question


@pytest.mark.parametrize(
    "question", ["((((", "and " * 500, "what about " * 300, "about " * 330, "he " * 600, "A " * 900]
)
def test_nonsense_is_read_in_no_time(question: str) -> None:
    assert isinstance(whole(question, TIMING), str)
