"""Checks the quotations of a text that somebody pasted: finds them, looks them up, has them judged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from index.answer.dated import day_named
from index.answer.gate import MOST_PARTS, SHORTEST, Pasted, pasted
from index.answer.judge import Asked, Standing, altered, judged, standings
from index.answer.words import STOPWORDS
from index.build.quotations import find_quotations
from index.build.quotations.marks import quoted_stretches, unwrapped
from index.sentences import Span
from index.store import Store
from index.types import Filters
from index.verdicts import Check, Checked

MOST = 5
"""Quotations of one text that are checked: what one message can show."""

HOLDING, LIKE = 100, 30
"""Versions that are read for words that stand in them, and for words that are like theirs. Of 300 altered quotations
out of 4,525 articles the one they were made of is among the first 10 for 287, among the first 30 for 291."""

COMPARED = 40
"""Words of a quotation by which texts are searched for; whether they have all of it is seen in the texts."""

_MARKS = "\"'“”„«»‘’`‹› \n\t"


class Checking:
    """Looks quotations up in the stores. Called on the thread that owns them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def check(self, text: str, server: int, speaker: str | None = None, day: datetime | None = None) -> Checked:
        """The outcome for each quotation in a text, or for the text itself where it is one.

        A speaker or a day that is given counts for all of them; else those that the text names do.
        """
        whole = Asked(text, speaker, day)
        quotations = asked_in(text, speaker, day)[:MOST]
        if not quotations or self._standing(whole, server):
            quotations = [whole]
        return Checked(
            tuple(self._one(one, server) for one in quotations), self._store.articles.searched(Filters(server))
        )

    def _one(self, asked: Asked, server: int) -> Check:
        quotation = pasted(asked.text)
        if quotation.words < SHORTEST:
            return judged(asked, ())
        if found := self._standing(asked, server):
            return judged(asked, found)
        versions = self._store.quotations.like(telling_pairs(quotation), server, LIKE)
        found = standings(quotation, versions)
        return judged(asked, found) if found else altered(asked, versions)

    def _standing(self, asked: Asked, server: int) -> list[Standing]:
        """Where the words stand side by side; those of a split quotation are only found among what is like them."""
        quotation = pasted(asked.text)
        if quotation.words < SHORTEST:
            return []
        phrases = [" ".join(part.split()[:COMPARED]) for part in quotation.parts[:MOST_PARTS]]
        return standings(quotation, self._store.quotations.holding(phrases, server, HOLDING))


def telling_pairs(quotation: Pasted) -> list[str]:
    """Pure: neighbouring words of a quotation by which texts like it are found; "of the" stands in every text."""
    words = [word for part in quotation.parts for word in part.split()][:COMPARED]
    pairs = [(one, other) for one, other in pairwise(words) if not {one.lower(), other.lower()} <= STOPWORDS]
    return [f"{one} {other}" for one, other in pairs or pairwise(words)]


def asked_in(text: str, speaker: str | None, day: datetime | None) -> list[Asked]:
    """Pure: the quotations in a text that are long enough to look up, in order, with whom the text gives them to."""
    lines = unwrapped(text)
    spoken = {one.spans: one.speaker for one in find_quotations(text)}
    taken = {span for spans in spoken for span in spans}
    others = (((one.start, one.end),) for one in quoted_stretches(lines) if (one.start, one.end) not in taken)
    everything = sorted([*spoken, *others])
    day = day or day_named(_without(text, [span for spans in everything for span in spans]))
    asked = [
        Asked(" ".join(text[start:end].strip(_MARKS) for start, end in spans), speaker or spoken.get(spans), day)
        for spans in everything
    ]
    return [one for one in asked if pasted(one.text).words >= SHORTEST]


def _without(text: str, spans: Sequence[Span]) -> str:
    """A text without some of its stretches, which are in order."""
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(text)]
    return " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))
