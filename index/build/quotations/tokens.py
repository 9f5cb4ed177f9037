"""Cuts an article into the words around its quotations and the sentences they make; knows nothing of names or speech.

A quoted stretch is one token, so that what somebody says is never mistaken for the reporter's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from index.build.quotations.marks import Stretch

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Sens|Rep|Reps|Gov|Govs|Lt|Col|Gen|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Det|Supt|Pres|Amb|Atty"
    "|St|Jr|Sr|vs|Inc|Corp|Co|Ltd|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Calif|Fla|Ill|Mass|Mich|Minn|Pa|Tenn|Tex|Va|Wash|Ariz"
    "|Conn|Colo|Wis|Ind|Ky|Okla|Ore|Ala|Ark|Ga|La|Md|Mo|Neb|Nev|Penn"
)
_TOKEN = re.compile(
    rf"(?P<break>\s*[\n\r\u2028\u2029]\s*)|(?P<word>(?:(?:{_ABBREVIATIONS})\.(?=[\s,])|(?:[^\W\d_]\.){{2,}}|[A-Z]\.(?=\s?[A-Z])"
    r"|[^\W_]+(?:(?:[-'’&@_]|\.(?![A-Z]))[^\W_]+)*(?:(?<=[sS])['’](?!\w))?))|(?P<point>[—–]|--+|\.{2,}|[^\s\w])"
)
_STOPS = frozenset(".!?…")


class Kind(Enum):
    """What a token is: a word, a point (punctuation), a quoted stretch, or the break between two paragraphs."""

    WORD = auto()
    POINT = auto()
    QUOTE = auto()
    BREAK = auto()


class Token(NamedTuple):
    """A token at `[start, end)`; `low` is its lower case; `stretch` the number of its quoted stretch, else -1."""

    kind: Kind
    text: str
    low: str
    start: int
    end: int
    stretch: int = -1

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.kind is Kind.WORD and self.text[0].isupper()


_KINDS = {"break": Kind.BREAK, "word": Kind.WORD, "point": Kind.POINT}


def words_between(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of `text[start:end]`, which holds no quoted stretch."""
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        yield Token(_KINDS[match.lastgroup or "point"], word, word.lower(), match.start(), match.end())


def narrative(text: str, stretches: list[Stretch]) -> list[Token]:
    """The whole article as tokens, each quoted stretch one of them."""
    tokens: list[Token] = []
    at = 0
    for number, stretch in enumerate(stretches):
        tokens.extend(words_between(text, at, stretch.start))
        quoted = text[stretch.start : stretch.end]
        tokens.append(Token(Kind.QUOTE, quoted, "", stretch.start, stretch.end, number))
        at = stretch.end
    tokens.extend(words_between(text, at, len(text)))
    return tokens


def last_sign(quoted: str) -> str:
    """The last character inside the marks: after a comma the sentence goes on, after a full stop it ends."""
    return quoted.rstrip("'’\"”»“` \u00a0")[-1:]
