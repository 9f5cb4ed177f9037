"""Guards the whole line from a command to the stored truth and back: a bot over a real index, embedded by word hash."""

from __future__ import annotations

import re

import pytest

from bot.client import Verbatim
from bot.settings import BotSettings
from index.errors import AddressRefused, QuestionError
from index.news_index import NewsIndex
from tests.bot.newsroom import Newsroom, open_newsroom

QUOTED = "it looks like things will start to move after Trump enters the Oval Office"
FERRY = b"""---
title: Ferry to Hollum stops for the winter
source: The Harbour Post
url: https://harbour.example/ferry
published: 2026-10-03
---
The ferry to Hollum will stop running on Monday. "We have no captain left for the winter," said harbour
master Ida Nygaard.
The line carried 40,000 passengers last year.
"""


@pytest.fixture
def simcord_bot(news_index: NewsIndex, settings: BotSettings) -> Verbatim:
    bot = Verbatim(news_index, settings)
    bot.shard_count = 1
    return bot


async def ask(room: Newsroom, question: str) -> str:
    result = await room.member.slash(room.channel, "ask", question=question)
    assert result.response is not None
    return result.response.content


async def test_peskov_is_quoted_with_outlet_date_and_a_link_to_the_passage(newsroom: Newsroom) -> None:
    card = await ask(newsroom, "What did Peskov say about timing?")
    assert QUOTED in card
    assert "Peskov**" in card
    assert "(<https://" in card
    assert ":D>" in card
    assert "articles searched" in card


async def test_what_nobody_reported_is_not_answered(newsroom: Newsroom) -> None:
    card = await ask(newsroom, "Who won the curling championship in Reykjavik?")
    assert "no passage that answers this" in card
    assert "(<" not in card


async def test_a_server_reads_what_it_added_and_no_other_server_does(newsroom: Newsroom) -> None:
    elsewhere = open_newsroom(newsroom.env, "Elsewhere")
    added = await newsroom.manager.slash(newsroom.channel, "add file", file=("ferry.md", FERRY))
    assert added.response is not None
    assert added.response.content.startswith("Added: ferry\\.md")
    question = "What did Ida Nygaard say about the ferry to Hollum?"
    assert "We have no captain left for the winter" in await ask(newsroom, question)
    assert "captain" not in await ask(elsewhere, question)
    in_private = await newsroom.member.user.slash("ask", question=question)
    assert "captain" not in in_private.response.content


async def test_an_answer_opens_its_passages_and_is_followed_up_after_a_restart(
    newsroom: Newsroom, news_index: NewsIndex, settings: BotSettings
) -> None:
    await newsroom.manager.slash(newsroom.channel, "add file", file=("ferry.md", FERRY))
    question = "What did Ida Nygaard say about the ferry to Hollum?"
    result = await newsroom.member.slash(newsroom.channel, "ask", question=question)
    assert result.response is not None
    answer = result.response.message
    again = Verbatim(news_index, settings)
    again.shard_count = 1
    await newsroom.env.restart_bot(again)
    page = await newsroom.editor.click(answer, label="Show passage")
    assert page.response is not None
    assert re.search(r"> .*\*\*.*We have no captain left for the winter", page.response.content)
    how = await newsroom.editor.click(answer, label="How I got this")
    assert how.response is not None
    assert "Ferry to Hollum stops for the winter" in how.response.content
    assert "quoted as \\[1\\]" in how.response.content
    assert newsroom.env.bot.user is not None
    await newsroom.editor.send(
        newsroom.channel, f"{newsroom.env.bot.user.mention} and what did Moscow say?", reply_to=answer
    )
    [*_, last] = newsroom.channel.history(viewer=newsroom.member)
    assert "**and what did Moscow say?**\n-# Understood as: " in last.content
    other = await newsroom.editor.click(answer, label="Who says otherwise")
    assert other.response is not None
    assert "no outlet" in other.response.content


async def test_a_reindex_rebuilds_this_server_and_says_what_it_did(newsroom: Newsroom) -> None:
    await newsroom.manager.slash(newsroom.channel, "add file", file=("ferry.md", FERRY))
    [choice] = await newsroom.manager.autocomplete(newsroom.channel, "reindex", "source", "")
    result = await newsroom.manager.slash(newsroom.channel, "reindex", source=choice["value"])
    assert result.response is not None
    assert "1 article, 1 passage, 0 embedded anew" in result.response.content
    assert "captain" in await ask(newsroom, "What did Ida Nygaard say about the ferry to Hollum?")


async def test_status_counts_what_this_server_may_read(newsroom: Newsroom) -> None:
    before = await newsroom.member.slash(newsroom.channel, "status")
    await newsroom.manager.slash(newsroom.channel, "add file", file=("ferry.md", FERRY))
    after = await newsroom.member.slash(newsroom.channel, "status")
    assert before.response is not None
    assert after.response is not None
    assert int(after.response.content[2:4]) == int(before.response.content[2:4]) + 1


async def test_a_private_address_is_refused_in_words(newsroom: Newsroom) -> None:
    result = await newsroom.manager.slash(newsroom.channel, "add url", url="http://127.0.0.1/admin")
    assert result.followups[0].content.startswith("I don't fetch http\\://127.0.0.1/admin: ")
    assert isinstance(newsroom.failure(), AddressRefused)


@pytest.mark.parametrize("question", [" ", "x" * 6000])
async def test_a_question_that_is_none_is_refused_in_words(newsroom: Newsroom, question: str) -> None:
    result = await newsroom.member.slash(newsroom.channel, "ask", question=question)
    assert "question" in result.followups[0].content
    assert isinstance(newsroom.failure(), QuestionError)
