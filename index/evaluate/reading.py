"""Judges how a question is read, for questions that name reports rather than ask of an index. Pure.

What is right is known from the articles that the questions rest on: of these only outlet and day are needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from index.answer.moments import MONTHS
from index.answer.outlets import outlets_in
from index.answer.question import understand
from index.evaluate.cases import Case
from index.evaluate.metrics import Outcome
from index.gather.dates import parse_date

Documents = Mapping[str, Mapping[str, Any]]
"""By an article's identifier: its `source` (the outlet) and `published`."""

_SECTION = re.compile(r"\s+[|–—-]\s+|:\s")


def reading_outcome(case: Case, documents: Documents) -> Outcome | None:
    """How well a question is read; None where it names neither an outlet nor a day of its articles."""
    measures = dict(read(case, documents))
    return Outcome(case.id, case.question, False, measures, (), 0, None) if measures else None


def read(case: Case, documents: Documents) -> Iterator[tuple[str, float]]:
    """Each measure that the question is judged by."""
    articles = [documents[place.article] for place in case.support if place.article in documents]
    named = {name for one in articles if (name := paper(one["source"])).lower() in case.question.lower()}
    if named:
        known = {str(one["source"]) for one in documents.values()}
        found = {paper(outlet) for outlet, _ in outlets_in(case.question, known)}
        yield "outlets read", float(found == named)
    published = (parse_date(str(one["published"]))[0] for one in articles)
    days = [day for day in published if any(form in case.question.lower() for form in written(day))]
    if days:
        window = understand(case.question, case.asked or datetime.now(UTC)).window
        yield "dates read", float(window is not None and all(window.since <= day < window.before for day in days))


def paper(outlet: str) -> str:
    """The outlet that a section belongs to: BBC News, of BBC News - Entertainment & Arts."""
    return _SECTION.split(outlet)[0]


def written(day: datetime) -> tuple[str, ...]:
    """A day as people write it, in small letters: 2023-11-24, november 24, 2023, 24 november 2023."""
    month = MONTHS[day.month - 1]
    return f"{day:%Y-%m-%d}", f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}"
