"""Where outlets differ, side by side: in brief below an answer, in full behind "Who says otherwise"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.amounts import counted
from bot.cards.limits import CARD, units
from bot.cards.marks import ago, linked, opening
from bot.cards.plain_text import plain
from index.types import Disagreement, Side

_ABOUT, _CLAIM, _OUTLET, _QUESTION, _SOURCE = 50, 60, 40, 150, 120
"""UTF-16 units given to what the outlets differ about, to a claim, an outlet, the question, the label of a source."""

_QUOTES = (280, 160, 80)
"""UTF-16 units of a side's words, tried until all fits."""


def disagreement_lines(disagreements: Sequence[Disagreement], sides: int) -> list[str]:
    """The first of the disagreements with so many of its sides, a line each, and how much more there is."""
    if not disagreements:
        return []
    first = disagreements[0]
    shown = [f"• {plain(side.claim, _CLAIM)}: {_outlet(side)}" for side in first.sides[:sides]]
    left_out = sum(len(one.sides) for one in disagreements) - len(shown)
    more = f" ({left_out:,} more behind “Who says otherwise”)"
    return [f"**Outlets differ** on {plain(first.about, _ABOUT)}{more if left_out else ''}", *shown]


def otherwise_card(question: str, disagreements: Sequence[Disagreement], below: Sequence[str] = ()) -> str:
    """Every side of what outlets say otherwise to a question, each with its words and its source; `below` are small
    lines to end with, each short and escaped.
    """
    heading = f"**{plain(question, _QUESTION) or '…'}**"
    if not disagreements:
        return "\n".join([heading, "I found no outlet that gives other numbers or dates for this.", *below])
    for length in _QUOTES:
        for shown in range(len(disagreements), 0, -1):
            left_out = len(disagreements) - shown
            more = [f"-# and on {counted(left_out, 'more matter')}"] if left_out else []
            blocks = [_block(one, length) for one in disagreements[:shown]]
            card = "\n".join([heading, *blocks, *more, *below])
            if units(card) <= CARD and (shown == len(disagreements) or length == _QUOTES[-1]):
                return card
    return _as_many_sides(heading, disagreements[0], below)


def _as_many_sides(heading: str, one: Disagreement, below: Sequence[str]) -> str:
    """As many sides of a disagreement as there is room for."""
    for shown in range(len(one.sides) - 1, 0, -1):
        more = f"-# and {counted(len(one.sides) - shown, 'more outlet')}"
        card = "\n".join([heading, _block(Disagreement(one.about, one.sides[:shown]), _QUOTES[-1]), more, *below])
        if units(card) <= CARD:
            return card
    return heading


def _block(one: Disagreement, length: int) -> str:
    return "\n".join([f"**On {plain(one.about, _ABOUT)}**", *(_side(side, length) for side in one.sides)])


def _side(side: Side, length: int) -> str:
    cited = side.citation
    dated = f" · {ago(cited.published)}" if cited.published else ""
    link = opening(cited.link, cited.url)
    source = linked(f"{cited.outlet} - {cited.title}", link, _SOURCE)
    return f"• **{plain(side.claim, _CLAIM)}**: {source}{dated}\n> {plain(cited.quote, length)}"


def _outlet(side: Side) -> str:
    dated = f" · {ago(side.citation.published)}" if side.citation.published else ""
    return f"{plain(side.citation.outlet, _OUTLET)}{dated}"
