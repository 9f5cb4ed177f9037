"""What is searched for, and which sentence of a passage shows that it was found. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from index.answer.cite import citation
from index.answer.words import STOPWORDS, words
from index.findings import Finding
from index.sentences import Span, sentence_spans
from index.types import Hit, Quote

_TERM = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]|(\S+)")


def terms_of(asked: str) -> tuple[str, ...]:
    """The words to search for, those between quotation marks as one term; a term without a letter or digit is none.

    Words of grammar are left out where others are left: all passages hold them.
    """
    pairs = [(match[1], match[2]) for match in _TERM.finditer(asked)]
    found = [(phrase or word, phrase is not None) for phrase, word in pairs if any(map(str.isalnum, phrase or word))]
    telling = [term for term, is_phrase in found if is_phrase or term.casefold().strip(".,;:!?") not in STOPWORDS]
    return tuple(dict.fromkeys(telling or [term for term, _ in found]))


def finding(n: int, hit: Hit, passages: int, terms: Sequence[str]) -> Finding:
    """The n-th article found, by its best passage: with the first sentence that holds most of the terms."""
    stems = frozenset(word.stem for term in terms for word in words(term))
    text, passage = hit.stored.article.text, hit.passage
    start, end = max(sentences(passage.text), key=lambda span: _held(passage.text[slice(*span)], stems))
    start, end = passage.start + start, passage.start + end
    quote = Quote(hit, start, end, text[start:end])
    marks = tuple((word.start, word.end) for word in words(quote.text) if word.stem in stems)
    return Finding(citation(n, quote), marks, passages)


def sentences(text: str) -> list[Span]:
    """The sentences of a passage; the whole of it where it has none."""
    return sentence_spans(text) or [(0, len(text))]


def _held(sentence: str, stems: Collection[str]) -> int:
    return len({word.stem for word in words(sentence)} & frozenset(stems))
