"""A long piece of work while it runs, as one message: bar, counts, rate, time left; editing it is delivery's part."""

from __future__ import annotations

from bot.cards.amounts import counts_line, duration
from bot.cards.plain_text import plain
from index.reports import Progress

_BAR = 20
"""Squares in the bar: it fits beside the percentage on a phone."""

_TELLING = 5.0
"""Seconds of a stage after which its rate says something about the time left."""


def progress_card(what: str, progress: Progress | None, elapsed: float) -> str:
    """`what` is a present participle with its object, plain text; `elapsed` counts seconds of the present stage."""
    heading = f"{plain(what, 300)} …"
    if progress is None:
        return heading
    stage = f"{plain(progress.stage, 60)}: {_counts(progress)}"
    details = " · ".join([stage, *_pace(progress, elapsed)])
    so_far = [counts_line(progress.so_far)] if progress.so_far else []
    return "\n".join([heading, *_bar(progress), *so_far, f"-# {details}"])


def _counts(progress: Progress) -> str:
    of = f" of {progress.total:,}" if progress.total is not None else ""
    return f"{progress.done:,}{of} {plain(progress.unit, 40)}"


def _bar(progress: Progress) -> list[str]:
    if not progress.total:
        return []
    share = min(1.0, max(0.0, progress.done / progress.total))
    full = int(share * _BAR)
    return [f"{'▰' * full}{'▱' * (_BAR - full)} {int(share * 100)}%"]


def _pace(progress: Progress, elapsed: float) -> list[str]:
    """Rate and time left; nothing while the stage is too young to tell."""
    if elapsed < _TELLING or progress.done <= 0:
        return []
    rate = progress.done / elapsed
    told = [f"{rate:,.0f}/s" if rate >= 10 else f"{rate:,.1f}/s"]
    if progress.total and progress.total > progress.done:
        told.append(f"about {duration((progress.total - progress.done) / rate)} left")
    return told
