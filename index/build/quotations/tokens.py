"""Cuts an article into the words around its quotations and the sentences they make; knows nothing of names or speech.

A quoted stretch is one token, so that what somebody says is never mistaken for the reporter's own words.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from index.build.quotations.cues import word_set
from index.build.quotations.marks import Stretch

_ABBREVIATIONS = word_set(
    "Mr Mrs Ms Dr Prof Rev Hon Sen Sens Rep Reps Gov Govs Lt Col Gen Maj Capt Cmdr Adm Sgt Cpl Pvt Det Supt"
    " Pres Amb Atty St Jr Sr vs Inc Corp Co Ltd No Jan Feb Aug Sept Oct Nov Dec Calif Fla Ill Mass Mich Minn Pa"
    " Tenn Tex Va Wash Ariz Conn Colo Wis Ind Ky Okla Ore Ala Ark Ga La Md Mo Neb Nev Penn"
)
_TOKEN = re.compile(
    r"((?:[^\W\d_]\.){2,}|[^\W_]+(?:(?:[-'’&@_]|\.(?![A-Z]))[^\W_]+)*(?:(?<=[sS])['’](?!\w))?)"
    r"|([\n\r\u2028\u2029]\s*)|--+|\.{2,}|[^\s\w]"
)


class Kind(Enum):
    """What a token is: a word, a point (punctuation), a quoted stretch, or the break between two paragraphs."""

    WORD = auto()
    POINT = auto()
    QUOTE = auto()
    BREAK = auto()


class Token(NamedTuple):
    """A token at `[start, end)`: `low` is its lower case, `capital` whether it is a word with a capital first letter,
    `stretch` the number of its quoted stretch, else -1."""

    kind: Kind
    text: str
    low: str
    start: int
    end: int
    capital: bool = False
    stretch: int = -1


def words_between(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, which holds no quoted stretch; a short form keeps its full stop."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        low, high = match.span()
        word = match.group()
        if match.lastindex == 1:
            tokens.append(Token(Kind.WORD, word, word.lower(), low, high, word[0].isupper()))
        elif word == "." and tokens and tokens[-1].end == low and _is_short(tokens[-1], text[high : high + 2]):
            tokens[-1] = tokens[-1]._replace(text=tokens[-1].text + ".", low=tokens[-1].low + ".", end=high)
        else:
            tokens.append(Token(Kind.BREAK if match.lastindex else Kind.POINT, word, word, low, high))
    return tokens


def _is_short(token: Token, following: str) -> bool:
    """Whether the full stop after a word belongs to it: Sen. Roe; J. Roe."""
    if token.text in _ABBREVIATIONS:
        return following[:1].isspace() or following[:1] == ","
    return len(token.text) == 1 and token.capital and following.strip()[:1].isupper()


def narrative(text: str, stretches: list[Stretch]) -> list[Token]:
    """The whole article as tokens, each quoted stretch one of them."""
    tokens: list[Token] = []
    at = 0
    for number, stretch in enumerate(stretches):
        tokens.extend(words_between(text, at, stretch.start))
        quoted = text[stretch.start : stretch.end]
        tokens.append(Token(Kind.QUOTE, quoted, "", stretch.start, stretch.end, stretch=number))
        at = stretch.end
    tokens.extend(words_between(text, at, len(text)))
    return tokens


def last_sign(quoted: str) -> str:
    """The last character inside the marks: after a comma the sentence goes on, after a full stop it ends."""
    return quoted.rstrip("'’\"”»“` \u00a0")[-1:]
