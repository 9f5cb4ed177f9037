"""What a search for words found. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from index.types import Citation, Searched


@dataclass(frozen=True, slots=True)
class Finding:
    """An article that holds the words, by the passage that holds them best.

    `citation.quote` is a sentence of that passage, `marks` are the offsets in it of the words that were searched for.
    `passages` is how many passages of the article were found.
    """

    citation: Citation
    marks: tuple[tuple[int, int], ...]
    passages: int


@dataclass(frozen=True, slots=True)
class Findings:
    """One page of what a search found, of `articles` in all. `every` is False where none holds every word, and these
    hold some of them."""

    found: tuple[Finding, ...]
    articles: int
    every: bool
    searched: Searched
