"""Finds the words that a quotation was probably made of, and says word by word how they differ. Pure.

Likeness only chooses what is shown beside a quotation that was not found; it never makes one pass.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from operator import itemgetter
from typing import NamedTuple

from index.answer.typography import folded
from index.answer.words import STOPWORDS
from index.verdicts import Change, Difference

LEAST = 0.6
"""What two texts must share for one to be called the source of the other: Dice's coefficient on their words in order,
weighed as `_weight` does. Of 400 quotations out of 4,525 articles in which a word was changed, added, swapped or left
out, 97% reach it with the words they were made of; of 300 quotations of other years, which none of them holds, 2%."""

GRAMMAR = 0.2
"""What a word of grammar counts beside one of content: half of any sentence is made of the same fifty words."""

LOOKED_AT = 8
"""Paragraphs that are compared word by word, those that share most with the quotation."""

LONGEST = 3
"""Paragraphs in a row that a quotation is compared with."""

_PARAGRAPH = re.compile(r"[^\n]+")
_TERM = re.compile(r"[$€£¥]?\w+(?:[-'.,:/]\w+)*[%€]?")
_SIGN = re.compile(r"[$€£¥]?\w+(?:[-'.,:/]\w+)*[%€]?|\.\.\.|[^\w\s]")


class Term(NamedTuple):
    """A word, `key` to compare by, and where it stands in the text."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Near:
    """The stretch of one of the texts that is nearest to a quotation: the two have this `share` of words in order."""

    text: int
    start: int
    end: int
    share: float


def nearest(quotation: str, texts: Sequence[str]) -> Near | None:
    """The stretch of one of some articles that a quotation is most like; None where they share less than LEAST."""
    asked = terms(quotation)
    total = sum(_weight(term.key) for term in asked)
    best: Near | None = None
    for number, start, end in _likeliest({term.key for term in asked}, texts):
        near = _aligned(asked, number, start, terms(texts[number][start:end]), total)
        if near is not None and (best is None or near.share > best.share):
            best = near
    return best if best is not None and best.share >= LEAST else None


def differences(quotation: str, source: str) -> tuple[tuple[Difference, ...], bool]:
    """What leads from the article's words to the quotation's; whether only punctuation and capitals differ."""
    ours, theirs = terms(source), terms(quotation)
    same_words = [term.key for term in ours] == [term.key for term in theirs]
    if same_words:
        ours, theirs = _opened(terms(source, exact=True)), _opened(terms(quotation, exact=True))
    return tuple(_changes(source, ours, quotation, theirs)), same_words


def terms(text: str, exact: bool = False) -> list[Term]:
    """The words of a text, folded and in small letters; `exact` ones keep their capitals and have the signs between."""
    fold = folded(text)
    found = []
    for match in (_SIGN if exact else _TERM).finditer(fold.text):
        word = match.group()
        found.append(Term(word if exact else word.casefold(), *fold.span(*match.span())))
    return found


def _opened(signs: list[Term]) -> list[Term]:
    """With a small first letter: whoever quotes from the middle of a sentence may begin with a capital one."""
    return [one._replace(key=one.key[:1].lower() + one.key[1:]) for one in signs[:1]] + signs[1:]


def _likeliest(wanted: set[str], texts: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The number of a text and where in it paragraphs begin and end that share most words with a quotation: each
    alone, then with those after it.
    """
    shared: list[tuple[float, int, int]] = []
    paragraphs = [[match.span() for match in _PARAGRAPH.finditer(text)] for text in texts]
    for number, text in enumerate(texts):
        for place, (start, end) in enumerate(paragraphs[number]):
            common = wanted.intersection(_TERM.findall(text[start:end].replace("’", "'").casefold()))
            shared.append((sum(map(_weight, common)), number, place))
    for _, number, place in heapq.nlargest(LOOKED_AT, shared, key=itemgetter(0)):
        inside = paragraphs[number]
        for last in range(place, min(place + LONGEST, len(inside))):
            yield number, inside[place][0], inside[last][1]


def _aligned(asked: Sequence[Term], number: int, start: int, words: Sequence[Term], total: float) -> Near | None:
    """Where in a window the quotation lies: its matched words, and beside them as many as it has unmatched ones.

    `words` count from `start` on in the text of that number.
    """
    matcher = SequenceMatcher(None, [t.key for t in asked], [t.key for t in words], autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if _telling(asked[b.a : b.a + b.size])]
    if not blocks or not total:
        return None
    first, last = blocks[0], blocks[-1]
    low = max(first.b - first.a, 0)
    high = min(last.b + last.size + len(asked) - last.a - last.size, len(words))
    matched = sum(_weight(term.key) for b in blocks for term in asked[b.a : b.a + b.size])
    share = 2 * matched / (total + sum(_weight(term.key) for term in words[low:high]))
    return Near(number, start + words[low].start, start + words[high - 1].end, share)


def _telling(words: Sequence[Term]) -> bool:
    """Whether words that two texts share say that they are about the same: two in a row, or one of content."""
    return len(words) > 1 or any(term.key not in STOPWORDS for term in words)


def _weight(key: str) -> float:
    return GRAMMAR if key in STOPWORDS else 1.0


def _changes(source: str, ours: Sequence[Term], quotation: str, theirs: Sequence[Term]) -> Iterator[Difference]:
    matcher = SequenceMatcher(None, [t.key for t in ours], [t.key for t in theirs], autojunk=False)
    for kind, low, high, begin, end in matcher.get_opcodes():
        if kind == "equal":
            yield Difference(Change.SAME, source[ours[low].start : ours[high - 1].end])
        else:
            if low < high:
                yield Difference(Change.MISSING, source[ours[low].start : ours[high - 1].end])
            if begin < end:
                yield Difference(Change.ADDED, quotation[theirs[begin].start : theirs[end - 1].end])
