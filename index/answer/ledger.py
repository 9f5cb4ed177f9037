"""Lists who said what when: the direct quotations of today's articles, newest first, those of copies once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.answer.choose import slice_of
from index.answer.cite import citation
from index.answer.names import beginnings, called, completing
from index.answer.statements import length
from index.answer.typography import plain
from index.store import Store
from index.store.quotations import Listed
from index.types import Filters, Hit, Passage
from index.verdicts import Utterance

COPIES = 3
"""So many times the quotations asked for are read, since some are in copies of one text; wire stories are printed in
two or three of a server's outlets."""

FRAGMENT = 3
"""Words of a quotation that begins with a small letter and is listed nowhere: "a mess" is a reporter's sentence with a
word of somebody's. A seventh of those found in 4,525 news articles are no longer."""


class Ledger:
    """Reads the ledger from the stores. Called on the thread that owns them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def quotes(self, speaker: str | None, topic: str | None, filters: Filters, limit: int) -> tuple[Utterance, ...]:
        """The newest `limit` quotations of a speaker, or of any, in passages that hold every word of a topic."""
        quotations = self._store.quotations
        names = None if speaker is None else called(speaker, quotations.named(beginnings(speaker), filters.server))
        if names == []:
            return ()
        listed = quotations.listed(names, topic.split() if topic else (), filters, COPIES * limit)
        whole = [one for one in once(listed) if not is_fragment(words(one))]
        return tuple(utterance(n, one) for n, one in enumerate(whole[:limit], 1))

    def speakers(self, typed: str, server: int, limit: int) -> tuple[str, ...]:
        """Names of those quoted in what a server sees that go on from what was typed, the most quoted first."""
        seen = self._store.quotations.named(typed.split(), server)
        return tuple(sorted(completing(typed, seen), key=lambda name: (-seen[name], name))[:limit])


def once(listed: Sequence[Listed]) -> list[Listed]:
    """Pure: the same words in copies of one text once, in the text that was first; the order stays."""
    best: dict[tuple[int, str], Listed] = {}
    for one in listed:
        key = (one.family, plain(words(one)))
        if key not in best or (best[key].copy and not one.copy):
            best[key] = one
    return list(best.values())


def words(listed: Listed) -> str:
    """Pure: the words that were quoted, without what the reporter put between."""
    text = listed.stored.article.text
    return " ".join(text[start:end] for start, end in listed.quotation.spans)


def is_fragment(quoted: str) -> bool:
    """Pure: whether words are too few to say anything, and no sentence of their own."""
    said = quoted.strip("\"“”„«»‘’' ")
    return said[:1].islower() and length(said) <= FRAGMENT


def utterance(n: int, listed: Listed) -> Utterance:
    """Pure: a quotation of the ledger with where it stands."""
    start, end = listed.quotation.spans[0][0], listed.quotation.spans[-1][1]
    text = listed.stored.article.text[start:end]
    quote = slice_of(Hit(0, listed.stored, Passage(start, end, text)), start, end)
    return Utterance(
        citation(n, replace(quote, speaker=listed.quotation.speaker, role=listed.quotation.role)), listed.quotation
    )
