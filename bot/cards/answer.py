"""An answer as one message: the question, each quotation with its speaker and `[n]`, the sources, what was searched.

Text gives way to sources: a long quotation is cut before a source is left out, and none is shown without its source.
Where a language model worded the answer, its sentences stand first, and every number in them has its source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.cards.amounts import counted
from bot.cards.called import Labels, called
from bot.cards.disagreements import disagreement_lines
from bot.cards.limits import CARD, SHOWN, units
from bot.cards.marks import ago, day, linked, opening, quoted
from bot.cards.plain_text import cut, plain
from index.types import COMMON, Answer, Citation, Searched


@dataclass(frozen=True, slots=True)
class Sizes:
    """UTF-16 units given to the question (and to what it was understood as), a speaker, a role, an outlet, the label of
    a source, a remark; and how many sides of a disagreement are shown.
    """

    question: int = 150
    speaker: int = 80
    role: int = 60
    outlet: int = 60
    source: int = 140
    note: int = 200
    sides: int = 3


_ROOMY, _TIGHT = Sizes(), Sizes(question=70, speaker=60, role=30, outlet=40, source=60, note=100, sides=0)
"""The second is for what is so long that the first leaves too little room for the answer itself."""

_LEAD = 600
"""UTF-16 units of a language model's sentences: half of what an answer may show."""

_LEAST_LEAD = 120
"""What is left of them at least: a sentence."""

_SHORTEST_QUOTE = 80
"""A quotation is cut to no less than this; where even that leaves no room, it waits for the next question."""

_PROOF = ((240, True), (120, True), (0, True), (0, False))
"""Below a lead: units of a quotation (none: the source alone) and whether sources are linked; tried until all fits."""

_TARGET = re.compile(r"\(<[^>]*>\)")


def answer_card(answer: Answer, server: int, labels: Labels | None = None, below: Sequence[str] = ()) -> str:
    """The answer for the members of `server` (or for a direct message, where it is COMMON).

    `labels` are shown beside outlets; `below` are lines that the small print begins with, each short and escaped.
    """
    if not answer.found:
        return "\n".join([_asked(answer, _ROOMY), _nothing_found(answer.searched, server), *below])
    fitted = _worded if answer.lead else _quoting
    for sizes in (_ROOMY, _TIGHT):
        entries = [Entry.of(c, labels or {}, sizes) for c in answer.citations]
        card = fitted(answer, entries, below, sizes)
        if card is not None:
            return card
    raise AssertionError("the tight sizes leave room for every answer")


@dataclass(frozen=True, slots=True)
class Entry:
    """One citation as it is shown: the words, whose they are, and the line of its source."""

    quote: str
    attribution: str
    source: str
    unlinked: str

    @classmethod
    def of(cls, citation: Citation, labels: Labels, sizes: Sizes) -> Entry:
        """Without a speaker the outlet stands behind the words; without a short enough passage link, the article's."""
        role = f", {plain(citation.role, sizes.role)}" if citation.role else ""
        said = f"**{plain(citation.speaker, sizes.speaker)}**{role}, " if citation.speaker else ""
        outlet = f"{plain(citation.outlet, sizes.outlet)}{called(citation.outlet, labels, sizes.outlet)}"
        link = opening(citation.link, citation.url)
        label = f"{citation.outlet} - {citation.title}"
        dated = f" · {ago(citation.published)}" if citation.published else ""
        return cls(
            quote=plain(citation.quote, CARD),
            attribution=f"— {said}{outlet} [{citation.n}]",
            source=f"[{citation.n}] {linked(label, link, sizes.source)}{dated}",
            unlinked=f"[{citation.n}] {linked(label, None, sizes.source)}{dated}",
        )

    def cut(self, room: int) -> Entry:
        """The same with so many units of its words; without room for any, the source stands alone."""
        return replace(self, quote=cut(self.quote, room)) if room else replace(self, quote="", attribution="")


def _asked(answer: Answer, sizes: Sizes) -> str:
    """The question, and what a follow-up was understood as."""
    asked = f"**{plain(answer.question, sizes.question) or '…'}**"
    return f"{asked}\n-# Understood as: {plain(answer.understood, sizes.question)}" if answer.understood else asked


