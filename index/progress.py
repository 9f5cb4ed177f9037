"""Shows how far a long step is: a bar on a terminal, plain lines elsewhere; always on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from index.reports import Progress, Watch

SECONDS_BETWEEN_LINES = 10.0
"""Elsewhere than on a terminal a line is printed when the step changes, and then so often."""


@contextmanager
def shown() -> Iterator[Watch]:
    """A watch that shows what it is told while the block runs."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Bars(bar)


class Bars:
    """One bar a step."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, progress: Progress) -> None:
        label = f"{progress.stage} {progress.unit}"
        if label not in self._tasks:
            self._tasks[label] = self._bar.add_task(label, total=progress.total)
        self._bar.update(self._tasks[label], completed=progress.done, total=progress.total)


class Lines:
    """A line when a step begins, and from time to time while it goes on."""

    def __init__(self) -> None:
        self._stage = ""
        self._said = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.stage == self._stage and now - self._said < SECONDS_BETWEEN_LINES:
            return
        self._stage, self._said = progress.stage, now
        of = f" of {progress.total:,}" if progress.total is not None else ""
        print(f"{progress.stage}: {progress.done:,}{of} {progress.unit}", file=sys.stderr, flush=True)  # noqa: T201
