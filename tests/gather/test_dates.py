"""Guards that a date is what was stated, in UTC, and that nothing else passes for one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.gather.dates import parse_date, parse_page_date


@pytest.mark.parametrize(
    ("text", "moment", "has_time"),
    [
        ("2025-01-07", datetime(2025, 1, 7, tzinfo=UTC), False),
        ("20250107", datetime(2025, 1, 7, tzinfo=UTC), False),
        (" 2025-01-07T20:45:00Z ", datetime(2025, 1, 7, 20, 45, tzinfo=UTC), True),
        ("2025-01-07T20:45", datetime(2025, 1, 7, 20, 45, tzinfo=UTC), True),
        ("2025-01-07 20:45:10", datetime(2025, 1, 7, 20, 45, 10, tzinfo=UTC), True),
        ("2025-01-07T23:45:00-05:00", datetime(2025, 1, 8, 4, 45, tzinfo=UTC), True),
        ("2025-01-07T00:00:00.000+0100", datetime(2025, 1, 6, 23, tzinfo=UTC), True),
        ("1891-05-04", datetime(1891, 5, 4, tzinfo=UTC), False),
    ],
)
def test_a_stated_date(text: str, moment: datetime, has_time: bool) -> None:
    assert parse_date(text) == (moment, has_time)
    assert parse_page_date(text) == (moment, has_time)


NO_DATES = ["", "2025", "2025-01", "yesterday", "2025-13-01", "2025-02-30", "07/01/2025", "1736282700", "Jan 7, 2025"]
NO_DATES += [
    "2025-01-07T25:00",
    "2025-01-07T20:45Zzz",
    "0001-01-01T00:00:00+05:00",
    "9999-12-31T23:59:59-05:00",
    "0" * 99,
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="is not an ISO 8601 date"):
        parse_date(text)
    assert parse_page_date(text) is None


def test_a_page_may_state_a_mail_date_but_not_the_year_one() -> None:
    assert parse_page_date("Tue, 07 Jan 2025 20:45:00 GMT") == (datetime(2025, 1, 7, 20, 45, tzinfo=UTC), True)
    assert parse_page_date("0001-01-01T00:00:00Z") is None


@settings(deadline=None)
@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_a_date(text: str) -> None:
    found = parse_page_date(text)
    assert found is None or found[0].tzinfo is UTC
