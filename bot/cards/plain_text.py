"""Foreign text as Discord shows it letter by letter: no formatting, mention, link or hidden character takes effect.

The masked links that the cards build themselves are links' part.
"""

from __future__ import annotations

import re
import unicodedata

from bot.cards.limits import units

_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs"})
"""Unicode categories nobody sees: controls, zero-width and bidi marks, private use, lone surrogates."""

_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and marks that show as nothing although their category says otherwise."""

_TAGS = range(0xE0000, 0xE1000)
"""Tag characters and what else is "default ignorable" there (Unicode 16, DerivedCoreProperties)."""

_SYNTAX = re.compile(
    r"[\\*_~`|<>\[\]#]"  # formatting, spoilers, quotes, mentions, time marks, links, headings
    r"|:(?=//)"  # a bare address becomes a link
    r"|(?<=\w)\.(?=[^\W\d])"  # invitations such as discord.gg/x open without "://"
    r"|^[-+]"  # lists and small print
    r"|(?<=^\d)\.|(?<=^\d\d)\.|(?<=^\d\d\d)\."  # numbered lists
)
_PING = re.compile(r"@(?=everyone|here)")
_LOOKED_AT = 4
"""Characters of a text that are looked at for each unit of room: some may be hidden."""

_TOKEN = re.compile(r"\\[^0-9A-Za-z\s]|[\s\S]")


def visible(text: str) -> str:
    """The text without what nobody sees, each run of white space as one space."""
    shown = (c if not c.isspace() else " " for c in text if c.isspace() or _is_seen(c))
    return " ".join("".join(shown).split())


def plain(text: str, limit: int | None = None) -> str:
    """`text` on one line, escaped, in at most `limit` UTF-16 units; a cut shows as "…", between words where it can."""
    if limit is None:
        return _escaped(text)
    # a title may be megabytes long: what can't be shown is not looked at
    head = text[: limit * _LOOKED_AT]
    return cut(_escaped(head if len(head) == len(text) else f"{head}…"), limit)


def cut(escaped: str, limit: int) -> str:
    """Escaped text in at most `limit` UTF-16 units, never ending inside an escape."""
    if units(escaped) <= limit:
        return escaped
    kept, used = [], 1
    for token in _TOKEN.findall(escaped):
        used += units(token)
        if used > limit:
            break
        kept.append(token)
    return _whole_words("".join(kept)) + "…"


def _escaped(text: str) -> str:
    return _PING.sub("@\u200b", _SYNTAX.sub(r"\\\g<0>", visible(text)))


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in _HIDDEN and character not in _BLANK and ord(character) not in _TAGS


def _whole_words(text: str) -> str:
    """Back to the last space, unless that would lose a long stretch (languages without spaces)."""
    space = text.rfind(" ")
    return text[:space] if space > len(text) - 30 and space > 0 else text.rstrip()
