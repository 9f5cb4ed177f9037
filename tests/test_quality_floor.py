"""The quality gate: the starter questions are never answered worse than they once were, and the gate can't be eased."""

from __future__ import annotations

import pytest

from index.evaluate.datasets import read_set
from index.evaluate.metrics import outcome
from index.settings import STARTER_ARTICLES
from tests.quality_floor import Floor, WouldFall, raised, read, values_of
from tests.starter import StarterRun

STARTER = read_set(STARTER_ARTICLES)


def test_no_measure_is_below_its_floor(starter_run: StarterRun) -> None:
    values = values_of([outcome(case, starter_run.answers[case.id]) for case in STARTER.cases])
    assert read().below(values) == []


def test_the_floors_were_measured_on_these_articles_and_questions() -> None:
    assert read().digest == STARTER.digest, "the set has changed: run python -m tests.quality_floor"


def test_every_kind_of_measure_has_a_floor() -> None:
    expected = {
        "right article",
        "support R@1",
        "support R@4",
        "support R@10",
        "MRR@10",
        "string @10",
        "quoted answer",
        "first citation",
    }
    assert {*expected, "verbatim", "answered", "refused"} <= set(read().floors)
    assert read().floors["verbatim"] == read().floors["answered"] == read().floors["refused"] == 1.0


def test_on_the_same_set_floors_only_rise() -> None:
    old = Floor("a", {"answered": 0.9, "refused": 0.5, "not measured any more": 0.3})
    new = raised(old, "a", {"answered": 0.8, "refused": 0.6, "MRR@10": 0.7}, because="it is late")
    assert new == Floor("a", {"answered": 0.9, "refused": 0.6, "not measured any more": 0.3, "MRR@10": 0.7})


def test_on_another_set_a_floor_falls_only_with_a_reason() -> None:
    old = Floor("a", {"answered": 0.9, "refused": 0.5})
    values = {"answered": 0.8, "refused": 0.6}
    with pytest.raises(WouldFall, match=r"answered: 0\.8 is below 0\.9"):
        raised(old, "b", values)
    new = raised(old, "b", values, because="harder questions")
    assert new.floors == values and new.lowered == ["harder questions: answered: 0.8 is below 0.9"]
    assert raised(old, "b", {"answered": 1.0, "refused": 0.5}) == Floor("b", {"answered": 1.0, "refused": 0.5})


def test_a_measure_that_is_gone_is_below_its_floor() -> None:
    assert Floor("a", {"answered": 0.9}).below({}) == ["answered: None is below 0.9"]
