"""Makes an answer of what a language model wrote: what was checked, numbered by us, with its evidence. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.answer.choose import slice_of
from index.answer.cite import citation
from index.answer.llm.reply import Claim, claims
from index.answer.llm.support import Evidence, evidence
from index.answer.spoken import attributed
from index.answer.verify import verified
from index.types import Citation, Hit

LEAST_KEPT = 0.5
"""Share of a reply's sentences that must stand: where most was invented, what is left is not an answer either."""

MOST_KEPT = 5
"""Sentences shown at most, as with quotations."""

_NOTHING = re.compile(r"^\W*NOTHING\W*$")


@dataclass(frozen=True, slots=True)
class Written:
    """A reply after its checks: the text to show with its citations, and what was dropped."""

    text: str
    citations: tuple[Citation, ...]
    dropped: tuple[str, ...]


def written(reply: str, passages: Mapping[str, Hit]) -> Written | None:
    """What may be shown of a reply; None where too little of it stands."""
    said = [] if _NOTHING.match(reply) else claims(reply, passages)
    kept: list[tuple[Claim, Evidence]] = []
    dropped: list[str] = []
    for claim in said:
        found = evidence(claim, [passages[name] for name in claim.passages])
        if found is None or claim.text in (earlier.text for earlier, _ in kept):
            dropped.append(claim.text)
        else:
            kept.append((claim, found))
    if not kept or len(kept) < LEAST_KEPT * len(said):
        return None
    return _numbered(kept[:MOST_KEPT], tuple(dropped))


def _numbered(kept: Sequence[tuple[Claim, Evidence]], dropped: tuple[str, ...]) -> Written | None:
    """The sentences with our own numbers, a number for each stretch of evidence."""
    places: dict[tuple[int, int, int], int] = {}
    cited: list[Evidence] = []
    lines: list[str] = []
    for claim, one in kept:
        place = (one.hit.stored.version, one.start, one.end)
        if place not in places:
            cited.append(one)
            places[place] = len(cited)
        lines.append(f"{claim.text} [{places[place]}]")
    quotes = [attributed(slice_of(one.hit, one.start, one.end)) for one in cited]
    citations = verified((citation(n, quote), quote.hit.stored) for n, quote in enumerate(quotes, 1))
    # The numbers hold only where no citation was dropped: evidence is a slice, so none ever is.
    return Written(" ".join(lines), citations, dropped) if len(citations) == len(cited) else None
