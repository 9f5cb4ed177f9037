"""Guards the cards for reports, progress, status and sources: their words and Discord's limits."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.amounts import duration, size
from bot.cards.limits import CARD, units
from bot.cards.progress import progress_card
from bot.cards.report import added_card, reindexed_card
from bot.cards.sources import source_lines
from bot.cards.status import status_card
from index.activity import Activity, Budget
from index.kept_answers import Votes
from index.reports import Health, JobInfo, Progress, Refusal, Report, SourceInfo, Status
from index.servers import Quota
from index.types import COMMON
from index.verdicts import Verdict
from tests.bot.canned.values import DAY
from tests.bot.hostile_text import HOSTILE, LONG

SOURCES = st.lists(st.builds(SourceInfo, HOSTILE, st.just("feed"), st.sampled_from([COMMON, 7]), st.integers(0, 10**6),
                             st.just(3)), max_size=60)  # fmt: skip


FULL_DAY = Quota(100_000, 100_000, DAY)


@given(LONG, st.lists(st.builds(Refusal, LONG, LONG), max_size=30), st.lists(LONG, max_size=10), st.integers(0, 9999))
@settings(max_examples=40, deadline=None)
def test_every_report_fits(name: str, refusals: list[Refusal], ids: list[str], count: int) -> None:
    report = Report(added=count, passages=count, refusals=tuple(refusals), article_ids=tuple(ids))
    for card in (added_card(name, report), reindexed_card(name, report)):
        assert units(card) <= CARD


def test_an_added_article_is_named_with_its_identifier() -> None:
    card = added_card("https://a.example/x", Report(added=1, passages=3, article_ids=("a1",)))
    assert card == "Added: https\\://a\\.example/x\n-# as **a1** · 3 passages, ready to be asked about"


def test_refusals_are_told_with_their_reasons() -> None:
    card = added_card("x.md", Report(refusals=(Refusal("x.md", "no title"),)))
    assert card == "Nothing was added: x\\.md\n1 thing could not be taken:\n• x\\.md: no title"


def test_an_article_that_is_there_already_is_not_called_added() -> None:
    assert added_card("x", Report(unchanged=1)).startswith("Nothing new, it is stored already")
    assert added_card("x", Report(updated=1)).startswith("Updated")


def test_a_reindex_tells_how_much_was_embedded_anew() -> None:
    card = reindexed_card("Wire", Report(unchanged=4, passages=10, embedded=2, seconds=65))
    assert card == "Reindexed **Wire** in 1 min 5 s.\n-# 4 articles, 10 passages, 2 embedded anew"


def test_progress_shows_bar_counts_rate_and_time_left() -> None:
    card = progress_card("Reindexing Wire", Progress("embedding", 500, 2000, "passages"), 10.0)
    assert card == (
        "Reindexing Wire …\n▰▰▰▰▰▱▱▱▱▱▱▱▱▱▱▱▱▱▱▱ 25%\n-# embedding: 500 of 2,000 passages · 50/s · about 30 s left"
    )


def test_progress_promises_nothing_before_it_can_tell() -> None:
    assert "left" not in progress_card("Reindexing", Progress("embedding", 1, 2000), 0.5)
    assert progress_card("Reindexing", None, 99) == "Reindexing …"
    assert "▰" not in progress_card("Reindexing", Progress("fetching", 3, None), 20)


@given(LONG, LONG, st.integers(0, 10**9), st.none() | st.integers(0, 10**9), st.floats(0, 1e6))
@settings(max_examples=40, deadline=None)
def test_every_progress_fits(what: str, stage: str, done: int, total: int | None, elapsed: float) -> None:
    assert units(progress_card(what, Progress(stage, done, total), elapsed)) <= CARD


@given(SOURCES, st.integers(0, 1500))
@settings(max_examples=40, deadline=None)
def test_the_list_of_sources_keeps_its_room(sources: list[SourceInfo], room: int) -> None:
    lines = source_lines(sources, room)
    assert sum(units(line) + 1 for line in lines) <= room + 30
    shown = [line for line in lines if not line.startswith("-#")]
    assert len(shown) == len(sources) or lines[-1].startswith(f"-# and {len(sources) - len(shown):,} more source")


@given(SOURCES, LONG, st.lists(LONG, max_size=5))
@settings(max_examples=40, deadline=None)
def test_every_status_fits(sources: list[SourceInfo], model: str, reasons: list[str]) -> None:
    jobs = tuple(JobInfo("reindex", reason, "failed", 1, 2, DAY, reason=reason) for reason in reasons)
    status = Status(10**6, 10**7, 60, DAY, DAY, model, None, 10**6, None, jobs)
    many = 10**6
    last = JobInfo("reindex", model, "done", many, many, DAY, DAY)
    activity = Activity(
        ((DAY.date(), many),) * 30,
        many,
        many,
        dict.fromkeys(Verdict, many),
        Votes(many, many),
        last,
        many,
        many * many,
        Budget(many, many),
    )
    for chart in (True, False):
        assert units(status_card(status, sources, activity, FULL_DAY, chart=chart)) <= CARD


def test_status_names_what_a_member_wants_to_know() -> None:
    job = JobInfo("reindex", None, "running", 3, 9, DAY)
    status = Status(14, 60, 1, DAY, DAY, "all-MiniLM-L6-v2", None, 2, None, (job,))
    sources = [
        SourceInfo("Wire", "feed", 7, 14, 60),
        SourceInfo("Shaky", "feed", 7, 3, 9, state=Health.FAILING),
        SourceInfo("starter", "seeds", COMMON, 0, 0),
    ]
    activity = Activity(
        tuple((DAY.date(), n) for n in (0, 4, 8)),
        answers=40,
        quoting=38,
        checked={"word for word": 5, "altered": 2},
        votes=Votes(7, 1),
        reindexed=JobInfo("reindex", "Wire", "done", 140, 140, DAY, DAY + timedelta(seconds=70)),
        question_ms=84.6,
        memory=812_000_000,
        budget=Budget(12_000, 50_000),
    )
    card = status_card(status, sources, activity, chart=False)
    assert card.split("\n") == [
        "**14 articles**, 60 passages from 1 source (1 failing), dated <t:1793611800:D> to <t:1793611800:D>",
        "2 passages on the way into the vector index: found by their words until then",
        "• reindex of every source: running, 3 of 9, started <t:1793611800:D>",
        "Last reindex of Wire <t:1793611870:R>: 140 articles in 1 min 10 s, 2.0 a second",
        "30 days: 40 answers, 38 with quotations · 👍 7 · 👎 1",
        "7 quotations checked: 5 word for word, 2 altered",
        "Articles a day: `▁▅█` 12 in 3 days",
        "-# 85 ms to find an answer · 812 MB of memory · language model: 12,000 of 50,000 tokens left today"
        " · model all-MiniLM-L6-v2",
        "⚠️ **Shaky**: 3 articles",
        "• **Wire**: 14 articles",
        "• **starter** (common): 0 articles",
    ]
    assert "Articles a day" not in status_card(status, sources, activity)


def test_durations_are_told_in_the_units_people_use() -> None:
    assert [duration(s) for s in (0.2, 59, 200, 7500)] == ["1 s", "59 s", "3 min 20 s", "2 h 5 min"]


def test_sizes_are_told_in_the_units_people_use() -> None:
    assert [size(n) for n in (340_000, 25_000_000, 1_234_000_000)] == ["340 kB", "25 MB", "1.2 GB"]
