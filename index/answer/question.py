"""Reads a news question: what it is about, whom it names, when it means and what it wants to know. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from index.answer.moments import MONTHS, WEEKDAYS, Window, window_of
from index.answer.outlets import outlets_in
from index.answer.words import STOPWORDS, folded, words

Name = tuple[str, ...]
"""The folded words of one name."""


class Kind(StrEnum):
    """What a question asks for."""

    WHO_SAID = "who said"
    WHAT_SAID = "what said"
    WHO = "who"
    WHEN = "when"
    HOW_MANY = "how many"
    WHERE = "where"
    WHICH = "which"
    WHY = "why"
    HAPPENED = "what happened"
    YES_NO = "yes or no"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    `terms` are its content words as written and `stems` the same folded, without repeats. `names` are people,
    places and organisations. `phrases` are the words it quotes. `speaker` is whose words are asked for, `focus` the
    noun of which a name or number is wanted ("how many tanks": "tank"), `measure` the word that says what is measured
    ("how old": "old"). `addressee` is to whom the words were said. `window` is None where no time is named.
    `outlets` are those that it asks for by name; their words are none of its content.
    """

    text: str
    kind: Kind
    terms: tuple[str, ...]
    stems: tuple[str, ...]
    names: tuple[Name, ...] = ()
    phrases: tuple[str, ...] = ()
    speaker: Name = ()
    addressee: Name = ()
    focus: str | None = None
    measure: str = ""
    window: Window | None = None
    outlets: tuple[str, ...] = ()


_CAPITALS = "".join(filter(str.isupper, map(chr, range(0x2000))))
_CAPITAL = rf"[{_CAPITALS}][\w.’'&-]*"
_NAME = re.compile(rf"{_CAPITAL}(?:\s+(?:(?:of|the|de|al|bin|van|von|der|la)\s+)?{_CAPITAL})*")
_WHO_SAID = re.compile(
    r"\bwho\b[^?]{0,40}?\b(?:said|says|told|complained|warned|argued|claimed|called|wrote|tweeted|added)\b", re.I
)
_WHAT_SAID = re.compile(
    r"\b(?:what|how)\s+(?:did|does|do|has|have|had)\s+(?P<who>.{2,60}?)\s+(?:\w+ly\s+)?"
    r"(?:say|said|tell|told|call|called|describe|described|claim|claimed|state|argue|add|comment|reply|respond)\b",
    re.I,
)
_TO_WHOM = re.compile(rf"\b(?:say(?:\s+\w+)?\s+to|tell|told|said\s+to)\s+(?:the\s+)?(?P<whom>{_NAME.pattern})")
_HOW_MANY = re.compile(
    r"\b(?:how\s+(?P<how>many|much|old|long|far|high|big|large|tall|often|fast|quickly|soon|few)"
    r"|(?:what|which)\s+(?P<which>percentage|percent|share|number|proportion|age|amount|price|score|rank|ranking)"
    r"|what\s+(?:is|was)\s+the\s+(?:\w+\s+)?(?P<what>cost|price|number|percentage|population|value))\b"
    r"(?:\s+(?:of\s+)?(?P<focus>[a-z]+))?",
    re.I,
)
_TIME = re.compile(r"\b(?:what|which)\s+(?:year|day|date|month|time|weekday|century)\b", re.I)
_BEGINS = re.compile(r"(?:^|[.?!:;]\s+)(?:\w+\s+)?(when|where|why|who|whom|whose|which|what)\b", re.I)
_ANYWHERE = (re.compile(r"\b(which|what|whose)\b", re.I), re.compile(r"\b(who|whom|when|where|why)\b", re.I))
_NOUNS = re.compile(r"\b(?:which|what|whose)\s+(?P<nouns>[\w’'-]+(?:\s+[\w’'-]+){0,3})", re.I)
_HAPPENED = re.compile(r"\bwhat\s+(?:(?:has|have|had|will)\s+)?(?:happen(?:s|ed)?|be?come|became)\b", re.I)
_YES_NO = re.compile(r"^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b", re.I)
_QUOTED = re.compile(r"[“\"]([^“”\"]{3,})[”\"]|‘([^‘’]{8,})’")


KINDS = {
    "who": Kind.WHO,
    "whom": Kind.WHO,
    "whose": Kind.WHO,
    "when": Kind.WHEN,
    "where": Kind.WHERE,
    "why": Kind.WHY,
    "which": Kind.WHICH,
    "what": Kind.OTHER,
}

_SORTS = """
    country nation state city town company university airline hurricane storm virus disease team club band movie film
    show book song animal river island park holiday singer actor actress rapper politician president player athlete
    musician celebrity automaker retailer agency museum planet"""

