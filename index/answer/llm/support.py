"""Holds a sentence that a language model wrote against the passages it names: what is not there is not shown. Pure.

A sentence stands only on one sentence of a passage, or two with a quotation, which then are its citation. Everything
that can be copied has to be: quoted words letter for letter, names, numbers and dates. The rest is the article's words
in the article's order (`following`): a "not" more or less is another statement, as is "praised" for "criticised".
Rather a true sentence is dropped than a wrong one shown: what is dropped can still be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.answer.llm.following import follows, same_word, told
from index.answer.llm.quoted import around, in_own_words, places, quoted
from index.answer.llm.reply import Claim
from index.answer.words import STOPWORDS, folded, stems_of, words
from index.sentences import Span, sentence_spans
from index.types import Hit

FEWEST = 4
"""Content words that a sentence must have: of fewer nothing can be checked."""

MOST_EVIDENCE = 80
"""Words of evidence at most; longer sentences are lists and transcripts, in which anything can be found."""

_MULTIPLES = frozenset(
    map(folded, ("hundred", "thousand", "million", "billion", "trillion", "dozen", "half", "quarter", "third"))
)
_STRANGE = re.compile(r"\S*(?:://|\w[./]\w{2,}|[^\s\w'’‘‚,.;:!?()/–—−-])\S*")
"""An address, a sum of money, a mention, whatever else is not plain words: it is copied or it is not shown."""

_EDGE = "'’‘,.;:!?()"
_CAPITALISED = re.compile(r"[^\W\d_a-zß-öø-ÿ]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a sentence rests on: `start` and `end` in the text of the hit's article.

    `text` is the sentence with its quotations as the article has them.
    """

    hit: Hit
    start: int
    end: int
    text: str


def evidence(claim: Claim, passages: Sequence[Hit]) -> Evidence | None:
    """The shortest evidence for a claim in the passages it names; None where nothing there supports all of it."""
    found = (one for hit in passages for one in _in_passage(claim.text, hit))
    return min(found, key=lambda one: one.end - one.start, default=None)


def _in_passage(claim: str, hit: Hit) -> Iterator[Evidence]:
    """Every stretch of a passage that supports a claim: a sentence; of what quotes, two neighbouring ones as well."""
    quotations = quoted(claim)
    if quotations is None or len(told(claim)) <= FEWEST:
        return
    begin = hit.passage.start
    spans = [(begin + start, begin + end) for start, end in sentence_spans(hit.passage.text)]
    stretches = [(one,) for one in spans] + (list(pairwise(spans)) if quotations else [])
    for stretch in stretches:
        shown = _shown(claim, quotations, stretch, hit)
        if shown is not None:
            yield Evidence(hit, stretch[0][0], stretch[-1][1], shown)


def _shown(claim: str, quotations: Sequence[Span], stretch: Sequence[Span], hit: Hit) -> str | None:
    """A claim as it may be shown where these sentences support it."""
    text, place, rest = hit.stored.article.text, (stretch[0][0], stretch[-1][1]), around(claim, quotations)
    words_there = text[slice(*place)]
    if len(words_there.split()) > MOST_EVIDENCE or not (_copied(claim, words_there, hit) and _plain(rest, words_there)):
        return None
    found = places(claim, quotations, place, hit)
    if found is None or not _spoken(claim, found, hit):
        return None
    granted = {stem for name in names(claim) for stem in name}.difference(stems_of(words_there))
    own = (_without(found, text, sentence) for sentence in stretch)
    return in_own_words(claim, quotations, found, text) if any(follows(rest, one, granted) for one in own) else None


def _without(quotations: Sequence[Span], text: str, sentence: Span) -> str:
    """A sentence of a text without what was found of quotations in it."""
    start, end = sentence
    parts = text[start:end]
    for low, high in ((max(low, start), min(high, end)) for low, high in quotations):
        if low < high:
            parts = f"{parts[: low - start]}{' ' * (high - low)}{parts[high - start :]}"
    return parts


def _copied(claim: str, stretch: str, hit: Hit) -> bool:
    """Whether numbers and names stand in the stretch."""
    return set(numbers(claim)) <= set(numbers(stretch)) and all(_named(name, stretch, hit) for name in names(claim))


def _plain(claim: str, stretch: str) -> bool:
    """Whether all but plain words stands in the stretch as it is."""
    return all(strange.strip(_EDGE) in stretch for strange in _STRANGE.findall(claim))


def _named(name: tuple[str, ...], stretch: str, hit: Hit) -> bool:
    """Whether a name stands in the stretch, in full or by its last word where the article has it in full, or is the
    outlet's own.
    """
    article = hit.stored.article
    held = set(stems_of(stretch))
    if set(name) <= held or set(name) <= set(stems_of(article.outlet)):
        return True
    return name[-1] in held and f" {' '.join(name)} " in f" {' '.join(stems_of(article.text))} "


def numbers(text: str) -> list[str]:
    """Every number of a text, "five" as "5" and "1,000" as "1000"; "million" and the like count as numbers."""
    stems = map(same_word, stems_of(text))
    return [stem for stem in stems if any(map(str.isdigit, stem)) or stem in _MULTIPLES]


def names(text: str) -> list[tuple[str, ...]]:
    """The folded words of each run of words that are written with a capital, but for words of grammar."""
    runs: list[list[str]] = [[]]
    end = 0
    for word in words(text):
        capital = _CAPITALISED.match(text, word.start) and word.stem not in STOPWORDS
        if not capital or text[end : word.start].strip():
            runs.append([])
        if capital:
            runs[-1].append(word.stem)
        end = word.end
    return [tuple(run) for run in runs if run]


def _spoken(claim: str, quotations: Sequence[Span], hit: Hit) -> bool:
    """Whether quoted words are given to whom the article gives them: the speaker's family name is in the claim."""
    held = set(stems_of(claim))
    for start, end in quotations:
        speakers = [
            one.speaker for one in hit.quotations if one.speaker and any(s < end and start < e for s, e in one.spans)
        ]
        if speakers and not any(stems_of(speaker)[-1] in held for speaker in speakers):
            return False
    return True
