"""What adding or reindexing did, as one message; the words for errors are error_messages'."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.amounts import counted, counts_line, duration
from bot.cards.limits import CARD, units
from bot.cards.marks import ago
from bot.cards.plain_text import plain
from index.reports import Awaited, JobInfo, Refusal, Report

_NAME, _REFUSAL, _REFUSALS_SHOWN = 200, 160, 8


def added_card(name: str, report: Report) -> str:
    """What became of the address or file `name` that was handed in."""
    ids = ", ".join(f"**{plain(i, 60)}**" for i in report.article_ids[:3])
    done = f"{outcome(report)}: {plain(name, _NAME)}"
    details = [f"as {ids}"] if ids else []
    if report.passages:
        details.append(f"{counted(report.passages, 'passage')}, ready to be asked about")
    return with_refusals([done, *(["-# " + " · ".join(details)] if details else [])], report.refusals)


def reindexed_card(source: str | None, report: Report) -> str:
    """What a reindex of `source` (None: all sources of the server) rebuilt."""
    articles = report.added + report.updated + report.unchanged
    what = f"**{plain(source, _NAME)}**" if source else "every source of this server"
    lines = [
        f"Reindexed {what} in {duration(report.seconds)}.",
        f"-# {counted(articles, 'article')}, {counted(report.passages, 'passage')}, {report.embedded:,} embedded anew",
    ]
    if report.reread:
        lines.insert(1, f"Read again first: {counts_line(report.reread)}")
    return with_refusals(lines, report.refusals)


def resumed_card(order: Awaited, job: JobInfo | None) -> str:
    """What became of a reindex that went on after a restart; None: it was not begun before that."""
    what = f"The reindex of **{plain(order.source, _NAME)}**" if order.source else "The reindex of every source here"
    ordered = f"{what}, ordered {ago(order.at)},"
    if job is None:
        return f"{ordered} had not begun when I was restarted. Please order it again with /reindex."
    if job.state == "done":
        took = f" in {duration((job.ended - job.started).total_seconds())}" if job.ended else ""
        return f"{ordered} went on after I was restarted and is done: {counted(job.done, 'article')}{took}."
    if job.state == "cancelled":
        return f"{ordered} was cancelled after I was restarted. The passages from before it still answer."
    reason = f": {plain(job.reason, _REFUSAL)}" if job.reason else ""
    return f"{ordered} failed after I was restarted{reason}. The passages from before it still answer."


def with_refusals(lines: Sequence[str], refusals: Sequence[Refusal]) -> str:
    """The lines and as many refusals as there is room for, then how many more there are."""
    shown = [f"• {plain(r.where, _REFUSAL)}: {plain(r.reason, _REFUSAL)}" for r in refusals[:_REFUSALS_SHOWN]]
    heading = [f"{counted(len(refusals), 'thing')} could not be taken:"] if refusals else []
    while True:
        left_out = len(refusals) - len(shown)
        more = [f"-# and {left_out:,} more"] if left_out else []
        card = "\n".join([*lines, *heading, *shown, *more])
        if units(card) <= CARD or not shown:
            return card
        shown.pop()


def outcome(report: Report) -> str:
    """What became of one address or file, as a word or two."""
    if report.added:
        return "Added" if report.added == 1 else f"Added {report.added:,} articles"
    if report.copies:
        return "Kept as a copy of another outlet's text" if report.copies == 1 else f"Kept {report.copies:,} copies"
    if report.updated:
        return "Updated"
    if report.unchanged:
        return "Nothing new, it is stored already"
    return "Nothing was added"
