"""Whether a sentence holds the sort of thing a question asks for: a number, a day, a name, a place, a reason. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.answer.places import COUNTRIES, STATES
from index.answer.question import Kind, Question
from index.answer.words import folded, words

_NUMBER = (
    # never from within a number, or a long one is tried again at each of its digits
    r"(?:(?<!\d)(?<!\d[.,])\d+(?:[.,]\d+)*"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?"
    r"|million|billion|half|quarter)\b)"
)
_NUMBERS = re.compile(_NUMBER, re.I)
_SPAN = r"(?:second|minute|hour|day|week|month|year|decade|centur)"
_AGE = re.compile(rf"{_NUMBER}[- ]years?[- ]olds?|\baged? (?:of )?\d|, \d\d,|\b(?:was|is|turn(?:s|ed)?) \d\d\b", re.I)
_PERCENT = re.compile(rf"{_NUMBER}\s?(?:%|per ?cent)", re.I)
_DURATION = re.compile(rf"{_NUMBER}[- ]{_SPAN}|\b(?:an?|half an?) {_SPAN}", re.I)
_LENGTH = re.compile(rf"{_NUMBER}[- ](?:feet|foot|ft|met(?:er|re)s?|miles?|kilomet|km|inch|acres?|square)", re.I)
_AMOUNT = re.compile(
    rf"[$€£¥]\s?\d|{_NUMBER}[- ](?:\w+ )?(?:dollar|euro|pound|yen|cents?\b|%|per ?cent|degrees?)", re.I
)
MEASURES = {
    **dict.fromkeys(("old", "age"), _AGE),
    **dict.fromkeys(("percentage", "percent", "share", "proportion"), _PERCENT),
    **dict.fromkeys(("long", "quickly", "soon", "often"), _DURATION),
    **dict.fromkeys(("far", "high", "tall", "big", "large"), _LENGTH),
    **dict.fromkeys(("much", "cost", "price", "amount", "value"), _AMOUNT),
}
"""How a number looks that answers "how old", "which share", "for how long": its unit tells it from other numbers."""

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

NAMED = frozenset((Kind.WHICH, Kind.WHO, Kind.WHERE, Kind.OTHER, Kind.HAPPENED, Kind.WHO_SAID))
"""Questions that are mostly answered by a name."""

FOCUS_REACH = 25
"""Characters within which a number belongs to the noun behind it: "183 oil tankers and vessels"."""


class Expected(NamedTuple):
    """What of the sort asked for a sentence holds and the question does not, 0 to 1 each."""

    number: float = 0.0
    counted: float = 0.0
    """A number just before the noun that is counted."""
    measure: float = 0.0
    """A number with the unit that is asked for."""
    names: float = 0.0
    """Capitalised words, three for 1."""
    persons: float = 0.0
    """Two capitalised words or more, where a person is asked for."""
    place: float = 0.0
    """A country where one is asked for, a state where one is asked for."""
    time: float = 0.0
    reason: float = 0.0


def expected(question: Question, sentence: str, stems: set[str]) -> Expected:
    """What `sentence`, whose folded words are `stems`, offers to `question`."""
    kind = question.kind
    place = _places(question.focus)
    found = _NUMBERS.finditer(sentence) if kind is Kind.HOW_MANY else ()
    numbers = [
        match.start() for match in found if _counts(match.group()) and folded(match.group()) not in question.stems
    ]
    unit = MEASURES.get(question.measure) if numbers else None
    names = _CAPITAL.findall(sentence) if kind in NAMED else ()
    capitals = sum(folded(word) not in question.stems for word in names)
    return Expected(
        number=float(bool(numbers)),
        counted=float(question.focus in stems and _counted(question.focus, numbers, sentence)),
        measure=float(unit is not None and unit.search(sentence) is not None),
        names=min(capitals, 3) / 3,
        persons=float(kind is Kind.WHO and capitals >= 2),
        place=float(any(stem in place and stem not in question.stems for stem in stems)) if place else 0.0,
        time=float(kind is Kind.WHEN and _TIME.search(sentence) is not None),
        reason=float(kind is Kind.WHY and _REASON.search(sentence) is not None),
    )


def _counts(number: str) -> bool:
    """Whether a number can be one of something: a bare year is not."""
    return re.fullmatch(r"(?:19|20)\d\d", number) is None


def _counted(focus: str | None, numbers: list[int], sentence: str) -> bool:
    """Whether one of the numbers, given by where they begin, stands before the noun that is counted."""
    nouns = [word.start for word in words(sentence) if word.stem == focus] if numbers else []
    return any(0 < noun - number < FOCUS_REACH for noun in nouns for number in numbers)


def _places(focus: str | None) -> frozenset[str]:
    """The places that can answer a question for this noun."""
    if focus in (folded("country"), folded("nation")):
        return COUNTRIES
    return STATES if focus == folded("state") else frozenset()
