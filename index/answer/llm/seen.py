"""What of a text a reader sees. Signs that nobody sees can carry words to a model, or turn those beside them. Pure."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN_KINDS = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
"""Control and format signs (zero width, bidi, tags), surrogates, private and unassigned ones."""

_UNSEEN_LETTERS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Fillers, joiners and variation selectors: letters and marks by name, and no more to be seen than those
(https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point; U+2800 is a braille letter without dots)."""

_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def seen(text: str) -> str:
    """A text without what nobody sees; every break of lines is one sign, whatever it was."""
    plain = _UNSEEN_LETTERS.sub("", _BREAK.sub("\n", text))
    if plain.isascii() and plain.isprintable():
        return plain
    return "".join(sign for sign in plain if sign in "\n\t" or unicodedata.category(sign) not in _UNSEEN_KINDS)


def in_one_line(text: str) -> str:
    """The same with one space for all white space."""
    return " ".join(seen(text).split())
