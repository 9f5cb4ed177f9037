"""Whether two names may be one person's: by family names and full names, accents, titles and spelling folded. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TITLES = _set(
    "the mr mrs ms miss dr prof professor sir dame lord lady rev president vice premier prime minister chancellor"
    " secretary senator sen rep representative congressman congresswoman governor gov mayor judge justice general gen"
    " king queen prince princess pope ambassador speaker spokesman spokeswoman spokesperson foreign"
)
_SUFFIXES = _set("jr sr ii iii iv")
_SAME_BEGINNING = 3
"""Letters that given names share where they are spellings or short forms of one: Dmitri and Dmitry, Don and Donald."""
_SHORT = 4
"""A name of so few letters is spelled in one way: Levi is not Levy."""


def name_words(name: str) -> tuple[str, ...]:
    """A name as words to compare: without accents, titles, initials and "Jr."."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    words = tuple(_WORD.findall(plain.replace("'s", "").replace("’s", "")))
    kept = tuple(word for word in words if word not in _TITLES and word not in _SUFFIXES and len(word) > 1)
    return kept or words


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's or body's; a single word is to be the other's last or first."""
    short, long = sorted((name_words(one), name_words(other)), key=len)
    if not short or _suffix(one) != _suffix(other):
        return False
    if len(short) == 1:
        return _alike(short[0], long[-1]) or _alike(short[0], long[0])
    if set(short) <= set(long):
        return True
    return _alike(short[-1], long[-1]) and short[0][:_SAME_BEGINNING] == long[0][:_SAME_BEGINNING]


def called(asked: str, names: Iterable[str]) -> list[str]:
    """The names that somebody asked for may go by: those that end as the asked one does and hold all its words; where
    there are none, those that may be the same person's.
    """
    wanted = name_words(asked)
    same = [name for name in names if wanted and same_person(asked, name)]
    exact = [name for name in same if set(wanted) <= set(held := name_words(name)) and held[-1] == wanted[-1]]
    return exact or same


def completing(typed: str, names: Iterable[str]) -> list[str]:
    """The names in which each typed word begins a word."""
    wanted = _WORD.findall(
        "".join(c for c in unicodedata.normalize("NFKD", typed.casefold()) if c.isalnum() or c == " ")
    )
    return [
        name for name in names if (held := name_words(name)) and all(any(h.startswith(w) for h in held) for w in wanted)
    ]


def beginnings(name: str) -> list[str]:
    """What a word of every name that `same_person` allows for this one begins with."""
    return [_spelled(word) for word in name_words(name)]


def _spelled(word: str) -> str:
    """A family name without the ending that languages write differently: Zelensky, Zelenskyy, Zelenskiy."""
    return word.rstrip("iy") if len(word) > _SHORT else word


def _alike(one: str, other: str) -> bool:
    """Whether family names are one, as they may be spelled."""
    return _spelled(one) == _spelled(other)


def _suffix(name: str) -> frozenset[str]:
    words = frozenset(_WORD.findall(name.casefold()))
    return words & _SUFFIXES
