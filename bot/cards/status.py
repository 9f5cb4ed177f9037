"""The state of the index as one message: what it holds, how fresh it is, what is at work, and its sources."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.amounts import counted, counts_line, size
from bot.cards.limits import CARD, units
from bot.cards.marks import day
from bot.cards.plain_text import plain
from bot.cards.sources import source_lines
from index.reports import JobInfo, SourceInfo, Status

_JOBS_SHOWN = 3


def status_card(status: Status, sources: Sequence[SourceInfo]) -> str:
    """What this server may see of the index."""
    lines = [
        f"**{counted(status.articles, 'article')}**, {counted(status.passages, 'passage')} "
        f"from {counted(status.sources, 'source')}{_dates(status)}",
        *_waiting(status),
        *map(_job, status.jobs[:_JOBS_SHOWN]),
        f"-# model {plain(status.model, 80)} · generation {status.generation} · {size(status.bytes_on_disk)} on disk",
    ]
    card = "\n".join(lines)
    return "\n".join([card, *source_lines(sources, CARD - units(card) - 1)])


def _dates(status: Status) -> str:
    if not status.oldest or not status.newest:
        return ""
    return f", dated {day(status.oldest)} to {day(status.newest)}"


def _waiting(status: Status) -> list[str]:
    if not status.waiting:
        return []
    return [f"{counted(status.waiting, 'passage')} on the way into the vector index: found by their words until then"]


def _job(job: JobInfo) -> str:
    what = f"{plain(job.kind, 30)} of {plain(job.source, 60) if job.source else 'every source'}"
    when = f"started {day(job.started)}"
    if job.state == "running":
        return f"• {what}: running, {job.done:,} of {job.total:,}, {when}"
    reason = f" ({plain(job.reason, 120)})" if job.reason else ""
    counts = f", {counts_line(job.counts)}" if job.counts else ""
    return f"• {what}: {plain(job.state, 30)}{reason}{counts}, {when}"
