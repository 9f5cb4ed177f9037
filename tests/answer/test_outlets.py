"""Guards which outlets a question is understood to name, and what is said of it in one line."""

from dataclasses import replace

import pytest

from index.answer.looked import looked_at
from index.answer.question import understand
from index.answer.rank import rank
from index.answer.retrieve import narrowed
from index.types import Filters
from tests.answer.found import NOW, asked, equal_weights, hit

KNOWN = ("The New York Times", "BBC News - World", "reuters.com", "Fortune", "The Week", "The Outlet", "CBSSports.com")


def named(text: str) -> tuple[str, ...]:
    return understand(text, NOW, KNOWN).outlets


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("What did the New York Times report about Greenland?", ("The New York Times",)),
        ("According to Reuters, who won?", ("reuters.com",)),
        ("What does the BBC report about the strike?", ("BBC News - World",)),
        ("Did the NYT article and 'Fortune' say the same?", ("The New York Times", "Fortune")),
        ("Who, as reported by CBSSports.com, was injured?", ("CBSSports.com",)),
        ("Who made a fortune this week, according to the report?", ()),
        ("Where did Fortune park its ship?", ()),
    ],
)
def test_outlets_are_read_where_a_report_is_spoken_of(text: str, outlets: tuple[str, ...]) -> None:
    assert named(text) == outlets


def test_the_name_of_the_outlet_is_not_searched_for() -> None:
    question = understand("According to the New York Times, who won in Ohio?", NOW, KNOWN)
    assert question.names == (("ohio",),) and "York" not in question.terms


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("What did Reuters report between 6 and 13 January?", "6-13 January 2025, reuters.com"),
        ("What happened in December?", "December 2024"),
        ("What happened in 2019?", "2019"),
        ("What happened yesterday?", "17 January 2025"),
        ("What happened since 30 December?", "30 December 2024 to 18 January 2025"),
        ("What is the latest on the strike?", "the newest news"),
        ("Who won?", None),
    ],
)
def test_what_was_understood_is_said_in_one_line(text: str, line: str | None) -> None:
    assert looked_at(understand(text, NOW, KNOWN)) == line


def test_the_outlet_that_is_named_comes_first() -> None:
    question = understand("According to The Outlet, who closed the bridge?", NOW, KNOWN)
    other = hit("The mayor closed the bridge on Monday.", 2)
    article = other.stored.article
    assert article.outlet == "The Outlet"
    other = replace(other, stored=replace(other.stored, article=replace(article, outlet="Another")))
    ranked = rank(question, [other, hit("The mayor closed the bridge.", 1)], equal_weights(question), NOW)
    assert [one.hit.stored.key for one in ranked] == [1, 2]


def test_what_is_named_is_searched_by_itself_too_and_never_beyond_the_filters() -> None:
    assert narrowed(Filters(), asked("Who won?")) == [Filters()]
    everything, june = narrowed(Filters(server=5, source="The Week"), asked("Who won in June?"))
    assert everything == Filters(server=5, source="The Week")
    assert june.server == 5 and june.source == "The Week" and june.since is not None
    outside = Filters(before=NOW.replace(year=2020))
    assert narrowed(outside, asked("Who won in June?")) == [outside]
    assert narrowed(Filters(), asked("Who won this week?")) == [Filters()]
