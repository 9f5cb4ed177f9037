"""Finds where outlets that are no copies of one another give other numbers or days for one thing. Pure.

It would rather miss a disagreement than call two things one: what is counted and what is told of it must be the same,
the articles of the same days, the names of each sentence known to the other's passage, and neither number in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import chain

from index.answer.claims import Claim, counted
from index.answer.dates_told import DATE, WEEKDAY, dated
from index.answer.words import STOPWORDS, folded, stems_of
from index.sentences import sentence_spans
from index.types import Hit

WITHIN = timedelta(days=10)
"""Between two reports of one event; a toll of last month is most likely another event's."""

SAME_WEEK = timedelta(days=3)
"""Between two reports in which a weekday is the same one."""

ALIKE = 0.25
"""Share of the shorter sentence's words of content that the other's passage and title must hold beside claim and names.
Two sentences of one event hold .3 and more of each other, two of different events that count the same about .1."""

CLOSELY = 0.5
"""The same where what is measured says little by itself: any two distances or days may stand near one topic."""

_VAGUE = frozenset(map(folded, ("miles", "feet", "acres", "points", "degrees", "times", "countries", "states")))

ROUGH, ROUNDED = 0.1, 0.05
"""A number that is said to be about right may be a tenth off, a round one a twentieth: it is the same then."""

ROUND = 100
"""From here on a number of one or two digits and zeros may be round: 1,200 but not 12."""

MOST_SIDES, MOST = 4, 3
"""Sides of one disagreement, and disagreements of one answer: what a reader takes in below the quotations."""

_NAME = re.compile(r"(?<=[a-z,;:’'] )[A-Z][\w’'-]+")


def claims(hits: Iterable[Hit]) -> list[Claim]:
    """What the passages' sentences count and date, but where one sentence gives several numbers of one thing."""
    return list(chain.from_iterable(map(_of_passage, hits)))


def _of_passage(hit: Hit) -> list[Claim]:
    found: list[Claim] = []
    for one, other in sentence_spans(hit.passage.text):
        low, high = hit.passage.start + one, hit.passage.start + other
        here = [*counted(hit, low, high), *dated(hit, low, high)]
        found += [each for each in here if sum(each.what == again.what for again in here) == 1]
    return found


def comparable(anchors: Sequence[Claim], hits: Iterable[Hit]) -> list[Hit]:
    """The hits whose articles may say otherwise than an anchor's: reading all takes a tenth of an answer's time."""
    return [hit for hit in hits if any(_apart(one.hit, hit) and _within(WITHIN, one.hit, hit) for one in anchors)]


def disagreements(anchors: Sequence[Claim], others: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    """For each of the anchors, the likeliest first, the claims that say otherwise, together with it, a value once and
    the oldest report first.
    """
    found: list[tuple[Claim, ...]] = []
    told: set[tuple[str, str]] = set()
    for anchor in anchors:
        if (anchor.what, anchor.deed) in told:
            continue
        sides = [anchor]
        for other in others:
            if len(sides) < MOST_SIDES and all(otherwise(side, other) for side in sides):
                sides.append(other)
        if len(sides) > 1:
            told.add((anchor.what, anchor.deed))
            found.append(tuple(sorted(sides, key=_published)))
    return found[:MOST]


def otherwise(one: Claim, other: Claim) -> bool:
    """Whether two claims are of one thing and give it other values, in articles that are no copies."""
    return (
        (one.what, one.deed) == (other.what, other.deed)
        and _apart(one.hit, other.hit)
        and not same_value(one, other)
        and _within(SAME_WEEK if one.what == WEEKDAY else WITHIN, one.hit, other.hit)
        and not (_holds(one, other) or _holds(other, one))
        and _of_one_event(one, other)
    )


def same_value(one: Claim, other: Claim) -> bool:
    """Whether two numbers may be meant as the same: one is rounded, or said to be rough."""
    low, high = sorted((one.value, other.value))
    allowed = max(_off(one), _off(other))
    return high - low <= allowed * high


def _off(claim: Claim) -> float:
    if claim.rough:
        return ROUGH
    digits = f"{claim.value:.10g}".replace(".", "").rstrip("0")
    return ROUNDED if claim.value >= ROUND and len(digits) <= 2 else 0.0


def _apart(one: Hit, other: Hit) -> bool:
    """Whether two articles are no copies of one text, nor one outlet's, nor one agency's."""
    return one.stored.cluster != other.stored.cluster and _origin(one) != _origin(other)


def _origin(hit: Hit) -> str:
    return hit.stored.article.agency or hit.stored.article.outlet


def _published(claim: Claim) -> float:
    published = claim.hit.stored.article.published
    return published.timestamp() if published else 0.0


def _within(time: timedelta, one: Hit, other: Hit) -> bool:
    """Whether two articles were published within a time of each other; undated ones were not."""
    first, second = one.stored.article.published, other.stored.article.published
    return first is not None and second is not None and abs(first - second) <= time


def _holds(one: Claim, other: Claim) -> bool:
    """Whether the first one's passage gives the other's number as well: it then tells of two things, or of a change."""
    digits = re.findall(r"\d[\d.,]*\d|\d", other.words)
    return any(re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", one.hit.passage.text) for number in digits)


def _of_one_event(one: Claim, other: Claim) -> bool:
    return all(_known(*pair) for pair in ((one, other), (other, one)))


def _known(one: Claim, other: Claim) -> bool:
    """Whether the names of a sentence, half of them, and enough of its words are known to the other's passage."""
    text = one.hit.stored.article.text[one.low : one.high]
    there = set(stems_of(other.hit.passage.text)).union(stems_of(other.hit.stored.article.title))
    names = {stem for name in _NAME.findall(text) for stem in stems_of(name)}
    content = {stem for stem in stems_of(text) if stem not in STOPWORDS and not stem[0].isdigit()}
    content -= names | set(stems_of(one.words)) | {one.deed}
    vague = one.what in _VAGUE or one.what in (DATE, WEEKDAY)
    alike = len(content & there) >= (CLOSELY if vague else ALIKE) * len(content)
    return alike and 2 * len(names & there) >= len(names) and bool((names | content) & there)
