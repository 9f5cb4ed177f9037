"""Guards /timeline: over the right articles, by day, in one message, pinging nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from bot.cards.limits import CARD, units
from bot.cards.timeline import timeline_card
from index.errors import NoDate, QuestionError
from index.stories import Timeline, TimelineEntry
from index.types import COMMON, Filters, Searched
from tests.bot.canned.values import DAY, EVERYTHING, a_citation
from tests.bot.canned_index import CannedIndex
from tests.bot.hostile_text import HOSTILE
from tests.bot.newsroom import Newsroom

SEARCHED = Searched(14, DAY, DAY)


def a_timeline(*entries: TimelineEntry, topic: str = "the bridge", left_out: int = 0) -> Timeline:
    return Timeline(topic, entries, SEARCHED, left_out)


def an_entry(n: int = 1, days: int = 0, **given: object) -> TimelineEntry:
    published = DAY + timedelta(days=days)
    begin = published.replace(hour=0, minute=0)
    return TimelineEntry(begin, a_citation(n, published=published, **given))


@dataclass
class CannedTimelines(CannedIndex):
    """An index with a canned timeline; it keeps what it was asked for."""

    told: Timeline = field(default_factory=lambda: a_timeline(an_entry()))

    async def timeline(
        self, topic: str, filters: Filters = EVERYTHING, now: datetime | None = None, limit: int = 12
    ) -> Timeline:
        self._called("timeline", topic, filters.server, filters.since, filters.before)
        return self.told


@pytest.fixture
def canned() -> CannedTimelines:
    return CannedTimelines()


async def test_a_timeline_is_told_of_what_the_server_reads(newsroom: Newsroom, canned: CannedTimelines) -> None:
    result = await newsroom.member.slash(newsroom.channel, "timeline", topic="the bridge", since="2026-01-31")
    assert ("timeline", "the bridge", newsroom.guild.id, datetime(2026, 1, 31, tzinfo=UTC), None) in canned.calls
    assert result.response is not None
    assert not result.ephemeral
    lines = result.response.content.splitlines()
    assert lines[0].startswith("**the bridge**: first reported here by The Daily on <t:")
    assert lines[1:3] == ["**Mon 2 Nov 2026**", "> It is too early to speak of timing."]
    assert lines[3].startswith("> — Dmitry Peskov, [The Daily - Kremlin waits for a date](<https://daily.example/")


async def test_a_direct_message_reads_the_common_articles(newsroom: Newsroom, canned: CannedTimelines) -> None:
    canned.told = a_timeline(topic="nothing")
    result = await newsroom.member.user.slash("timeline", topic="nothing")
    assert ("timeline", "nothing", COMMON, None, None) in canned.calls
    assert "I found nothing dated on this." in result.response.content
    assert "common articles only" in result.response.content


async def test_what_is_no_date_is_refused_in_words(newsroom: Newsroom) -> None:
    result = await newsroom.member.slash(newsroom.channel, "timeline", topic="the bridge", before="last week")
    assert "write it as 2025-01-31" in result.followups[0].content
    assert isinstance(newsroom.failure(), NoDate)


async def test_an_empty_topic_is_refused_in_words(newsroom: Newsroom, canned: CannedTimelines) -> None:
    canned.fails_with = QuestionError(0, 2_000)
    result = await newsroom.member.slash(newsroom.channel, "timeline", topic=" ")
    assert result.followups[0].content
    assert newsroom.failure() is canned.fails_with


async def test_hostile_words_ping_nobody(newsroom: Newsroom, canned: CannedTimelines) -> None:
    canned.told = a_timeline(an_entry(outlet="@everyone", title="<@&1>", quote="@here"), topic="@everyone <@&1>")
    await newsroom.member.slash(newsroom.channel, "timeline", topic="@everyone")
    assert all(body["allowed_mentions"] == {"parse": []} for body in newsroom.bodies() if "content" in body)
    assert not any(ping in newsroom.texts()[-1] for ping in ("@everyone", "@here", "<@&1>"))


def test_days_are_named_once_in_order() -> None:
    card = timeline_card(a_timeline(an_entry(1), an_entry(2, days=0), an_entry(3, days=2)), 1)
    assert card.count("**Mon 2 Nov 2026**") == 1
    assert card.index("**Mon 2 Nov 2026**") < card.index("**Wed 4 Nov 2026**")


def test_sentences_give_way_before_a_day_does_and_what_is_left_out_is_counted() -> None:
    entries = [an_entry(n, days=n, quote="word " * 60, title="T" * 80) for n in range(1, 9)]
    card = timeline_card(a_timeline(*entries, left_out=3), 1)
    shown = card.count("\n> — ")
    assert 4 <= shown <= 8
    assert units(card) <= CARD
    assert f"{3 + 8 - shown} more texts on it" in card


@given(HOSTILE)
def test_no_text_breaks_the_card(text: str) -> None:
    entry = an_entry(quote=text, outlet=text, title=text, speaker=text, url=text, link=text, copies=(text,))
    card = timeline_card(a_timeline(entry, an_entry(2, days=1), topic=text), 1)
    assert units(card) <= CARD
    assert card.count("\n> ") == 4
