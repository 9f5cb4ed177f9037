"""Guards what moderators do over a real index: an article typed in is found, labelled, rebuilt and taken down."""

from __future__ import annotations

import pytest

from bot.client import Verbatim
from bot.settings import BotSettings
from index.news_index import NewsIndex
from tests.bot.newsroom import Newsroom, open_newsroom

TYPED = {
    "title": "Ferry to Hollum stops for the winter",
    "outlet": "The Harbour Post",
    "date": "2026-10-03",
    "text": "The ferry to Hollum will stop on Monday. “We have no captain left,” said harbour master Ida Nygaard.",
}


@pytest.fixture
def simcord_bot(news_index: NewsIndex, settings: BotSettings) -> Verbatim:
    bot = Verbatim(news_index, settings)
    bot.shard_count = 1
    return bot


async def content(room: Newsroom, command: str, **options: object) -> str:
    result = await room.manager.slash(room.channel, command, **options)
    assert result.response is not None
    return result.response.content


async def test_an_article_is_typed_found_labelled_counted_rebuilt_and_taken_down(newsroom: Newsroom) -> None:
    elsewhere = open_newsroom(newsroom.env, "Elsewhere")
    form = await newsroom.manager.slash(newsroom.channel, "add text")
    await newsroom.manager.submit_modal(form, TYPED)
    assert newsroom.messages()[-1].startswith("Added: Ferry to Hollum stops")

    labelled = await content(newsroom, "sources label", outlet="the harbour post", label="opinion")
    assert labelled.startswith("**The Harbour Post** is called so here: opinion.")
    found = await content(newsroom, "search", words="captain Nygaard")
    assert "The Harbour Post - Ferry to Hollum stops for the winter (opinion)" in found
    assert "“We have no **captain** left,” said harbour master Ida **Nygaard**." in found
    assert "(opinion)" in await content(newsroom, "ask", question="What did Ida Nygaard say about the captain?")
    assert "none holds every word" in await content(elsewhere, "search", words="captain Hollum Putin")

    assert (await content(newsroom, "reindex")).startswith("Reindexed every source of this server")
    status = await content(newsroom, "status")
    assert "Last reindex" in status and "1 article in" in status
    assert "30 days: 1 answer, 1 with quotations" in status

    [choice] = await newsroom.manager.autocomplete(newsroom.channel, "remove article", "article", "ferry")
    asked = await newsroom.manager.slash(newsroom.channel, "remove article", article=choice["value"])
    assert asked.response is not None
    await newsroom.manager.click(asked.response, label="Take it down")
    assert newsroom.texts()[-1].startswith("Took down **Ferry to Hollum stops for the winter**")
    assert (await content(newsroom, "search", words="Hollum")).startswith("No article holds **Hollum**.")
