"""What a source is called: after its title, unlike any other of its server. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from itertools import count

from index.gather.urls import site
from index.gather.wording import one_line
from index.store.sources import BY_HAND, STARTER

LONGEST = 80
"""Characters: with a suffix it stays within the 100 of a choice in Discord, and within a line of a terminal."""
RESERVED = (BY_HAND[0], STARTER[0])
"""Names that the index itself gives; a feed that calls itself so gets a suffix."""


def free_name(title: str, address: str, taken: Collection[str]) -> str:
    """A name for a source: its title, else its site, with a number behind it where that is taken already."""
    name = readable(title) or readable(site(address)) or readable(address.rstrip("/").rpartition("/")[2]) or "source"
    used = {one.casefold() for one in (*taken, *RESERVED)}
    return next(one for n in count(1) if (one := name if n == 1 else f"{name} ({n})").casefold() not in used)


def readable(text: str) -> str:
    """A title that can be typed and shown: one line, nothing unseen, cut at a word."""
    line = one_line("".join(c if unicodedata.category(c)[0] not in "CZ" or c == " " else " " for c in text))
    if len(line) <= LONGEST:
        return line
    head = line[: LONGEST - 1]
    return f"{head[: head.rfind(' ')] if ' ' in head[LONGEST // 2 :] else head}…"
