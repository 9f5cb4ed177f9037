"""Writes an answer as plain text: the quotations as they stand, each with speaker, outlet and date. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from index.answer.carried import standing_behind
from index.answer.moments import MONTHS
from index.types import Citation, Searched

MARKS = '"“”„‟«»'
"""Double marks; a text with an apostrophe or single marks is put between double ones like any other."""


def quoting(citations: Sequence[Citation], searched: Searched, lead: str | None = None, note: str | None = None) -> str:
    """The text of an answer that was found: what a model wrote of it, one block a citation, then what it rests on."""
    newest = max((citation.published for citation in citations if citation.published), default=None)
    as_of = f"As of {day(newest)}; " if newest else ""
    behind = f"{said}.\n" if (said := standing_behind(citations)) else ""
    remark = f"{note}\n" if note else ""
    return "\n\n".join(
        [
            *filter(None, (lead,)),
            *map(_block, citations),
            f"{remark}{behind}{as_of}{articles(searched.articles)} searched.",
        ]
    )


def nothing_found(searched: Searched) -> str:
    """The text of an answer that was not found: what was searched, and of which dates."""
    if not searched.articles:
        return "Nothing to search: no article here fits this question's filters."
    dates = ""
    if searched.oldest and searched.newest:
        first, last = day(searched.oldest), day(searched.newest)
        dates = f" of {first}" if first == last else f" from {first} to {last}"
    return f"No answer found in the index: {articles(searched.articles)}{dates} searched."


def articles(count: int) -> str:
    """A number of articles in words."""
    return f"{count:,} article{'' if count == 1 else 's'}"


def day(moment: datetime) -> str:
    """A date that does not need today to be understood: 10 January 2025."""
    return f"{moment.day} {MONTHS[moment.month - 1].capitalize()} {moment.year}"


def _block(citation: Citation) -> str:
    """The words, in quotation marks unless they bring their own, and below them whose they are."""
    own = any(mark in citation.quote for mark in MARKS)
    quote = citation.quote if own else f"“{citation.quote}”"
    date = day(citation.published) if citation.published else "undated"
    return f"{quote} [{citation.n}]\n— {', '.join(filter(None, (citation.speaker, citation.outlet, date)))}"
