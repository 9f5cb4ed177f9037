"""Decides whether what was found answers the question at all. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.answer.question import Question
from index.answer.rank import stems_of
from index.types import Hit, Quote

LEAST_COVERAGE = 0.55


def answers(question: Question, hits: Sequence[Hit], quotes: Sequence[Quote], weights: Mapping[str, float]) -> bool:
    """Whether to show the quotes as an answer."""
    if not hits or not quotes:
        return False
    held = set(stems_of(hits[0].passage.text)).union(stems_of(hits[0].stored.article.title))
    coverage = sum(weight for stem, weight in weights.items() if stem in held) / (sum(weights.values()) or 1.0)
    return coverage >= LEAST_COVERAGE
