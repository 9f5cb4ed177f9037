"""Guards the intervals: they are those of the bootstrap, the same on every run, and paired where runs are compared."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.evaluate.cases import Place
from index.evaluate.intervals import Figure, differences, figures
from index.evaluate.metrics import Outcome


def judged(at: int, citations: int = 0, verbatim: int = 0, ms: float | None = None, **measures: float) -> Outcome:
    names = {name.replace("_", " "): value for name, value in measures.items()}
    cited = (Place("a", 0, 1),) * citations
    return Outcome(f"q{at}", "Q?", bool(citations), names, cited, verbatim, ms)


def figure(outcomes: list[Outcome], measure: str) -> Figure:
    return next(one for one in figures(outcomes) if one.measure == measure)


def test_a_share_has_the_interval_that_theory_expects() -> None:
    """288 questions of which 60% succeed: the normal interval is .6 +- 1.96 sqrt(.24/288) = .6 +- .0566."""
    found = figure([judged(at, answered=float(at % 5 < 3)) for at in range(285)], "answered")
    assert found.n == 285 and found.value == pytest.approx(0.6)
    assert found.low == pytest.approx(0.6 - 1.96 * math.sqrt(0.24 / 285), abs=0.01)
    assert found.high == pytest.approx(0.6 + 1.96 * math.sqrt(0.24 / 285), abs=0.01)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_an_interval_lies_within_the_values_and_is_the_same_again(values: list[float]) -> None:
    outcomes = [judged(at, answered=value) for at, value in enumerate(values)]
    found = figure(outcomes, "answered")
    assert min(values) - 1e-9 <= found.low <= found.high <= max(values) + 1e-9
    assert found.value == pytest.approx(sum(values) / len(values))
    assert found == figure(outcomes, "answered")


def test_only_questions_that_are_judged_by_a_measure_count() -> None:
    outcomes = [judged(0, answered=1.0), judged(1, refused=0.0), judged(2, refused=1.0)]
    assert [(one.measure, one.n) for one in figures(outcomes)] == [("answered", 1), ("refused", 2)]


def test_verbatim_counts_citations_not_questions() -> None:
    found = figure([judged(0, citations=4, verbatim=4), judged(1, citations=1), judged(2)], "verbatim")
    assert (found.n, found.value) == (2, 0.8)


def test_times_are_the_ones_below_which_so_many_lie() -> None:
    outcomes = [judged(at, ms=float(at)) for at in range(100)]
    median, late = figure(outcomes, "ms p50"), figure(outcomes, "ms p95")
    assert (median.value, late.value) == (50, 95)
    assert 35 < median.low < 50 < median.high < 65
    assert figures([judged(0)]) == []


def test_the_difference_of_a_run_with_itself_is_nothing() -> None:
    outcomes = [judged(at, answered=float(at % 2), ms=float(at)) for at in range(30)]
    for one in differences([(each, each) for each in outcomes]):
        assert (one.old, one.low, one.high, one.better, one.worse) == (one.new, 0, 0, 0, 0)


def test_a_paired_difference_is_surer_than_the_figures_it_is_of() -> None:
    """Ten of a hundred questions turn right and none wrong: no draw of the questions can show a loss."""
    pairs = [(judged(at, answered=float(at < 50)), judged(at, answered=float(at < 60))) for at in range(100)]
    (one,) = differences(pairs)
    assert (one.old, one.new, one.better, one.worse, one.n) == (0.5, 0.6, 10, 0, 100)
    assert 0.03 < one.low < 0.1 < one.high < 0.17


def test_faster_is_better() -> None:
    pairs = [(judged(0, ms=100.0), judged(0, ms=60.0)), (judged(1, ms=50.0), judged(1, ms=55.0))]
    assert {(one.better, one.worse) for one in differences(pairs)} == {(1, 1)}


def test_a_measure_that_only_one_run_has_is_not_compared() -> None:
    assert differences([(judged(0, answered=1.0), judged(0, refused=1.0))]) == []
    assert differences([]) == []
