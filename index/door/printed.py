"""How values are printed at the operator's door: JSON that other programs read, and plain text. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from index.amounts import counted
from index.reports import AuditEntry, Counts, Health, JobInfo, Refusal, Report, SourceInfo, SourceRead, Status
from index.revisions import Edit, Revision
from index.types import COMMON, Answer, Citation, Disagreement, Hit

PASSAGES = 10
"""So many of the passages found are in an answer's JSON."""
REFUSALS = 20
"""So many refusals of a source are told one by one."""


def answer_json(answer: Answer, question_id: str | int | None = None) -> str:
    """One line of JSON; `quote == text[start:end]` of the stored text of `article_id`, in characters."""
    fields: dict[str, Any] = {
        "id": question_id,
        "question": answer.question,
        "found": answer.found,
        "answer": answer.text,
        "as_of": day(answer.as_of),
        "looked_at": answer.looked_at,
        "understood": answer.understood,
        "lead": answer.lead,
        "note": answer.note,
        "stale": answer.stale,
        "disagreements": [disagreement_fields(one) for one in answer.disagreements],
        "outlets": list(answer.outlets),
        "origins": list(answer.origins),
        "citations": [citation_fields(one) for one in answer.citations],
        "passages": [passage_fields(one) for one in answer.hits[:PASSAGES]],
        "ms": round(answer.ms, 1),
    }
    return json.dumps(fields, ensure_ascii=False)


def citation_fields(citation: Citation) -> dict[str, Any]:
    """A citation as it stands in the JSON; `source` is the outlet."""
    return {
        "n": citation.n,
        "article_id": citation.article_id,
        "title": citation.title,
        "source": citation.outlet,
        "url": citation.url,
        "published": published(citation.published, citation.has_time),
        "speaker": citation.speaker,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "link": citation.link,
        "version": citation.version,
        "agency": citation.agency,
        "copies": list(citation.copies),
        "role": citation.role,
    }


def disagreement_fields(one: Disagreement) -> dict[str, Any]:
    """Where outlets differ; `claim` is a slice of the `quote` of its side."""
    return {"about": one.about, "sides": [{"claim": side.claim} | citation_fields(side.citation) for side in one.sides]}


def passage_fields(hit: Hit) -> dict[str, Any]:
    """A passage that was found, as it stands in the JSON."""
    return {
        "article_id": hit.stored.article_id,
        "start": hit.passage.start,
        "end": hit.passage.end,
        "text": hit.passage.text,
        "score": round(hit.score, 4),
    }


def answer_text(answer: Answer) -> str:
    """The answer with its sources below it, each with the link that opens at the passage."""
    sides = [side.citation for one in answer.disagreements for side in one.sides]
    cited = {one.n: one for one in (*sides, *answer.citations)}
    sources = [f"[{n}] {source_line(cited[n])}" for n in sorted(cited)]
    understood = [f"Understood as: {answer.understood}", ""] if answer.understood else []
    looked = [f"Looked first at {answer.looked_at}."] if answer.looked_at else []
    return "\n".join([*understood, answer.text, *looked, *([""] if sources else []), *sources])


def source_line(citation: Citation) -> str:
    """Who published what when, and where it stands."""
    parts = [f"{citation.outlet} - {citation.title}"]
    if when := day(citation.published):
        parts.append(when)
    return ", ".join(parts) + (f"\n    {citation.link}" if citation.link else "")


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


def day(moment: datetime | None) -> str | None:
    """The day of a moment, in UTC, as 2025-01-10."""
    return f"{moment:%Y-%m-%d}" if moment else None


def published(moment: datetime | None, has_time: bool) -> str | None:
    """A day, or a moment in UTC where the article gave a time."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment and has_time else day(moment)
