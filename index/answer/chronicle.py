"""Picks what a timeline shows: of each text on a topic, with its near copies, the sentence that tells most. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from index.answer.choose import MOST_IN_ONE, slice_of
from index.answer.floor import held_by
from index.answer.question import Question
from index.answer.sentences import read
from index.answer.spoken import attributed
from index.answer.statements import FEWEST, led_up, length, states
from index.answer.typography import plain
from index.answer.words import weight_of
from index.types import Hit, Quote

WORDS_FOUND, NEAR_FOUND = 300, 100
"""Passages looked at for a timeline, by their words and by their meaning: a story that runs for months has some fifty
articles, of which a few passages each hold the topic's words."""

ON_TOPIC = 0.75
"""Share of the topic's weight that passage and title hold: of four words equally rare one may be missing."""

ITSELF = 0.3
"""Share of it that the quoted sentence must hold itself, beside what the text around it says: a name of the topic."""


@dataclass(frozen=True, slots=True)
class Told:
    """The passage of one text that tells most of a topic, and how much; larger is better."""

    hit: Hit
    merit: float


def on_topic(question: Question, hits: Iterable[Hit], weights: Mapping[str, float]) -> list[Told]:
    """The best passage of each dated text, with its near copies, that is on the topic and of its days; best first."""
    best: dict[int, Told] = {}
    for hit in hits:
        told = Told(hit, weight_of(held_by(hit), weights) + (hit.cosine or 0.0))
        known = best.get(hit.stored.cluster)
        if _fits(question, hit, weights) and (known is None or told.merit > known.merit):
            best[hit.stored.cluster] = told
    return sorted(best.values(), key=lambda one: -one.merit)


def in_order(question: Question, hits: Sequence[Hit], weights: Mapping[str, float]) -> list[Quote]:
    """What is quoted of each passage, the oldest first; the same words once, from who had them first."""
    quotes: dict[str, Quote] = {}
    for hit in sorted(hits, key=_published):
        if quote := _telling(question, hit, weights):
            quotes.setdefault(plain(quote.text), attributed(quote))
    return list(quotes.values())


def _fits(question: Question, hit: Hit, weights: Mapping[str, float]) -> bool:
    published, window = hit.stored.article.published, question.window
    if published is None or weight_of(held_by(hit), weights) < ON_TOPIC:
        return False
    if question.outlets and hit.stored.article.outlet not in question.outlets:
        return False
    return window is None or window.since <= published < window.before


def _telling(question: Question, hit: Hit, weights: Mapping[str, float]) -> Quote | None:
    """The sentence that tells most of the topic, with what it needs to be understood; None where nothing is stated."""
    text = hit.stored.article.text
    stating = [one for one in read(question, hit, weights) if states(text, one.start, one.end)]
    stating = [
        one
        for one in stating
        if FEWEST <= length(text[one.start : one.end]) <= MOST_IN_ONE and weight_of(one.stems, weights) >= ITSELF
    ]
    if not stating:
        return None
    best = max(stating, key=lambda one: one.merit)
    return led_up(slice_of(hit, best.start, best.end), MOST_IN_ONE)


def _published(hit: Hit) -> datetime:
    assert hit.stored.article.published is not None, "undated texts are no part of a timeline"
    return hit.stored.article.published
