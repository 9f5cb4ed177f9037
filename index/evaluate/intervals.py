"""How sure a figure is: bootstrap intervals over the questions, for one run and for the difference of two. Pure.

The percentile interval of B. Efron and R. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13: questions
are drawn again with replacement, and of the figures of the drawn sets the middle 95% is the interval. Two runs are
compared on the same draws of the questions both were asked (P. Koehn, "Statistical significance tests for machine
translation evaluation", 2004). Where all questions fared alike the interval has no width; the truth behind n of them
may still be off by about 3/n.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.evaluate.metrics import MEASURES, MS, VERBATIM, Outcome

DRAWS = 2000
"""How often the questions are drawn again; the book asks for a thousand at least."""

SEED = 20250118
"""The draws are the same on every run, so that the same answers give the same table."""

TAILS = (2.5, 97.5)
"""Percentiles between which 95% lies."""

Rows = npt.NDArray[np.float64]
Draws = npt.NDArray[np.int64]
Statistic = Callable[[Rows, Draws], Rows]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure over `n` questions, with its 95% interval."""

    measure: str
    n: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """One measure of two runs over the `n` questions that both were asked; the interval is of new minus old.

    `better` and `worse` count questions, of times as well.
    """

    measure: str
    n: int
    old: float
    new: float
    low: float
    high: float
    better: int
    worse: int


def figures(outcomes: Sequence[Outcome]) -> list[Figure]:
    """Every measure that the outcomes have, in the order of the table."""
    found = []
    for measure in measures_of(outcomes):
        rows = rows_of(measure, outcomes)
        statistic = statistic_of(measure)
        low, high = np.percentile(statistic(rows, drawn(len(rows))), TAILS)
        found.append(Figure(measure, len(rows), float(statistic(rows, once(len(rows)))[0]), float(low), float(high)))
    return found


def differences(pairs: Sequence[tuple[Outcome, Outcome]]) -> list[Difference]:
    """Every measure that both of the paired outcomes (old, new) have."""
    found = []
    for measure in measures_of([new for _, new in pairs]):
        both = [pair for pair in pairs if all(has(measure, one) for one in pair)]
        if not both:
            continue
        old, new = (rows_of(measure, side) for side in zip(*both, strict=True))
        statistic, draws = statistic_of(measure), drawn(len(both))
        low, high = np.percentile(statistic(new, draws) - statistic(old, draws), TAILS)
        change = new[:, 0] * old[:, 1] - old[:, 0] * new[:, 1]
        gain, loss = int((change > 0).sum()), int((change < 0).sum())
        better, worse = (loss, gain) if measure in MS else (gain, loss)
        before, after = (float(statistic(rows, once(len(both)))[0]) for rows in (old, new))
        found.append(Difference(measure, len(both), before, after, float(low), float(high), better, worse))
    return found


def measures_of(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The measures that any outcome has, ordered; "refused" is followed by its kinds."""
    present = {measure for one in outcomes for measure in one.measures}
    for measure in MEASURES:
        if measure == "refused":
            yield from sorted(one for one in present if one.split(" ")[0] == measure)
        elif measure in present or any(has(measure, one) for one in outcomes):
            yield measure


def has(measure: str, one: Outcome) -> bool:
    """Whether an outcome counts for a measure."""
    if measure == VERBATIM:
        return bool(one.citations)
    return one.ms is not None if measure in MS else measure in one.measures


def rows_of(measure: str, outcomes: Sequence[Outcome]) -> Rows:
    """Shape (questions, 2): what each of the questions that count got, of how much."""
    counted = [one for one in outcomes if has(measure, one)]
    if measure == VERBATIM:
        return np.array([(one.verbatim, len(one.citations)) for one in counted], np.float64)
    values = [(one.ms or 0.0) if measure in MS else one.measures[measure] for one in counted]
    return np.column_stack((np.array(values, np.float64), np.ones(len(values))))


def statistic_of(measure: str) -> Statistic:
    """What is told of many questions: a share, or for times the one below which so many lie."""
    if measure not in MS:
        return share

    def quantile(rows: Rows, draws: Draws) -> Rows:
        order = np.argsort(rows[:, 0])
        reached = np.cumsum(draws[:, order], axis=1) > int(MS[measure] * len(rows))
        below: Rows = rows[order[np.argmax(reached, axis=1)], 0]
        return below

    return quantile


def share(rows: Rows, draws: Draws) -> Rows:
    """What was got of all there was, for each draw."""
    sums = draws @ rows
    shares: Rows = sums[:, 0] / sums[:, 1]
    return shares


def once(n: int) -> Draws:
    """Every question drawn once: the set as it is. Shape (1, n)."""
    return np.ones((1, n), np.int64)


def drawn(n: int) -> Draws:
    """How often each of n questions is in each draw. Shape (DRAWS, n)."""
    draws: Draws = np.random.default_rng(SEED).multinomial(n, np.full(n, 1 / n), size=DRAWS)
    return draws
