"""Whether the words of a claim follow each other as in the article, each behind the same "not", "may", "before". Pure.

Words may be left out of what the article says, none may be added, and one phrase of time or place may come first or
not ("On Friday he left" for "He left on Friday"). What says that something is not so, not certain or the other way
round belongs to the word behind it and stays there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from index.answer.words import STOPWORDS, folded, words

_NOT = re.compile(
    r"\b(?:not?|never|none|nobody|nothing|neither|nor|without|cannot|unless|except|hardly|barely|den(?:y|ies|ied)"
    r"|refus\w+|reject\w+|fail(?:s|ed)?|unlikely|false(?:ly)?|rul(?:e|es|ed|ing) out|\w+n[’']t)\b",
    re.I,
)
_MAY = re.compile(
    r"\b(?:may|might|could|would|should|if|whether|perhaps|possibl[ey]|allegedly|reportedly|appears?|seems?)\b", re.I
)
_RELATING = re.compile(
    r"\b(?:after|again|before|between|by|down|during|few|from|most|off|only|out|over|through|to|under|until|up)\b", re.I
)
"""Words of grammar that say who did it, when, or which way."""

_MAY_BE_LEFT_OUT = frozenset(("to", "again"))
"""Of those, what may be missing: "paid the firm" for "paid a million to the firm"."""

_TURNS_ALL = re.compile(r"\b(?:if|unless|except|whether|false(?:ly)?|den(?:y|ies|ied))\b", re.I)
"""What turns a whole sentence from wherever it stands in it."""

_PURE = re.compile(r"never|none|nobody|nothing|neither|without|cannot|perhaps|\w+n[’']t", re.I)
"""Turning words that are no content beside: "won't" is "will not"."""

_REACH = 4
"""How many content words behind a "not" or "may" it may turn."""

_PHRASE = re.compile(r"\b(on|in|at)(?: the| an?)?\s*\Z", re.I)
"""What a phrase of time or place begins with: a word, or a day with its month."""

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_SAME = {folded(word): str(value) for value, word in enumerate(_UNITS)}
_SAY = "say"
_SAME |= dict.fromkeys(map(folded, ("says", "said", "saying", "told", "tells", "stated")), _SAY)


@dataclass(frozen=True, slots=True)
class Told:
    """One content word: `turned` by which "not" and "may", `related` by which "before", `phrase` of which "on"."""

    stem: str
    turned: tuple[str, ...]
    related: frozenset[str]
    phrase: str


def same_word(stem: str) -> str:
    """One form for words that are exchanged without harm: "five" and "5", "said" and "told"."""
    return _SAME.get(stem, stem)


def told(text: str) -> list[Told]:
    """The content words of a text in order; a last one, without a stem, has what stands behind all of them."""
    found: list[Told] = []
    begin = 0
    for word in words(text):
        if word.stem not in STOPWORDS and not _PURE.fullmatch(text[word.start : word.end]):
            found.append(_behind(text[begin : word.start], same_word(word.stem)))
            begin = word.start
    return [*found, _behind(text[begin:], "")]


def _behind(gap: str, stem: str) -> Told:
    """A word with what turns it; the gap begins with the content word before it, which may do so itself."""
    turned = ["not"] * len(_NOT.findall(gap)) + ["may"] * len(_MAY.findall(gap))
    phrase = _PHRASE.search(gap)
    related = frozenset(map(str.lower, _RELATING.findall(gap)))
    return Told(stem, tuple(turned), related, phrase[1].lower() if phrase else "")


def follows(claim: str, sentence: str, granted: Collection[str] = ()) -> bool:
    """Whether a claim says what a sentence says, with some of its words; those granted may be missing there."""
    if _TURNS_ALL.search(sentence) and not _TURNS_ALL.search(claim):
        return False
    theirs = told(sentence)
    held = {one.stem for one in theirs}
    *own, last = (one for one in told(claim) if one.stem in held or one.stem not in granted)
    if (last.turned or last.related) and (last.turned, last.related) != (theirs[-1].turned, theirs[-1].related):
        return False
    # "could be" before a quotation that both end with turns that quotation
    if [one.stem for one in own[-1:]] == [one.stem for one in theirs[-2:-1]] and last.turned != theirs[-1].turned:
        return False
    return _stands(own, theirs) or any(_stands(rest, theirs) for rest in _without_phrase(own, theirs))


def _without_phrase(own: Sequence[Told], theirs: Sequence[Told]) -> Iterator[list[Told]]:
    """A claim without a phrase of time or place that begins it, or that begins the sentence."""
    for start in (at for at, one in enumerate(own) if one.phrase):
        dated = any(sign.isdigit() for one in own[start : start + 2] for sign in one.stem)
        for phrase in (own[start : start + length] for length in ((1, 2) if dated else (1,))):
            there = range(len(theirs)) if start == 0 else (0,)
            if any(phrase == theirs[at : at + len(phrase)] for at in there):
                yield [*own[:start], *own[start + len(phrase) :]]


def _stands(own: Sequence[Told], theirs: Sequence[Told]) -> bool:
    """Whether words stand among others in their order, each turned and related as there."""
    ends = {-1}
    for word in own:
        places = [at for at, one in enumerate(theirs) if one.stem == word.stem]
        ends = {at for at in places if any(_reaches(word, theirs, last, at) for last in ends)}
    return bool(ends)


def _reaches(word: Told, theirs: Sequence[Told], last: int, at: int) -> bool:
    """Whether a word may stand at a place where the one before it stands at `last`, or is none."""
    left_out = theirs[last + 1 : at + 1]
    # who said that somebody left has not left
    said = last >= 0 and any(one.stem == _SAY for one in left_out[:-1])
    return last < at and not said and _same(word, left_out)


def _same(word: Told, left_out: Sequence[Told]) -> bool:
    """Whether a word has before it what its place has, which comes last behind what was left out."""
    near = left_out[-_REACH:]
    turned = [turn for one in near for turn in one.turned]
    related = frozenset(relation for one in near for relation in one.related)
    return (
        sorted(word.turned) == sorted(turned)
        and word.related <= related
        and near[-1].related - _MAY_BE_LEFT_OUT <= word.related
    )
