"""Shows how far a long step is: a bar on a terminal, plain lines elsewhere; always on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from index.door.printed import counts_text
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
    # Not redirected: standard output may be a file, and carries the answer letter for letter.
    bar = Bar(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
    try:
        yield OneBar(bar)
    finally:
        bar.stop()


class OneBar:
    """A bar for the step at hand; it goes when the step is done, before anything else is printed."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._label = ""
        self._task: TaskID | None = None

    def __call__(self, progress: Progress) -> None:
        label = f"{progress.stage} {progress.unit}"
        if self._task is None or label != self._label:
            self._end()
            self._label, self._task = label, self._bar.add_task(label, total=progress.total)
            self._bar.start()
        shown = f"{label}{so_far(progress)}"
        self._bar.update(self._task, completed=progress.done, total=progress.total, description=shown)
        if progress.total is not None and progress.done >= progress.total:
            self._end()

    def _end(self) -> None:
        if self._task is not None:
            self._bar.stop()
            self._bar.remove_task(self._task)
            self._task = None


class Lines:
    """A line when a step begins, from time to time while it goes on, and when it is complete."""

    def __init__(self) -> None:
        self._stage = ""
        self._said = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        complete = progress.total is not None and progress.done >= progress.total
        if progress.stage == self._stage and now - self._said < SECONDS_BETWEEN_LINES and not complete:
            return
        self._stage, self._said = progress.stage, now
        of = f" of {progress.total:,}" if progress.total is not None else ""
        line = f"{progress.stage}: {progress.done:,}{of} {progress.unit}{so_far(progress)}"
        print(line, file=sys.stderr, flush=True)  # noqa: T201


def so_far(progress: Progress) -> str:
    """Pure: what became of a source's items until now, in brackets; empty where that is not told."""
    return f" ({counts_text(progress.so_far)})" if progress.so_far else ""
