"""Guards "Check this quote" and /quotes: over the right articles, told to the right people, pinging nobody."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from index.errors import NoDate, QuotationError
from index.types import COMMON
from index.verdicts import Verdict
from tests.bot.canned_quotations import CannedQuotations, an_outcome, an_utterance, found
from tests.bot.newsroom import Newsroom

MENU = "Check this quote"


@pytest.fixture
def canned() -> CannedQuotations:
    return CannedQuotations()


async def test_a_posted_quotation_is_checked_for_the_caller_alone(newsroom: Newsroom, canned: CannedQuotations) -> None:
    posted = await newsroom.editor.send(newsroom.channel, "He said: **“It is too early to speak of timing.”**")
    result = await newsroom.member.context_menu(newsroom.channel, MENU, posted)
    assert canned.calls == [("check", "He said: “It is too early to speak of timing.”", newsroom.guild.id)]
    assert result.response is not None
    assert result.ephemeral
    assert (
        "> It is too early to speak of timing.\n\n**Word for word.**\n— **Dmitry Peskov**, [" in result.response.content
    )


async def test_a_message_without_text_is_refused_in_words(newsroom: Newsroom, canned: CannedQuotations) -> None:
    canned.fails_with = QuotationError(0, 4000)
    posted = await newsroom.editor.send(newsroom.channel, "** **")
    result = await newsroom.member.context_menu(newsroom.channel, MENU, posted)
    assert result.followups[0].content == "There is no text in that message that I could check."
    assert newsroom.failure() is canned.fails_with


async def test_hostile_words_ping_nobody(newsroom: Newsroom, canned: CannedQuotations) -> None:
    canned.outcome = an_outcome(found(Verdict.OTHER_SPEAKER, speaker="@everyone <@&1>"))
    posted = await newsroom.editor.send(newsroom.channel, "hello")
    await newsroom.member.context_menu(newsroom.channel, MENU, posted)
    assert all(body["allowed_mentions"] == {"parse": []} for body in newsroom.bodies() if "content" in body)
    assert "@everyone" not in newsroom.texts()[-1]


async def test_quotes_are_listed_from_what_the_server_reads(newsroom: Newsroom, canned: CannedQuotations) -> None:
    canned.utterances = (an_utterance(resolved=True),)
    result = await newsroom.member.slash(
        newsroom.channel, "quotes", speaker="peskov", topic="timing", since="2026-01-31"
    )
    assert canned.calls == [("quotes", "peskov", "timing", newsroom.guild.id, datetime(2026, 1, 31, tzinfo=UTC))]
    assert result.response is not None
    assert not result.ephemeral
    assert "— **Dmitry Peskov**, spokesman, “said” (name filled in) · [The Daily" in result.response.content


async def test_a_direct_message_reads_the_common_articles(newsroom: Newsroom, canned: CannedQuotations) -> None:
    canned.utterances = ()
    result = await newsroom.member.user.slash("quotes", speaker="nobody")
    assert canned.calls == [("quotes", "nobody", None, COMMON, None)]
    assert result.response.content.startswith("I found no direct quotation of **nobody**.")
    assert "common articles only" in result.response.content


async def test_what_is_no_date_is_refused_in_words(newsroom: Newsroom) -> None:
    result = await newsroom.member.slash(newsroom.channel, "quotes", speaker="peskov", since="last week")
    assert "write it as 2025-01-31" in result.followups[0].content
    assert isinstance(newsroom.failure(), NoDate)


async def test_names_are_offered_as_they_are_typed(newsroom: Newsroom, canned: CannedQuotations) -> None:
    canned.names = ("Dmitry Peskov", "x" * 101, "")
    choices = await newsroom.member.autocomplete(newsroom.channel, "quotes", "speaker", "pes")
    assert [choice["value"] for choice in choices] == ["Dmitry Peskov"]
    assert canned.calls == [("speakers", "pes", newsroom.guild.id)]
