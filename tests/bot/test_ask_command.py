"""Guards /ask: acknowledged at once, answered to everybody, over the right articles, pinging nobody."""

from __future__ import annotations

from index.errors import QuestionError, StoreError
from index.types import COMMON
from tests.bot.canned_index import CannedIndex, a_citation, an_answer
from tests.bot.newsroom import Newsroom, open_newsroom


async def test_a_member_is_answered_in_the_channel(newsroom: Newsroom) -> None:
    result = await newsroom.member.slash(newsroom.channel, "ask", question="What did Peskov say about timing?")
    assert newsroom.acknowledgements() == [5]
    assert result.response is not None
    assert not result.ephemeral
    assert "> It is too early to speak of timing.\n— **Dmitry Peskov**, The Daily [1]" in result.response.content


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
