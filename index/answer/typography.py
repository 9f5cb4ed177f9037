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

_SINGLE = {
    " ": "\t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000",
    "'": '"“”„‟＂〝〞‘’‚‛`´ʼ＇′″',
    "—": "‒–―",
    "-": "‐‑−﹣－",
    "«": "‹",
    "»": "›",
}
"""Characters that are written as another one, for each of those."""

_ACCENT = re.compile(r"[\u0300-\u036f]")
_COMPOSED = re.compile(rf"\w{_ACCENT.pattern}+")
_RESIZED = re.compile(
    # what most texts are made of is passed over at once: it makes folding four times as fast
    r"(?! [\w'(])(?=[ .\-—…«»'\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff\uff01-\uff5e\ufb00-\ufb06])(?:"
    r"(?P<gone>  *(?=[—…»]|--|\.(?: ?\.){2}|- )|[\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+)"
    r"|(?P<ellipsis>(?:…|\.(?: ?\.){2,}) *)"
    r"|(?P<dash>(?:—|--+) *|(?<= )-  *)"
    r"|(?P<quote>« *|»|'')"
    r"|(?P<space>   *)"
    r"|(?P<wide>[\uff01-\uff5e\ufb00-\ufb06]))"
)
_RESIZED_OR_COMPOSED = re.compile(rf"(?P<composed>{_COMPOSED.pattern})|{_RESIZED.pattern}")
_INSTEAD = {"gone": "", "ellipsis": "...", "dash": "-", "quote": "'", "space": " "}


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

    same = _same_length(text)
    resized = _resized(text)
    for number, (begin, end) in enumerate([(0, len(text))] if slices is None else slices):
        if number:
            stretch(begin, " ")
        for special in resized.finditer(same, begin, end):
            stretch(begin, same[begin : special.start()])
            stretch(special.start(), _instead(special))
            begin = special.end()
        stretch(begin, same[begin:end])
    origin.append(len(text))
    return Folded("".join(parts), tuple(at), tuple(origin))


def plain(text: str) -> str:
    """A text folded, without the way back."""
    composed = unicodedata.normalize("NFC", text)
    return _resized(composed).sub(_instead, _same_length(composed))


def _same_length(text: str) -> str:
    """The text with each character that stands for another written as that one; fastest so."""
    for sign, variants in _SINGLE.items():
        for variant in variants:
            text = text.replace(variant, sign)
    return text


def _resized(text: str) -> re.Pattern[str]:
    """What finds the stretches that become longer or shorter; few texts have accents as characters of their own."""
    return _RESIZED_OR_COMPOSED if _ACCENT.search(text) else _RESIZED


def _instead(special: re.Match[str]) -> str:
    kind = special.lastgroup or ""
    if kind in _INSTEAD:
        return _INSTEAD[kind]
    return unicodedata.normalize("NFC" if kind == "composed" else "NFKC", special.group())
