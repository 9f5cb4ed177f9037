"""Holds a sentence that a language model wrote against the passages it names: what is not there is not shown. Pure.

A sentence stands only on one or two neighbouring sentences of a passage, which then are its citation. Everything that
can be copied has to be: quoted words letter for letter, names, numbers and dates. The rest may be worded anew a little,
in the order the article has it; a "not" more or less is another statement. Rather a true sentence is dropped than a
wrong one shown: what is dropped can still be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.answer.llm.quoted import around, in_own_words, places, quoted
from index.answer.llm.reply import Claim
from index.answer.words import STOPWORDS, folded, stems_of, words
from index.sentences import Span, sentence_spans
from index.types import Hit

OVERLAP = 0.8
"""Share of a sentence's content words that its evidence must hold. Of five words one may be the model's own."""

ORDER = 0.7
"""Share of them that must come in the evidence's order, so that who did what to whom is not turned round."""

FEWEST = 4
"""Content words that a sentence must have: of fewer nothing can be checked."""

MOST_EVIDENCE = 80
"""Words of evidence at most; longer sentences are lists and transcripts, in which anything can be found."""

_TURNING = (
    re.compile(
        r"\b(?:not?|never|none|nobody|nothing|neither|nor|without|cannot|unless|except|hardly|barely|den(?:y|ies|ied)"
        r"|refus\w+|reject\w+|fail(?:s|ed)?|unlikely|false(?:ly)?|rul(?:e|es|ed|ing) out)\b|n[’']t\b",
        re.I,
    ),
    re.compile(
        r"\b(?:may|might|could|would|should|if|whether|perhaps|possibl[ey]|allegedly|reportedly|appears?|seems?)\b",
        re.I,
    ),
)
"""Words that turn what follows into its contrary, or into something that is not certain."""

_REACH = 4
"""How many content words behind such a word it may turn."""

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_SAME_NUMBER = {folded(word): str(value) for value, word in enumerate(_UNITS)}
_MULTIPLES = frozenset(
    map(folded, ("hundred", "thousand", "million", "billion", "trillion", "dozen", "half", "quarter", "third"))
)
_STRANGE = re.compile(r"\S*(?:://|\w[./]\w{2,}|[^\s\w'’‘‚,.;:!?()/–—−-])\S*")
"""An address, a sum of money, a mention, whatever else is not plain words: it is copied or it is not shown."""

_EDGE = "'’‘,.;:!?()"
_CAPITALISED = re.compile(r"[^\W\d_a-zß-öø-ÿ]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a sentence rests on: `start` and `end` in the text of the hit's article, and how much of it is there.

    `text` is the sentence with its quotations as the article has them.
    """

    hit: Hit
    start: int
    end: int
    overlap: float
    text: str


def evidence(claim: Claim, passages: Sequence[Hit]) -> Evidence | None:
    """The best evidence for a claim in the passages it names; None where nothing there supports all of it."""
    found = (one for hit in passages for one in _in_passage(claim.text, hit))
    return max(found, key=lambda one: (one.overlap, one.start - one.end), default=None)


def _in_passage(claim: str, hit: Hit) -> Iterator[Evidence]:
    """Every stretch of one or two sentences of a passage that supports a claim."""
    text, begin = hit.stored.article.text, hit.passage.start
    content, quotations = content_words(claim), quoted(claim)
    if len(content) < FEWEST or quotations is None:
        return
    spans = sentence_spans(hit.passage.text)
    for start, end in (*spans, *zip((s for s, _ in spans), (e for _, e in spans[1:]), strict=False)):
        place = begin + start, begin + end
        stretch = text[slice(*place)]
        if len(stretch.split()) > MOST_EVIDENCE:
            continue
        overlap = _overlap(content, content_words(stretch))
        if overlap is None or not copied(claim, stretch, hit) or not _plain(around(claim, quotations), stretch):
            continue
        found = places(claim, quotations, place, hit)
        shown = (
            in_own_words(claim, quotations, found, text) if found is not None and _spoken(claim, found, hit) else None
        )
        if shown is not None:
            yield Evidence(hit, *place, overlap, shown)


def content_words(text: str) -> list[str]:
    """The words of a text that carry its meaning, folded, in order; numbers written out as digits."""
    return [_SAME_NUMBER.get(stem, stem) for stem in stems_of(text) if stem not in STOPWORDS]


def _overlap(claim: Sequence[str], stretch: Sequence[str]) -> float | None:
    """The share of a claim's content words that a stretch holds; None where it is too little or in another order."""
    held = set(stretch)
    share = sum(word in held for word in claim) / len(claim)
    return share if share >= OVERLAP and _in_order(claim, stretch) / len(claim) >= ORDER else None


def _in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = 0
        for at, there in enumerate(other, 1):
            before, row[at] = row[at], before + 1 if word == there else max(row[at], row[at - 1])
    return row[-1]


def copied(claim: str, stretch: str, hit: Hit) -> bool:
    """Whether what may not be worded anew stands in the stretch: quotations, names, numbers, "not" and "may"."""
    if any(_turned(claim, stretch, turning) for turning in _TURNING):
        return False
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


def _turned(claim: str, stretch: str, turning: re.Pattern[str]) -> bool:
    """Whether a claim says "not", or "may", of something of which its evidence doesn't, or the other way round."""
    own, theirs = _behind(claim, turning), _behind(stretch, turning)
    # what stands first behind it is what it turns; one more of them turns something, whatever that is
    invented = len(own) > len(theirs) or any(not any(set(here[:1]) & set(there) for there in theirs) for here in own)
    said = set(content_words(claim))
    lost = any(set(there) & said and not any(set(here) & set(there) for here in own) for there in theirs)
    return invented or lost


def _behind(text: str, turning: re.Pattern[str]) -> list[list[str]]:
    """The content words that follow each turning word of a text."""
    return [content_words(text[match.end() :])[:_REACH] for match in turning.finditer(text)]


def numbers(text: str) -> list[str]:
    """Every number of a text, "five" as "5" and "1,000" as "1000"; "million" and the like count as numbers."""
    stems = (_SAME_NUMBER.get(stem, stem) for stem in stems_of(text))
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
