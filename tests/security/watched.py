"""What a piece of work costs: seconds, memory of all processes it takes, and how long the event loop stood still.

Memory is the resident set, as Linux tells it; elsewhere it is not measured.
"""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
PAUSE, TICK = 0.03, 0.01
"""Seconds between two looks at the memory, and between two ticks of the event loop."""


@dataclass
class Cost:
    """`memory` in bytes above what was held before, at its highest; `stall` in seconds by which the loop was late,
    but for those in which it waited for a processor."""

    seconds: float = 0.0
    memory: int = 0
    stall: float = 0.0


def resident(pid: int) -> int:
    """Bytes of memory that a process holds; 0 for one that is gone."""
    with suppress(OSError, ValueError, IndexError):
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def children(pid: int) -> Iterator[int]:
    """The processes that a process started, and those that they did."""
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, task.read_text(encoding="ascii").split()):
                yield child
                yield from children(child)


def held(besides: int) -> int:
    """Bytes of memory that this process and all it started hold, besides one of them."""
    own = os.getpid()
    # a child that has not become another program yet shares the memory of this one
    others = (pid for pid in children(own) if pid != besides and program(pid) != program(own))
    return resident(own) + sum(map(resident, others))


def program(pid: int) -> bytes:
    """How a process was called."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def waited() -> float:
    """Seconds for which this thread could have run and others had the processor: no fault of the work's."""
    with suppress(OSError, ValueError, IndexError):
        return int(Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1]) / 1e9
    return 0.0


@contextmanager
def looking(cost: Cost, besides: int) -> Iterator[None]:
    """Look at the memory all the time, from a thread that a busy event loop does not stop."""
    before, over = held(besides), threading.Event()

    def look() -> None:
        while not over.wait(PAUSE):
            cost.memory = max(cost.memory, held(besides) - before)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


async def costing(work: Awaitable[T], besides: int) -> tuple[T | Exception, Cost]:
    """What work brings, or how it fails, and what it costs; what the process `besides` holds is not counted."""
    cost, task = Cost(), asyncio.ensure_future(work)
    with looking(cost, besides):
        began = time.monotonic()
        while not task.done():
            ticked, queued = time.monotonic(), waited()
            await asyncio.sleep(TICK)
            cost.stall = max(cost.stall, time.monotonic() - ticked - TICK - (waited() - queued))
        cost.seconds = time.monotonic() - began
    error = task.exception()
    if error is not None and not isinstance(error, Exception):
        raise error
    return (task.result() if error is None else error), cost
