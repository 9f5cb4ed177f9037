"""Guards the names of passages: well-formed, and the first place that a browser finds by one is the passage itself.

The search below is the specification's (https://wicg.github.io/scroll-to-text-fragment/, "find a range from a text
directive") for a text whose lines are blocks. That Chromium agrees is tested in test_links_open.py.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from urllib.parse import unquote

import pytest

from index.answer.fragments import fragment
from index.sentences import Span

TEXT = (
    "The council met. It voted, 5-4, for Smith & Sons on Monday.\n\n"
    "The council met. It voted again on Tuesday, and this time the result was clear to everyone in the old hall.\n\n"
    "Nobody spoke afterwards."
)
TWICE = "On Monday: it rained. On Tuesday: it rained."

_ENCODED = r"(?:[A-Za-z0-9_.~]|%[0-9A-F]{2})+"
WELL_FORMED = re.compile(rf"(?:{_ENCODED}-,)?{_ENCODED}(?:,{_ENCODED})?(?:,-{_ENCODED})?")
GLUE = "'’.,"
VOCABULARY = re.findall(
    r"\S+",
    "we you never said will not the bridge don’t U.S. 1,000 well-known café Café a an it rained, he said: “Yes,” (no)"
    " Smith & Sons – again! 5% +3 $7 O'Neill _x_ naïve …",
)


@dataclass(frozen=True)
class Directive:
    """A text directive, decoded; what it does not have is empty."""

    prefix: str
    start: str
    end: str
    suffix: str


def read(named: str) -> Directive:
    """The parts of a fragment."""
    parts = named.split(",")
    prefix = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop()[1:]) if parts[-1].startswith("-") else ""
    return Directive(prefix, unquote(parts[0]), unquote(parts[1]) if len(parts) > 1 else "", suffix)


def is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def bounded(text: str, at: int) -> bool:
    """Whether a word may begin or end at a place; a browser sees fewer boundaries: none inside don't."""
    return not (0 < at < len(text) and is_word(text[at - 1]) and is_word(text[at]))


def surely_bounded(text: str, at: int) -> bool:
    """Whether a browser sees a boundary, too: it sees none beside a sign that stands between two letters."""
    inside = range(max(at - 1, 1), min(at + 1, len(text) - 1))
    joined = any(text[sign] in GLUE and is_word(text[sign - 1]) and is_word(text[sign + 1]) for sign in inside)
    return bounded(text, at) and not joined


def find(text: str, term: str, since: int, starts: bool = True, ends: bool = True) -> Span | None:
    """The first place of a term inside one line, between word boundaries where they are asked for."""
    for match in re.finditer(f"(?={re.escape(term)})", text, re.IGNORECASE):
        low, high = match.start(), match.start() + len(term)
        if low >= since and (not starts or bounded(text, low)) and (not ends or bounded(text, high)):
            return low, high
    return None


def skipped(text: str, at: int) -> int:
    """The next place that is no white space."""
    return at + len(text[at:]) - len(text[at:].lstrip())


def found(named: str, text: str) -> Span | None:
    """The range that the specification's search gives."""
    wanted, at = read(named), 0
    ends = bool(wanted.end) or not wanted.suffix
    while True:
        if wanted.prefix:
            before = find(text, wanted.prefix, at, ends=False)
            if before is None:
                return None
            at, place = before[0] + 1, skipped(text, before[1])
            start = find(text, wanted.start, place, starts=False, ends=ends)
            if start is None:
                return None
            if start[0] != place:
                continue
        else:
            start = find(text, wanted.start, at, ends=ends)
            if start is None:
                return None
            at = start[0] + 1
        if matched := completed(text, wanted, start):
            return matched


def completed(text: str, wanted: Directive, start: Span) -> Span | None:
    """The range from a start to the first end that the suffix follows; None where there is none."""
    low, high = start
    while True:
        if wanted.end:
            end = find(text, wanted.end, high, ends=not wanted.suffix)
            if end is None:
                return None
            high = end[1]
        if not wanted.suffix:
            return low, high
        place = skipped(text, high)
        after = find(text, wanted.suffix, place, starts=False)
        if after is not None and after[0] == place:
            return low, high
        if after is None or not wanted.end:
            return None


def widened(text: str, start: int, end: int) -> Span | None:
    """The whole words of a slice."""
    inside = [at for at in range(start, end) if is_word(text[at])]
    if not inside:
        return None
    low, high = inside[0], inside[-1] + 1
    while not surely_bounded(text, low):
        low -= 1
    while not surely_bounded(text, high):
        high += 1
    return low, high


def test_a_thousand_slices_are_found_where_they_are() -> None:
    chance = random.Random(5)
    unnamed = 0
    for _ in range(250):
        lines = (chance.choices(VOCABULARY, k=chance.randint(1, 40)) for _ in range(chance.randint(1, 6)))
        text = "\n\n".join(map(" ".join, lines))
        for _ in range(4):
            start, end = sorted(chance.sample(range(len(text) + 1), 2)) if len(text) > 1 else (0, 1)
            expected, named = widened(text, start, end), fragment(text, start, end)
            if named is None:
                unnamed += expected is not None
                continue
            assert WELL_FORMED.fullmatch(named), named
            assert found(named, text) == expected, (text, text[start:end], unquote(named))
    assert unnamed < 10, "only what stands in the text twice, with its whole paragraph, is without a name"


def test_what_the_specification_reserves_is_encoded() -> None:
    start = TEXT.index("5-4, for")
    assert fragment(TEXT, start, start + 21) == "5%2D4%2C%20for%20Smith%20%26%20Sons"


@pytest.mark.parametrize(
    ("text", "quote", "named"),
    [
        (TEXT, "Nobody spoke afterwards.", "Nobody spoke afterwards"),
        (TEXT, TEXT[TEXT.index("It voted again") :], "It voted again,Nobody spoke afterwards"),
        (TEXT, "ted again", "voted again"),
        (TWICE, "On Tuesday: it rained.", "On Tuesday: it rained"),
        ("We won. So they say. We won. It rained.", "We won. It", "We won. It"),
        ("a — b", "—", None),
        ("Read on.\n\nRead on.", "Read on.", None),
        ("市议会开会。议员们赞成新桥。", "赞成", "议员们赞成新桥"),
        ("यह हिन्दी है", "हिन्दी", "हिन्दी"),
    ],
)
def test_names(text: str, quote: str, named: str | None) -> None:
    start = text.rindex(quote) if named is None else text.index(quote)
    given = fragment(text, start, start + len(quote))
    assert (given and unquote(given)) == named


def test_a_repeated_passage_is_told_by_what_is_around_it() -> None:
    start = TWICE.rindex("it rained")
    assert unquote(fragment(TWICE, start, len(TWICE)) or "") == "Tuesday:-,it rained"
    text = "We won. So they say.\n\nWe won. It rained."
    assert unquote(fragment(text, text.rindex("We"), text.rindex("It")) or "") == "We won,-. It"
