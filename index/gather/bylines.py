"""The names in a byline: "By Jane Doe and John Roe, Staff Writers | Nov. 4" is Jane Doe, John Roe. Pure.

Where the byline stands on a page is `labels`' part, which of several statements is believed `metadata`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.gather.labels import Label
from index.gather.wording import folded, one_line

MOST_NAMES = 10
LONGEST_NAME = 60
"""Characters: "Associação Brasileira de Jornalismo Investigativo (Abraji)" has 58."""

KIND = (
    r"(?:(?:posted|written|reported|published|compiled|edited|updated|submitted|created|contributed|analysis|opinion"
    r"|commentary|review|story|stories|text|words|report(?:ing|s)?|article|interview|exclusive|column|perspective|essay)"
    r"(?: and (?:photos?|pictures|photographs|video))?)"
)
BY = re.compile(
    rf"^(?:{KIND}\s+by\s*:?|by\b\s*:?|{KIND}\s*:|authors?\s*:|autor(?:in|a|es)?\s*:|текст\s*:?|автор\s*:?|文\s*[:：／/]|記者\s*[:：]"
    # as names begin with them as well, two more words have to follow
    r"|(?:von|par|por|di|door)\b:?(?-i:(?=\s+[A-ZÀ-Þ]\S*\s[A-ZÀ-Þ])))\s*",
    re.IGNORECASE,
)
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{2,7})?"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
END = re.compile(
    # what a byline goes on with: a bar, an account, an address, a date or a time, an invitation, "in Paris"
    r"\s*(?:\||•|·|—|\s[-–]\s|(?<!\w)@\w|\(?\S+@\S+\.\S+"
    rf"|\bon (?:{WEEKDAY}|\d)|\b{WEEKDAY}\b|\b{MONTH}\.?\s+\d|\b\d{{1,2}}[./:]\d|\b(?:19|20)\d\d\b"
    r"|\b\d+ (?:min|hour|day|week)"
    r"|\b(?:published|posted|(?:last )?updated|modified|follow|read more|view (?:all|more))\b|,? in [A-Z]\w+$)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b|(?-i:\bund\b|\bet\b|\by\b)|\bwith\b|／)\s*", re.IGNORECASE)
ROLE = re.compile(
    r"\b(?:editor|writer|reporter|correspondent|columnist|contributor|contributing|producer|journalist|photographer"
    r"|chief|staff|special to|for the|at large|fellow|professor|analyst|critic|author|intern|host|anchor|director"
    r"|manager|freelancer?|redakteur(?:in)?|korrespondent(?:in)?)\b"
    r"|^(?:ph\.?d|m\.?d|m\.?s|m\.?a|mba|rd|rdn|rn|cscs|mph|esq)$|\w\.(?:com|org|net)$",
    re.IGNORECASE,
)
"""What stands beside a name in a byline and is none: a function, a degree, the outlet's site."""
SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv)\.?$", re.IGNORECASE)
STOP = re.compile(r"(?<!\b[js]r)(?<!\b[a-z])\.$", re.IGNORECASE)
"""A full stop that ends a line, not an initial or "Jr."."""
AGENCIES = {
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "the associated press": "Associated Press",
    "reuters": "Reuters",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "dpa": "dpa",
    "pti": "PTI",
    "ani": "ANI",
    "upi": "UPI",
    "bloomberg": "Bloomberg",
    "xinhua": "Xinhua",
}
"""Wire services as bylines name them: they say where a text is from, so that they stay beside a name."""
NAME_AND_AGENCY = re.compile(r"(\w+ [^\s,]+)\s+(?:The )?(Associated Press|Reuters|AFP|Bloomberg)$")
AGENCY_ROLE = re.compile(r"^(ap|associated press|reuters|afp|bloomberg)\b", re.IGNORECASE)
NOBODY = re.compile(
    r"^(?:\w*admin\w*|webmaster|root|unknown|none|null|n/?a|undefined|guest|anonym\w*|user\s?\d*|staff|editor|author"
    r"|news ?desk|web ?desk|online|redaktion|posted|comments?|share|print|email|advertisement)$",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"https?:|^www\.|^[@#/]|\w\.(?:com|org|net)/")


def authors(statements: Iterable[str], outlet: str | None = None) -> str | None:
    """The names in some bylines of one article, each once, joined with commas; None where they name nobody."""
    found: dict[str, str] = {}
    for statement in statements:
        for name in names_in(one_line(statement), outlet):
            found.setdefault(name.casefold(), name)
    return ", ".join(list(found.values())[:MOST_NAMES]) or None


def names_in(byline: str, outlet: str | None) -> list[str]:
    """The names in one byline. Functions and the outlet's own name are left out beside a name, and kept alone."""
    parts = parts_of(byline)
    people = [part for part in parts if not (ROLE.search(part) or is_outlet(part, outlet))]
    agencies = [found[1] for part in parts if ROLE.search(part) and (found := AGENCY_ROLE.match(part))]
    return [AGENCIES.get(name.lower(), name) for name in (people or parts[:1]) + agencies]


def parts_of(byline: str) -> list[str]:
    """What stands between the commas and the "and"s of a byline, as far as it can name somebody."""
    line = without_by(byline)
    if (ending := END.search(line)) and line[: ending.start()].strip(" ,"):
        line = line[: ending.start()]
    line = NAME_AND_AGENCY.sub(r"\1, \2", line)
    parts = [STOP.sub("", without_by(part.strip(" ,:()-–"))) for part in BETWEEN.split(line)]
    return with_suffixes([part for part in parts if is_name(part)])


def without_by(byline: str) -> str:
    """The byline without "By", "Analysis by", "Von" ... at its beginning, as often as they are repeated."""
    while (rest := BY.sub("", byline, count=1)) != byline:
        byline = rest
    return byline


def with_suffixes(parts: list[str]) -> list[str]:
    """The parts with "Jr." put back to the name that it belongs to."""
    joined: list[str] = []
    for part in parts:
        if SUFFIX.match(part) and joined:
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    return joined


def is_name(part: str) -> bool:
    """Whether a part of a byline can name somebody: letters, not too many, no address and no placeholder."""
    return (
        any(letter.isalpha() for letter in part)
        and len(part) <= LONGEST_NAME
        and len(part.split()) <= 7
        and not ADDRESS.search(part)
        and not NOBODY.match(part)
    )


def is_outlet(part: str, outlet: str | None) -> bool:
    """Whether a part of a byline is the outlet's name, or one the beginning of the other ("CNN", "CNN Business")."""
    mine, theirs = part.casefold().split(), (outlet or "").casefold().split()
    shorter = min(len(mine), len(theirs))
    return shorter > 0 and (mine[:shorter] == theirs[:shorter] or folded(part) == folded(outlet or ""))


def seen_authors(lines: Iterable[Label], outlet: str | None) -> str | None:
    """The names in the first of a page's lines that reads like a byline: "By ..." or marked as one, names alone."""
    for line in lines:
        stated = names_in(line.text, outlet)
        if (line.marked or BY.match(line.text)) and stated and all(map(reads_like_a_name, stated)):
            return authors([line.text], outlet)
    return None


def reads_like_a_name(name: str) -> bool:
    """Whether a line's part is a name and no phrase: no digit, and no longer word that begins with a small letter."""
    words = [word for word in name.split() if len(word) > 3]
    return not re.search(r"\d", name) and all(not word[0].islower() for word in words) and len(name) > 2
