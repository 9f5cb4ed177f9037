"""Makes the sides of a disagreement citable: the sentence of each claim, numbered after what is quoted. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from index.answer.choose import MOST_IN_ONE, slice_of
from index.answer.claims import Claim
from index.answer.spoken import attributed
from index.answer.statements import led_up
from index.types import Citation, Disagreement, Quote, Side

Cite = Callable[[Quote], Citation | None]
"""Makes a checked citation of a quote; None where it does not stand."""


def sides(found: Iterable[Sequence[Claim]], cite: Cite) -> tuple[Disagreement, ...]:
    """The disagreements whose claims stand in their articles, each with at least two sides; not yet numbered."""
    told = []
    for claims in found:
        cited = [Side(claim.words, citation) for claim in claims if (citation := cite(_sentence(claim)))]
        if len(cited) > 1:
            told.append(Disagreement(claims[0].about, tuple(cited)))
    return tuple(told)


def numbered(disagreements: Iterable[Disagreement], citations: Sequence[Citation]) -> tuple[Disagreement, ...]:
    """The disagreements with numbers: a side whose words an answer quotes has that citation, others go on from it."""
    known: dict[tuple[str, int, int], Citation] = {}
    following = max((one.n for one in citations), default=0) + 1
    told = []
    for one in disagreements:
        shown = []
        for side in one.sides:
            mine = side.citation
            place = (mine.article_id, mine.start, mine.end)
            quoted = next((each for each in citations if _quotes(each, side)), None) or known.get(place)
            if quoted is None:
                quoted = known[place] = replace(mine, n=following)
                following += 1
            shown.append(replace(side, citation=quoted))
        told.append(replace(one, sides=tuple(shown)))
    return tuple(told)


def _sentence(claim: Claim) -> Quote:
    return attributed(led_up(slice_of(claim.hit, claim.low, claim.high), MOST_IN_ONE))


def _quotes(citation: Citation, side: Side) -> bool:
    """Whether a citation has the words of a side's claim, where they stand in that article."""
    mine = side.citation
    if (citation.article_id, citation.version) != (mine.article_id, mine.version):
        return False
    at = mine.start + mine.quote.index(side.claim)
    return citation.start <= at and at + len(side.claim) <= citation.end
