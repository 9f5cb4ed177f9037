"""When a source is read next: never sooner than its host may expect, never so late that it is forgotten."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.work.schedule import DAY, FAILURES, HOUR, JITTER, WEEK, after_failure, after_reading

MOMENTS = st.floats(0, 4e9)
INTERVALS = st.none() | st.floats(1, 10 * WEEK)
ASKED = st.none() | st.floats(0, 1e12)
CHANCES = st.floats(0, 1)


@given(MOMENTS, INTERVALS, st.booleans(), st.booleans(), ASKED, MOMENTS, CHANCES)
def test_a_source_is_asked_at_most_hourly_or_daily_and_never_forgotten(
    now: float,
    interval: float | None,
    news: bool,
    conditional: bool,
    asked: float | None,
    not_before: float,
    chance: float,
) -> None:
    after = after_reading(
        now, interval, news=news, conditional=conditional, asked=asked, not_before=not_before, chance=chance
    )
    shortest, longest = (HOUR, DAY) if conditional else (DAY, WEEK)
    assert shortest <= after.interval <= longest
    assert after.due >= now + shortest
    assert after.due >= now + min(asked or 0, WEEK)
    assert after.due >= not_before
    assert after.due <= max(now + WEEK * (1 + JITTER), not_before)
    assert after.paused is None


@given(INTERVALS, st.booleans(), CHANCES)
def test_news_never_puts_a_source_off_and_quiet_never_hurries_it(
    interval: float | None, conditional: bool, chance: float
) -> None:
    news = after_reading(0, interval, news=True, conditional=conditional, chance=chance)
    quiet = after_reading(0, interval, news=False, conditional=conditional, chance=chance)
    assert news.due <= quiet.due
    again = after_reading(0, quiet.interval, news=False, conditional=conditional, chance=chance)
    assert again.interval >= quiet.interval
    again = after_reading(0, news.interval, news=True, conditional=conditional, chance=chance)
    assert again.interval <= news.interval


def test_a_quiet_feed_is_read_daily_in_the_end_and_a_busy_one_hourly_again() -> None:
    interval, readings = HOUR, 0
    while interval < DAY:
        interval = after_reading(0, interval, news=False, conditional=True).interval
        readings += 1
    assert readings == 8
    for _ in range(5):
        interval = after_reading(0, interval, news=True, conditional=True).interval
    assert interval == HOUR


@given(MOMENTS, st.integers(1, 100), CHANCES)
def test_failures_wait_longer_each_time_and_pause_a_source_in_the_end(now: float, failures: int, chance: float) -> None:
    after = after_failure(now, HOUR, failures, "its host is gone", chance=chance)
    later = after_failure(now, HOUR, failures + 1, "its host is gone", chance=chance)
    assert now + HOUR <= after.due <= now + DAY * (1 + JITTER)
    assert after.due <= later.due
    assert (after.paused is not None) == (failures >= FAILURES)


def test_a_weekends_outage_pauses_nobody_and_the_reason_is_kept() -> None:
    now, paused = 0.0, None
    for failures in range(1, FAILURES + 1):
        after = after_failure(now, None, failures, "its host did not answer")
        paused, now = after.paused, now if after.paused else after.due
    assert now == 79 * HOUR
    assert paused == "it failed 8 times in a row, the last time because its host did not answer"
