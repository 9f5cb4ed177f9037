"""Answers "what did X say" and "who said ..." with direct quotations and their speakers. Pure.

Which words are a quotation and who spoke them was found when the article was built.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.answer.choose import MOST_IN_ONE, MOST_QUOTES, MOST_WORDS, overlap, slice_of
from index.answer.question import Kind, Name, Question
from index.answer.statements import repeats
from index.answer.words import folded, stems_of, weight_of
from index.sentences import Span, sentence_spans
from index.types import Hit, Quotation, Quote

ABOUT = 6.0
"""What all of the question's words in and around a quotation count beside the score of its passage."""

BEHIND = 3.5
"""How much worse than the best a further quotation of the speaker asked about may be: farther behind stands what they
said of other matters. The words that the starter questions ask for are at most 3.1 behind."""

TELLING = 2.0
"""What a word must weigh to be a topic: fewer than one passage in seven holds it."""

ON_TOPIC = 0.25
"""Share of the topic that the surroundings of a quotation must hold. The starter questions' quotations hold .43 and
more, those that the same people spoke on other matters none of it."""

SAME_WORDS = 0.7
"""Share of a quoted phrase's words that a quotation must hold to be the one that is asked for."""

PARAGRAPH = 500
"""Characters before a quotation that may say what it is about: a paragraph of news has about 250."""

_ASKING = frozenset(map(folded, ("say", "said", "tell", "told")))
_TOLD = re.compile(
    r"\b(?:told|tells|telling|asked|assured|warned|urged|reminded|informed|to)\s+((?:[\w.’'-]+\s+){0,4}[\w.’'-]+)"
)


def spoken(question: Question, hits: Sequence[Hit], weights: Mapping[str, float]) -> list[Quote]:
    """Quotations that answer a question about somebody's words, best first; none where no quotation does."""
    if question.kind not in (Kind.WHO_SAID, Kind.WHAT_SAID):
        return []
    scored = _of_phrase(question, hits) if question.phrases else _about(question, hits, weights)
    quotes: list[Quote] = []
    left = MOST_WORDS
    least = max(score for score, _, _ in scored) - BEHIND if scored and question.kind is Kind.WHAT_SAID else -math.inf
    for score, hit, quotation in sorted(scored, key=lambda one: -one[0]):
        if score < least:
            break
        quote = whole(hit, quotation)
        length = len(quote.text.split())
        if length <= left and not any(overlap(quote, earlier) for earlier in quotes) and not repeats(quote, quotes):
            quotes.append(quote)
            left -= length
    return quotes[:MOST_QUOTES]


def attributed(quote: Quote) -> Quote:
    """A quote with speaker and role of the direct quotations in it, where they are one person's and a third of it."""
    inside = [
        one
        for one in quote.hit.quotations
        if one.speaker and quote.start <= one.spans[0][0] and one.spans[-1][1] <= quote.end
    ]
    said = sum(end - start for one in inside for start, end in one.spans)
    speakers = {one.speaker for one in inside}
    if len(speakers) != 1 or 3 * said < len(quote.text):
        return quote
    return replace(quote, speaker=speakers.pop(), role=next((one.role for one in inside if one.role), None))


def whole(hit: Hit, quotation: Quotation) -> Quote:
    """A quotation in its sentences, with the one before where only that one names the speaker."""
    text = hit.stored.article.text
    spans = sentence_spans(text)
    first = _at(spans, quotation.spans[0][0])
    last = _at(spans, quotation.spans[-1][1] - 1)
    while last > first and len(text[spans[first][0] : spans[last][1]].split()) > MOST_IN_ONE:
        last -= 1
    if first and quotation.speaker:
        name = stems_of(quotation.speaker)[-1:]
        before = text[spans[first - 1][0] : spans[last][1]]
        unnamed = not set(name) & set(stems_of(text[spans[first][0] : spans[last][1]]))
        if unnamed and set(name) & set(stems_of(before)) and len(before.split()) <= MOST_IN_ONE:
            first -= 1
    quote = slice_of(hit, spans[first][0], spans[last][1])
    return replace(quote, speaker=quotation.speaker, role=quotation.role)


def _at(spans: Sequence[Span], place: int) -> int:
    """The number of the sentence that holds a place."""
    return max(bisect_right(spans, place, key=lambda span: span[0]) - 1, 0)


def _about(question: Question, hits: Sequence[Hit], weights: Mapping[str, float]) -> list[tuple[float, Hit, Quotation]]:
    """The quotations of the speaker asked about, or of any named one, scored by what else of the question is near."""
    topic = {stem: weight for stem, weight in weights.items() if stem not in question.speaker}
    return [
        (hit.score + ABOUT * weight_of(set(stems_of(_around(hit, quotation))), topic), hit, quotation)
        for hit, quotation in _quotations(hits)
        if quotation.speaker
        and set(question.speaker[-1:]) <= set(stems_of(quotation.speaker))
        and _on_topic(question, hit, quotation, topic)
    ]


def _on_topic(question: Question, hit: Hit, quotation: Quotation, topic: Mapping[str, float]) -> bool:
    """Whether a quotation can be of what is asked about and was said to whom is asked about."""
    if question.kind is not Kind.WHAT_SAID:
        return True
    if question.addressee and not is_told(question.addressee, whole(hit, quotation).text):
        return False
    rare = {stem: weight for stem, weight in topic.items() if weight >= TELLING and stem not in _ASKING}
    start = quotation.spans[0][0]
    before = hit.stored.article.text[max(start - PARAGRAPH, 0) : start]
    held = set(stems_of(f"{hit.stored.article.title} {before} {hit.passage.text}"))
    return not rare or weight_of(held, rare) >= ON_TOPIC


def is_told(addressee: Name, sentences: str) -> bool:
    """Whether sentences say of what they quote that it was spoken to somebody."""
    told = (stems_of(match[1]) for match in _TOLD.finditer(sentences))
    return any(addressee[-1] in name for name in told)


def _of_phrase(question: Question, hits: Sequence[Hit]) -> list[tuple[float, Hit, Quotation]]:
    """The quotations that hold the words quoted in the question."""
    asked = set(stems_of(" ".join(question.phrases)))
    scored = []
    for hit, quotation in _quotations(hits):
        share = len(asked.intersection(stems_of(_words_of(hit, quotation)))) / (len(asked) or 1)
        if share >= SAME_WORDS:
            scored.append((share, hit, quotation))
    return scored


def _quotations(hits: Sequence[Hit]) -> list[tuple[Hit, Quotation]]:
    """Every quotation that overlaps a hit, once, with the best of its hits."""
    seen: dict[tuple[int, int], tuple[Hit, Quotation]] = {}
    for hit in hits:
        for quotation in hit.quotations:
            seen.setdefault((hit.stored.key, quotation.spans[0][0]), (hit, quotation))
    return list(seen.values())


def _words_of(hit: Hit, quotation: Quotation) -> str:
    return " ".join(hit.stored.article.text[start:end] for start, end in quotation.spans)


def _around(hit: Hit, quotation: Quotation) -> str:
    """A quotation with some 20 words before and after it."""
    start, end = quotation.spans[0][0], quotation.spans[-1][1]
    return hit.stored.article.text[max(start - 120, 0) : end + 120]
