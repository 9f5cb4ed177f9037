"""Decides what is to be said of a quotation, given where its words were found. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from index.answer.cite import citation
from index.answer.gate import SHORTEST, Occurrence, Pasted, occurrences, pasted, voice
from index.answer.names import same_person
from index.answer.nearest import differences, nearest
from index.sentences import sentence_spans
from index.store.quotations import Version
from index.types import Hit, Passage, Quote
from index.verdicts import Check, Evidence, Verdict

EARLIER, LATER = timedelta(days=1), timedelta(days=7)
"""How long before and after the day they are said to be of words may be reported: time zones, and weekly papers."""

COMPARED = 1_500
"""Characters of a quotation that are compared word by word: three times a long one."""

NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Asked:
    """A quotation to look up, as pasted, with whom and what day it is given to, where that is said."""

    text: str
    speaker: str | None = None
    day: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The words as they stand in one version of an article, and who speaks them there, where one person does."""

    version: Version
    occurrence: Occurrence
    speaker: str | None


def standings(quotation: Pasted, versions: Iterable[Version]) -> list[Standing]:
    """Where the words stand, once an article: in its newest version that has them, complete if anywhere.

    Articles as they are today come before those that have been changed since, earlier ones before later ones.
    """
    best: dict[int, Standing] = {}
    for version in versions:
        for occurrence in occurrences(quotation, version.stored.article.text, version.quotations):
            standing = Standing(version, occurrence, _speaker(version, occurrence))
            held = best.get(version.stored.key)
            if held is None or _worth(standing) > _worth(held):
                best[version.stored.key] = standing
    found = sorted(best.values(), key=lambda one: one.version.stored.article.published or NEVER)
    return sorted(found, key=lambda one: not one.version.current)


def judged(asked: Asked, found: Sequence[Standing]) -> Check:
    """What is to be said of a quotation that was found, or is too short to be looked for."""
    quotation = pasted(asked.text)
    if quotation.words < SHORTEST:
        return _check(asked, Verdict.TOO_SHORT, ())
    if complete := [one for one in found if one.occurrence.complete]:
        found = complete
    if not found:
        return _check(asked, Verdict.UNKNOWN, ())
    of_speaker = [one for one in found if asked.speaker is None or is_theirs(one, asked.speaker)]
    if not of_speaker:
        return _check(asked, Verdict.OTHER_SPEAKER, found)
    if asked.speaker is None and _said_by_several(of_speaker):
        return _check(asked, Verdict.AMBIGUOUS, of_speaker)
    of_day = [one for one in of_speaker if asked.day is None or _is_of(one, asked.day)]
    if not of_day:
        return _check(asked, Verdict.OTHER_DATE, of_speaker)
    if complete:
        return _check(asked, Verdict.EXACT, of_day)
    return _check(asked, Verdict.SHORTENED, of_day, quotation.inserted)


def altered(asked: Asked, versions: Sequence[Version]) -> Check:
    """What is to be said of a quotation that stands nowhere: which words it was made of, if any are near enough."""
    text = asked.text[:COMPARED]
    near = nearest(text, [version.stored.article.text for version in versions])
    if near is None:
        return _check(asked, Verdict.UNKNOWN, ())
    version, spans = versions[near.text], ((near.start, near.end),)
    changes, same_words = differences(text, version.stored.article.text[near.start : near.end])
    occurrence = Occurrence(spans, complete=False)
    standing = Standing(version, occurrence, _speaker(version, occurrence))
    return Check(
        asked.text, Verdict.ALTERED, asked.speaker, asked.day, (evidence(1, standing),), changes, same_words=same_words
    )


def is_theirs(standing: Standing, speaker: str) -> bool:
    """Whether the article gives the words to a speaker; what nobody is quoted with are the outlet's own words."""
    return same_person(speaker, standing.speaker or standing.version.stored.article.outlet)


def evidence(n: int, standing: Standing) -> Evidence:
    """The words found, cited."""
    version, occurrence = standing.version, standing.occurrence
    text = version.stored.article.text
    start, end = occurrence.start, occurrence.end
    hit = Hit(0, version.stored, Passage(start, end, text[start:end]))
    quote = Quote(hit, start, end, text[start:end], standing.speaker)
    return Evidence(citation(n, quote), occurrence.spans, version.current, sentences_around(text, start, end))


def sentences_around(text: str, start: int, end: int) -> str:
    """The sentences, of its own paragraphs, that a stretch of a text is in."""
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    paragraphs = text[low : high if high >= 0 else len(text)]
    inside = [span for span in sentence_spans(paragraphs) if span[0] < end - low and start - low < span[1]]
    return paragraphs[inside[0][0] : inside[-1][1]] if inside else text[start:end]


def _check(asked: Asked, verdict: Verdict, found: Sequence[Standing], inserted: tuple[str, ...] = ()) -> Check:
    cited = tuple(evidence(n, one) for n, one in enumerate(found, 1))
    return Check(asked.text, verdict, asked.speaker, asked.day, cited, inserted=inserted)


def _speaker(version: Version, occurrence: Occurrence) -> str | None:
    """Who speaks the words: the one speaker of every direct quotation that they share words with."""
    voices = {name for span in occurrence.spans for name in voice(span, version.quotations)}
    return voices.pop() if len(voices) == 1 else None


def _worth(standing: Standing) -> tuple[bool, bool, int, bool]:
    """What makes one standing in an article better than another of the same article."""
    version, occurrence = standing.version, standing.occurrence
    return occurrence.complete, version.current, version.stored.version, standing.speaker is not None


def _said_by_several(found: Sequence[Standing]) -> bool:
    named = [one.speaker for one in found if one.speaker is not None]
    return any(not same_person(named[0], other) for other in named[1:])


def _is_of(standing: Standing, day: datetime) -> bool:
    published = standing.version.stored.article.published
    return published is not None and day - EARLIER <= published < day + LATER + timedelta(days=1)
