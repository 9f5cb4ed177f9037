"""Guards how many outlets and origins are counted behind an answer: only who carries the very words."""

from __future__ import annotations

from dataclasses import replace

from index.answer.carried import carried, standing_behind
from index.answer.choose import slice_of
from index.answer.cite import citation
from index.answer.quoting import in_words
from index.types import Answer, Citation, Searched, StoredArticle
from tests.answer.found import day, hit

QUOTE = "“It’s over,” said the mayor."


def stored(key: int, outlet: str, text: str, month: int = 1, agency: str | None = None) -> StoredArticle:
    one = hit(text, key, published=day(month, 2)).stored
    return replace(one, article=replace(one.article, outlet=outlet, agency=agency))


def cited(one: StoredArticle) -> Citation:
    start = one.article.text.index("“")
    return citation(1, slice_of(replace(hit(one.article.text), stored=one), start, start + len(QUOTE)))


FIRST = stored(1, "First", f"Norvik. {QUOTE} He left.")


def test_an_outlet_counts_that_carries_the_words_but_for_typography() -> None:
    others = [
        stored(2, "Second", 'Yesterday: "It\'s over," said the mayor.'),
        stored(3, "Third", "“It’s not over,” said the mayor."),
        stored(4, "First", f"{QUOTE} Again."),
    ]
    told = carried(cited(FIRST), FIRST, others)
    assert (told.copies, told.origin, told.agency) == (("Second",), "First", None)


def test_the_origin_is_the_agency_or_else_who_published_first() -> None:
    earlier = stored(2, "Second", QUOTE, month=1)
    late = replace(FIRST, article=replace(FIRST.article, published=day(2, 2)))
    assert carried(cited(late), late, [earlier]).origin == "Second"
    told = carried(cited(late), late, [earlier, stored(3, "Third", QUOTE, agency="AP")])
    assert (told.origin, told.agency) == ("AP", "AP")


def test_nothing_is_said_where_every_outlet_wrote_for_itself() -> None:
    alone = carried(cited(FIRST), FIRST, [])
    answer = Answer("?", True, "", (alone,), (), Searched(2, None, None), 1.0)
    assert standing_behind(replace(answer, citations=(alone, replace(alone, outlet="Second", origin="Second")))) is None
    assert in_words(answer).splitlines()[-2:] == [
        "",
        "As of 2 January 2025; 2 articles searched.",
    ]


def test_outlets_and_origins_are_counted_over_all_citations() -> None:
    one = replace(cited(FIRST), copies=("Second", "Third"), origin="AP", agency="AP")
    two = replace(one, n=2, outlet="Fourth", copies=("Third",), origin="Fourth", agency=None)
    answer = Answer("?", True, "", (one, two), (), Searched(4, None, None), 1.0)
    assert standing_behind(answer) == "4 outlets, 2 origins (AP)"
    assert (answer.outlets, answer.origins) == (("First", "Second", "Third", "Fourth"), ("AP", "Fourth"))
    assert in_words(answer).splitlines()[-2:] == [
        "4 outlets, 2 origins (AP).",
        "As of 2 January 2025; 4 articles searched.",
    ]


def test_a_citation_says_which_version_it_was_cut_from() -> None:
    assert cited(FIRST).version == 1
    assert cited(replace(FIRST, revision=3)).version == 3
