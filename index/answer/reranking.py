"""Weighs the likeliest passages once more by a cross-encoder, which reads question and passage together.

Optional: loading the operator's model is left to whoever makes the `Reranker`. What it brings is one signal beside
ours, since it knows nothing of outlets and dates; and it can't lose an answer: where it fails, our order stays.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
import numpy.typing as npt

from index.answer.rank import Reading

log = logging.getLogger(__name__)

RERANKED = 20
"""How many passages the model reads: with a model of 6 layers and 384 dimensions some 100 ms each on two cores."""

SHARE = 0.5
"""What the model counts beside our own score, both in standard deviations (as in the standardised sum of M. Montague
and J. Aslam, "Relevance score normalization for metasearch", 2001). Equal shares are a convention, not a measurement.
"""

Scores = npt.NDArray[np.float64]


class Reranker(Protocol):
    """What reads a question together with each passage: the operator's model."""

    def scores(self, question: str, passages: Sequence[str]) -> Sequence[float]:
        """One finite number a passage, larger where it answers the question better; of any scale."""


def reranked(question: str, readings: Sequence[Reading], reranker: Reranker) -> list[Reading]:
    """The readings, given best first, with the scores of the first `RERANKED` mixed with the model's, best first."""
    first = readings[:RERANKED]
    try:
        theirs = checked(reranker.scores(question, [_passage(reading) for reading in first]), len(first))
    except Exception:  # whatever a model of the operator's may raise, the answer does not depend on it
        log.exception("RERANK_MODEL failed on a question, which is answered without it")
        return list(readings)
    scores = mixed(np.array([reading.hit.score for reading in first]), theirs)
    again = (
        replace(reading, hit=replace(reading.hit, score=float(score)))
        for reading, score in zip(first, scores, strict=True)
    )
    return sorted([*again, *readings[RERANKED:]], key=lambda reading: -reading.hit.score)


def mixed(ours: Scores, theirs: Scores) -> Scores:
    """Pure: both by their shares, in the scale of ours, which choosing sentences relies on."""
    if not ours.size:
        return ours
    scores: Scores = ours.mean() + ours.std() * ((1 - SHARE) * standardised(ours) + SHARE * standardised(theirs))
    return scores


def standardised(scores: Scores) -> Scores:
    """Pure: in standard deviations from the mean; all 0 where they are one and the same."""
    spread = scores.std()
    # Equal numbers have a spread of a rounding error, by which nothing should be divided.
    rounding = 1e-12 * np.abs(scores).max(initial=0)
    away: Scores = (scores - scores.mean()) / spread if spread > rounding else np.zeros_like(scores)
    return away


def checked(scores: Sequence[float], count: int) -> Scores:
    """Pure: the model's numbers; ValueError unless they are so many and finite."""
    found: Scores = np.asarray(scores, np.float64)
    if found.shape != (count,) or not np.isfinite(found).all():
        raise ValueError(
            f"{count} passages were scored with an array of shape {found.shape}, or one that is not finite"
        )
    return found


def _passage(reading: Reading) -> str:
    """What the model reads: the headline says whom and what a passage from the middle is about."""
    return f"{reading.hit.stored.article.title}\n{reading.hit.passage.text}"
