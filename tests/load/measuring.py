"""What a long or heavy run is held to: how long the event loop stood still, and how much memory the process has."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

TICK = 0.01
"""Seconds between two looks at the clock: far below the stall that is told of."""


class Stalls:
    """While `async with` lasts: `longest` is the longest time in seconds that the event loop answered nobody."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def __aenter__(self) -> Self:
        self._ticking = asyncio.create_task(self._tick())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.sleep(TICK)  # a stall that ends with the block counts as well
        self._ticking.cancel()
        await asyncio.gather(self._ticking, return_exceptions=True)

    async def _tick(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(TICK)
            self.longest = max(self.longest, time.perf_counter() - before - TICK)


def megabytes() -> float:
    """What this process holds in memory, in MB; on Linux alone.

    https://docs.kernel.org/filesystems/proc.html: VmRSS is in kB.
    """
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1_000


def percentile(values: list[float], share: float) -> float:
    """The value that `share` of the values stay under."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def told(line: str) -> None:
    """Say a figure as soon as it is known."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
