"""Whether a text holds an answer: the one comparison that every measure uses. Pure.

Deliberately not the words that the search compares by: what it folds wrongly is not to be forgiven here.
"""

from __future__ import annotations

import string
from collections.abc import Iterable

_BLANKED = str.maketrans(dict.fromkeys(string.punctuation + "’‘“”–—…", " "))
_ARTICLES = frozenset(("a", "an", "the"))


def plain(text: str) -> str:
    """Small letters without punctuation, "a", "an", "the" and the 's of a genitive; 1,000 is 1000."""
    small = text.lower().replace(",", "").replace("’s", "").replace("'s", "")
    return " ".join(word for word in small.translate(_BLANKED).split() if word not in _ARTICLES)


def holds(text: str, answers: Iterable[str]) -> bool:
    """Whether every answer stands in the text as whole words; False where there is none to look for."""
    wanted = [words for answer in answers if (words := plain(answer))]
    held = f" {plain(text)} "
    return bool(wanted) and all(f" {words} " in held for words in wanted)


def opening(text: str, words: int) -> str:
    """The first words of a text."""
    return " ".join(text.split()[:words])
