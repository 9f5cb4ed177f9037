"""Writes an answer as plain text: the quotations as they stand, each with speaker, outlet and date. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from index.amounts import counted
from index.answer.carried import standing_behind
from index.answer.moments import MONTHS
from index.answer.question import asks_who_said
from index.types import Answer, Citation, Disagreement, Searched

MARKS = '"“”„‟«»'
"""Double marks; a text with an apostrophe or single marks is put between double ones like any other."""


def in_words(answer: Answer) -> str:
    """The text of an answer: what a model wrote of it, one block a citation, who says otherwise, what it rests on.

    Where nothing was found, what was searched.
    """
    if not answer.found:
        return "\n".join(filter(None, (nothing_found(answer.searched), answer.stale)))
    who_said = asks_who_said(answer.understood or answer.question)
    blocks = (_block(citation, who_said) for citation in answer.citations)
    return "\n\n".join(
        [
            *filter(None, (answer.lead,)),
            *blocks,
            *map(_differing, answer.disagreements),
            "\n".join(_rests_on(answer)),
        ]
    )


def _rests_on(answer: Answer) -> Iterator[str]:
    """The lines below the quotations."""
    if answer.note:
        yield answer.note
    if said := standing_behind(answer):
        yield f"{said}."
    as_of = f"As of {day(answer.as_of)}; " if answer.as_of else ""
    yield f"{as_of}{counted(answer.searched.articles, 'article')} searched."
    if answer.stale:
        yield answer.stale


def nothing_found(searched: Searched) -> str:
    """The text of an answer that was not found: what was searched, and of which dates."""
    if not searched.articles:
        return "Nothing to search: no article here fits this question's filters."
    dates = ""
    if searched.oldest and searched.newest:
        first, last = day(searched.oldest), day(searched.newest)
        dates = f" of {first}" if first == last else f" from {first} to {last}"
    return f"No answer found in the index: {counted(searched.articles, 'article')}{dates} searched."


def day(moment: datetime) -> str:
    """A date that does not need today to be understood: 10 January 2025."""
    return f"{moment.day} {MONTHS[moment.month - 1].capitalize()} {moment.year}"


def who(citation: Citation) -> str | None:
    """The speaker with their role: "Dmitri Peskov, the Kremlin's spokesman", "Sen. Ann Lee"."""
    if not citation.speaker or not citation.role:
        return citation.speaker
    if citation.role.endswith("."):
        # "Gov." belongs before the name
        return f"{citation.role} {citation.speaker}"
    return f"{citation.speaker}, {citation.role}"


def quoted(words: str) -> str:
    """Words in quotation marks, unless they bring their own."""
    return words if any(mark in words for mark in MARKS) else f"“{words}”"


def _block(citation: Citation, who_said: bool) -> str:
    """The words, and below them whose they are; who asks for the speaker reads that first."""
    said, words = who(citation), f"{quoted(citation.quote)} [{citation.n}]"
    if who_said and said:
        return f"{said}:\n{words}\n— {_published(citation)}"
    return f"{words}\n— {', '.join(filter(None, (said, _published(citation))))}"


def _published(citation: Citation) -> str:
    return f"{citation.outlet}, {day(citation.published) if citation.published else 'undated'}"


def _differing(one: Disagreement) -> str:
    """The sides of a disagreement, a line each, with the date by which the newer one is known."""
    sides = (f"  {side.claim} [{side.citation.n}] {_published(side.citation)}" for side in one.sides)
    return "\n".join([f"Outlets differ on {one.about}:", *sides])
