"""Guards what is told unasked: within Discord's limits, no story without its source, nothing that pings or formats."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.correction import correction_card
from bot.cards.follows import follows_card
from bot.cards.limits import CARD, units
from bot.cards.stories import alert_card, digest_card, preview_card
from index.alerts import QuietHours
from index.revisions import Edit
from tests.bot.canned.values import a_citation
from tests.bot.hostile_text import LONG
from tests.bot.told_values import a_correction, a_follow, a_story, an_alert, an_issue

TEXTS = st.lists(LONG, min_size=1, max_size=12)
PINGS = re.compile(r"(?<!\\)@(?=everyone|here)|(?<!\\)<(?:@|#|t:(?!\d+:[DR]>))")


def test_an_alert_in_a_direct_message_names_the_server() -> None:
    alert = an_alert(a_follow(1))
    assert alert_card(alert, {}, "@here *News*").endswith("\n-# You follow this in @\u200bhere \\*News\\*")
    assert "follow this" not in alert_card(an_alert(a_follow(1, channel=3)), {}, "News")


def test_an_alert_quotes_names_links_and_counts() -> None:
    card = alert_card(an_alert(a_follow(1), left_out=2), {"The Daily": ("wire",)})
    assert card.startswith(
        "**Topic: ferry**\n> It is too early to speak of timing.\n> — **Dmitry Peskov** · [The Daily - "
    )
    assert "](<https://daily.example/kremlin#:~:text=" in card
    assert " (wire) · <t:" in card
    assert "3 outlets, 2 origins" in card
    assert "and 2 more stories" in card


def test_a_digest_of_eight_stories_fits_into_one_message() -> None:
    quote = (
        "The ferry to Hollum stops on Monday because no captain is left for the winter, and nobody knows why it is so."
    )
    link = (
        "https://daily.example/2026/11/02/"
        + "ferry-to-hollum-stops-for-the-winter-as-no-captain-is-left"
        + "#:~:text=a"
    )
    stories = [a_story(quote=quote, title=quote, speaker=None, url=link.partition("#")[0], link=link) for _ in range(8)]
    card = digest_card(an_issue(1, 2).digest, stories, {})
    assert card.startswith("**Today in 8 stories**")
    assert 5 <= card.count("> The ferry to Hollum") <= 8
    assert units(card) <= CARD


@settings(deadline=None)
@given(TEXTS, st.integers(0, 3))
def test_hostile_text_keeps_to_the_limits_and_every_story_has_its_source(texts: list[str], left_out: int) -> None:
    stories = tuple(
        replace(
            a_story(),
            citation=a_citation(
                quote=text or "a", title=text, outlet=text, speaker=text, link=f"https://a.example/{n}"
            ),
            outlets=(text, "b"),
        )
        for n, text in enumerate(texts)
    )
    labels = dict.fromkeys(texts, ("wire", "paywalled"))
    follow = a_follow(1, words=texts[0] or "a", channel=3)
    for card in (
        alert_card(an_alert(follow, *stories, left_out=left_out), labels),
        alert_card(an_alert(replace(follow, channel=None), *stories, left_out=left_out), labels, texts[0]),
        digest_card(an_issue(1, 2).digest, stories, labels),
        preview_card(stories, labels),
    ):
        assert units(card) <= CARD
        assert not PINGS.search(card)
        assert card.count("\n> ") == 2 * card.count("\n> — ") >= 2


@settings(deadline=None)
@given(st.lists(st.tuples(LONG, LONG, LONG, LONG), min_size=1, max_size=9), st.booleans(), LONG)
def test_a_correction_keeps_to_the_limits(edits: list[tuple[str, str, str, str]], gone: bool, title: str) -> None:
    correction = a_correction(1, 2, 3, *(Edit(*edit) for edit in edits), gone=gone)
    many = [replace(correction.amendments[0], n=n, title=title, outlet=title) for n in range(1, 4)]
    card = correction_card(replace(correction, amendments=tuple(many)))
    assert units(card) <= CARD
    assert not PINGS.search(card)
    assert card.startswith("**Correction:**")


def test_a_correction_strikes_out_and_sets_in_bold() -> None:
    assert "> … the minister said ~~40~~ **14** ferries would stop …" in correction_card(a_correction(1, 2, 3))
    gone = correction_card(a_correction(1, 2, 3, Edit("", "40 ferries", "", ""), gone=True))
    assert "> ~~40 ferries~~\n-# The passage does not stand in the article any more." in gone


@settings(deadline=None)
@given(st.lists(LONG, max_size=25), st.booleans())
def test_the_list_of_follows_numbers_every_one_within_the_limits(texts: list[str], paused: bool) -> None:
    follows = [
        a_follow(
            1, words=text, channel=n or None, member=n, quiet=QuietHours(0, 60, 330), paused=text if paused else None
        )
        for n, text in enumerate(texts)
    ]
    card = follows_card(follows, 0)
    assert units(card) <= CARD
    assert all(re.search(rf"^{n}\. ", card, re.M) for n in range(1, len(texts) + 1))


@pytest.mark.parametrize("card", [preview_card((), {}), preview_card((), {}, "the channel is gone")])
def test_a_preview_without_stories_says_why(card: str) -> None:
    assert card
