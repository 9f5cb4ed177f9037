"""Progress never stands in the way of the answer: a bar on a terminal, lines elsewhere, nothing on standard output."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from index.door.progress import shown
from index.reports import Progress

ON_A_TERMINAL = """
from index.door.progress import shown
from index.reports import Progress
with shown() as watch:
    watch(Progress("embedding", 1, 2, "passages"))
    print("an answer of more than eighty characters that nobody may wrap, however narrow the terminal seems to be")
    watch(Progress("embedding", 2, 2, "passages"))
"""


def test_standard_output_in_a_file_holds_the_answer_while_a_terminal_shows_the_bar(tmp_path: Path) -> None:
    terminal, side = pty.openpty()
    with (tmp_path / "out").open("w") as out:
        subprocess.run(
            [sys.executable, "-c", ON_A_TERMINAL],
            stdout=out,
            stderr=side,
            check=True,
            cwd=Path(__file__).resolve().parent.parent,
        )
    os.close(side)
    drawn = os.read(terminal, 100_000).decode()
    os.close(terminal)
    assert (tmp_path / "out").read_text().splitlines() == [
        "an answer of more than eighty characters that nobody may wrap, however narrow the terminal seems to be"
    ]
    assert "embedding passages" in drawn


def test_elsewhere_a_step_is_a_line_when_it_begins(capsys: pytest.CaptureFixture[str]) -> None:
    with shown() as watch:
        for done in range(3):
            watch(Progress("embedding", done, 3, "passages"))
        watch(Progress("adding", 1, None))
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == ["embedding: 0 of 3 passages", "adding: 1 articles"]
