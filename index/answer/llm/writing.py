"""Makes the lead of an answer of what a language model wrote: what was checked, numbered by us. Pure.

The evidence leaves here as quotes, slices of articles, which become citations as any other quote does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.answer.choose import slice_of
from index.answer.llm.reply import claims
from index.answer.llm.support import Evidence, evidence
from index.answer.spoken import attributed
from index.types import Hit, Quote

LEAST_KEPT = 0.5
"""Share of a reply's sentences that must stand: where most was invented, what is left is not an answer either."""

MOST_KEPT = 5
"""Sentences shown at most, as with quotations."""

_NOTHING = re.compile(r"^\W*NOTHING\W*$")


@dataclass(frozen=True, slots=True)
class Written:
    """A reply after its checks: the text to show, the quotes its numbers stand for from 1, and what was dropped."""

    text: str
    quotes: tuple[Quote, ...]
    dropped: tuple[str, ...]


def written(reply: str, passages: Mapping[str, Hit]) -> Written | None:
    """What may be shown of a reply; None where too little of it stands."""
    said = [] if _NOTHING.match(reply) else claims(reply, passages)
    kept: list[Evidence] = []
    dropped: list[str] = []
    for claim in said:
        found = evidence(claim, [passages[name] for name in claim.passages])
        if found is None or found.text in (earlier.text for earlier in kept):
            dropped.append(claim.text)
        else:
            kept.append(found)
    if not kept or len(kept) < LEAST_KEPT * len(said):
        return None
    return _numbered(kept[:MOST_KEPT], tuple(dropped))


def _numbered(kept: Sequence[Evidence], dropped: tuple[str, ...]) -> Written:
    """The sentences with our own numbers, a number for each stretch of evidence."""
    quotes: dict[tuple[int, int, int], Quote] = {}
    lines: list[str] = []
    for one in kept:
        place = (one.hit.stored.version, one.start, one.end)
        quotes.setdefault(place, attributed(slice_of(one.hit, one.start, one.end)))
        lines.append(f"{one.text} [{list(quotes).index(place) + 1}]")
    return Written(" ".join(lines), tuple(quotes.values()), dropped)
