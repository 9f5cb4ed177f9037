"""Guards what a citation says of its quote, and the address of its link."""

import pytest

from index.answer.cite import citation
from index.answer.fragments import link
from index.types import Quote
from tests.answer.found import hit

TEXT = "The council met. It voted, 5-4, for Smith & Sons on Monday.\n\nThe council met."


@pytest.mark.parametrize(
    ("url", "begins"),
    [
        ("https://a.example/x", "https://a.example/x#:~:text=It%20voted"),
        ("https://a.example/#top", "https://a.example/#top:~:text=It%20voted"),
        ("https://a.example/x#:~:text=other", "https://a.example/x#:~:text=It%20voted"),
    ],
)
def test_a_link_keeps_the_address(url: str, begins: str) -> None:
    opened = link(url, TEXT, 17, 40)
    assert opened is not None and opened.startswith(begins)


def test_without_an_address_there_is_no_link() -> None:
    assert link(None, TEXT, 0, 16) is None


def test_what_can_not_be_named_for_sure_opens_the_page() -> None:
    assert link("https://a.example/x", "Read on.\n\nRead on.", 10, 18) == "https://a.example/x"


def test_a_citation_says_where_the_words_stand() -> None:
    cited = citation(2, Quote(hit(TEXT), 0, 16, TEXT[:16], "A Speaker"))
    assert (cited.n, cited.quote, cited.start, cited.end, cited.speaker) == (2, "The council met.", 0, 16, "A Speaker")
    assert (cited.article_id, cited.outlet) == ("article-1", "The Outlet")
