"""Guards when something may be told: quiet hours over midnight and time zones, and when a digest is next due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.alerts import DAY_MINUTES, Every, QuietHours, Rhythm

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
MINUTES = st.integers(0, DAY_MINUTES - 1)
OFFSETS = st.integers(-14 * 60, 14 * 60)
MOMENTS = st.datetimes(timezones=st.just(UTC)).filter(lambda moment: 1900 < moment.year < 9000)


@pytest.mark.parametrize(
    ("quiet", "hour", "holds"),
    [
        (QuietHours(22 * 60, 7 * 60), 23, True),
        (QuietHours(22 * 60, 7 * 60), 6, True),
        (QuietHours(22 * 60, 7 * 60), 7, False),
        (QuietHours(22 * 60, 7 * 60), 21, False),
        (QuietHours(9 * 60, 17 * 60), 12, True),
        (QuietHours(22 * 60, 7 * 60, offset=120), 20, True),
        (QuietHours(22 * 60, 7 * 60, offset=120), 5, False),
        (QuietHours(22 * 60, 7 * 60, offset=-330), 4, True),
    ],
)
def test_quiet_hours_are_those_of_the_given_clock(quiet: QuietHours, hour: int, holds: bool) -> None:
    assert quiet.hold(MONDAY + timedelta(hours=hour)) is holds


@given(MINUTES, MINUTES, OFFSETS, MOMENTS)
def test_a_day_is_quiet_for_as_long_as_the_hours_are(start: int, end: int, offset: int, moment: datetime) -> None:
    quiet = QuietHours(start, end, offset)
    held = sum(quiet.hold(moment + timedelta(minutes=30 * at)) for at in range(48))
    assert abs(30 * held - (end - start) % DAY_MINUTES) < 30


@given(st.sampled_from(Every), MINUTES, OFFSETS, st.integers(0, 6), MOMENTS)
def test_a_digest_is_next_due_once_a_length_at_its_time(
    every: Every, minute: int, offset: int, weekday: int, moment: datetime
) -> None:
    rhythm = Rhythm(every, minute, offset, weekday)
    due = rhythm.after(moment)
    local = due + timedelta(minutes=offset)
    assert timedelta(0) < due - moment <= every.length
    assert local.hour * 60 + local.minute == minute
    assert every is Every.DAY or local.weekday() == weekday
    assert rhythm.after(due) == due + every.length
