"""Reads what sentences count and measure: "at least 27 people were killed", "sold for $6.2 million". Pure.

Leaves days to `dates_told`, and to `differing` which of two claims are of one thing and say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answer.moments import MONTHS
from index.answer.words import STOPWORDS, folded
from index.types import Hit

PEOPLE, MONEY, SHARE = "people", "the amount", "the share"


def _words(listed: str) -> list[str]:
    return listed.split()


_KILLED, _INJURED = "killed", "injured"
_FATES = {
    **dict.fromkeys(map(folded, _words("killed killing kills dead died dies die death deaths")), _KILLED),
    **dict.fromkeys(map(folded, _words("injured injuring injuries wounded wounding hurt")), _INJURED),
}
"""Words by which outlets tell the same of people."""

_PERSONS = frozenset(map(folded, _words("people person persons lives victims others")))

_SMALL = {name: n for n, name in enumerate(_words("two three four five six seven eight nine ten eleven twelve"), 2)}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_ROUGHLY = (
    "at least|at most|more than|less than|fewer than|nearly|almost|about|around|roughly|some|over|under|up to"
    "|an estimated|approximately|close to"
)
_NUMBER = re.compile(
    rf"(?:\b(?P<roughly>{_ROUGHLY})\s+)?(?<![\w.,:/-])(?P<money>[$€£])?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{'|'.join(_SMALL)})\b)"
    rf"(?:\s(?P<scale>{'|'.join(_SCALES)})\b)?(?P<share>\s?%|\s(?:per ?cent)\b)?(?![\w:/-]|[.,]\d)",
    re.I,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NO_COUNT_AFTER = re.compile(
    rf"\s*(?:{'|'.join(MONTHS)}|[ap]\.?m\b|o[’']clock|years? old|seconds?|minutes?|hours?|days?"
    r"|weeks?|months?|years?)\b",
    re.I,
)
"""A date, a time, an age, and stretches of time, of which an article tells many."""

_AUXILIARY = frozenset(
    _words(
        "is are was were be been being has have had will would could may might also reportedly still now so far"
        " already who that which to"
    )
)
_NOUN = 3
"""Words of what is counted at most: long-range ballistic missiles."""

_PAST_NOUN = frozenset(
    _words("across since amid near within without per via among despite around linked reported related")
)
"""Words behind a noun that are none of it, beside those of grammar."""

_BEFORE = 5
"""Words before a number that may say what it counts: the death toll of the flood in Ogdenville has risen to 27."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence of a hit gives: the words `text[start:end]` of the article, the sentence is `text[low:high]`.

    `what` is what is counted, measured or dated, `deed` what is told of it: claims on one thing have both in common.
    `value` compares, `rough` where the words say that it is not exact, `about` names the thing to a reader.
    """

    hit: Hit
    low: int
    high: int
    start: int
    end: int
    what: str
    deed: str
    value: float
    rough: bool
    about: str

    @property
    def words(self) -> str:
        """The claim as it stands in the article."""
        return self.hit.stored.article.text[self.start : self.end]


def counted(hit: Hit, low: int, high: int) -> Iterator[Claim]:
    """The numbers of one sentence of a hit's article."""
    text = hit.stored.article.text
    for match in _NUMBER.finditer(text, low, high):
        if _counts(match, text, low):
            nouns, end = _nouns(text, match.end(), high)
            if read := _read(match, nouns, _before(text, low, match.start()), _beyond(text, end, high)):
                what, deed, about = read
                finish = match.end() if what in (MONEY, SHARE) else end
                yield Claim(hit, low, high, match.start(), finish, what, deed, _value(match), _is_rough(match), about)


def _read(
    match: re.Match[str], nouns: Sequence[str], before: Sequence[str], beyond: str | None
) -> tuple[str, str, str] | None:
    """What is counted, what is told of it, and how a reader may be told of both."""
    if match["money"] or match["share"]:
        unit = MONEY if match["money"] else SHARE
        deed = before[-1] if before else beyond
        return (f"{match['money'] or '%'}", folded(deed), f"{unit} ({deed.lower()})") if deed else None
    near = [*nouns, *([beyond] if beyond else []), *reversed(before)]
    fate = next((_FATES[folded(word)] for word in near if folded(word) in _FATES), None)
    if fate and (not nouns or folded(nouns[0]) in _PERSONS or folded(nouns[0]) in _FATES):
        return PEOPLE, fate, f"{PEOPLE} {fate}"
    deed = beyond or (before[-1] if before else None)
    if len(nouns) > 1 and (folded(nouns[-1]) in _FATES or nouns[-1].endswith("ed")):
        # "27 soldiers killed in Sudan"
        nouns, deed = nouns[:-1], nouns[-1]
    if not nouns or deed is None:
        return None
    return folded(nouns[-1]), _FATES.get(folded(deed), folded(deed)), " ".join(nouns)


def _counts(match: re.Match[str], text: str, low: int) -> bool:
    """Whether a number can be one of something: no year, no part of a date, a time or a name as "Boeing 737"."""
    if match["money"] or match["share"]:
        return True
    if re.fullmatch(r"(?:19|20)\d\d", match["number"]) and not match["scale"]:
        return False
    before = text[low : match.start()].split()
    named = len(before) > 1 and before[-1][:1].isupper() and before[-1][-1].isalnum()
    return not named and _NO_COUNT_AFTER.match(text, match.end()) is None


def _nouns(text: str, at: int, high: int) -> tuple[list[str], int]:
    """The words behind a number, up to the next one of grammar, and where they end."""
    nouns: list[str] = []
    while len(nouns) < _NOUN and (word := _next(text, at, high)):
        low = word.group().lower()
        if low in STOPWORDS or low in _PAST_NOUN or (nouns and low.endswith("ly")):
            break
        nouns.append(word.group())
        at = word.end()
    return nouns, at


def _beyond(text: str, at: int, high: int) -> str | None:
    """The first word behind a noun that says what became of it: 27 people | have been | killed."""
    for _ in range(2 * _NOUN):
        word = _next(text, at, high)
        if word is None:
            return None
        if word.group().lower() not in _AUXILIARY:
            return None if word.group().lower() in STOPWORDS else word.group()
        at = word.end()
    return None


def _next(text: str, at: int, high: int) -> re.Match[str] | None:
    """The word that follows with nothing but a space between."""
    begin = at + 1 if text[at : at + 1] == " " else at
    return _WORD.match(text, begin, high) if begin > at else None


def _before(text: str, low: int, at: int) -> list[str]:
    """The last words before a number that are none of grammar, as far as no comma parts them from it."""
    clause = re.split(r"[,;:()“”\"–—]", text[low:at])[-1]
    return [word for word in _WORD.findall(clause) if word.lower() not in STOPWORDS][-_BEFORE:]


def _value(match: re.Match[str]) -> float:
    number = match["number"].lower()
    value = float(_SMALL[number]) if number in _SMALL else float(number.replace(",", ""))
    return value * _SCALES.get((match["scale"] or "").lower(), 1.0)


def _is_rough(match: re.Match[str]) -> bool:
    return match["roughly"] is not None