SORTS = frozenset(folded(noun) for noun in _SORTS.split())
"""Nouns that say of themselves what sort of answer is wanted, wherever they stand after "which"."""


_DATES = frozenset(map(folded, (*MONTHS, *WEEKDAYS)))


def understand(text: str, now: datetime, outlets: Iterable[str] = ()) -> Question:
    """Read a question; `now` is the moment it is asked, which "this week" is counted from, `outlets` are the known."""
    asked, window, named = text, window_of(text, now), outlets_in(text, outlets)
    for _, words_of_it in named:
        text = text.replace(words_of_it, " ")
    kind, speaker, focus = _wanted(text)
    written: dict[str, str] = {}
    content = _without_asking(text)
    for word in words(content):
        term = content[word.start : word.end]
        if word.stem and term.lower() not in STOPWORDS:
            written.setdefault(word.stem, term)
    return Question(
        text=asked,
        kind=kind,
        terms=tuple(written.values()),
        stems=tuple(written),
        names=_names(text),
        phrases=tuple((double or single).strip() for double, single in _QUOTED.findall(text)),
        speaker=speaker,
        addressee=_addressee(text) if kind is Kind.WHAT_SAID else (),
        focus=focus,
        measure=_measure(text) if kind is Kind.HOW_MANY else "",
        window=window,
        outlets=tuple(dict.fromkeys(outlet for outlet, _ in named)),
    )


def asks_who_said(text: str) -> bool:
    """Whether a question asks whose words something was."""
    return _WHO_SAID.search(text) is not None


def in_words_of(question: Question, speakers: Sequence[str]) -> Question:
    """The question as one for somebody's words, where it is to be answered from passages with those alone: it need name
    nobody itself, and what they said near its matter is wanted. `speakers` are the names of one person.
    """
    if not speakers or question.kind in (Kind.WHO_SAID, Kind.WHAT_SAID):
        return question
    return replace(question, kind=Kind.WHAT_SAID, speaker=_content(speakers[0]), focus=None, measure="")


def _without_asking(text: str) -> str:
    """A question without "how many", "on which day" and the like, which no answer repeats."""
    for asking in (_HOW_MANY, _TIME):
        if match := asking.search(text):
            end = match.start("focus") if asking is _HOW_MANY and match["focus"] else match.end()
            return f"{text[: match.start()]} {text[end:]}"
    return text


def _wanted(text: str) -> tuple[Kind, Name, str | None]:
    """The kind of the question, the speaker it asks about and its focus."""
    if asks_who_said(text):
        return Kind.WHO_SAID, (), None
    if (match := _WHAT_SAID.search(text)) and (speaker := _content(match["who"])):
        return Kind.WHAT_SAID, speaker, None
    if match := _HOW_MANY.search(text):
        return Kind.HOW_MANY, (), _focus(match["focus"] or "")
    if _TIME.search(text):
        return Kind.WHEN, (), None
    if _HAPPENED.search(text):
        return Kind.HAPPENED, (), None
    asked = _BEGINS.search(text) or next(filter(None, (word.search(text) for word in _ANYWHERE)), None)
    if asked is None:
        return (Kind.YES_NO if _YES_NO.search(text) else Kind.OTHER), (), None
    kind = KINDS[asked[1].lower()]
    match = _NOUNS.search(text, asked.start())
    focus = _focus(match["nouns"]) if match and kind in (Kind.WHICH, Kind.OTHER, Kind.WHO) else None
    return (Kind.WHICH if focus and kind is Kind.OTHER else kind), (), focus


def _addressee(text: str) -> Name:
    match = _TO_WHOM.search(text)
    return _content(match["whom"]) if match else ()


def _measure(text: str) -> str:
    match = _HOW_MANY.search(text)
    return next((word.lower() for word in match.group("how", "which", "what") if word), "") if match else ""


def _focus(nouns: str) -> str | None:
    """Of the words after "which": one that names a sort of thing, else the first, if it is no word of grammar."""
    first = nouns.split()[:1]
    if not first or first[0].lower() in STOPWORDS:
        return None
    stems = [folded(noun) for noun in nouns.split()]
    return next((one for one in stems if one in SORTS), stems[0])


def _content(text: str) -> Name:
    return tuple(word.stem for word in words(text) if text[word.start : word.end].lower() not in STOPWORDS)


def _names(text: str) -> tuple[Name, ...]:
    """Runs of capitalised words without those of grammar, as at the beginning of a sentence, and those of dates."""
    runs = (_content(match.group()) for match in _NAME.finditer(text))
    found = (tuple(stem for stem in run if stem not in _DATES) for run in runs)
    return tuple(dict.fromkeys(name for name in found if name))
