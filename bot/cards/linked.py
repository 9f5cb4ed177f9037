"""What became of the addresses in a message, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.amounts import counted
from bot.cards.limits import CARD, units
from bot.cards.plain_text import cut, plain
from bot.cards.report import outcome
from index.reports import Report

NO_LINKS = "There is no web address in that message."

_ADDRESS, _LINE = 120, 350
"""UTF-16 units given to an address, and to all that is told of it: five of them fit into a message."""


def indexed_card(outcomes: Sequence[tuple[str, Report | str]], left_out: int) -> str:
    """Each address with its report, or with the sentence that says why it was not taken, which is escaped already."""
    heading = f"**{counted(len(outcomes), 'link')}**"
    lines = [cut(_line(address, one), _LINE) for address, one in outcomes]
    more = f"-# {left_out:,} more in that message: I take five at a time" if left_out else ""
    card = "\n".join(filter(None, (heading, *lines, more)))
    return card if units(card) <= CARD else cut(card, CARD)


def _line(address: str, one: Report | str) -> str:
    if isinstance(one, str):
        return f"• {one}"
    ready = f", {counted(one.passages, 'passage')} ready to be asked about" if one.passages else ""
    return f"• {outcome(one)}: {plain(address, _ADDRESS)}{ready}"
