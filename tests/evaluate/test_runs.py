"""Guards the JSON of a run: what is written is read back, holds no article's words, and a wrong file is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.errors import CallError, UnreadableFile
from index.evaluate.cases import Place
from index.evaluate.comparing import compared
from index.evaluate.metrics import Outcome
from index.evaluate.report import run_text
from index.evaluate.runs import Run, read_runs, run_json

RUN = Run(
    "harbour",
    "0123456789abcdef",
    "asked of the live index of 3 articles",
    (
        Outcome("q1", "A [bold]price[/bold]?", True, {"answered": 1.0, "MRR@10": 0.5}, (Place("a", 2, 9),), 1, 8.0),
        Outcome("q2", "Who?", False, {"refused future_event": 1.0}, (), 0, 12.5),
        Outcome("m1", "Which?", False, {"dates read": 0.0}, (), 0, None),
    ),
)


def test_a_run_is_read_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    path.write_text(run_json([RUN], [compared(RUN.outcomes, RUN.outcomes)]), encoding="utf-8")
    assert read_runs(path) == {"harbour": RUN}
    fields = json.loads(path.read_text(encoding="utf-8"))["runs"][0]
    assert fields["compared"]["changes"] == [] and fields["figures"][0]["measure"] == "MRR@10"


def test_the_table_shows_every_measure_with_its_unit() -> None:
    text = run_text(RUN)
    assert "harbour: 3 questions, asked of the live index of 3 articles" in text
    for line in ("MRR@10 0.500 0.500 to 0.500 1", "answered 100.0% 100.0% to 100.0% 1", "refused future_event 100.0%"):
        assert line in " ".join(text.split())
    assert "ms p50 12 8 to 12 2" in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 120


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"runs": 3}',
        '{"runs": [{"set": "a"}]}',
        '{"runs": [{"set": "a", "digest": "", "searched": "", "questions": [1]}]}',
    ],
)
def test_another_file_is_not_taken_for_a_run(tmp_path: Path, text: str) -> None:
    path = tmp_path / "old.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CallError, match="it is not what `eval --json` prints"):
        read_runs(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"old\.json: no such file"):
        read_runs(tmp_path / "old.json")
