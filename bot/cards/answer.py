"""An answer as one message: the question, each quotation with its speaker and `[n]`, the sources, what was searched.

Text gives way to sources: a long quotation is cut before a source is left out, and none is shown without its source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.cards.amounts import counted
from bot.cards.limits import CARD, SHOWN, units
from bot.cards.marks import day, linked, target
from bot.cards.plain_text import cut, plain
from index.types import COMMON, Answer, Citation, Searched

_QUESTION, _SPEAKER, _OUTLET, _SOURCE = 150, 80, 60, 140
"""UTF-16 units given to the question, a speaker, an outlet and the label of a source."""

_SHORTEST_QUOTE = 80
"""A quotation is cut to no less than this; where even that leaves no room, it waits for the next question."""

_TARGET = re.compile(r"\(<[^>]*>\)")


def answer_card(answer: Answer, server: int) -> str:
    """The answer for the members of `server` (or for a direct message, where it is COMMON)."""
    asked = f"**{plain(answer.question, _QUESTION) or '…'}**"
    if not answer.found:
        return f"{asked}\n{_nothing_found(answer.searched, server)}"
    entries = [Entry.of(c) for c in answer.citations]
    shown = next((n for n in range(len(entries), 1, -1) if _room(asked, answer, entries[:n]) >= n * _SHORTEST_QUOTE), 1)
    kept = entries[:shown]
    allotted = shares([units(e.quote) for e in kept], _room(asked, answer, kept))
    return _card(asked, answer, [replace(e, quote=cut(e.quote, n)) for e, n in zip(kept, allotted, strict=True)])


@dataclass(frozen=True, slots=True)
class Entry:
    """One citation as it is shown: the words, whose they are, and the line of its source."""

    quote: str
    attribution: str
    source: str

    @classmethod
    def of(cls, citation: Citation) -> Entry:
        """Without a speaker the outlet stands behind the words; without a short enough passage link, the article's."""
        said = f"**{plain(citation.speaker, _SPEAKER)}**, " if citation.speaker else ""
        link = citation.link if target(citation.link) else citation.url
        source = linked(f"{citation.outlet} - {citation.title}", link, _SOURCE)
        dated = f" · {day(citation.published)}" if citation.published else ""
        return cls(
            plain(citation.quote, CARD),
            f"— {said}{plain(citation.outlet, _OUTLET)} [{citation.n}]",
            f"[{citation.n}] {source}{dated}",
        )


def _card(asked: str, answer: Answer, entries: Sequence[Entry]) -> str:
    """The whole message with these entries, the first of the answer's."""
    quoted = (f"> {e.quote}\n{e.attribution}" for e in entries)
    small_print = _small_print(answer, len(answer.citations) - len(entries))
    return "\n".join([asked, *quoted, *(e.source for e in entries), small_print])


def _room(asked: str, answer: Answer, entries: Sequence[Entry]) -> int:
    """UTF-16 units that everything else leaves for the words of these entries."""
    frame = _card(asked, answer, [replace(e, quote="") for e in entries])
    return min(CARD - units(frame), SHOWN - units(_TARGET.sub("", frame)))


def shares(lengths: Sequence[int], room: int) -> list[int]:
    """`room` shared fairly: who needs less than an equal part gets it all, the rest share what is left."""
    allotted = [0] * len(lengths)
    waiting = sorted(range(len(lengths)), key=lambda i: lengths[i])
    for place, i in enumerate(waiting):
        allotted[i] = max(0, min(lengths[i], room // (len(waiting) - place)))
        room -= allotted[i]
    return allotted


def _small_print(answer: Answer, left_out: int) -> str:
    as_of = f"As of {day(answer.as_of)} · " if answer.as_of else ""
    more = f" · {counted(left_out, 'more quotation')} found" if left_out else ""
    carried = ""
    if len(answer.outlets) > len(answer.origins):
        carried = f"{counted(len(answer.outlets), 'outlet')}, {counted(len(answer.origins), 'origin')} · "
    return f"-# {carried}{as_of}{_looked(answer)}{searched(answer.searched)}{more}"


def _looked(answer: Answer) -> str:
    """What the question was understood to name, which was looked at first."""
    return f"looked first at {plain(answer.looked_at, _OUTLET + _OUTLET)} · " if answer.looked_at else ""


def _nothing_found(looked: Searched, server: int) -> str:
    if looked.articles == 0:
        return "There was nothing to search: no article here fits that question."
    where = " (in direct messages I read the common articles only)" if server == COMMON else ""
    return f"I found no passage that answers this, so I won't guess.\n-# {searched(looked)}{where}"


def searched(looked: Searched) -> str:
    """How many articles were looked through, and from when to when they are."""
    dates = f", {day(looked.oldest)} to {day(looked.newest)}" if looked.oldest and looked.newest else ""
    return f"{counted(looked.articles, 'article')} searched{dates}"
