"""How reports, sources, jobs and the state of the index are printed at the operator's door, as plain text. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from index.amounts import counted
from index.door.cited import day
from index.reports import AuditEntry, Counts, Health, JobInfo, Refusal, Report, SourceInfo, SourceRead, Status
from index.revisions import Edit, Revision
from index.types import COMMON

REFUSALS = 20
"""So many refusals of a source are told one by one."""


def report_lines(report: Report, verb: str = "added") -> str:
    """What a piece of work did, in a line; what was refused, and why, stands elsewhere."""
    ids = f": {', '.join(report.article_ids)}" if 0 < len(report.article_ids) <= 3 else ""
    changed = verb if verb == "rebuilt" else "updated"
    copies = "copy of another outlet's text" if report.copies == 1 else "copies of other outlets' texts"
    outcomes = (
        (report.added, verb),
        (report.copies, copies),
        (report.updated, changed),
        (report.unchanged, "unchanged"),
    )
    taken = ", ".join(f"{number:,} {word}" for number, word in outcomes if number)
    refused = f"{report.refused:,} refused" if report.refused else ""
    work = f"{counted(report.passages, 'passage')}, {report.embedded:,} embedded, {report.seconds:.1f} s"
    reread = f"read again: {counts_text(report.reread)}\n" if report.reread else ""
    return f"{reread}{'; '.join(filter(None, (taken + ids, refused))) or 'nothing to do'} ({work})"


def history_text(revisions: Sequence[Revision]) -> str:
    """Every version of an article, the oldest first: when it was stored, and its words [-removed-] and {+added+}."""
    blocks = []
    for one in revisions:
        about = f"{one.article.outlet} - {one.article.title}" if one.number == 1 else ""
        lines = [f"version {one.number}, stored {one.stored_at:%Y-%m-%d %H:%M} UTC{': ' if about else ''}{about}"]
        lines += [f"  {field}: {edit_text(edit)}" for field, edits in one.changes for edit in edits]
        blocks.append("\n".join(lines))
    return "\n".join(blocks)


def edit_text(edit: Edit) -> str:
    """One edit with the words around it."""
    removed, added = f"[-{edit.removed}-]" if edit.removed else "", f"{{+{edit.added}+}}" if edit.added else ""
    return " ".join(filter(None, (edit.before, removed, added, edit.after)))


def audit_text(entries: Sequence[AuditEntry]) -> str:
    """A line for each entry of the audit log."""
    lines = (f"{one.at:%Y-%m-%d %H:%M} UTC  {one.who}  {one.action}  {one.what}" for one in entries)
    return "\n".join(lines) or "nothing was changed yet"


def sources_text(sources: Sequence[SourceInfo]) -> str:
    """A line for each source: name, whose it is, counts, newest article, outlets."""
    return "\n".join(source_text(one) for one in sources) or "no sources yet: add an article first"


def source_text(source: SourceInfo) -> str:
    """One source in a line; for one that is read again and again, a second line says where and how that goes."""
    whose = "" if source.server == COMMON else f" of server {source.server}"
    newest = f", newest {day(source.newest)}" if source.newest else ""
    outlets = f" [{', '.join(source.outlets)}]" if source.outlets else ""
    rebuilt = f", rebuilt {day(source.indexed_at)}" if source.indexed_at else ""
    held = f"{counted(source.articles, 'article')}, {counted(source.passages, 'passage')}"
    return f"{source.name}{whose}: {held}{newest}{rebuilt}{outlets}" + (health_text(source) if source.address else "")


def health_text(source: SourceInfo) -> str:
    """How a source with an address does, as lines below it."""
    lines = [source.kind, source.address or "", f"read {minute(source.read_at)}" if source.read_at else "not read yet"]
    if source.due_at:
        lines.append(f"next {minute(source.due_at)}")
    lines.append(counted(source.items, "item") + (f", {source.refused:,} refused" if source.refused else ""))
    trouble = f"{source.state}: {source.reason}" if source.state is not Health.OK else ""
    return "".join(f"\n    {line}" for line in (", ".join(lines), trouble) if line)


def read_text(read: SourceRead) -> str:
    """What a reading of a source did, or why it failed, in a line."""
    if read.trouble:
        return f"{read.name}: it could not be read: {read.trouble}"
    report = read.report
    work = f"{counted(report.passages, 'passage')}, {report.embedded:,} embedded, {report.seconds:.1f} s"
    return f"{read.name}: {counts_text(report.counts)} ({work})"


def counts_text(counts: Counts) -> str:
    """What became of the items of a source: 40 found, 12 new, 25 unchanged, 3 refused."""
    return ", ".join(counts.told)


def refusal_lines(refusals: Sequence[Refusal]) -> list[str]:
    """The first refusals with their reasons, then how many more there are."""
    lines = [f"{one.where}: {one.reason}" for one in refusals[:REFUSALS]]
    left = len(refusals) - len(lines)
    return [*lines, *([f"and {left:,} more refused"] if left else [])]


def status_text(status: Status) -> str:
    """The state of the index, a fact a line."""
    dates = f", published {day(status.oldest)} to {day(status.newest)}" if status.oldest else ""
    lines = [
        f"articles    {status.articles:,}{dates}",
        f"passages    {status.passages:,} ({status.waiting:,} waiting for the vector index)",
        f"sources     {status.sources:,}",
        f"model       {status.model}{changed(status.changed_from)}",
    ]
    if status.generation is not None:
        lines.append(f"generation  {status.generation}")
    if status.bytes_on_disk is not None:
        lines.append(f"disk        {status.bytes_on_disk / 1e6:,.1f} MB")
    return "\n".join([*lines, *(f"job         {job_text(job)}" for job in status.jobs)])


def changed(model: str | None) -> str:
    """What is said of a model that took another's place, until it has embedded everything."""
    return f" (changed from {model}: all is embedded again, keywords answer until then)" if model else ""


def job_text(job: JobInfo) -> str:
    """One job in a line."""
    of = f" of {job.source}" if job.source else ""
    why = f": {job.reason}" if job.reason else ""
    how_far = counts_text(job.counts) if job.counts else f"{job.done:,}/{job.total:,}"
    return f"{job.kind}{of}, {minute(job.started)}, {job.state} {how_far}{why}"


def minute(moment: datetime) -> str:
    """A moment in UTC, to the minute."""
    return f"{moment:%Y-%m-%d %H:%M} UTC"
