"""When a source is read next: pure. A history and a moment go in, a moment comes out; who reads is not its concern.

A host that can say "not modified" is asked at most once an hour, any other at most once a day; from there on the
interval follows the source. Moments are seconds since 1970, intervals seconds.
"""

from __future__ import annotations

from dataclasses import dataclass

HOUR = 3_600.0
DAY = 24 * HOUR
WEEK = 7 * DAY

SHRINK = 0.5
"""After news: a source that wakes up is read hourly again after five readings, from a day."""
GROW = 1.5
"""After nothing new: from an hour to a day in eight readings, about two days."""
JITTER = 0.2
"""The share of an interval that chance adds, so that a hundred sources added together are not due together for ever."""
FAILURES = 8
"""Failures in a row that pause a source. From the first to the eighth are 79 hours at least (1 + 2 + 4 + 8 + 16 + 24 +
24): an outage from Friday evening to Monday morning (62 hours) pauses nobody."""


@dataclass(frozen=True, slots=True)
class Next:
    """When a source is due again, and what lies between; with `paused`, not before somebody resumes it."""

    interval: float
    due: float
    paused: str | None = None


def after_reading(
    now: float,
    interval: float | None,
    *,
    news: bool,
    conditional: bool,
    asked: float | None = None,
    not_before: float = 0.0,
    chance: float = 0.0,
) -> Next:
    """After a reading that went well.

    `interval` is the one before (None: it was the first); `news` whether anything was new or changed, or is left for
    the next reading; `conditional` whether the host can be asked for changes alone; `asked` the pause that the source
    asks for; `not_before` the moment until which its host asked to wait; `chance` a number of 0..1.
    """
    shortest, longest = (HOUR, DAY) if conditional else (DAY, WEEK)
    wanted = shortest if interval is None else interval * (SHRINK if news else GROW)
    wanted = min(max(wanted, shortest), longest)
    # A source that asks for years has made a mistake, or wants to be forgotten: it is heard, and asked again.
    pause = max(wanted, min(asked or 0.0, WEEK))
    return Next(wanted, max(now + pause * (1 + JITTER * chance), not_before))


def after_failure(now: float, interval: float | None, failures: int, trouble: str, *, chance: float = 0.0) -> Next:
    """After the reading failed for the `failures`th time in a row (1: the one before went well) with `trouble`."""
    wait = min(HOUR * 2 ** (min(failures, FAILURES) - 1), DAY)
    paused = f"it failed {failures} times in a row, the last time because {trouble}" if failures >= FAILURES else None
    return Next(interval or HOUR, now + wait * (1 + JITTER * chance), paused)
