"""Guards /sources: what reaches the index, what is shown while it works, and that nothing foreign takes effect."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import progress_message
from bot.cards.limits import CARD, units
from bot.cards.progress import progress_card
from bot.cards.sources import source_added_card, source_removed_card, sources_card
from index.errors import NotAListing, SourceExists
from index.reports import Counts, Health, Progress, Refusal, Report, SourceInfo, SourceRead, SourceRemoved, Watch
from index.types import COMMON
from tests.bot.canned.values import DAY
from tests.bot.canned_index import CannedIndex
from tests.bot.hostile_text import LONG
from tests.bot.newsroom import Newsroom, open_newsroom

FEED = "https://daily.example/feed"


def a_feed(name: str, server: int, **given: object) -> SourceInfo:
    usual = {"address": FEED, "read_at": DAY, "due_at": DAY + timedelta(hours=1), "items": 40, "refused": 2}
    return SourceInfo(name, "feed", server, 38, 90, **(usual | given))  # type: ignore[arg-type]


async def test_adding_shows_counts_while_it_works_and_at_the_end(
    newsroom: Newsroom, canned: CannedIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(watch: Watch) -> None:
        await asyncio.sleep(0.3)
        watch(Progress("reading", 16, 40, "articles", Counts(found=40, new=14, copies=1, refused=1)))
        await asyncio.sleep(0.5)

    monkeypatch.setattr(progress_message, "_EDIT_EVERY", 0.25)
    canned.at_work = slow
    refused = Refusal("https://daily.example/9", "it answered 404 Not Found")
    canned.read = SourceRead("Wire", Report(added=37, copies=2, refusals=(refused,), passages=90, found=40))
    result = await newsroom.manager.slash(newsroom.channel, "sources add", address=FEED)
    assert canned.calls == [("add_source", FEED, newsroom.guild.id, str(newsroom.manager.id))]
    assert any("40 found · 14 new · 1 copy · 1 refused" in text and "40%" in text for text in newsroom.texts())
    assert result.response is not None
    assert result.response.content.split("\n") == [
        "Added **Wire**.",
        "40 found · 37 new · 2 copies · 1 refused",
        "-# 90 passages, ready to be asked about",
        "1 thing could not be taken:",
        "• https\\://daily\\.example/9: it answered 404 Not Found",
    ]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NotAListing(FEED, "no feed, sitemap or list of pages was found"), "daily\\.example/feed"),
        (SourceExists(FEED, "Wire"), "That is a source here already: **Wire**."),
    ],
)
async def test_what_is_no_source_or_one_already_is_refused_in_words(
    newsroom: Newsroom, canned: CannedIndex, error: Exception, words: str
) -> None:
    canned.fails_with = error
    result = await newsroom.manager.slash(newsroom.channel, "sources add", address=FEED)
    assert words in result.followups[0].content
    assert result.followups[0].ephemeral
    assert newsroom.failure() is error


async def test_the_list_is_shown_to_the_caller_alone_with_how_each_source_does(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    here = newsroom.guild.id
    canned.listed = [
        a_feed("Wire", here),
        a_feed("Old", here, state=Health.PAUSED, reason="it failed 8 times in a row", due_at=None, refused=0),
        a_feed("Shaky", here, state=Health.FAILING, reason="its host did not answer", failures=2, refused=0),
        SourceInfo("added by hand", "hand", here, 3, 9),
    ]
    result = await newsroom.manager.slash(newsroom.channel, "sources list")
    assert result.ephemeral
    assert result.response is not None
    at = int(DAY.timestamp())
    assert result.response.content.split("\n") == [
        "**4 sources**",
        "⏸️ **Old**: 38 articles",
        f"-# [feed](<{FEED}>) · read <t:{at}:R>",
        "-# paused: it failed 8 times in a row",
        "⚠️ **Shaky**: 38 articles",
        f"-# [feed](<{FEED}>) · read <t:{at}:R> · next <t:{at + 3600}:R>",
        "-# failing: its host did not answer",
        "• **Wire**: 38 articles",
        f"-# [feed](<{FEED}>) · read <t:{at}:R> · next <t:{at + 3600}:R> · 2 of 40 items refused",
        "• **added by hand**: 3 articles",
    ]


async def test_remove_pause_and_resume_name_what_they_did(newsroom: Newsroom, canned: CannedIndex) -> None:
    here, who = newsroom.guild.id, str(newsroom.editor.id)
    newsroom.show_every_command()
    said = []
    for command, options in (
        ("remove", {"name": "Wire"}),
        ("remove", {"name": "Wire", "keep_articles": True}),
        ("pause", {"name": "Wire"}),
        ("resume", {"name": "Wire"}),
    ):
        result = await newsroom.editor.slash(newsroom.channel, f"sources {command}", **options)
        assert result.response is not None
        said.append(result.response.content)
    assert canned.calls == [
        ("remove_source", "Wire", here, who, False),
        ("remove_source", "Wire", here, who, True),
        ("pause_source", "Wire", here, who),
        ("resume_source", "Wire", here, who),
    ]
    assert said[0] == "Removed **Wire**. 12 articles went with it."
    assert said[1] == "Removed **Wire**. Its articles stay."
    assert said[2].startswith("Paused **Wire**")
    assert said[3].startswith("Resumed **Wire**")


async def test_names_are_offered_to_editors_alone_and_only_those_of_this_server(
    newsroom: Newsroom, canned: CannedIndex
) -> None:
    newsroom.show_every_command()
    elsewhere = open_newsroom(newsroom.env, "Elsewhere").guild.id
    canned.listed = [
        a_feed("Wire", newsroom.guild.id),
        a_feed("Their wire", elsewhere),
        a_feed("Starter wire", COMMON),
        SourceInfo("added by hand", "hand", newsroom.guild.id, 3, 9),
    ]
    offered = {}
    for command in ("remove", "pause", "resume", "reindex"):
        choices = await newsroom.manager.autocomplete(newsroom.channel, f"sources {command}", "name", "")
        offered[command] = [choice["value"] for choice in choices]
        assert await newsroom.member.autocomplete(newsroom.channel, f"sources {command}", "name", "") == []
    assert offered["remove"] == offered["reindex"] == ["Wire", "added by hand"]
    assert offered["pause"] == offered["resume"] == ["Wire"]


async def test_a_source_is_reindexed_as_by_the_other_command(newsroom: Newsroom, canned: CannedIndex) -> None:
    result = await newsroom.manager.slash(newsroom.channel, "sources reindex", name="Wire")
    assert canned.calls == [("reindex", "Wire", newsroom.guild.id)]
    assert result.response is not None
    assert result.response.content.startswith("Reindexed **Wire**")


SOURCES = st.lists(
    st.builds(
        SourceInfo,
        LONG,
        LONG,
        st.sampled_from([COMMON, 7]),
        st.integers(0, 10**6),
        st.integers(0, 10**6),
        address=st.none() | LONG | st.just(FEED),
        state=st.sampled_from(Health),
        reason=st.none() | LONG,
        read_at=st.none() | st.just(DAY),
        due_at=st.none() | st.just(datetime(2026, 12, 1, tzinfo=UTC)),
        refused=st.integers(0, 9),
        items=st.integers(0, 9),
    ),
    max_size=60,
)
REPORTS = st.builds(
    Report,
    added=st.integers(0, 10**6),
    found=st.integers(0, 10**6),
    copies=st.integers(0, 10**6),
    refusals=st.lists(st.builds(Refusal, LONG, LONG), max_size=40).map(tuple),
)


@given(SOURCES)
@settings(max_examples=40, deadline=None)
def test_every_list_fits_and_leaves_no_line_half(sources: list[SourceInfo]) -> None:
    card = sources_card(sources)
    assert units(card) <= CARD
    assert "@everyone" not in re.sub(r"\(<[^<>\s]*>\)", "", card)  # a link may lead to a path of that name


@given(LONG, REPORTS, st.none() | LONG, st.integers(0, 10**6), st.booleans())
@settings(max_examples=40, deadline=None)
def test_every_reading_and_removal_fits(name: str, report: Report, trouble: str | None, gone: int, kept: bool) -> None:
    for card in (
        source_added_card(SourceRead(name, report, trouble)),
        source_removed_card(SourceRemoved(name, gone), kept),
        progress_card(name, Progress("reading", 3, 9, "articles", report.counts), 7.0),
    ):
        assert units(card) <= CARD
        assert "@everyone" not in card
