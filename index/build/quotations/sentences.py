"""Cuts the narrative into sentences; a quotation stays with the words that say who spoke it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.build.quotations.attribution import Attributions
from index.build.quotations.tokens import Kind, Token, last_sign

_LOOKED_AHEAD = 30


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `[low, high)` of one sentence and the number of its paragraph."""

    low: int
    high: int
    paragraph: int


def sentences(tokens: Sequence[Token], attributions: Attributions) -> list[Sentence]:
    """Every sentence in order, none empty; none crosses the break between two paragraphs."""
    found, low, paragraph = [], 0, 0
    for at, token in enumerate(tokens):
        if token.kind is Kind.BREAK:
            found.append(Sentence(low, at, paragraph))
            low, paragraph = at + 1, paragraph + 1
        elif token.kind is not Kind.WORD and _ends(tokens, at, attributions):
            found.append(Sentence(low, at + 1, paragraph))
            low = at + 1
    found.append(Sentence(low, len(tokens), paragraph))
    return [s for s in found if s.high > s.low]


def _ends(tokens: Sequence[Token], at: int, attributions: Attributions) -> bool:
    """Whether a sentence ends with the token at `at`."""
    token = tokens[at]
    if at + 1 == len(tokens):
        return False
    following = tokens[at + 1]
    if not (following.capital or following.kind is Kind.QUOTE or following.text == "("):
        return False
    if token.kind is Kind.POINT:
        return token.text[0] in ".!?…"
    sign = last_sign(token.text)
    if sign and sign in "!?…":
        return following.kind is Kind.QUOTE or attributions.after(at, _stop(tokens, at + 1)) is None
    return sign == "." and not attributions.brief(at, _stop(tokens, at + 1))


def _stop(tokens: Sequence[Token], at: int) -> int:
    """The next full stop, quotation or break."""
    for k in range(at, min(len(tokens), at + _LOOKED_AHEAD)):
        if tokens[k].kind in (Kind.BREAK, Kind.QUOTE) or tokens[k].text in (".", "!", "?"):
            return k
    return min(len(tokens), at + _LOOKED_AHEAD)
