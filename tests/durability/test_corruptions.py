"""Some of the ways to damage the vector index: each is recovered from without embedding."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_damaged_vector_index_is_recovered_without_embedding() -> None:
    # In a process of its own: what is forked must not hold the threads of other tests.
    command = [sys.executable, "-m", "tests.durability.corruptions", "--every", "19"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "recovered without embedding, 0 not" in done.stdout
