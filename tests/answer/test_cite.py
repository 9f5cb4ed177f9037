"""Guards the link of a citation: encoded as the specification says, and unique in the text."""

from urllib.parse import unquote

import pytest

from index.answer.cite import citation, fragment, link
from index.types import Quote
from tests.answer.found import hit

TEXT = (
    "The council met. It voted, 5-4, for Smith & Sons on Monday.\n\n"
    "The council met. It voted again on Tuesday, and this time the result was clear to everyone in the old hall.\n\n"
    "Nobody spoke afterwards."
)


def test_what_the_specification_reserves_is_encoded() -> None:
    quote = "It voted, 5-4, for Smith & Sons on Monday."
    start = TEXT.index(quote)
    assert (
        fragment(TEXT, start, start + len(quote))
        == "It%20voted%2C%205%2D4%2C%20for%20Smith%20%26%20Sons%20on%20Monday."
    )


def test_a_long_quote_is_named_by_its_ends() -> None:
    start = TEXT.index("It voted again")
    assert unquote(fragment(TEXT, start, len(TEXT))) == "It voted again,Nobody spoke afterwards."


def test_a_repeated_quote_is_told_by_what_stands_before() -> None:
    text = "On Monday: it rained. On Tuesday: it rained."
    start = text.rindex("it rained.")
    assert unquote(fragment(text, start, len(text))) == "On Monday: it rained. On Tuesday:-,it rained."


@pytest.mark.parametrize(
    ("url", "begins"),
    [
        ("https://a.example/x", "https://a.example/x#:~:text="),
        ("https://a.example/#top", "https://a.example/#top:~:text="),
    ],
)
def test_a_link_keeps_the_address(url: str, begins: str) -> None:
    opened = link(url, TEXT, 0, 16)
    assert opened is not None and opened.startswith(begins)


def test_without_an_address_there_is_no_link() -> None:
    assert link(None, TEXT, 0, 16) is None


def test_a_citation_says_where_the_words_stand() -> None:
    cited = citation(2, Quote(hit(TEXT), 0, 16, TEXT[:16], "A Speaker"))
    assert (cited.n, cited.quote, cited.start, cited.end, cited.speaker) == (2, "The council met.", 0, 16, "A Speaker")
    assert (cited.article_id, cited.outlet) == ("article-1", "The Outlet")
