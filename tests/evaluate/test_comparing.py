"""Guards the comparison of two runs: which questions got better or worse, and what is said of the rest."""

from __future__ import annotations

from index.evaluate.comparing import compared
from index.evaluate.metrics import Outcome
from index.evaluate.report import comparison_text
from index.evaluate.runs import Run


def judged(name: str, question: str = "Q?", ms: float = 10.0, **measures: float) -> Outcome:
    return Outcome(name, question, True, measures, (), 0, ms)


OLD = [
    judged("up", first=0.0, second=1.0),
    judged("down", first=1.0, second=1.0),
    judged("both", first=0.0, second=1.0),
    judged("same", first=1.0, ms=10.0),
    judged("gone", first=1.0),
    judged("reworded", question="What?", first=1.0),
]
NEW = [
    judged("up", first=1.0, second=1.0),
    judged("down", first=0.5, second=1.0),
    judged("both", first=1.0, second=0.0),
    judged("same", first=1.0, ms=99.0),
    judged("reworded", question="What then?", first=0.0),
]


def test_each_question_that_changed_is_named_with_what_changed() -> None:
    found = compared(OLD, NEW)
    assert [one.id for one in found.changes] == ["up", "down", "both"]
    assert found.changes[1].fell == {"first": (1.0, 0.5)} and found.changes[1].rose == {}
    assert found.changes[2].rose == {"first": (0.0, 1.0)} and found.changes[2].fell == {"second": (1.0, 0.0)}


def test_a_question_in_other_words_is_another_question() -> None:
    found = compared(OLD, NEW)
    assert (found.only_old, found.only_new) == (2, 1)


def test_the_text_says_all_of_it() -> None:
    old, new = Run("harbour", "a", "asked of one index", tuple(OLD)), Run("harbour", "b", "asked", tuple(NEW))
    text = comparison_text(compared(OLD, NEW), old, new)
    assert "harbour: compared with 6 questions, asked of one index" in text
    assert "The set has changed since" in text and "The set has changed" not in comparison_text(
        compared(OLD, NEW), old, old
    )
    assert "2 questions were asked in the earlier run alone." in text
    assert "3 questions changed: 1 better, 1 worse, 1 both." in text
    assert "worse  down: Q?\n       first 1 → 0.5" in text
    assert "both   both: Q?\n       second 1 → 0, first 0 → 1" in text
