"""How a moment is kept in a column: whole seconds since 1970 in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_column(moment: datetime | None) -> int | None:
    """Seconds since 1970; None stays None. Years before 1970 are negative numbers."""
    return None if moment is None else int((moment - EPOCH).total_seconds())


def from_column(seconds: float | None) -> datetime | None:
    """The moment that `to_column` kept."""
    return None if seconds is None else EPOCH + timedelta(seconds=seconds)
