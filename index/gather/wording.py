"""The characters of stored text: what is kept, what is dropped, how paragraphs stand. Pure.

Whatever leaves here is what quotations are cut from, so it is final: nothing normalises a stored text again.
"""

from __future__ import annotations

import re
import unicodedata

UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""NUL ends a string for SQLite's functions, and half a surrogate pair has no UTF-8."""
UNSEEN = re.compile(
    # control characters but tab and newline, soft hyphen, zero-width space, direction marks, word joiner and its
    # neighbours, the byte order mark inside text, tag characters; joiners stay: Persian and emoji need them
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
SPACES = re.compile("[ \t\xa0\u2000-\u200a\u202f\u205f\u3000]+")
LONGEST_LABEL = 500
"""Characters kept of a title, a name of an outlet or an author."""


def storable(text: str) -> str:
    """A text letter for letter, so that offsets into it hold for whoever sent it; what can't be stored is replaced."""
    return UNSTORABLE.sub("\ufffd", text)


def tidy(text: str) -> str:
    """The text of a page or a file: composed (NFC), nothing unseen, one blank line between paragraphs. Idempotent."""
    text = UNSEEN.sub("", LINE_END.sub("\n", UNSTORABLE.sub("", text)))
    lines = (SPACES.sub(" ", line).strip() for line in unicodedata.normalize("NFC", text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def one_line(text: str) -> str:
    """A title or a name on one line, at most 500 characters."""
    line = " ".join(tidy(text).split())
    return line if len(line) <= LONGEST_LABEL else line[: LONGEST_LABEL - 1].rstrip() + "…"


def opening_words(text: str, longest: int = 80) -> str:
    """The first words of a text, at most `longest` characters: a title for what has none."""
    line = " ".join(text[: longest * 4].split())
    return line if len(line) <= longest else line[:longest].rpartition(" ")[0] + "…"


def count_words(text: str) -> int:
    """How many words a text has; where it is written without spaces, six characters count as one."""
    return max(len(text.split()), len("".join(text.split())) // 6)


def folded(name: str) -> str:
    """A line's letters and digits in lower case, by which two spellings of one name are the same."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())
