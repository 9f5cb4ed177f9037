"""A kill at any moment loses nothing that was acknowledged and leaves nothing twice; every start works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_twenty_kills_lose_and_double_nothing() -> None:
    # In a process of its own: what is forked must not hold the threads of other tests.
    command = [sys.executable, "-m", "tests.durability.kills", "--kills", "20"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "20 kills" in done.stdout
    assert "articles acknowledged  0" not in done.stdout
