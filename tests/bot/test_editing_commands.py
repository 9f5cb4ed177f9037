"""Guards /add, /reindex and /status: who sees them, who may use them, and what reaches the index."""

from __future__ import annotations

import asyncio

import pytest

from bot import progress_message
from bot.cogs.articles import LARGEST_FILE
from bot.cogs.sources import matching
from bot.permissions import NotAllowed
from index.errors import FetchFailed, TooLarge, UnknownSource
from index.reports import Progress, SourceInfo, Watch
from index.types import COMMON, Article, StoredArticle
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import EDITORS_COMMANDS, HIDDEN_COMMANDS, SHOWN_COMMANDS, Newsroom, open_newsroom

OPTIONS: dict[str, dict[str, object]] = {
    "add url": {"url": "https://daily.example/x"},
    "add file": {"file": ("x.md", b"# A title\n\nText.")},
    "add text": {},
    "remove article": {"article": "a1"},
    "reindex": {},
    "sources add": {"address": "https://daily.example/feed"},
    "sources remove": {"name": "Wire"},
    "sources pause": {"name": "Wire"},
    "sources resume": {"name": "Wire"},
    "sources label": {"outlet": "The Daily", "label": "wire"},
    "sources reindex": {"name": "Wire"},
}


def an_article(article_id: str, **given: object) -> StoredArticle:
    fields: dict[str, object] = {"title": "Kremlin waits", "outlet": "The Daily", "text": "It waits."}
    return StoredArticle(1, 1, article_id, 7, "added by hand", Article(**(fields | given)))  # type: ignore[arg-type]


def a_source(name: str, server: int) -> SourceInfo:
    return SourceInfo(name, "feed", server, 3, 9)


async def test_commands_are_hidden_from_members_who_may_not_use_them(newsroom: Newsroom) -> None:
    seen = {kind: set(actor.available_commands(newsroom.channel)) for kind, actor in
            (("manager", newsroom.manager), ("member", newsroom.member))}  # fmt: skip
    assert seen["member"] >= {"ask", "quotes", "search", "status"}
    assert seen["member"] >= {*SHOWN_COMMANDS, "sources list"}
    assert seen["manager"] >= seen["member"] | set(HIDDEN_COMMANDS)
    assert not seen["member"] & set(HIDDEN_COMMANDS)


@pytest.mark.parametrize("command", EDITORS_COMMANDS)
async def test_a_member_who_is_shown_them_is_refused_all_the_same(
    newsroom: Newsroom, canned: CannedIndex, command: str
) -> None:
    newsroom.show_every_command()
    result = await newsroom.member.slash(newsroom.channel, command, **OPTIONS[command])
    assert result.ephemeral
    assert result.response is not None
    assert canned.calls == []
    assert isinstance(newsroom.failure(), NotAllowed)


@pytest.mark.parametrize("command", EDITORS_COMMANDS)
@pytest.mark.parametrize("kind", ["manager", "editor"])
async def test_managers_and_the_operators_role_may_use_them(
    newsroom: Newsroom, canned: CannedIndex, command: str, kind: str
) -> None:
    newsroom.show_every_command()
    canned.own = [an_article("a1")]
    result = await getattr(newsroom, kind).slash(newsroom.channel, command, **OPTIONS[command])
    if command == "add text":
        assert result.modal is not None
        return
    assert newsroom.acknowledgements() == [5]
    assert result.response is not None
    assert len(canned.calls) == 1
    assert newsroom.guild.id in canned.calls[0]


async def test_only_questions_are_offered_in_direct_messages(newsroom: Newsroom) -> None:
    assert set(newsroom.manager.user.available_commands()) >= {"ask", "quotes", "search"}


async def test_an_address_and_a_file_are_added_for_this_server(newsroom: Newsroom, canned: CannedIndex) -> None:
    await newsroom.manager.slash(newsroom.channel, "add url", url="https://daily.example/x")
    result = await newsroom.manager.slash(newsroom.channel, "add file", file=("news.md", b"# A title\n\nText."))
    assert canned.calls == [
        ("add_address", "https://daily.example/x", newsroom.guild.id),
        ("add_file", "news.md", b"# A title\n\nText.", newsroom.guild.id),
    ]
    assert result.response is not None
    assert result.response.content.startswith("Added: news\\.md\n-# as **a1**")


