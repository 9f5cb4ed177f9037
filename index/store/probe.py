"""Whether a collection of Chroma may be opened: asked of a process of its own, which it may crash or hang.

`probing` is what that process does; what becomes of a bad collection is decided in `collections`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

SCRIPT = Path(__file__).with_name("probing.py")
DEADLINE = 60.0
"""Seconds after which a probe counts as hanging: importing Chroma takes 1 to 3, on a busy machine ten times that."""
VECTORS_A_SECOND = 1_000
"""And so much longer for what it holds: 52,586 vectors take 5 s on an idle machine."""


class Probe:
    """A probe under way: `verdict` looks how it is, `wait` stays until it ended."""

    def __init__(self, database: Path, folder: Path, generation: int, held: int) -> None:
        # A file, since a full pipe would stop the process that writes to it.
        self._said = tempfile.TemporaryFile()  # noqa: SIM115
        self._until = time.monotonic() + DEADLINE + held / VECTORS_A_SECOND
        # -P: beside the script lie modules whose names the standard library has, too.
        command = (sys.executable, "-P", str(SCRIPT))
        self._process = subprocess.Popen(
            (*command, str(database.absolute()), str(folder.absolute()), str(generation)),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=self._said,
        )

    @property
    def over(self) -> bool:
        """Whether it has come to its end, or is past its deadline."""
        return self._process.poll() is not None or time.monotonic() > self._until

    def wait(self) -> str | None:
        """What is wrong, None where nothing is; waits until that is known."""
        try:
            code = self._process.wait(max(0.0, self._until - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.close()
            return "it did not answer in time"
        self._said.seek(0)
        lines = self._said.read().decode(errors="replace").strip().splitlines()
        self.close()
        if code == 0:
            return None
        return f"it ended the process with signal {-code}" if code < 0 else (lines or ["no reason was given"])[-1]

    def close(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        self._process.wait()
        if self._process.stdin:
            self._process.stdin.close()
        self._said.close()