def _quoting(answer: Answer, entries: Sequence[Entry], below: Sequence[str], sizes: Sizes) -> str | None:
    """The message without a lead: the first of the quotations, as many as get a fair share; None without room."""
    for shown in range(len(entries), 0, -1):
        kept = entries[:shown]
        room = _left(_card(answer, [replace(e, quote="") for e in kept], below, sizes))
        if room >= min(shown * _SHORTEST_QUOTE, sum(units(e.quote) for e in kept)):
            allotted = shares([units(e.quote) for e in kept], room)
            return _card(
                answer, [replace(e, quote=cut(e.quote, n)) for e, n in zip(kept, allotted, strict=True)], below, sizes
            )
    return None


def _card(answer: Answer, entries: Sequence[Entry], below: Sequence[str], sizes: Sizes) -> str:
    """The whole message with these entries, the first of the answer's."""
    quotations = (quoted(e.quote, e.attribution) for e in entries)
    small_print = _small_print(answer, len(answer.citations) - len(entries), below, sizes)
    return "\n".join([_asked(answer, sizes), *quotations, *(e.source for e in entries), *small_print])


def _worded(answer: Answer, entries: Sequence[Entry], below: Sequence[str], sizes: Sizes) -> str | None:
    """The message with a model's sentences on top, which give way last: first the quotations do, then their links."""
    asked, small_print = _asked(answer, sizes), _small_print(answer, 0, below, sizes)
    lead = plain(answer.lead or "", _LEAD)
    for words, link in _PROOF:
        kept = [one.cut(words) for one in entries]
        quotations = [quoted(e.quote, e.attribution) for e in kept if e.quote]
        proof = [*quotations, *(e.source if link else e.unlinked for e in kept), *small_print]
        room = _left("\n".join([asked, "", *proof]))
        if room >= units(lead):
            return "\n".join([asked, lead, *proof])
    return "\n".join([asked, plain(answer.lead or "", room), *proof]) if room >= _LEAST_LEAD else None


def _left(card: str) -> int:
    """UTF-16 units that a card leaves free, negative where it is too long; link targets are not shown."""
    return min(CARD - units(card), SHOWN - units(_TARGET.sub("", card)))


def shares(lengths: Sequence[int], room: int) -> list[int]:
    """`room` shared fairly: who needs less than an equal part gets it all, the rest share what is left."""
    allotted = [0] * len(lengths)
    waiting = sorted(range(len(lengths)), key=lambda i: lengths[i])
    for place, i in enumerate(waiting):
        allotted[i] = max(0, min(lengths[i], room // (len(waiting) - place)))
        room -= allotted[i]
    return allotted


def _small_print(answer: Answer, left_out: int, below: Sequence[str], sizes: Sizes) -> list[str]:
    """What differs, what to be warned of, and what the answer rests on."""
    as_of = f"As of {day(answer.as_of)} · " if answer.as_of else ""
    more = f" · {counted(left_out, 'more quotation')} found" if left_out else ""
    carried = ""
    if len(answer.outlets) > len(answer.origins):
        carried = f"{counted(len(answer.outlets), 'outlet')}, {counted(len(answer.origins), 'origin')} · "
    # what the question was understood to name, which was looked at first
    looked = f"looked first at {plain(answer.looked_at, 2 * sizes.outlet)} · " if answer.looked_at else ""
    return [
        *disagreement_lines(answer.disagreements, sizes.sides),
        *([f"⚠️ {plain(answer.stale, sizes.note)}"] if answer.stale else []),
        *([f"-# {plain(answer.note, sizes.note)}"] if answer.note else []),
        *below,
        f"-# {carried}{as_of}{looked}{searched(answer.searched)}{more}",
    ]


def _nothing_found(looked: Searched, server: int) -> str:
    if looked.articles == 0:
        return "There was nothing to search: I hold no article here, or none of the dates and outlets asked for."
    where = " (in direct messages I read the common articles only)" if server == COMMON else ""
    return f"I found no passage that answers this, so I won't guess.\n-# {searched(looked)}{where}"


def searched(looked: Searched) -> str:
    """How many articles were looked through, and from when to when they are."""
    dates = f", {day(looked.oldest)} to {day(looked.newest)}" if looked.oldest and looked.newest else ""
    return f"{counted(looked.articles, 'article')} searched{dates}"
