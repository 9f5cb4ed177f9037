"""Guards that hours and time zones are read as people write them, and that nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.follows import clock, zone
from bot.hours import quiet_hours, time_of_day, utc_offset
from index.alerts import QuietHours
from index.errors import NoHours


@pytest.mark.parametrize(("text", "minute"), [("8", 480), ("08:00", 480), ("8.30", 510), (" 23h59 ", 1439), ("24", 0)])
def test_a_time_of_day_is_read(text: str, minute: int) -> None:
    assert time_of_day(text) == minute


@pytest.mark.parametrize(
    ("text", "hours"),
    [("22-7", (1320, 420)), ("22:00-07:00", (1320, 420)), ("9.30 – 17", (570, 1020)), ("22 to 7", (1320, 420))],
)
def test_hours_are_read(text: str, hours: tuple[int, int]) -> None:
    assert quiet_hours(text, 60) == QuietHours(*hours, 60)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [(None, 0), ("", 0), ("UTC", 0), ("+2", 120), ("-5:30", -330), ("UTC+5:45", 345), ("gmt -3", -180), ("−3", -180)],
)
def test_a_time_zone_is_read(text: str | None, minutes: int) -> None:
    assert utc_offset(text) == minutes


@pytest.mark.parametrize("text", ["", "noon", "25", "8:60", "22-22", "22", "7-", "-7", "22:00-07:00-08:00"])
def test_what_are_no_hours_is_refused(text: str) -> None:
    with pytest.raises(NoHours):
        quiet_hours(text, 0)


@pytest.mark.parametrize("text", ["CET", "2", "+15", "+2:99", "+", "*2", ".2"])
def test_what_is_no_time_zone_is_refused(text: str) -> None:
    with pytest.raises(NoHours):
        utc_offset(text)


@given(st.integers(0, 1439), st.integers(-14 * 60, 14 * 60))
def test_what_is_shown_is_read_again(minute: int, offset: int) -> None:
    assert time_of_day(clock(minute)) == minute
    assert utc_offset(zone(offset)) == offset
