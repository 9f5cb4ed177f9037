"""Guards that a date in a line for readers is the moment it names, and no time without a zone passes for UTC."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.gather.when import dates_in

DAY = datetime(2025, 1, 7, tzinfo=UTC)
MOMENT = datetime(2025, 1, 7, 20, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    "line",
    [
        "Published 7 January 2025 20:45 GMT",
        "Jan. 7, 2025 at 3:45 p.m. ET",
        "Tuesday, January 7th, 2025, 12:45 pm PT (03:45 pm ET)",
        "Tue, Jan 7 20253:45 PM EST",
        "20:45 GMT, Tue, 7 Jan 2025",
        "Updated 2045 GMT (0445 HKT) January 7, 2025",
        "PUBLISHED: 20:45 GMT, Jan 7, 2025 | UPDATED: 09:10 GMT, Jan 9, 2025",
        "Tue 7 Jan 2025 20.45 GMT",
        "Tue Jan 07 2025 15:45:00 GMT-0500 (Eastern Standard Time)",
        "Jan 8 2025, 2:15am IST",
        "2025-01-07 20:45:00 UTC",
        "2025-01-07 21:45 +01:00",
        "7. Januar 2025, 21:45 Uhr MEZ",
        "7 janvier 2025 à 21h45 CET",
        "7.1.2025 - 21:45 (CET)",
        "8 January 2025 at 9:45am NZDT",
    ],
)
def test_a_moment_in_the_zone_it_names(line: str) -> None:
    first = next(dates_in(line))
    assert (first.moment, first.has_time) == (MOMENT, True)


def test_the_season_of_the_day_decides_over_the_name_of_the_zone() -> None:
    for line in ("July 7, 2024 4:45 p.m. EST", "7 July 2024 21:45 BST", "7 July 2024, 22:45 CET"):
        assert next(dates_in(line)).moment == datetime(2024, 7, 7, 20, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    "line",
    [
        "7 January 2025",
        "January 7, 2025",
        "7 de enero de 2025",
        "2025年1月7日",
        "2025.01.07",
        "06 or 07-Jan-2025",
        "January 7, 2025 3:45 PM",
        "7 January 2025, 25:45 GMT",
        "7 January 2025, 3 min read",
        "7 January 2025, 15:45 PM GMT",
    ],
)
def test_a_day_without_a_time_that_can_be_placed(line: str) -> None:
    (found,) = dates_in(line)
    assert (found.moment, found.has_time) == (DAY, False)


@pytest.mark.parametrize("line", ["3/4/2025", "31 February 2025", "January 2025", "2025", "May 2025, 7 July", "1.2.25"])
def test_what_is_no_day(line: str) -> None:
    assert list(dates_in(line)) == []


@settings(deadline=None)
@given(st.text(st.sampled_from("0123456789 .:-/+Janpmh年月日GMTET,"), max_size=60))
def test_no_line_breaks_the_reading(line: str) -> None:
    assert all(found.moment.tzinfo is UTC for found in dates_in(line))
