"""Guards the cards behind an answer's buttons: within Discord's limits, the quotation whole."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.how_found import how_found_card
from bot.cards.limits import CARD, units
from bot.cards.passage import ending, passage_card
from bot.cards.plain_text import plain
from index.kept_answers import CitedPassage, KeptAnswer, TriedPassage
from index.types import Filters
from tests.bot.canned.values import DAY
from tests.bot.hostile_text import LONG

LINKS = st.none() | st.text(max_size=700).map(lambda path: f"https://daily.example/{path}")
TARGET = re.compile(r"\(<[^>]*>\)")
LONGER = LONG | st.integers(1, 900).map(lambda n: "The ferry stops. " * n)
PAGES = st.builds(
    CitedPassage, st.integers(1, 9), st.just(9), LONG, LONG, LINKS, LINKS, st.none() | st.just(DAY), st.none() | LONG,
    LONGER, LONGER, LONGER
)  # fmt: skip
KEPT = st.builds(
    KeptAnswer, *map(st.just, ("t" * 22, 7, 1, 2, 3, DAY)), LONG, LONG,
    st.builds(Filters, st.just(7), *[st.just(DAY)] * 2, st.none() | LONG, st.lists(LONG, max_size=30).map(tuple)),
    looked_at=st.none() | LONG, note=st.none() | LONG, dropped=st.integers(0, 9),
)  # fmt: skip
TRIED = st.builds(
    TriedPassage, LONG, LONG, LINKS, st.none() | st.just(DAY), st.none() | st.floats(-1, 1), st.booleans(),
    st.integers(0, 9), st.lists(st.integers(1, 9), max_size=5).map(tuple)
)  # fmt: skip


def a_page(before: str, quote: str, after: str) -> CitedPassage:
    return CitedPassage(1, 1, "Title", "Outlet", None, None, None, None, before, quote, after)


@given(PAGES)
@settings(max_examples=40, deadline=None)
def test_every_page_fits_and_nothing_in_it_takes_effect(page: CitedPassage) -> None:
    card = passage_card(page)
    assert units(card) <= CARD - units("\n-# 10 of 10")
    shown = TARGET.sub("", card)
    assert "@everyone" not in shown
    assert not re.search(r"(?<!\\)<[@#:t/]", shown.replace("<t:", ""))


@given(LONGER, st.text("abc .", min_size=1, max_size=300).filter(str.strip), LONGER)
@settings(max_examples=40, deadline=None)
def test_the_quotation_stands_whole_and_bold(before: str, quote: str, after: str) -> None:
    assert f"**{plain(quote)}**" in passage_card(a_page(before, quote, after))


def test_what_is_cut_shows_where() -> None:
    card = passage_card(a_page("before " * 500, "The words.", " after" * 500))
    assert re.search(r"> …before before", card)
    assert "before **The words.** after" in card
    assert card.endswith("after…")


@given(LONG, st.integers(1, 200))
def test_an_ending_fits(text: str, limit: int) -> None:
    assert units(ending(text, limit)) <= limit


@given(KEPT, st.lists(TRIED, max_size=12))
@settings(max_examples=40, deadline=None)
def test_how_it_was_found_fits_and_nothing_in_it_takes_effect(kept: KeptAnswer, tried: list[TriedPassage]) -> None:
    card = how_found_card(kept, tried)
    assert units(card) <= CARD
    assert "@everyone" not in TARGET.sub("", card)


def test_links_give_way_before_a_passage_does() -> None:
    address = "https://daily.example/" + "x" * 120
    tried = [TriedPassage("T" * 60, "Daily", address, DAY, 0.5, True, 0, (1,) if n == 3 else ()) for n in range(10)]
    card = how_found_card(KeptAnswer("t" * 22, 7, 1, 2, 3, DAY, "Why?", "Why?", Filters(7)), tried)
    assert "10\\. Daily - " in card
    assert card.count("](<") == 1


def test_dates_that_were_asked_with_are_named() -> None:
    day = datetime(2026, 1, 31, tzinfo=UTC)
    kept = KeptAnswer("t" * 22, 7, 1, 2, 3, DAY, "Why?", "Why?", Filters(7, before=day), dropped=1)
    assert how_found_card(kept, ()).split("\n")[:3] == [
        "**Why?**",
        "-# before <t:1769860800:D>",
        "-# 1 sentence of the language model left out: nothing proves them",
    ]
