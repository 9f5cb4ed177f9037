"""Guards the answer card: within Discord's limits, every quotation with its source, none where none was found."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.answer import answer_card, shares
from bot.cards.limits import CARD, SHOWN, units
from index.types import COMMON, Answer, Searched
from tests.bot.canned_index import a_citation, an_answer
from tests.bot.hostile_text import LONG

SERVER = 77
TARGET = re.compile(r"\(<[^>]*>\)")


def links() -> st.SearchStrategy[str | None]:
    return st.none() | st.text(max_size=700).map(lambda path: f"https://daily.example/{path}")


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Answers as hostile and as long as an index could hand out."""
    moments = st.none() | st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
    cited = [
        a_citation(
            n,
            title=draw(LONG),
            outlet=draw(LONG),
            speaker=draw(st.none() | LONG),
            quote=draw(LONG),
            link=draw(links()),
            url=draw(links()),
            published=draw(moments),
        )
        for n in range(1, draw(st.integers(0, 10)) + 1)
    ]
    answer = an_answer(*cited, question=draw(LONG))
    return replace(answer, searched=Searched(draw(st.integers(0, 10**7)), draw(moments), draw(moments)))


@given(answers())
@settings(max_examples=60, deadline=None)
def test_every_answer_fits_and_every_number_has_its_source(answer: Answer) -> None:
    card = answer_card(answer, SERVER)
    assert units(card) <= CARD
    assert units(TARGET.sub("", card)) <= SHOWN
    lines = card.split("\n")
    quoted = [int(n) for n in re.findall(r"^— .*\[(\d+)\]$", card, re.M)]
    sources = [int(m[1]) for line in lines if (m := re.match(r"\[(\d+)\] ", line))]
    assert quoted == sources == list(range(1, len(quoted) + 1))
    assert bool(quoted) == answer.found
    assert sum(line.startswith("> ") for line in lines) == len(quoted)


def test_the_card_as_a_person_reads_it() -> None:
    answer = an_answer(a_citation(), a_citation(2, speaker=None, outlet="Wire", title="Talks", link=None, url=None))
    assert answer_card(answer, SERVER) == (
        "**What did Peskov say about timing?**\n"
        "> It is too early to speak of timing.\n"
        "— **Dmitry Peskov**, The Daily [1]\n"
        "> It is too early to speak of timing.\n"
        "— Wire [2]\n"
        "[1] [The Daily - Kremlin waits for a date](<https://daily.example/kremlin#:~:text=It%20is%20too%20early>)"
        " · <t:1793611800:D>\n"
        "[2] Wire - Talks · <t:1793611800:D>\n"
        "-# As of <t:1793611800:D> · 14 articles searched, <t:1767614400:D> to <t:1793611800:D>"
    )


def test_a_long_quotation_is_cut_and_its_source_kept_whole() -> None:
    card = answer_card(an_answer(a_citation(quote="timing is everything " * 200)), SERVER)
    assert re.search(
        r"^> timing is everything timing .*(timing|is|everything)…\n— \*\*Dmitry Peskov\*\*, The Daily \[1\]$",
        card,
        re.M,
    )
    assert "(<https://daily.example/kremlin#:~:text=It%20is%20too%20early>)" in card


def test_quotations_for_which_there_is_no_room_are_counted() -> None:
    cited = [a_citation(n, quote="w" * 400, link="https://daily.example/" + "p" * 400) for n in range(1, 9)]
    card = answer_card(an_answer(*cited), SERVER)
    shown = len(re.findall(r"^> ", card, re.M))
    assert 1 < shown < 8
    assert f"{8 - shown} more quotations found" in card


def test_a_passage_link_too_long_to_show_gives_way_to_the_article() -> None:
    card = answer_card(an_answer(a_citation(link="https://daily.example/kremlin#:~:text=" + "x" * 900)), SERVER)
    assert "(<https://daily.example/kremlin>)" in card


def test_nothing_found_says_what_was_searched_and_cites_nothing() -> None:
    card = answer_card(an_answer(), SERVER)
    assert "no passage that answers this" in card
    assert "14 articles searched, <t:1767614400:D> to" in card
    assert not re.search(r"\[\d", card)
    assert "direct messages" not in card


def test_in_a_direct_message_it_says_that_only_common_articles_were_read() -> None:
    assert "common articles only" in answer_card(an_answer(), COMMON)


def test_an_empty_index_says_so() -> None:
    empty = replace(an_answer(), searched=Searched(0, None, None))
    assert "nothing to search" in answer_card(empty, SERVER)


@given(st.lists(st.integers(0, 500), max_size=8), st.integers(0, 2000))
def test_room_is_shared_and_never_exceeded(lengths: list[int], room: int) -> None:
    allotted = shares(lengths, room)
    assert sum(allotted) <= room
    assert all(n <= length for n, length in zip(allotted, lengths, strict=True))
    if sum(lengths) <= room:
        assert allotted == lengths
