"""The versions of an article, and the words in which each differs from the one before. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from index.types import Article


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that one version has instead of another's: `removed` or `added` may be empty. `before` and `after` are some
    of the words around them."""

    before: str
    removed: str
    added: str
    after: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of an article: its number from 1, when it was stored, and how it differs from the one before.

    `changes` holds for each field that differs ("title", "text", ...) the edits in its words.
    """

    number: int
    stored_at: datetime
    article: Article
    changes: tuple[tuple[str, tuple[Edit, ...]], ...] = ()
