"""The door's command `eval`: measures the index on sets of questions and says what changed since an earlier run."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from index.door.measuring import Asking, measured
from index.errors import CallError
from index.evaluate.comparing import compared
from index.evaluate.datasets import QuestionSet, read_set
from index.evaluate.report import comparison_text, run_text
from index.evaluate.runs import Run, read_runs, run_json
from index.reports import Watch
from index.settings import IndexSettings

Print = Callable[[str], None]


async def evaluate(settings: IndexSettings, call: argparse.Namespace, watch: Watch, put: Print, say: Print) -> int:
    """Ask the sets, print tables (beside JSON on standard error) and return the exit code: 1 where a line was wrong."""
    sets = read_sets(call.sets or [settings.seeds_dir])
    old = earlier(call.compare, sets) if call.compare else {}
    wrong: list[str] = []

    def left_out(line: str) -> None:
        wrong.append(line)
        say(f"verbatim: {line}")

    runs = await measured(sets, settings, Asking(call.temporary, call.limit, call.server), watch, left_out)
    comparisons = [compared(old[run.set_name].outcomes, run.outcomes) if run.set_name in old else None for run in runs]
    for run, comparison in zip(runs, comparisons, strict=True):
        (say if call.json else put)(run_text(run) + "\n")
        if comparison:
            (say if call.json else put)(comparison_text(comparison, old[run.set_name], run) + "\n")
    if call.json:
        put(run_json(runs, comparisons))
    return 1 if wrong else 0


def read_sets(paths: Sequence[Path]) -> list[QuestionSet]:
    """The sets at these paths; CallError where two have one name, which tells them apart in JSON."""
    sets = [read_set(path) for path in paths]
    names = [one.name for one in sets]
    if twice := {name for name in names if names.count(name) > 1}:
        raise CallError(f"two sets are called {sorted(twice)[0]}: measure one after the other")
    return sets


def earlier(path: Path, sets: Sequence[QuestionSet]) -> dict[str, Run]:
    """The earlier runs in a file; CallError where none is of a set that is measured now."""
    old = read_runs(path)
    if not any(one.name in old for one in sets):
        held = ", ".join(old) or "none"
        raise CallError(f"{path}: it holds no run of {', '.join(one.name for one in sets)}, only of these sets: {held}")
    return old
