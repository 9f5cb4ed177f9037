"""Guards the cards of checks and quotations: within Discord's limits, nothing takes effect, no verdict is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.check import check_card
from bot.cards.limits import CARD, units
from bot.cards.quotes import quotes_card
from bot.pasted_message import pasted_text
from index.types import COMMON
from index.verdicts import Change, Check, Difference, Evidence, Utterance, Verdict
from tests.bot.canned.values import a_citation
from tests.bot.canned_quotations import an_outcome, an_utterance, found
from tests.bot.hostile_text import LONG

SERVER = 77
LINKS = st.none() | st.text(max_size=700).map(lambda path: f"https://daily.example/{path}")


@st.composite
def checks(draw: st.DrawFn) -> Check:
    """Outcomes as hostile and as long as an index could hand out."""
    evidence = tuple(
        Evidence(
            a_citation(n, title=draw(LONG), outlet=draw(LONG), speaker=draw(st.none() | LONG), link=draw(LINKS)),
            ((0, 5),),
            draw(st.booleans()),
            draw(LONG),
        )
        for n in range(1, draw(st.integers(1, 5)) + 1)
    )
    verdict = draw(st.sampled_from(Verdict))
    differences = st.lists(st.builds(Difference, st.sampled_from(Change), LONG), max_size=8).map(tuple)
    return Check(
        draw(LONG),
        verdict,
        speaker=draw(st.none() | LONG),
        evidence=evidence,
        differences=draw(differences) if verdict is Verdict.ALTERED else (),
        inserted=(draw(LONG),),
    )


@given(st.lists(checks(), min_size=1, max_size=5))
@settings(max_examples=40, deadline=None)
def test_every_outcome_fits_and_pings_nobody(outcomes: list[Check]) -> None:
    card = check_card(an_outcome(*outcomes), SERVER)
    assert units(card) <= CARD
    assert "> " in card
    assert not re.search(r"@(?:everyone|here)|(?<!\\)<(?:[@#]|t:0)", card)


@given(LONG, st.none() | LONG, st.lists(st.tuples(LONG, LONG, LONG, LINKS, st.none() | LONG), max_size=8))
@settings(max_examples=40, deadline=None)
def test_every_list_of_quotations_fits(speaker: str, topic: str | None, drawn: list[tuple[str, ...]]) -> None:
    listed: list[Utterance] = [
        an_utterance(n, role=role, quote=quote, title=title, speaker=name, link=link)
        for n, (quote, title, name, link, role) in enumerate(drawn, 1)
    ]
    card = quotes_card(speaker, topic, listed, COMMON)
    assert units(card) <= CARD
    assert (len(re.findall(r"(?m)^> ", card)) > 0) == bool(listed)
    assert not re.search(r"@(?:everyone|here)|(?<!\\)<(?:[@#]|t:0)", card)


@pytest.mark.parametrize("verdict", [v for v in Verdict if v is not Verdict.EXACT])
def test_nothing_else_is_called_word_for_word(verdict: Verdict) -> None:
    card = check_card(an_outcome(found(verdict)), SERVER)
    assert "word for word" not in card.lower()
    assert "word for word" in check_card(an_outcome(found()), SERVER).lower()


def test_a_difference_shows_what_is_missing_and_what_was_put_in() -> None:
    same, missing, added = (
        Difference(Change.SAME, "It is"),
        Difference(Change.MISSING, "too"),
        Difference(Change.ADDED, "not"),
    )
    card = check_card(an_outcome(found(Verdict.ALTERED, differences=(same, missing, added, same))), SERVER)
    assert "It is ~~too~~ **not** It is" in card


def test_words_of_an_earlier_version_are_called_so() -> None:
    outdated = Evidence(a_citation(), ((10, 45),), current=False)
    assert check_card(an_outcome(found(evidence=(outdated,))), SERVER).count("an earlier version") == 1


def test_what_was_cut_off_is_shown() -> None:
    sentence = "Nobody who knows the Kremlin says that “It is too early to speak of timing.”"
    cut_out = Evidence(a_citation(), ((10, 45),), True, sentence)
    assert f"In its sentence: {sentence}" in check_card(an_outcome(found(evidence=(cut_out,))), SERVER)


def test_in_direct_messages_it_says_what_was_searched() -> None:
    assert "common articles only" in check_card(an_outcome(found(Verdict.UNKNOWN, evidence=())), COMMON)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("plain “words” here", "plain “words” here"),
        ("**He** said: __“we *won't* go”__ ||ever||", "He said: “we won't go” ever"),
        ("> we will not go\n> any more\n— somebody", "“we will not go\nany more”\n— somebody"),
        (">>> we will not go\nany more", "“we will not go\nany more”"),
        ("> “we will not go”\nsays he", "“we will not go”\nsays he"),
        ("[we will not go](https://a.example/x)", "we will not go"),
        ("-# 5 \\* 4", "5 * 4"),
        (" ", ""),
    ],
)
def test_formatting_is_taken_off_and_block_quotes_get_marks(content: str, text: str) -> None:
    assert pasted_text(content) == text
