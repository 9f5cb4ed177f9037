"""Guards the answer card: within Discord's limits, every quotation with its source, none where none was found."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.answer import answer_card, shares
from bot.cards.disagreements import otherwise_card
from bot.cards.limits import CARD, SHOWN, units
from bot.cards.plain_text import plain
from index.types import COMMON, Answer, Disagreement, Searched, Side
from tests.bot.canned.values import a_citation, an_answer
from tests.bot.hostile_text import LONG

SERVER = 77
QUOTA = "-# 3 of today's 50 questions left here, the count starts anew <t:1793611800:R>"
SIDES = st.builds(Side, LONG, st.builds(lambda outlet, quote: a_citation(outlet=outlet, quote=quote), LONG, LONG))
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
            role=draw(st.none() | LONG),
            quote=draw(LONG),
            link=draw(links()),
            url=draw(links()),
            published=draw(moments),
        )
        for n in range(1, draw(st.integers(0, 10)) + 1)
    ]
    sides = tuple(Side(draw(LONG), one) for one in cited[:4])
    return replace(
        an_answer(*cited, question=draw(LONG)),
        searched=Searched(draw(st.integers(0, 10**7)), draw(moments), draw(moments)),
        understood=draw(st.none() | LONG),
        looked_at=draw(st.none() | LONG),
        note=draw(st.none() | LONG),
        stale=draw(st.none() | LONG),
        disagreements=(Disagreement(draw(LONG), sides),) if len(sides) > 1 and draw(st.booleans()) else (),
    )


@st.composite
def worded(draw: st.DrawFn) -> Answer:
    """The same with sentences of a language model, each with the number of its source."""
    answer = draw(answers().filter(lambda one: one.found))
    cited = answer.citations[:5]
    lead = " ".join(f"{draw(LONG)} [{one.n}]" for one in cited)
    return replace(answer, citations=cited, lead=lead, note=None)


LABELS = st.dictionaries(st.just("The Daily"), st.lists(LONG, max_size=4).map(tuple))


@given(answers(), LABELS)
@settings(max_examples=30, deadline=None)
def test_every_answer_fits_and_every_number_has_its_source(answer: Answer, labels: dict[str, tuple[str, ...]]) -> None:
    card = answer_card(answer, SERVER, labels, [QUOTA])
    assert units(card) <= CARD
    assert units(TARGET.sub("", card)) <= SHOWN
    lines = card.split("\n")
    quoted = [int(n) for n in re.findall(r"^> — .*\[(\d+)\]$", card, re.M)]
    sources = [int(m[1]) for line in lines if (m := re.match(r"\[(\d+)\] ", line))]
    assert quoted == sources == list(range(1, len(quoted) + 1))
    assert bool(quoted) == answer.found
    assert sum(line.startswith("> ") for line in lines) == 2 * len(quoted)


@given(worded())
@settings(max_examples=30, deadline=None)
def test_every_worded_answer_fits_and_every_number_in_it_has_its_source(answer: Answer) -> None:
    card = answer_card(answer, SERVER, {}, [QUOTA])
    assert units(card) <= CARD
    assert units(TARGET.sub("", card)) <= SHOWN
    sources = [int(m[1]) for line in card.split("\n") if (m := re.match(r"\[(\d+)\] ", line))]
    assert sources == [one.n for one in answer.citations]
    assert "@everyone" not in TARGET.sub("", card)


@given(st.lists(st.integers(1, 99), min_size=1, max_size=30), st.integers(1, 300))
def test_a_lead_is_never_cut_through_a_number(numbers: list[int], room: int) -> None:
    told = plain(" ".join(f"They said so and so{'o' * (n % 7)} [{n}]." for n in numbers), room)
    assert units(told) <= max(room, 1)
    assert set(re.findall(r"\[(\d*)", told)) <= {str(n) for n in numbers}
    assert len(re.findall(r"\\\[", told)) == len(re.findall(r"\\\[\d+\\\]", told))


def test_what_a_model_wrote_stands_first_and_its_sources_below() -> None:
    answer = replace(
        an_answer(a_citation(role="Kremlin spokesman")), lead="Peskov found it too early [1]", understood="U"
    )
    assert answer_card(answer, SERVER, {"The Daily": ("state media",)}).split("\n")[:5] == [
        "**What did Peskov say about timing?**",
        "-# Understood as: U",
        "Peskov found it too early \\[1\\]",
        "> It is too early to speak of timing.",
        "> — **Dmitry Peskov**, Kremlin spokesman, The Daily (state media) [1]",
    ]


def test_outlets_that_differ_stand_side_by_side_and_old_evidence_is_warned_of() -> None:
    sides = (Side("18", a_citation()), Side("21 people", a_citation(2, outlet="Wire")))
    answer = replace(an_answer(a_citation()), disagreements=(Disagreement("people killed", sides),), stale="Old.")
    assert answer_card(answer, SERVER).split("\n")[5:9] == [
        "**Outlets differ** on people killed",
        "• 18: The Daily · <t:1793611800:R>",
        "• 21 people: Wire · <t:1793611800:R>",
        "⚠️ Old.",
    ]


@given(st.lists(st.builds(Disagreement, LONG, st.lists(SIDES, min_size=2, max_size=12).map(tuple)), max_size=5), LONG)
@settings(max_examples=40, deadline=None)
def test_every_card_of_who_says_otherwise_fits(disagreements: list[Disagreement], question: str) -> None:
    card = otherwise_card(question, disagreements, [QUOTA])
    assert units(card) <= CARD
    assert card.endswith(f"\n{QUOTA}")
    assert "@everyone" not in TARGET.sub("", card)
    assert bool(disagreements) == ("• **" in card)


def test_the_card_as_a_person_reads_it() -> None:
    answer = an_answer(a_citation(), a_citation(2, speaker=None, outlet="Wire", title="Talks", link=None, url=None))
    assert answer_card(answer, SERVER) == (
        "**What did Peskov say about timing?**\n"
        "> It is too early to speak of timing.\n"
        "> — **Dmitry Peskov**, The Daily [1]\n\n"
        "> It is too early to speak of timing.\n"
        "> — Wire [2]\n\n"
        "[1] [The Daily - Kremlin waits for a date](<https://daily.example/kremlin#:~:text=It%20is%20too%20early>)"
        " · <t:1793611800:R>\n"
        "[2] Wire - Talks · <t:1793611800:R>\n"
        "-# As of <t:1793611800:D> · 14 articles searched, <t:1767614400:D> to <t:1793611800:D>"
    )


def test_a_long_quotation_is_cut_and_its_source_kept_whole() -> None:
    card = answer_card(an_answer(a_citation(quote="timing is everything " * 200)), SERVER)
    assert re.search(
        r"^> timing is everything timing .*(timing|is|everything)…\n> — \*\*Dmitry Peskov\*\*, The Daily \[1\]$",
        card,
        re.M,
    )
    assert "(<https://daily.example/kremlin#:~:text=It%20is%20too%20early>)" in card


def test_quotations_for_which_there_is_no_room_are_counted() -> None:
    cited = [a_citation(n, quote="w" * 400, link="https://daily.example/" + "p" * 400) for n in range(1, 9)]
    card = answer_card(an_answer(*cited), SERVER)
    shown = len(re.findall(r"^> — ", card, re.M))
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
