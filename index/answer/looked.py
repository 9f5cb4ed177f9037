"""Says in one line what a question was understood to mean: which days, which outlets. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from index.answer.moments import MONTHS, Window
from index.answer.question import Question
from index.answer.quoting import day


def looked_at(question: Question) -> str | None:
    """Where was looked first, as "6-13 January 2025, The New York Times"; None where the question names nothing."""
    return ", ".join([*([days(question.window)] if question.window else []), *question.outlets]) or None


def days(window: Window) -> str:
    """A stretch of days as people write it: a day, a month, a year, or from one day to another."""
    first, last = window.first, window.last
    if window.vague:
        return "the newest news"
    if first == last:
        return day(first)
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return _month(first)
        if (first.month, last.month) == (1, 12) and first.year == last.year:
            return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{day(last)}"
    begin = day(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1].capitalize()}"
    return f"{begin} to {day(last)}"


def _month(moment: datetime) -> str:
    return f"{MONTHS[moment.month - 1].capitalize()} {moment.year}"
