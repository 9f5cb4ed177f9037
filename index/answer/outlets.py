"""Finds the outlets that a question names: "according to Reuters", "the BBC reports", "an article in 'Wired'". Pure.

Which outlets there are is handed in. A name that is also an ordinary word, as Time or Fortune, is taken for an outlet
only where the question speaks of a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

LONGEST = 6
"""Words in the name of an outlet at most."""

_PLAIN = re.compile(r"[^a-z0-9]+")
_ENDS = re.compile(r"\.(?:com|org|net|co|uk|au|ie|in|ca|de|eu|tv|io)\b", re.I)
_PARTS = re.compile(r"\s+[|–—-]\s+")
_GENERIC = re.compile(r"\s+(?:news|online|magazine|newspaper|sports?|digital|website)$", re.I)
_WORD = re.compile(r"[\w.&’'-]*\w")
_REPORTS = re.compile(
    r"\b(?:according to|report\w*|articles?|stor(?:y|ies)|says?|said|writes?|wrote|published|coverage|cover\w*|piece"
    r"|reviews?|describe\w*|claim\w*|suggest\w*|indicat\w*|mention\w*|discuss\w*|features?|attribut\w*|state[sd]?)\b",
    re.I,
)


def outlets_in(text: str, outlets: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The outlets named in a question, in order, each with the words that name it."""
    if not _REPORTS.search(text):
        return ()
    known = names(outlets)
    found: list[tuple[str, str]] = []
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        for last in range(min(at + LONGEST, len(words)), at, -1):
            written = text[words[at].start() : words[last - 1].end()]
            outlet = known.get(_key(re.sub(r"['’]s$", "", written)))
            if outlet is not None and any(c.isupper() for c in written) and written[-1:] != ".":
                found.append((outlet, written))
                at = last - 1
                break
        at += 1
    return tuple(dict.fromkeys(found))


def names(outlets: Iterable[str]) -> Mapping[str, str]:
    """What each outlet may be called, as it is compared: with and without domain, section, "The" and "News"."""
    called: dict[str, str] = {}
    for outlet in outlets:
        first = _PARTS.split(_ENDS.sub("", outlet.removeprefix("www.")))[0]
        short = _GENERIC.sub("", first)
        initials = "".join(word[0] for word in short.split() if word[0].isupper() and word != "The")
        for name in (outlet, _ENDS.sub("", outlet), first, short, initials if len(initials) > 2 else outlet):
            called.setdefault(_key(name), outlet)
    called.pop("", None)
    return called


def _key(name: str) -> str:
    return _PLAIN.sub("", name.lower().removeprefix("the "))
