"""Guards the buttons below an answer: what each shows and to whom, after a restart as well, and in its place alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import discord
import pytest
import simcord

from bot.cards.passage import NOTHING_LEFT
from bot.client import Verbatim
from bot.settings import BotSettings
from index.errors import NotKept, StoreError
from index.kept_answers import CitedPassage, TriedPassage
from index.servers import Right, ServerSettings
from index.types import Disagreement, Exchange, Filters, Side
from tests.bot.canned.values import DAY, a_citation, an_answer
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import Newsroom, open_newsroom

QUESTION = "What did Peskov say about timing?"
LABELS = ("Show passage", "Who says otherwise", "Follow up", "How I got this")


def a_page(n: int = 1, of: int = 2, **given: object) -> CitedPassage:
    usual: dict[str, object] = {
        "title": "Kremlin waits",
        "outlet": "The Daily",
        "url": "https://daily.example/k",
        "link": "https://daily.example/k#:~:text=It",
        "published": DAY,
        "speaker": "Dmitry Peskov",
        "before": f"Page {n}. ",
        "quote": "It is too early to speak of timing.",
        "after": " He left.",
    }
    return CitedPassage(n, of, **(usual | given))  # type: ignore[arg-type]


@pytest.fixture
def canned() -> CannedIndex:
    return CannedIndex(pages=(a_page(1), a_page(2)))


async def answered(room: Newsroom, **options: object) -> discord.Message:
    result = await room.member.slash(room.channel, "ask", question=QUESTION, **options)
    assert result.response is not None
    return result.response.message


def buttons(message: discord.Message | simcord.ResponseMessage) -> list[Any]:
    """The buttons below a message as Discord holds them."""
    rows: list[Any] = [one if isinstance(one, dict) else one.to_dict() for one in message.components]
    return [button for row in rows for button in row["components"]]


def labels(message: discord.Message | simcord.ResponseMessage) -> list[str]:
    return [one.get("label") or one["emoji"]["name"] for one in buttons(message)]


async def test_an_answer_has_its_buttons_and_one_that_found_nothing_fewer(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    assert labels(await answered(newsroom)) == [*LABELS, "👍", "👎"]
    canned.answer = an_answer()
    assert labels(await answered(newsroom)) == ["Follow up", "How I got this"]


async def test_a_passage_is_shown_to_whoever_pressed_and_turned(newsroom: Newsroom, canned: CannedIndex) -> None:
    answer = await answered(newsroom)
    result = await newsroom.editor.click(answer, label="Show passage")
    first = result.response
    assert first is not None and first.ephemeral
    assert first.content.split("\n") == [
        "[1] [The Daily - Kremlin waits](<https://daily.example/k#:~:text=It>) · <t:1793611800:R>",
        "> Page 1. **It is too early to speak of timing.** He left.",
        "— **Dmitry Peskov**",
        "-# 1 of 2",
    ]
    assert labels(first) == ["Next"]
    turned = await newsroom.editor.click(first.message, label="Next")
    assert turned.response is not None
    assert turned.response.id == first.id
    assert "Page 2" in turned.response.content
    assert labels(turned.response) == ["Previous"]
    assert newsroom.messages() == [answer.content]


async def test_what_was_taken_down_is_not_shown(newsroom: Newsroom, canned: CannedIndex) -> None:
    answer = await answered(newsroom)
    canned.pages = ()
    result = await newsroom.member.click(answer, label="Show passage")
    assert result.response is not None
    assert result.response.content == NOTHING_LEFT


async def test_who_says_otherwise_stands_side_by_side(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.differing = (
        Disagreement("people killed", (Side("18", a_citation()), Side("21", a_citation(2, outlet="Wire")))),
    )
    result = await newsroom.member.click(await answered(newsroom), label="Who says otherwise")
    assert result.response is not None and result.response.ephemeral
    assert canned.calls[-1] == ("otherwise", QUESTION, newsroom.guild.id)
    assert "**On people killed**\n• **18**: [The Daily" in result.response.content
    assert "• **21**: [Wire" in result.response.content


async def test_who_says_otherwise_counts_like_a_question(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.decided[newsroom.guild.id] = ServerSettings(daily_questions=3)
    answer = await answered(newsroom)
    nothing = await newsroom.member.click(answer, label="Who says otherwise")
    assert nothing.response is not None and "0 of today" not in nothing.response.content
    assert canned.asked == 1
    canned.differing = (
        Disagreement("people killed", (Side("18", a_citation()), Side("21", a_citation(2, outlet="Wire")))),
    )
    for _ in range(2):
        found = await newsroom.member.click(answer, label="Who says otherwise")
    assert found.response is not None and "\n-# 0 of today's 3 questions left here" in found.response.content
    looked = canned.calls.count(("otherwise", QUESTION, newsroom.guild.id))
    refused = await newsroom.editor.click(answer, label="Who says otherwise")
    assert "3 questions of today are used up" in refused.followups[0].content
    assert canned.calls.count(("otherwise", QUESTION, newsroom.guild.id)) == looked == 3


async def test_how_it_was_found_is_told(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.tried = (
        TriedPassage("Kremlin waits", "The Daily", "https://daily.example/k", DAY, 0.713, True, 2, (1,)),
        TriedPassage("Talks", "Wire", None, None, 0.4, False, 3),
        TriedPassage("More", "Wire", None, None, None, True, 0),
    )
    answer = await answered(newsroom, since="2026-01-31", source="The Daily", speaker="peskov")
    result = await newsroom.member.click(answer, label="How I got this")
    assert result.response is not None and result.response.ephemeral
    assert result.response.content.split("\n") == [
        f"**{QUESTION}**",
        "-# from <t:1769860800:D> on · from The Daily · with words of Dmitry Peskov",
        "I read 3 passages closely and quoted from 1; 3 quotations in the others did not answer it.",
        "1\\. [The Daily - Kremlin waits](<https://daily.example/k>) · <t:1793611800:R>: "
        "found by its words, 71% alike in meaning, **quoted as \\[1\\]**",
        "2\\. Wire - Talks: 40% alike in meaning, not quoted",
        "3\\. Wire - More: found by its words, not quoted",
    ]


async def test_a_follow_up_is_asked_in_a_form_and_answered_for_all(newsroom: Newsroom, canned: CannedIndex) -> None:
    answer = await answered(newsroom, since="2026-01-31", speaker="peskov")
    form = await newsroom.editor.click(answer, label="Follow up")
    assert form.modal is not None
    result = await newsroom.editor.submit_modal(form, {"question": "And what did Moscow say?"})
    assert result.response is not None and not result.response.ephemeral
    assert canned.before[1] == Exchange(QUESTION, ("Dmitry Peskov",))
    assert canned.calls[-1] == ("ask", "And what did Moscow say?", newsroom.guild.id)
    assert canned.filters[1] == Filters(newsroom.guild.id, since=canned.filters[0].since)
    assert labels(result.response) == [*LABELS, "👍", "👎"]


async def test_a_form_that_was_opened_before_a_restart_is_answered(
    newsroom: Newsroom, canned: CannedIndex, settings: BotSettings
) -> None:
    form = await newsroom.editor.click(await answered(newsroom), label="Follow up")
    bot = Verbatim(canned, settings)
    bot.shard_count = 1
    await newsroom.env.restart_bot(bot)
    result = await newsroom.editor.submit_modal(form, {"question": "And Moscow?"})
    assert canned.calls[-1] == ("ask", "And Moscow?", newsroom.guild.id)
    assert result.response is not None and not result.response.ephemeral


async def test_a_vote_counts_once_and_can_be_changed(newsroom: Newsroom, canned: CannedIndex) -> None:
    answer = await answered(newsroom)
    good, bad = (one["custom_id"] for one in buttons(answer)[-2:])
    for custom_id in (good, bad):
        result = await newsroom.member.click(answer, custom_id=custom_id)
        assert result.response is not None and result.response.ephemeral
    await newsroom.editor.click(answer, custom_id=good)
    assert sorted(canned.judged.values()) == [False, True]


@pytest.mark.parametrize("label", LABELS)
async def test_every_button_works_after_a_restart(
    newsroom: Newsroom, canned: CannedIndex, settings: BotSettings, label: str
) -> None:
    answer = await answered(newsroom)
    bot = Verbatim(canned, settings)
    bot.shard_count = 1
    await newsroom.env.restart_bot(bot)
    result = await newsroom.editor.click(answer, label=label)
    assert result.acknowledged
    if label == "Follow up":
        result = await newsroom.editor.submit_modal(result, {"question": "And Moscow?"})
    assert result.response is not None
    assert "I don't know" not in result.response.content


@pytest.mark.parametrize("who", ["manager", "editor", "member"])
async def test_anybody_who_may_ask_may_press_and_nobody_else(newsroom: Newsroom, canned: CannedIndex, who: str) -> None:
    answer = await answered(newsroom)
    role = newsroom.guild.create_role("Readers")
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.ASK: frozenset({role.id})})
    result = await getattr(newsroom, who).click(answer, label="Show passage")
    if who == "member":
        assert result.followups[0].content.startswith("Only members who")
        assert result.followups[0].ephemeral
    else:
        assert result.response is not None and "Page 1" in result.response.content


async def test_a_button_of_another_server_is_not_known(newsroom: Newsroom, canned: CannedIndex) -> None:
    elsewhere = open_newsroom(newsroom.env, "Elsewhere")
    await answered(newsroom)
    theirs = await answered(elsewhere)
    mine, other = canned.kept
    canned.kept[other], canned.kept[mine] = canned.kept[mine], canned.kept[other]
    for label in LABELS:
        result = await elsewhere.member.click(theirs, label=label)
        if label == "Follow up":
            result = await elsewhere.member.submit_modal(result, {"question": "And Moscow?"})
        assert result.followups[0].content.startswith("I don't know that answer here (any more)")
    assert len(canned.calls) == 2


async def test_a_button_of_another_message_is_not_known(newsroom: Newsroom, canned: CannedIndex) -> None:
    first = await answered(newsroom)
    [token] = canned.kept
    canned.kept[token] = replace(canned.kept[token], message=1)
    result = await newsroom.member.click(first, label="Show passage")
    assert result.followups[0].content.startswith("I don't know that answer here (any more)")


async def test_a_private_answer_is_its_askers_alone(newsroom: Newsroom, canned: CannedIndex) -> None:
    result = await newsroom.member.slash(newsroom.channel, "ask", question=QUESTION, private=True)
    assert result.ephemeral
    assert result.response is not None
    mine = await newsroom.member.click(result.response.message, label="Show passage")
    assert mine.response is not None and "Page 1" in mine.response.content
    [token] = canned.kept
    assert canned.kept[token].private
    form = await newsroom.member.click(result.response.message, label="Follow up")
    followed = await newsroom.member.submit_modal(form, {"question": "And Moscow?"})
    assert followed.ephemeral
    public = await answered(newsroom)
    canned.kept[list(canned.kept)[-1]] = replace(list(canned.kept.values())[-1], private=True)
    theirs = await newsroom.editor.click(public, label="Show passage")
    assert theirs.followups[0].content.startswith("Somebody else asked that for themselves")


async def test_errors_of_a_press_are_told_in_words_and_the_answer_stays(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    answer = await answered(newsroom)
    canned.fails_with = StoreError("/secret")
    result = await newsroom.member.click(answer, label="Who says otherwise")
    assert result.followups[0].content.startswith("The index is closed to me")
    opened = await newsroom.member.click(answer, label="Show passage")
    assert opened.response is not None

    async def gone(*_: object, **__: object) -> None:
        raise NotKept(30)

    canned.kept_answer = gone  # type: ignore[method-assign, assignment]
    turned = await newsroom.member.click(opened.response.message, label="Next")
    assert turned.followups[0].content.startswith("I don't know that answer here")
    assert newsroom.messages() == [answer.content]
