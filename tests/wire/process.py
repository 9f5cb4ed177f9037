"""The bot as a process of its own: started against a loopback server, watched, and ended by its own pid."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TypeVar

LAUNCHER = Path(__file__).with_name("launch.py")
# What a process needs to run at all; everything else, a developer's own settings above all, stays outside.
INHERITED = ("PATH", "HOME", "LANG", "TMPDIR", "LD_LIBRARY_PATH", "VIRTUAL_ENV")

Result = TypeVar("Result")


class BotProcess:
    """One running bot; its output goes to two files in `folder`, which outlive it."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._out, self._err = folder / "stdout.txt", folder / "stderr.txt"
        kept = {name: os.environ[name] for name in INHERITED if name in os.environ}
        fixed = {"PYTHONUNBUFFERED": "1", "HF_HUB_OFFLINE": "1", "DATA_DIR": str(folder / "data")}
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self._process = subprocess.Popen(
                [sys.executable, str(LAUNCHER)],
                # Not the repository's root, where a developer's .env would be read.
                cwd=folder,
                env=kept | fixed | dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
            )

    @property
    def errors(self) -> list[str]:
        """The lines on stderr so far."""
        return self._err.read_text(errors="replace").splitlines()

    @property
    def output(self) -> str:
        """Everything written so far, for the message of a failed test."""
        return f"stdout:\n{self._out.read_text(errors='replace')}\nstderr:\n" + "\n".join(self.errors)

    def terminate(self) -> None:
        """Ask it to end, as an operator's service manager does."""
        self._process.send_signal(signal.SIGTERM)

    def kill_at_once(self) -> None:
        """End it as a power cut would."""
        self._process.kill()
        self._process.wait(10)

    async def ended(self, within: float) -> int:
        """Its exit code."""
        deadline = asyncio.get_running_loop().time() + within
        while (code := self._process.poll()) is None:
            if asyncio.get_running_loop().time() > deadline:
                raise AssertionError(f"still running after {within:g} s\n{self.output}")
            await asyncio.sleep(0.05)
        return code

    async def sees(self, event: Awaitable[Result]) -> Result:
        """Wait for what only a living bot can bring about; fail at once, with its output, where it ends."""
        waiting = asyncio.ensure_future(event)
        ending = asyncio.create_task(self.ended(float("inf")))
        await asyncio.wait((waiting, ending), return_when=asyncio.FIRST_COMPLETED)
        try:
            if waiting.done():
                return waiting.result()
            raise AssertionError(f"the bot ended with {ending.result()}")
        except AssertionError as failure:
            raise AssertionError(f"{failure}\n{self.output}") from None
        finally:
            waiting.cancel()
            ending.cancel()
            await asyncio.gather(waiting, ending, return_exceptions=True)

    def kill(self) -> None:
        """End it for good if it still runs: politely first."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


StartBot = Callable[..., BotProcess]
"""Starts a bot; its keywords are environment variables."""
