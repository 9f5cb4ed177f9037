"""Usual values: a citation, an answer, a day."""

from __future__ import annotations

from datetime import UTC, datetime

from index.types import Answer, Citation, Filters, Searched

DAY = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
EVERYTHING = Filters()


def a_citation(n: int = 1, **given: object) -> Citation:
    """A citation with a usual value for whatever is not given."""
    usual: dict[str, object] = {
        "n": n,
        "article_id": f"a{n}",
        "title": "Kremlin waits for a date",
        "outlet": "The Daily",
        "url": "https://daily.example/kremlin",
        "published": DAY,
        "has_time": True,
        "speaker": "Dmitry Peskov",
        "quote": "It is too early to speak of timing.",
        "start": 10,
        "end": 45,
        "link": "https://daily.example/kremlin#:~:text=It%20is%20too%20early",
    }
    return Citation(**(usual | given))  # type: ignore[arg-type]


def an_answer(*citations: Citation, question: str = "What did Peskov say about timing?") -> Answer:
    """An answer that quotes the citations, or one that found nothing."""
    searched = Searched(14, datetime(2026, 1, 5, tzinfo=UTC), DAY)
    return Answer(question, bool(citations), "", citations, (), searched, 12.0)
