"""A list of sources as lines of a message, largest first, cut to a given room."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.amounts import counted
from bot.cards.limits import units
from bot.cards.marks import day
from bot.cards.plain_text import plain
from index.reports import SourceInfo
from index.types import COMMON


def source_lines(sources: Sequence[SourceInfo], room: int) -> list[str]:
    """One line a source in at most `room` UTF-16 units together, then how many more there are."""
    largest = sorted(sources, key=lambda s: (-s.articles, s.name))
    lines: list[str] = []
    room -= units(_more(len(largest)))
    for source in largest:
        line = _line(source)
        room -= units(line) + 1
        if room < 0:
            break
        lines.append(line)
    left_out = len(largest) - len(lines)
    return [*lines, _more(left_out)] if left_out else lines


def _line(source: SourceInfo) -> str:
    common = " (common)" if source.server == COMMON else ""
    newest = f", newest {day(source.newest)}" if source.newest else ""
    return f"• **{plain(source.name, 60)}**{common}: {counted(source.articles, 'article')}{newest}"


def _more(number: int) -> str:
    return f"-# and {counted(number, 'more source')}"
