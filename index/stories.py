"""What was reported when: a timeline of a topic. Values only; who says otherwise is part of an answer, in `types`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from index.types import Citation, Searched


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What one text, with its near copies, reported on a day: `day` is its midnight UTC.

    The citation is of the outlet that had it first, `citation.copies` are those that carried the same words.
    """

    day: datetime
    citation: Citation


@dataclass(frozen=True, slots=True)
class Timeline:
    """What was reported on a topic, the oldest first; `left_out` texts were found that no entry shows."""

    topic: str
    entries: tuple[TimelineEntry, ...]
    searched: Searched
    left_out: int = 0
