"""Who said what as one message: direct quotations, the newest first, each with speaker, outlet, date and link."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.amounts import counted
from bot.cards.limits import CARD, units
from bot.cards.marks import day, linked, opening, quoted
from bot.cards.plain_text import plain
from index.types import COMMON
from index.verdicts import Utterance

_QUOTE, _SPEAKER, _ROLE, _SOURCE, _ASKED = 280, 60, 60, 100, 80
"""UTF-16 units given to the words, their speaker, the role, the label of a source, and what was asked for."""


def quotes_card(speaker: str, topic: str | None, listed: Sequence[Utterance], server: int) -> str:
    """The quotations of a speaker for the members of `server` (or for a direct message, where it is COMMON)."""
    about = f" about {plain(topic, _ASKED)}" if topic else ""
    heading = f"**{plain(speaker, _ASKED) or '…'}**{about}, the newest first"
    common = "-# In direct messages I read the common articles only." if server == COMMON else ""
    if not listed:
        nothing = f"I found no direct quotation of **{plain(speaker, _ASKED) or '…'}**{about}."
        return "\n".join(filter(None, (nothing, common)))
    entries = [_entry(one) for one in listed]
    for shown in range(len(entries), 0, -1):
        more = f"-# and {counted(len(entries) - shown, 'more quotation')}" if shown < len(entries) else ""
        card = "\n".join(filter(None, (heading, *entries[:shown], more, common)))
        if units(card) <= CARD:
            return card
    return heading


def _entry(one: Utterance) -> str:
    cited, role = one.citation, one.quotation.role
    called = f", {plain(role, _ROLE)}" if role else ""
    cue = one.quotation.cue
    verb = f", “{plain(cue, _ROLE)}”" if cue and cue[0].isalpha() else ""
    filled_in = " (name filled in)" if one.quotation.resolved else ""
    link = opening(cited.link, cited.url)
    source = linked(f"{cited.outlet} - {cited.title}", link, _SOURCE)
    dated = f" · {day(cited.published)}" if cited.published else ""
    speaker = plain(cited.speaker, _SPEAKER) if cited.speaker else "nobody named"
    return quoted(plain(cited.quote, _QUOTE), f"— **{speaker}**{called}{verb}{filled_in} · {source}{dated}")
