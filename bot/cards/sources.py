"""Sources as messages: the list with how each one does, what a reading did, what went with one that was removed."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.amounts import counted, counts_line
from bot.cards.limits import CARD, units
from bot.cards.marks import ago, day, linked
from bot.cards.plain_text import plain
from bot.cards.report import with_refusals
from index.reports import Health, SourceInfo, SourceRead, SourceRemoved
from index.types import COMMON

_NAME, _REASON = 60, 200
_MARKS = {Health.OK: "•", Health.FAILING: "⚠️", Health.PAUSED: "⏸️"}


def source_lines(sources: Sequence[SourceInfo], room: int, *, health: bool = False) -> list[str]:
    """One line a source in at most `room` UTF-16 units together, then how many more there are; those in trouble first,
    then the largest. With `health` each says how it is kept up with.
    """
    ordered = sorted(sources, key=lambda s: (s.state is Health.OK, -s.articles, s.name))
    lines: list[str] = []
    room -= units(_more(len(ordered)))
    for source in ordered:
        line = _line(source) + (_health(source) if health else "")
        room -= units(line) + 1
        if room < 0:
            break
        lines.append(line)
    left_out = len(ordered) - len(lines)
    return [*lines, _more(left_out)] if left_out else lines


def sources_card(sources: Sequence[SourceInfo]) -> str:
    """The list for whoever may ask."""
    if not sources:
        return "There are no sources here yet. Whoever may add some does so with /sources add."
    heading = f"**{counted(len(sources), 'source')}**"
    return "\n".join([heading, *source_lines(sources, CARD - units(heading) - 1, health=True)])


def source_added_card(read: SourceRead) -> str:
    """What became of a source that was added."""
    name = plain(read.name, _NAME)
    if read.trouble:
        return f"Added **{name}**, but reading it failed: {plain(read.trouble, _REASON)}. I will try again."
    lines = [f"Added **{name}**.", counts_line(read.report.counts)]
    if read.report.passages:
        lines.append(f"-# {counted(read.report.passages, 'passage')}, ready to be asked about")
    return with_refusals(lines, read.report.refusals)


def source_removed_card(removed: SourceRemoved, kept: bool) -> str:
    """What went with a source."""
    went = "Its articles stay." if kept else f"{counted(removed.articles, 'article')} went with it."
    return f"Removed **{plain(removed.name, _NAME)}**. {went}"


def source_paused_card(name: str) -> str:
    """A source that is read no more."""
    return f"Paused **{plain(name, _NAME)}**: I read it no more. What I have of it still answers."


def source_resumed_card(name: str) -> str:
    """A source that is read again."""
    return f"Resumed **{plain(name, _NAME)}**: I will read it within a minute."


def labelled_card(outlet: str, labels: Sequence[str]) -> str:
    """What an outlet is called now."""
    name = plain(outlet, _NAME)
    if not labels:
        return f"**{name}** has no label here any more."
    return f"**{name}** is called so here: {', '.join(labels)}. It stands beside every citation of it."


def _line(source: SourceInfo) -> str:
    common = " (common)" if source.server == COMMON else ""
    newest = f", newest {day(source.newest)}" if source.newest else ""
    name = f"**{plain(source.name, _NAME)}**"
    return f"{_MARKS[source.state]} {name}{common}: {counted(source.articles, 'article')}{newest}"


def _health(source: SourceInfo) -> str:
    """Where a source is read, when it was and will be, and what is wrong with it."""
    if source.address is None:
        return ""
    told = [linked(source.kind, source.address, _NAME)]
    told.append(f"read {ago(source.read_at)}" if source.read_at else "not read yet")
    if source.due_at:
        told.append(f"next {ago(source.due_at)}")
    if source.refused:
        told.append(f"{source.refused:,} of {counted(source.items, 'item')} refused")
    reason = f"\n-# {source.state}: {plain(source.reason, _REASON)}" if source.reason else ""
    return f"\n-# {' · '.join(told)}{reason}"


def _more(number: int) -> str:
    return f"-# and {counted(number, 'more source')}"