async def test_a_file_too_large_is_refused_before_it_is_fetched(newsroom: Newsroom, canned: CannedIndex) -> None:
    result = await newsroom.manager.slash(newsroom.channel, "add file", file=("big.md", b"x" * (LARGEST_FILE + 1)))
    assert result.followups[0].content == "I can't take big\\.md: it is larger than the 10 MB I read."
    assert result.followups[0].ephemeral
    assert canned.calls == []
    assert not any("attachments" in request.path for request in newsroom.env.http_requests)
    assert isinstance(newsroom.failure(), TooLarge)


async def test_a_page_that_can_not_be_fetched_is_named(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.fails_with = FetchFailed("https://daily.example/x", "it answered 404", 404)
    result = await newsroom.manager.slash(newsroom.channel, "add url", url="https://daily.example/x")
    assert result.followups[0].content == "I couldn't fetch https\\://daily\\.example/x: it answered 404."
    assert newsroom.failure() is canned.fails_with


async def test_a_reindex_ends_with_a_report(newsroom: Newsroom, canned: CannedIndex) -> None:
    result = await newsroom.manager.slash(newsroom.channel, "reindex", source="Wire")
    assert canned.calls == [("reindex", "Wire", newsroom.guild.id)]
    assert result.response is not None
    assert result.response.content.startswith("Reindexed **Wire** in 3 s.")


async def test_without_a_source_everything_of_this_server_is_rebuilt(newsroom: Newsroom, canned: CannedIndex) -> None:
    await newsroom.manager.slash(newsroom.channel, "reindex")
    assert canned.calls == [("reindex", None, newsroom.guild.id)]


async def test_an_unknown_source_is_answered_with_those_there_are(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.fails_with = UnknownSource("Wier", ("Wire", "Daily"))
    result = await newsroom.manager.slash(newsroom.channel, "reindex", source="Wier")
    assert result.followups[0].content == "There is no source or outlet “Wier” here. There are: Wire, Daily."
    assert newsroom.failure() is canned.fails_with


async def test_autocomplete_offers_this_servers_own_sources(newsroom: Newsroom, canned: CannedIndex) -> None:
    elsewhere = open_newsroom(newsroom.env, "Elsewhere")
    here, there = newsroom.guild.id, elsewhere.guild.id
    canned.listed = [a_source("Wire", here), a_source("Daily wire", here), a_source("Other", here),
                     a_source("starter wire", COMMON), a_source("Their wire", there)]  # fmt: skip
    choices = await newsroom.manager.autocomplete(newsroom.channel, "reindex", "source", "WIRE")
    assert [choice["value"] for choice in choices] == ["Wire", "Daily wire"]


async def test_autocomplete_tells_nothing_to_those_who_may_not_reindex(newsroom: Newsroom, canned: CannedIndex) -> None:
    newsroom.show_every_command()
    canned.listed = [a_source("Wire", newsroom.guild.id)]
    assert await newsroom.member.autocomplete(newsroom.channel, "reindex", "source", "w") == []


def test_autocomplete_keeps_discords_limits() -> None:
    names = [f"source {n}" for n in range(40)] + ["long " * 30, ""]
    found = matching([a_source(name, 7) for name in names], 7, "")
    assert len(found) == 25
    assert all(0 < len(name) <= 100 for name in found)


async def test_status_is_shown_to_the_caller_alone(newsroom: Newsroom, canned: CannedIndex) -> None:
    canned.listed = [a_source("Wire", newsroom.guild.id)]
    result = await newsroom.member.slash(newsroom.channel, "status")
    assert result.ephemeral
    assert result.response is not None
    assert "**14 articles**, 60 passages" in result.response.content
    assert "**Wire**: 3 articles" in result.response.content


async def test_a_long_reindex_shows_how_far_it_is(
    newsroom: Newsroom, canned: CannedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(watch: Watch) -> None:
        await asyncio.sleep(0.3)
        watch(Progress("embedding", 8, 10, "passages"))
        await asyncio.sleep(0.5)

    monkeypatch.setattr(progress_message, "_EDIT_EVERY", 0.25)

    canned.at_work = slow
    result = await newsroom.manager.slash(newsroom.channel, "reindex")
    edits = newsroom.texts()
    assert any("50%" in edit for edit in edits)
    assert any("80%" in edit for edit in edits)
    assert 3 <= len(edits) <= 6
    assert result.response is not None
    assert result.response.content.startswith("Reindexed every source of this server")
