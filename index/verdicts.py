"""What is told of quotations: the outcome of checking one, and who said what. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from index.types import Citation, Quotation, Searched

ATTRIBUTION = 4
"""Words that an attribution has: he said on Monday."""


class Verdict(StrEnum):
    """What became of looking a quotation up; only EXACT says that the words stand so, and are whose they should be."""

    EXACT = "word for word"
    SHORTENED = "word for word, with words left out or put in"
    OTHER_SPEAKER = "right words, other speaker"
    OTHER_DATE = "right words, other date"
    AMBIGUOUS = "right words, said by several"
    ALTERED = "altered"
    TOO_SHORT = "too short to tell"
    UNKNOWN = "not in the index"


class Change(StrEnum):
    """What happened to words between the article and the quotation."""

    SAME = "same"
    MISSING = "missing"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that stand in both, are MISSING from the quotation, or were ADDED by it."""

    change: Change
    words: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an article has the words. `current` is False where a later version of the article replaced this one.

    `citation.speaker` is None where the article names nobody, `parts` are the offsets of the very words, `sentences`
    what they stand in, letter for letter: "not", before the words that were quoted, would turn them round.
    """

    citation: Citation
    parts: tuple[tuple[int, int], ...]
    current: bool
    sentences: str = ""

    @property
    def goes_on(self) -> bool:
        """Whether the sentences say more than the words and who said them."""
        return len(self.sentences.split()) >= len(self.citation.quote.split()) + ATTRIBUTION


@dataclass(frozen=True, slots=True)
class Check:
    """The outcome for one quotation, `asked` as it was pasted, with whom and what day it was given to, if any.

    `evidence` is empty where nothing was found; for ALTERED it is the nearest sentence, and `differences` lead from it
    to the quotation. `same_words` is True where those are of punctuation and capitals alone. `inserted` are words in
    brackets.
    """

    asked: str
    verdict: Verdict
    speaker: str | None = None
    day: datetime | None = None
    evidence: tuple[Evidence, ...] = ()
    differences: tuple[Difference, ...] = ()
    same_words: bool = False
    inserted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcomes for every quotation of a text, in order, and what they were looked up in."""

    checks: tuple[Check, ...]
    searched: Searched


@dataclass(frozen=True, slots=True)
class Utterance:
    """A direct quotation of the ledger: `citation.quote` runs from its first mark to its last, attribution and all."""

    citation: Citation
    quotation: Quotation
