"""Holds two runs of the same questions against each other, question by question. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.evaluate.intervals import Difference, differences
from index.evaluate.metrics import Outcome


@dataclass(frozen=True, slots=True)
class Change:
    """A question that fared otherwise than before: the measures that rose and those that fell, with (old, new)."""

    id: str
    question: str
    rose: dict[str, tuple[float, float]]
    fell: dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs: the differences of the measures, the questions that changed, and how many only one run was asked."""

    differences: tuple[Difference, ...]
    changes: tuple[Change, ...]
    only_old: int
    only_new: int


def compared(old: Sequence[Outcome], new: Sequence[Outcome]) -> Comparison:
    """The runs side by side; a question counts as the same where its identifier and its words are."""
    before = {(one.id, one.question): one for one in old}
    pairs = [(before[key], one) for one in new if (key := (one.id, one.question)) in before]
    changes = (changed(*pair) for pair in pairs)
    return Comparison(
        differences=tuple(differences(pairs)),
        changes=tuple(sorted((one for one in changes if one.rose or one.fell), key=lambda one: bool(one.fell))),
        only_old=len(before) - len(pairs),
        only_new=len(new) - len(pairs),
    )


def changed(old: Outcome, new: Outcome) -> Change:
    """What is otherwise in the new outcome; times are left out, no two runs agree on them."""
    both = {name: (old.measures[name], value) for name, value in new.measures.items() if name in old.measures}
    rose = {name: values for name, values in both.items() if values[0] < values[1]}
    fell = {name: values for name, values in both.items() if values[0] > values[1]}
    return Change(new.id, new.question, rose, fell)
