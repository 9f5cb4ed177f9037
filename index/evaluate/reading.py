"""Judges how a question is read, for questions that name reports rather than ask of an index. Pure.

What is right is known from the articles that the questions rest on: of these only outlet and day are needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from index.answer.moments import MONTHS
from index.answer.question import understand
from index.evaluate.cases import Case
from index.evaluate.metrics import Outcome
from index.gather.dates import parse_date


def reading_outcome(case: Case, documents: Mapping[str, Mapping[str, Any]]) -> Outcome | None:
    """How well a question is read; None where it names no day of its articles."""
    named = [day for day in days(case, documents) if any(form in case.question.lower() for form in written(day))]
    if not named:
        return None
    window = understand(case.question, case.asked or datetime.now(UTC)).window
    read = window is not None and all(window.since <= day < window.before for day in named)
    return Outcome(case.id, case.question, False, {"dates read": float(read)}, (), 0, None)


def days(case: Case, documents: Mapping[str, Mapping[str, Any]]) -> Iterator[datetime]:
    """When the articles that a question rests on were published."""
    for place in case.support:
        if place.article in documents:
            yield parse_date(str(documents[place.article]["published"]))[0]


def written(day: datetime) -> tuple[str, ...]:
    """A day as people write it, in small letters: 2023-11-24, november 24, 2023, 24 november 2023."""
    month = MONTHS[day.month - 1]
    return f"{day:%Y-%m-%d}", f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}"
