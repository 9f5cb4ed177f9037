"""Whether a sentence holds the sort of thing a question asks for: a number, a day, a name, a place, a reason. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.answer.places import COUNTRIES, STATES
from index.answer.question import Kind, Question
from index.answer.words import Word, folded

_NUMBERS = re.compile(
    r"\d+(?:[.,]\d+)*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?"
    r"|million|billion|half|third|quarter|once|twice|first|second)\b",
    re.I,
)
_TIME = re.compile(
    r"\b(?:(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|(?:jan|feb|aug|sept|oct|nov|dec)\."
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|yesterday|(?:18|19|20)\d\d|weeks?|months?|years?)\b",
    re.I,
)
_REASON = re.compile(
    r"\b(?:because|due|since|amid|over|citing|so that|in order|reasons?|caus(?:ed?|ing)|as a result"
    r"|to (?:avoid|protect|prevent|reduce|help|stop))\b",
    re.I,
)
_CAPITAL = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][\w’'-]+")

NAMED = frozenset((Kind.WHICH, Kind.WHO, Kind.WHERE, Kind.OTHER, Kind.WHO_SAID))
"""Questions that are mostly answered by a name."""

FOCUS_REACH = 25
"""Characters within which a number belongs to the noun behind it: "183 oil tankers and vessels"."""


class Expected(NamedTuple):
    """What of the sort asked for a sentence holds and the question does not, 0 to 1 each."""

    number: float = 0.0
    counted: float = 0.0
    """A number just before the noun that is counted."""
    focus: float = 0.0
    """The noun of which a name or a number is wanted."""
    names: float = 0.0
    """Capitalised words, three for 1."""
    persons: float = 0.0
    """Two capitalised words or more, where a person is asked for."""
    place: float = 0.0
    """A country where one is asked for, a state where one is asked for."""
    time: float = 0.0
    reason: float = 0.0


def expected(question: Question, sentence: str, found: list[Word]) -> Expected:
    """What `sentence` offers to `question`; `found` are its words."""
    kind, stems = question.kind, {word.stem for word in found}
    capitals = [word for word in _CAPITAL.findall(sentence) if folded(word) not in question.stems]
    numbers = [match for match in _NUMBERS.finditer(sentence) if folded(match.group()) not in question.stems]
    counting = kind is Kind.HOW_MANY
    return Expected(
        number=float(counting and bool(numbers)),
        counted=float(counting and _counted(question.focus, numbers, found)),
        focus=float(question.focus in stems),
        names=min(len(capitals), 3) / 3 if kind in NAMED else 0.0,
        persons=float(kind is Kind.WHO and len(capitals) >= 2),
        place=float(bool(_places(question.focus) & stems.difference(question.stems))),
        time=float(kind is Kind.WHEN and _TIME.search(sentence) is not None),
        reason=float(kind is Kind.WHY and _REASON.search(sentence) is not None),
    )


def _counted(focus: str | None, numbers: list[re.Match[str]], found: list[Word]) -> bool:
    nouns = [word.start for word in found if word.stem == focus]
    return any(0 < noun - number.start() < FOCUS_REACH for noun in nouns for number in numbers)


def _places(focus: str | None) -> frozenset[str]:
    """The places that can answer a question for this noun."""
    if focus in (folded("country"), folded("nation")):
        return COUNTRIES
    return STATES if focus == folded("state") else frozenset()
