"""How answers and what they cite are printed at the operator's door: JSON that other programs read, and text. Pure."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from index.types import Answer, Citation, Disagreement, Hit

PASSAGES = 10
"""So many of the passages found are in an answer's JSON."""


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


def published(moment: datetime | None, has_time: bool) -> str | None:
    """A day, or a moment in UTC where the article gave a time."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if moment and has_time else day(moment)


def day(moment: datetime | None) -> str | None:
    """The day of a moment, in UTC, as 2025-01-10."""
    return f"{moment:%Y-%m-%d}" if moment else None
