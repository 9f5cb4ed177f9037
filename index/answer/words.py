"""A text as comparable words: case, accents, apostrophes and endings folded away, each with its place in the text."""

from __future__ import annotations

import math
import operator
import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|\w+(?:['’]\w+)*")

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{2}")
"""Two characters of Thai, Lao, Burmese, Khmer, Japanese or Chinese, which put no space between words."""

_GRAMMAR = """
    a about after again all also am an and any are as at be because been before being between both but by can could
    did do does doing done down during each few for from further get gets got had has have having he her here hers him
    his how i if in into is it its itself just may me might more most must my no nor not of off on once only or other
    our ours out over own s same shall she should so some such t than that the their theirs them then there these they
    this those through to too under until up upon us very was we were what when where which while who whom whose why
    will with would you your yours tell please know described describe according following happened happen"""

STOPWORDS = frozenset(_GRAMMAR.split())
"""Words that a question needs for its grammar and that tell passages apart too little."""


class Word(NamedTuple):
    """One word: `stem` to compare by, and where it stands, `text[start:end]`."""

    stem: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Every word and number of a text, in order; "U.S." and "1,000" are one each, "Trump's" is "trump"."""
    return [Word(folded(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]


def unspaced(text: str) -> int:
    """How many words a text has at least in scripts that put no space between them: a word is two characters there."""
    return len(_UNSPACED.findall(text))


@lru_cache(maxsize=8192)
def stems_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared, in order; the same texts are asked for again and again."""
    return tuple(map(folded, _WORD.findall(text)))


def weight_of(held: Container[str], weights: Mapping[str, float]) -> float:
    """The share of all the weight that falls on words in `held`, 0 to 1."""
    total = sum(weights.values())
    return sum(weight for stem, weight in weights.items() if stem in held) / total if total else 0.0


def dot(signals: Iterable[float], weights: Iterable[float]) -> float:
    """The sum of signals, each times its weight."""
    return math.fsum(map(operator.mul, signals, weights))


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """What a word is compared by."""
    plain = word.lower()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    plain = plain.replace("’", "'").removesuffix("'s").replace("'", "")
    if plain[:1].isdigit():
        return plain.replace(",", "")
    return stem(plain.replace(".", ""))


def stem(word: str) -> str:
    """Strip English endings: the common steps of M. F. Porter, "An algorithm for suffix stripping" (1980)."""
    if len(word) <= 3:
        return word
    for ending, instead in (("sses", "ss"), ("ies", "i"), ("ss", "ss"), ("s", "")):
        if word.endswith(ending):
            word = word.removesuffix(ending) + instead
            break
    for ending in ("edly", "ingly", "ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    for ending in ("ational", "ization", "ement", "ation", "ment", "ness", "ally", "ator", "ion", "ive", "al", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word.removesuffix(ending)
            break
    if word[-1] == "e" and len(word) > 4:
        word = word[:-1]
    return word[:-1] + "i" if word[-1] == "y" and len(word) > 3 else word
