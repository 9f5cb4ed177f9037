"""Guards which day a text is read to name: full dates alone, and one alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from index.answer.dated import day_named


@pytest.mark.parametrize(
    "text",
    [
        "on 2025-01-10",
        "on 10 January 2025, he said",
        "on the 10th of January 2025",
        "on January 10, 2025",
        "on Jan. 10, 2025, that is 2025-01-10",
    ],
)
def test_a_full_date_is_read(text: str) -> None:
    assert day_named(text) == datetime(2025, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["in January 2025", "on 10 January", "in May", "31 February 2025", "10 January 2025 or 11 January 2025", "2025"],
)
def test_anything_else_names_no_day(text: str) -> None:
    assert day_named(text) is None


@pytest.mark.parametrize("month", ["Sept. 9, 2024", "9 September 2024", "Sep 9 2024"])
def test_months_may_be_short(month: str) -> None:
    assert day_named(month) == datetime(2024, 9, 9, tzinfo=UTC)
