"""Folds a text's typography and white space away, and knows the way back to the places in it. Pure.

Only what a typesetter decides is folded: which quotation marks, dashes, ellipses, ligatures, widths and spaces stand
there. Words, capitals and punctuation stay as they are. (NFKC would do more: it makes 102 of 10².)
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from index.sentences import Span

_SPECIAL = re.compile(
    r"(?P<ellipsis>\s*(?:…|\.(?:\s?\.){2,})\s*)"
    r"|(?P<dash>\s*(?:[‒–—―]|--+)\s*|\s+-\s+|[‐‑−﹣－])"
    r"|(?P<quote>[«‹]\s*|\s*[»›]|''|``|[\"“”„‟＂〝〞‘’‚‛`´ʼ＇′″])"
    r"|(?P<unseen>[\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+)"
    r"|(?P<space>\s{2,}|[^\S ])"
    r"|(?P<composed>\w[\u0300-\u036f]+)"
    r"|(?P<wide>[\uff01-\uff5e\ufb00-\ufb06])"
)
_INSTEAD = {"ellipsis": "...", "dash": "-", "quote": "'", "unseen": "", "space": " "}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. Its stretches are in turn copied letter for letter (even ones) and replaced (odd ones).

    `_at` holds where each stretch begins in `text`, `_from` where it begins in the text that was folded.
    """

    text: str
    _at: tuple[int, ...]
    _from: tuple[int, ...]

    def span(self, begin: int, end: int) -> Span:
        """Where `text[begin:end]`, which is not empty, stands in the text that was folded."""
        return self._origin(begin)[0], self._origin(end - 1)[1]

    def _origin(self, at: int) -> Span:
        """The characters that one character stands for."""
        number = bisect_right(self._at, at) - 1
        if number % 2:
            return self._from[number], self._from[number + 1]
        place = self._from[number] + at - self._at[number]
        return place, place + 1


def folded(text: str, slices: Iterable[Span] | None = None) -> Folded:
    """A text, or some of its slices with a space between, folded."""
    parts: list[str] = []
    at: list[int] = []
    origin: list[int] = []
    length = 0

    def stretch(begin: int, words: str) -> None:
        nonlocal length
        at.append(length)
        origin.append(begin)
        parts.append(words)
        length += len(words)

    for number, (begin, end) in enumerate([(0, len(text))] if slices is None else slices):
        if number:
            stretch(begin, " ")
        for special in _SPECIAL.finditer(text, begin, end):
            stretch(begin, text[begin : special.start()])
            stretch(special.start(), _instead(special))
            begin = special.end()
        stretch(begin, text[begin:end])
    origin.append(len(text))
    return Folded("".join(parts), tuple(at), tuple(origin))


def plain(text: str) -> str:
    """A text folded, without the way back."""
    return _SPECIAL.sub(_instead, unicodedata.normalize("NFC", text))


def _instead(special: re.Match[str]) -> str:
    kind = special.lastgroup or ""
    if kind in _INSTEAD:
        return _INSTEAD[kind]
    return unicodedata.normalize("NFC" if kind == "composed" else "NFKC", special.group())
