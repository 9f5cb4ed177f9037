"""Finds names by their capitals and parts titles from them; it knows no person, only the lists of words.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.build.quotations.cues import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    is_cue,
    is_past,
)
from index.build.quotations.genders import is_first_name
from index.build.quotations.tokens import Kind, Token
from index.build.quotations.words import (
    ADJECTIVES,
    AFTER_OFFICE_OF,
    DAYS,
    INNER,
    MONTHS_AND_FIRST_NAMES,
    NOT_NAMES,
    OFFICES,
    ORGANISATION_WORDS,
    SURNAMES,
    TITLES,
)

_SMALL = CONJUNCTIONS | RELATIVES | PRONOUNS | DETERMINERS | PREPOSITIONS | AUXILIARIES | NOT_NAMES
_FULL_NAME = 2
_PLAIN_ENDINGS = ("ing", "ed", "ly")
"""Words with these at the begin of a sentence are hardly ever names, unless a verb of saying follows: Kelly said."""
_QUOTED_NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)+")
_CONTRACTED = re.compile(r"(?:\w+n['’]t|(?:i|you|he|she|it|we|they|that|there|who|what|let)['’](?:m|s|d|ve|re|ll))\Z")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens `[low, high)`: its words without titles (none where it is only a title), the titles before
    it, and whether it is possessive or an organisation's."""

    low: int
    high: int
    words: tuple[str, ...]
    title: str
    possessive: bool
    organisation: bool

    @property
    def text(self) -> str:
        """The name as one string."""
        return " ".join(self.words)


def bare(word: str) -> str:
    """A word without its possessive ending."""
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return word[:-1] if word.endswith(("'", "’")) else word


def find_names(tokens: Sequence[Token]) -> list[Name]:
    """Every name in the tokens, in order."""
    common = {t.low for t in tokens if not t.capital}
    proper = {t.low for before, t in pairwise(tokens) if t.capital and before.kind is Kind.WORD}
    plain = (common | {t.low for t in tokens if t.capital and t.low.endswith(_PLAIN_ENDINGS)}) - proper
    found: list[Name] = []
    high = 0
    for at, token in enumerate(tokens):
        if token.capital and at >= high and _begins(tokens, at, plain):
            high = _run(tokens, at)
            found.append(_name(tokens, at, high))
    return found


def _begins(tokens: Sequence[Token], at: int, plain: set[str]) -> bool:
    """Whether a name begins with this capital, or it is just the first word of its sentence."""
    token = tokens[at]
    if (bare(token.low) in _SMALL and not _first_name(tokens, at)) or _CONTRACTED.match(token.low):
        return False
    first = at == 0 or (tokens[at - 1].kind is not Kind.WORD and tokens[at - 1].text not in ",;()")
    if not first or (token.low not in plain and not is_cue(token.low)):
        return True
    if is_cue(token.low) and is_past(token.low):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and (
        following.capital or (is_past(following.low) and token.low.endswith(_PLAIN_ENDINGS))
    )


def _run(tokens: Sequence[Token], at: int) -> int:
    """Where the name that begins at `at` ends."""
    high = at + 1
    while high < len(tokens) and not _possessive(tokens[high - 1].text):
        token = tokens[high]
        if token.capital and (bare(token.low) not in DAYS or _first_name(tokens, high)):
            high += 1
        elif token.low in INNER and high + 1 < len(tokens) and tokens[high + 1].capital:
            high += 2
        elif token.low == "of" and _goes_on_after_of(tokens, high):
            high += 3 if tokens[high + 1].low == "the" else 2
        elif token.text == "&" and high + 1 < len(tokens) and tokens[high + 1].capital:
            high += 2
        else:
            break
    return min(high, len(tokens))


def _first_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a month's name is somebody's: Jan Egeland, but "last June Obama" and "the April Gallup poll"."""
    if tokens[at].low not in MONTHS_AND_FIRST_NAMES or at + 1 >= len(tokens) or not tokens[at + 1].capital:
        return False
    before = tokens[at - 1].low if at else ""
    return bare(tokens[at + 1].low) not in _SMALL and before not in _SMALL and not _possessive(before)


def _goes_on_after_of(tokens: Sequence[Token], of: int) -> bool:
    """Whether "of" is inside the name: Secretary of State, University of the South."""
    after = of + 2 if of + 1 < len(tokens) and tokens[of + 1].low == "the" else of + 1
    if after >= len(tokens) or not tokens[after].capital or tokens[after].low in DAYS:
        return False
    head = tokens[of - 1].low
    return head in ORGANISATION_WORDS or (head in AFTER_OFFICE_OF and tokens[after].low in OFFICES)


def _possessive(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))


def _name(tokens: Sequence[Token], low: int, high: int) -> Name:
    words = [t.text for t in tokens[low:high]]
    possessive = _possessive(words[-1])
    words[-1] = bare(words[-1])
    cut = _after_titles(words)
    organisation = _is_organisation(words[cut:], cut, tokens[low - 1].low if low else "")
    return Name(low, high, tuple(words[cut:]), " ".join(words[:cut]), possessive, organisation)


def _after_titles(words: list[str]) -> int:
    """How many of the words are titles and what stands before them: Texas Sen. | Ted Cruz."""
    lows = [w.lower().rstrip(".") for w in words]
    cut = 0
    for at, low in enumerate(lows):
        if at == len(lows) - 1 and _is_surname(words, at, cut):
            break
        if low in TITLES and not (at + 1 < len(lows) and lows[at + 1] in ORGANISATION_WORDS):
            cut = at + 1
            if cut < len(lows) and lows[cut] == "of":
                cut += 1
                while cut < len(lows) and lows[cut] in OFFICES | {"the"}:
                    cut += 1
    nationality = cut == 0 and len(lows) > _FULL_NAME and lows[0] in ADJECTIVES and lows[-1] not in ORGANISATION_WORDS
    return 1 if nationality else cut


def _is_surname(words: list[str], last: int, titles: int) -> bool:
    """Whether a title that ends a name is a family name there: Stephen | King; Ms. | Page."""
    if words[last].lower() in SURNAMES and (last >= titles > 0 or last in (0, 1)):
        return True
    return last == titles + 1 and is_first_name(words[titles])


def _is_organisation(words: list[str], titles: int, before: str) -> bool:
    if not words:
        return False
    if not ORGANISATION_WORDS.isdisjoint(w.lower().rstrip(".") for w in words):
        return True
    acronym = len(words) == 1 and len(words[0]) > 1 and words[0].replace(".", "").isupper()
    return titles == 0 and (acronym or before == "the")


def quoted_names(quoted: str) -> list[tuple[str, ...]]:
    """The longer names inside quoted words, without titles; they may be the only place that gives a first name."""
    found = []
    for match in _QUOTED_NAME.finditer(quoted):
        words = [w for w in match.group().split() if w.lower() not in _SMALL]
        words = words[_after_titles(words) :]
        if len(words) >= _FULL_NAME:
            found.append((*words[:-1], bare(words[-1])))
    return found
