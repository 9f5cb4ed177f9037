"""The one thread on which everything slow runs: SQLite, Chroma, parsing records, embedding.

One thread is enough (the arithmetic of the model is the limit) and makes every store single-threaded. Jobs run in the
order they were given, so a long piece of work that is given as many short jobs lets questions in between.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Worker:
    """Runs short jobs one after the other, away from the event loop."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="index")

    async def run(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of a job, or what it raised. A caller that is cancelled does not stop a job that has begun."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, lambda: job(*args, **kwargs))

    def close(self) -> None:
        """Wait for the jobs at hand, then end the thread."""
        self._pool.shutdown(wait=True)
