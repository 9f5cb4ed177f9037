"""The operator's `timeline`: how it is asked for and printed. Opening the index is `__main__`'s part."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import groupby

from index.amounts import counted
from index.answer.quoting import quoted
from index.door.cited import citation_fields, day, source_line
from index.news_index import NewsIndex
from index.stories import Timeline, TimelineEntry
from index.types import Citation, Filters


async def timeline(index: NewsIndex, call: argparse.Namespace) -> str:
    """What is printed for a call: text, or a line of JSON for each entry."""
    filters = Filters(call.server, call.since, call.before, call.source)
    told = await index.timeline(call.topic, filters, limit=call.limit)
    return "\n".join(map(entry_json, told.entries)) if call.json else timeline_text(told)


def timeline_text(told: Timeline) -> str:
    """Who reported first, what was reported day by day, then the sources."""
    if not told.entries:
        return f"Nothing dated was found on {told.topic}: {counted(told.searched.articles, 'article')} searched."
    first = told.entries[0].citation
    left_out = f", {told.left_out:,} more on it left out" if told.left_out else ""
    return "\n".join(
        [
            f"First reported here by {first.outlet} on {day(first.published)}.",
            "",
            *day_lines(told.entries),
            f"{counted(told.searched.articles, 'article')} searched{left_out}.",
            "",
            *(f"[{one.citation.n}] {source_line(one.citation)}" for one in told.entries),
        ]
    )


def day_lines(entries: tuple[TimelineEntry, ...]) -> Iterator[str]:
    """Each day by its name, and under it what was quoted."""
    for begin, of_day in groupby(entries, key=lambda one: one.day):
        yield f"{begin:%A}, {begin.day} {begin:%B %Y}"
        for one in of_day:
            yield f"  {quoted(' '.join(one.citation.quote.split()))} [{one.citation.n}]"
            yield f"  — {whose(one.citation)}"
        yield ""


def whose(citation: Citation) -> str:
    """Speaker, outlet, and who else carries the words."""
    copies = f" (also in {', '.join(citation.copies)})" if citation.copies else ""
    return ", ".join(filter(None, (citation.speaker, f"{citation.outlet}{copies}")))


def entry_json(one: TimelineEntry) -> str:
    """One line of JSON."""
    return json.dumps({"day": day(one.day)} | citation_fields(one.citation), ensure_ascii=False)
