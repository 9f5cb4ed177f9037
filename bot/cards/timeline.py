"""What was reported when as one message: by day, the oldest first, each sentence with its outlet and link."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bot.cards.amounts import counted
from bot.cards.answer import searched
from bot.cards.limits import CARD, units
from bot.cards.marks import day, linked, opening, quoted
from bot.cards.plain_text import plain
from index.stories import Timeline, TimelineEntry
from index.types import COMMON, Citation

_TOPIC, _SPEAKER, _OUTLET, _SOURCE = 120, 60, 50, 90
"""UTF-16 units given to the topic, a speaker, an outlet and the label of a source."""

_QUOTES = (240, 160, 100)
"""UTF-16 units of a sentence, tried until all fits: a day left out loses more than the end of a sentence."""


def timeline_card(told: Timeline, server: int) -> str:
    """A timeline for the members of `server` (or for a direct message, where it is COMMON)."""
    heading = f"**{plain(told.topic, _TOPIC) or '…'}**"
    common = "\n-# In direct messages I read the common articles only." if server == COMMON else ""
    if not told.entries:
        return f"{heading}\nI found nothing dated on this.\n-# {searched(told.searched)}{common}"
    first = told.entries[0].citation
    by = plain(first.outlet, _OUTLET) or "an outlet without a name"
    begun = f"{heading}: first reported here by {by}{_dated(first)}"
    for length in _QUOTES:
        for shown in range(len(told.entries), 0, -1):
            left_out = told.left_out + len(told.entries) - shown
            more = f"{counted(left_out, 'more text')} on it · " if left_out else ""
            below = f"-# {more}{searched(told.searched)}{common}"
            card = "\n".join([begun, *_days(told.entries[:shown], length), below])
            if units(card) <= CARD and (shown == len(told.entries) or length == _QUOTES[-1]):
                return card
    return heading


def _days(entries: Sequence[TimelineEntry], length: int) -> list[str]:
    """Each day, and under it what was reported."""
    lines = []
    for begin, of_day in groupby(entries, key=lambda one: one.day):
        lines.append(f"**{begin:%a} {begin.day} {begin:%b %Y}**")
        lines += [_entry(one.citation, length) for one in of_day]
    return lines


def _entry(cited: Citation, length: int) -> str:
    said = f"{plain(cited.speaker, _SPEAKER)}, " if cited.speaker else ""
    link = opening(cited.link, cited.url)
    source = linked(f"{cited.outlet} - {cited.title}", link, _SOURCE)
    also = f" and {counted(len(cited.copies), 'more outlet')}" if cited.copies else ""
    return quoted(plain(cited.quote, length), f"— {said}{source}{also}")


def _dated(cited: Citation) -> str:
    return f" on {day(cited.published)}" if cited.published else ""
