"""Says where the newest evidence is older than the question implies: "The newest I have on this is of ...". Pure."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from index.amounts import counted
from index.answer.moments import RECENT
from index.answer.question import Question
from index.answer.quoting import day

PRESENT = timedelta(days=180)
"""Evidence of what is so today may be this old, as half a year passes between elections, prices and offices that
change; an index whose newest article is older counts as an archive, too."""

_NOW = re.compile(
    r"\b(?:still|so far|at the moment|at present|these days|right now|up to date|any news|what(?:['’]s| is) new"
    r"|(?:is|are) happening|going on|yet)\b",
    re.I,
)
"""Words that want today's news as "now" and "latest" do, which are a window of their own."""

_PRESENT = re.compile(
    r"^\W*(?:(?:who|what|where|when|why|how|which)(?:\s+[\w’'-]+){0,3}?\s*)?"
    r"(?:\b(?:is|are|does|do|has|have|can|will)\b|(?<=\w)[’']s\b)(?!\s+(?:said|thought|believed|known)\b)",
    re.I,
)

_DAYS, _WEEKS, _MONTHS = 14, 9 * 7, 24
"""Up to two weeks are counted in days, up to nine in weeks, up to two years in months: nobody says 92 weeks."""


def stale(question: Question, as_of: datetime | None, found: bool, now: datetime) -> str | None:
    """The warning, where the newest evidence (or, if nothing was found, the newest article) is of before the time
    that the question speaks of; None where that is not so, or its date is not known.
    """
    earliest = implied(question, now)
    if as_of is None or earliest is None or as_of >= earliest:
        return None
    what = "The newest I have on this" if found else "The newest article here"
    return f"{what} is of {day(as_of)}, {ago(as_of, now)}."


def implied(question: Question, now: datetime) -> datetime | None:
    """The earliest publication that is new enough for a question; None where any will do, as for what is past.

    Days it names count, unless they are still to come; then words such as "still"; then the present tense.
    """
    if question.window:
        return question.window.since if question.window.first <= now else None
    if _NOW.search(question.text):
        return now - RECENT
    return now - PRESENT if _PRESENT.match(question.text) else None


def ago(then: datetime, now: datetime) -> str:
    """How long something is past, in one unit: 3 days ago, 22 months ago."""
    days = (now.date() - then.date()).days
    months = 12 * (now.year - then.year) + now.month - then.month - (now.day < then.day)
    if days < _DAYS:
        return f"{counted(days, 'day')} ago"
    if days < _WEEKS:
        return f"{counted(days // 7, 'week')} ago"
    return f"{counted(months, 'month') if months < _MONTHS else counted(months // 12, 'year')} ago"
