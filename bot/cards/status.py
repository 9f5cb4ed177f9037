"""The state of the index as one message: what it holds, how fresh it is, what is at work, and its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.cards.amounts import counted, counts_line, duration, size
from bot.cards.chart import sparkline, summed
from bot.cards.limits import CARD, units
from bot.cards.marks import ago, day
from bot.cards.plain_text import plain
from bot.cards.quota import quota_left
from bot.cards.sources import source_lines
from index.activity import DAYS, Activity
from index.reports import Health, JobInfo, SourceInfo, Status
from index.servers import Quota

_JOBS_SHOWN = 3


def status_card(
    status: Status,
    sources: Sequence[SourceInfo],
    activity: Activity,
    quota: Quota | None = None,
    *,
    chart: bool = True,
) -> str:
    """What this server may see of the index; without a `chart` beside it, the articles a day are a line of text."""
    lines = [
        f"**{counted(status.articles, 'article')}**, {counted(status.passages, 'passage')} "
        f"from {counted(status.sources, 'source')}{_trouble(sources)}{_dates(status)}",
        *_waiting(status),
        *map(_job, status.jobs[:_JOBS_SHOWN]),
        *_reindexed(activity.reindexed),
        *_asked(activity),
        *([f"Daily limit: {quota_left(quota)}"] if quota else []),
        *([] if chart else [f"Articles a day: `{sparkline(activity.arrived)}` {summed(activity.arrived)}"]),
        f"-# {' · '.join([*_process(activity), f'model {plain(status.model, 80)}'])}",
    ]
    card = "\n".join(lines)
    return "\n".join([card, *source_lines(sources, CARD - units(card) - 1)])


def _trouble(sources: Sequence[SourceInfo]) -> str:
    """How many sources do not do well, and how."""
    counts = Counter(source.state for source in sources)
    told = [f"{counts[state]} {state}" for state in (Health.FAILING, Health.PAUSED) if counts[state]]
    return f" ({', '.join(told)})" if told else ""


def _reindexed(job: JobInfo | None) -> list[str]:
    """The last reindex, and how fast it was."""
    if job is None or job.ended is None:
        return []
    seconds = (job.ended - job.started).total_seconds()
    rate = f", {job.done / seconds:,.1f} a second" if seconds >= 1 and job.done else ""
    what = f" of {plain(job.source, 60)}" if job.source else ""
    return [f"Last reindex{what} {ago(job.ended)}: {counted(job.done, 'article')} in {duration(seconds)}{rate}"]


def _asked(activity: Activity) -> list[str]:
    """What was asked and checked in the last days, and how members judged it."""
    lines = []
    if activity.answers:
        votes = f" · 👍 {activity.votes.good:,} · 👎 {activity.votes.bad:,}"
        lines.append(f"{DAYS} days: {counted(activity.answers, 'answer')}, {activity.quoting:,} with quotations{votes}")
    if checked := activity.checked:
        verdicts = ", ".join(f"{number:,} {verdict}" for verdict, number in checked.items())
        lines.append(f"{counted(sum(checked.values()), 'quotation')} checked: {verdicts}")
    return lines


def _process(activity: Activity) -> list[str]:
    """How fast answers are, the memory, and what is left of the language model's budget."""
    told = []
    if activity.question_ms is not None:
        told.append(f"{activity.question_ms:,.0f} ms to find an answer")
    if activity.memory is not None:
        told.append(f"{size(activity.memory)} of memory")
    if budget := activity.budget:
        told.append(f"language model: {budget.left:,} of {counted(budget.limit, 'token')} left today")
    return told


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
