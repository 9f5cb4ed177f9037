"""Guards the second order by a model of the operator's: it is heard as one signal, and it can't lose an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.answer.rank import Reading
from index.answer.reranking import RERANKED, mixed, reranked
from tests.answer.found import hit


@dataclass
class Says:
    """A model that gives what it was told to, or fails with it."""

    scored: Sequence[float] | Exception
    read: Sequence[str] = ()

    def scores(self, question: str, passages: Sequence[str]) -> Sequence[float]:
        self.read = passages
        if isinstance(self.scored, Exception):
            raise self.scored
        return self.scored


def readings(*scores: float) -> list[Reading]:
    return [Reading(hit(f"Passage {key}.", key, score=score), ()) for key, score in enumerate(scores, 1)]


def keys(ordered: Sequence[Reading]) -> list[int]:
    return [reading.hit.stored.key for reading in ordered]


def test_a_passage_that_the_model_prefers_clearly_comes_first() -> None:
    model = Says([0.0, 0.1, 9.0, 0.0])
    assert keys(reranked("Who?", readings(3.0, 2.9, 2.8, 1.0), model)) == [3, 1, 2, 4]
    assert model.read[0] == "A title\nPassage 1."


def test_a_model_without_an_opinion_changes_no_order() -> None:
    assert keys(reranked("Who?", readings(3.0, 2.0, 1.0), Says([0.5, 0.5, 0.5]))) == [1, 2, 3]


def test_only_the_likeliest_are_read() -> None:
    model = Says(list(range(RERANKED)))
    ordered = reranked("Who?", readings(*range(100, 60, -1)), model)
    assert len(model.read) == RERANKED and len(ordered) == 40


def test_without_passages_nothing_happens() -> None:
    assert reranked("Who?", [], Says([])) == []


@pytest.mark.parametrize(
    "scored",
    [RuntimeError("out of memory"), KeyError("weights"), [1.0, 2.0], [1.0, float("nan"), 2.0], [[1.0], [2.0], [3.0]]],
    ids=str,
)
def test_a_model_that_fails_leaves_the_order_and_is_logged(
    caplog: pytest.LogCaptureFixture, scored: Sequence[float] | Exception
) -> None:
    before = readings(3.0, 2.0, 1.0)
    assert reranked("Who?", before, Says(scored)) == before
    assert "RERANK_MODEL failed" in caplog.text


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-1e6, 1e6)), min_size=2, max_size=RERANKED))
@example([(0.0, 699050.9438508705)] * 2 + [(1.0, 699050.9438508705)])
def test_the_mixed_scores_stay_in_the_scale_of_ours(both: list[tuple[float, float]]) -> None:
    ours, theirs = (np.array(one) for one in zip(*both, strict=True))
    scores = mixed(ours, theirs)
    assert np.isfinite(scores).all()
    assert scores.mean() == pytest.approx(ours.mean(), abs=1e-3)
    assert scores.std() <= ours.std() + 1e-3
