"""How an answer was found, as one message: what was understood, what was read and how well it fitted."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.amounts import counted
from bot.cards.limits import CARD, units
from bot.cards.marks import ago, day, linked
from bot.cards.plain_text import plain
from index.kept_answers import KeptAnswer, TriedPassage

_QUESTION, _LOOKED, _NOTE, _SOURCE, _NAMES = 200, 120, 200, 90, 120
"""UTF-16 units given to the question, to what was looked at first, a remark, the label of a source, some names."""


def how_found_card(kept: KeptAnswer, tried: Sequence[TriedPassage]) -> str:
    """As many of the passages as there is room for, in the order in which they were read."""
    heading = [f"**{plain(kept.meant, _QUESTION) or '…'}**", *_understood(kept)]
    taken = [one for one in tried if one.cited]
    left = sum(one.quotations for one in tried if not one.cited)
    summary = (
        f"I read {counted(len(tried), 'passage')} closely and quoted from {len(taken):,}; "
        f"{counted(left, 'quotation')} in the others did not answer it."
    )
    # links of passages that were not quoted give way before a passage does
    for shown, link_all in ((len(tried), True), *((shown, False) for shown in range(len(tried), -1, -1))):
        more = [f"-# and {counted(len(tried) - shown, 'more passage')}"] if shown < len(tried) else []
        lines = (_line(n, one, link=link_all or bool(one.cited)) for n, one in enumerate(tried[:shown], 1))
        card = "\n".join([*heading, summary, *lines, *more])
        if units(card) <= CARD:
            return card
    return heading[0]


def _understood(kept: KeptAnswer) -> list[str]:
    """What the question was asked with and understood to name."""
    asked = kept.filters
    told = [
        f"from {day(asked.since)} on" if asked.since else "",
        f"before {day(asked.before)}" if asked.before else "",
        f"from {plain(asked.source, _NAMES)}" if asked.source else "",
        f"with words of {plain(', '.join(asked.speakers), _NAMES)}" if asked.speakers else "",
        f"looked first at {plain(kept.looked_at, _LOOKED)}" if kept.looked_at else "",
    ]
    lines = [f"-# {' · '.join(filter(None, told))}"] if any(told) else ["-# no dates, outlets or speakers were chosen"]
    dropped = f"-# {counted(kept.dropped, 'sentence')} of the language model left out: nothing proves them"
    return [*lines, *([f"-# {plain(kept.note, _NOTE)}"] if kept.note else []), *([dropped] if kept.dropped else [])]


def _line(number: int, one: TriedPassage, *, link: bool) -> str:
    """One passage: how it was found and what became of it."""
    dated = f" · {ago(one.published)}" if one.published else ""
    cited = ", ".join(f"\\[{n}\\]" for n in one.cited)
    became = f"**quoted as {cited}**" if cited else "not quoted"
    source = linked(f"{one.outlet} - {one.title}", one.url if link else None, _SOURCE)
    return f"{number}\\. {source}{dated}: {_found(one)}, {became}"


def _found(one: TriedPassage) -> str:
    """Which search found it, and how near its meaning is to the question's."""
    if one.cosine is None:
        return "found by its words"
    near = f"{max(0, round(100 * one.cosine))}% alike in meaning"
    return f"found by its words, {near}" if one.by_words else near
