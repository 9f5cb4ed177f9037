"""Guards /ask: acknowledged at once, answered to everybody, over the right articles, pinging nobody."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from bot import status_line
from index.errors import NoDate, QuestionError, StoreError
from index.reports import Progress, SourceInfo, Watch
from index.servers import Right, ServerSettings
from index.types import COMMON, Filters
from tests.bot.canned.values import a_citation, an_answer
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import Newsroom, open_newsroom


async def test_a_member_is_answered_in_the_channel(newsroom: Newsroom) -> None:
    result = await newsroom.member.slash(newsroom.channel, "ask", question="What did Peskov say about timing?")
    assert newsroom.acknowledgements() == [5]
    assert result.response is not None
    assert not result.ephemeral
    assert "> It is too early to speak of timing.\n> — **Dmitry Peskov**, The Daily [1]" in result.response.content


async def test_a_question_reads_this_server_alone(newsroom: Newsroom, canned: CannedIndex) -> None:
    elsewhere = open_newsroom(newsroom.env, "Elsewhere")
    await newsroom.member.slash(newsroom.channel, "ask", question="one")
    await elsewhere.member.slash(elsewhere.channel, "ask", question="two")
    assert canned.calls == [("ask", "one", newsroom.guild.id), ("ask", "two", elsewhere.guild.id)]


async def test_a_direct_message_reads_the_common_articles_and_says_so(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.answer = an_answer()
    result = await newsroom.member.user.slash("ask", question="anything?")
    assert canned.calls == [("ask", "anything?", COMMON)]
    assert "common articles only" in result.response.content


async def test_hostile_articles_ping_nobody_on_any_way_out(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.answer = an_answer(a_citation(quote="@everyone <@&1> https://evil.example", title="[x](https://b)"))
    result = await newsroom.member.slash(newsroom.channel, "ask", question="@here?")
    assert result.response is not None
    message = result.response.message
    assert not message.mention_everyone
    assert not message.mentions
    assert not message.role_mentions
    sent = [body for body in newsroom.bodies() if "content" in body]
    assert sent
    assert all(body["allowed_mentions"] == {"parse": []} for body in sent)


async def test_an_error_is_told_to_the_caller_alone(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.fails_with = QuestionError(6000, 2000)
    result = await newsroom.member.slash(newsroom.channel, "ask", question="x" * 6000)
    [told] = result.followups
    assert told.ephemeral
    assert told.content == "Your question has 6,000 characters. Please ask in 2,000 or fewer."
    assert newsroom.messages() == []
    assert newsroom.failure() is canned.fails_with


async def test_an_unforeseen_error_gives_a_reference_and_no_detail(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.fails_with = KeyError("/secret/path")
    result = await newsroom.member.slash(newsroom.channel, "ask", question="anything?")
    assert "Something went wrong on my side" in result.followups[0].content
    assert "secret" not in result.followups[0].content
    assert newsroom.failure() is canned.fails_with


async def test_what_only_the_operator_can_mend_names_no_path(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.fails_with = StoreError("/secret/path/verbatim.db: disk full")
    result = await newsroom.member.slash(newsroom.channel, "ask", question="anything?")
    assert "The index is closed to me" in result.followups[0].content
    assert "secret" not in result.followups[0].content
    assert newsroom.failure() is canned.fails_with


async def test_a_question_can_be_narrowed(newsroom: Newsroom, canned: CannedIndex) -> None:
    await newsroom.member.slash(
        *(newsroom.channel, "ask"),
        **{"question": "why?", "since": "2026-01-31", "before": "2026-03-01", "source": " Wire ", "speaker": "peskov"},
    )
    assert canned.filters == [
        Filters(
            newsroom.guild.id,
            since=datetime(2026, 1, 31, tzinfo=UTC),
            before=datetime(2026, 3, 1, tzinfo=UTC),
            source="Wire",
            speakers=("Dmitry Peskov",),
        )
    ]


async def test_what_is_no_date_is_refused_in_words(newsroom: Newsroom, canned: CannedIndex) -> None:
    result = await newsroom.member.slash(newsroom.channel, "ask", question="why?", since="last week")
    assert "write it as 2025-01-31" in result.followups[0].content
    assert canned.calls == []
    assert isinstance(newsroom.failure(), NoDate)


async def test_a_private_answer_is_shown_to_the_asker_alone(newsroom: Newsroom, canned: CannedIndex) -> None:
    result = await newsroom.member.slash(newsroom.channel, "ask", question="why?", private=True)
    assert result.ephemeral
    assert newsroom.messages() == []


async def test_outlets_and_sources_and_speakers_are_offered_to_those_who_may_ask(
    newsroom: Newsroom, canned: CannedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def outlets(server: int = COMMON) -> tuple[str, ...]:
        return ("The Wire", "Daily") if server == newsroom.guild.id else ()

    async def speakers(typed: str, server: int = COMMON, limit: int = 25) -> tuple[str, ...]:
        return ("Dmitry Peskov", "x" * 101)

    monkeypatch.setattr(canned, "outlets", outlets)
    monkeypatch.setattr(canned, "speakers", speakers)
    canned.listed = [SourceInfo("wire feed", "feed", newsroom.guild.id, 1, 1)]
    offered = await newsroom.member.autocomplete(newsroom.channel, "ask", "source", "WIRE")
    assert [choice["value"] for choice in offered] == ["wire feed", "The Wire"]
    said = await newsroom.member.autocomplete(newsroom.channel, "ask", "speaker", "pes")
    assert [choice["value"] for choice in said] == ["Dmitry Peskov"]
    role = newsroom.guild.create_role("Readers")
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.ASK: frozenset({role.id})})
    assert await newsroom.member.autocomplete(newsroom.channel, "ask", "source", "") == []
    assert await newsroom.member.autocomplete(newsroom.channel, "ask", "speaker", "") == []


async def test_what_is_done_is_told_while_it_takes_long(
    newsroom: Newsroom, canned: CannedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(watch: Watch) -> None:
        watch(Progress("searching", 16, None, "articles"))
        await asyncio.sleep(0.3)

    monkeypatch.setattr(status_line, "_FIRST", 0.05)
    canned.at_work = slow
    await newsroom.member.slash(newsroom.channel, "ask", question="why?")
    assert newsroom.texts()[0] == "-# Searching 16 articles …"
    assert newsroom.texts()[1].startswith("**What did Peskov")


async def test_where_the_server_lets_nobody_else_ask_a_member_is_told(newsroom: Newsroom, canned: CannedIndex) -> None:
    role = newsroom.guild.create_role("Readers")
    canned.decided[newsroom.guild.id] = ServerSettings(roles={Right.ASK: frozenset({role.id})})
    result = await newsroom.member.slash(newsroom.channel, "ask", question="why?")
    assert result.ephemeral
    assert result.response is not None
    assert result.response.content.startswith("Only members who")
    assert canned.calls == []
    assert newsroom.failure()
