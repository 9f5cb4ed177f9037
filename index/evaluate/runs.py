"""A run as JSON, so that a later one can be compared with it: every question's outcome, and no article's words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.errors import CallError, UnreadableFile
from index.evaluate.cases import Place
from index.evaluate.comparing import Comparison
from index.evaluate.intervals import figures
from index.evaluate.metrics import Outcome


@dataclass(frozen=True, slots=True)
class Run:
    """The questions of one set as they fared. `searched` says in words what they were asked of."""

    set_name: str
    digest: str
    searched: str
    outcomes: tuple[Outcome, ...]


def run_json(runs: Sequence[Run], comparisons: Sequence[Comparison | None]) -> str:
    """One object: the runs with their figures, and what they were compared to."""
    return json.dumps({"runs": list(map(run_fields, runs, comparisons))}, ensure_ascii=False, indent=1)


def run_fields(run: Run, comparison: Comparison | None) -> dict[str, Any]:
    """One run as it stands in the JSON."""
    fields: dict[str, Any] = {
        "set": run.set_name,
        "digest": run.digest,
        "searched": run.searched,
        "figures": [asdict(figure) for figure in figures(run.outcomes)],
        "questions": [one.fields() for one in run.outcomes],
    }
    return fields | ({"compared": asdict(comparison)} if comparison else {})


def read_runs(path: Path) -> dict[str, Run]:
    """The runs of a file that `run_json` made, by the names of their sets; UnreadableFile, CallError."""
    try:
        runs = [run_of(fields) for fields in json.loads(path.read_bytes())["runs"]]
    except OSError as error:
        raise UnreadableFile(path, (error.strerror or str(error)).lower()) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise CallError(f"{path}: it is not what `eval --json` prints") from error
    return {run.set_name: run for run in runs}


def run_of(fields: Mapping[str, Any]) -> Run:
    """One run of the JSON."""
    outcomes = tuple(outcome_of(one) for one in fields["questions"])
    return Run(str(fields["set"]), str(fields["digest"]), str(fields["searched"]), outcomes)


def outcome_of(fields: Mapping[str, Any]) -> Outcome:
    """One question of the JSON."""
    return Outcome(
        id=str(fields["id"]),
        question=str(fields["question"]),
        found=bool(fields["found"]),
        measures={str(name): float(value) for name, value in fields["measures"].items()},
        citations=tuple(Place(str(article), int(start), int(end)) for article, start, end in fields["citations"]),
        verbatim=int(fields["verbatim"]),
        ms=None if fields["ms"] is None else float(fields["ms"]),
    )
