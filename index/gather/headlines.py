"""Headlines: whether two are of one article, and a page's title without the outlet's name. Pure."""

from __future__ import annotations

import re

from index.gather.wording import folded

PART = re.compile(r"\s+[-–—|·:»]\s+")
SAME = 0.5
"""Share of the shorter one's words that a heading and a stated headline have in common where they name one article."""


def same_title(one: str, other: str) -> bool:
    """Whether two headlines are of one article: at least half of the shorter one's words are the other's too."""
    mine, theirs = ({*re.findall(r"\w+", text.lower())} for text in (one, other))
    shorter = min(len(mine), len(theirs))
    return shorter > 0 and len(mine & theirs) / shorter >= SAME and (shorter > 2 or folded(one) == folded(other))


def without_outlet(title: str, outlet: str | None) -> str:
    """The title without " | Outlet" or " - Section - Outlet" at its end."""
    parts = [*PART.finditer(title)]
    if not outlet or not parts or folded(title[parts[-1].end() :]) != folded(outlet):
        return title
    return title[: parts[-1].start()] or title
