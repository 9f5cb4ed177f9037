"""search at the operator's door: the articles that hold some words, as text or as lines of JSON."""

from __future__ import annotations

import argparse
import json

from index.amounts import counted
from index.door.cited import citation_fields, source_line
from index.findings import Finding, Findings
from index.news_index import NewsIndex
from index.types import Filters


async def search(index: NewsIndex, call: argparse.Namespace) -> str:
    """What is printed for a call."""
    filters = Filters(call.server, call.since, call.before, call.source)
    found = await index.search(call.words, filters, call.limit, newest=call.newest)
    return "\n".join(map(finding_json, found.found)) if call.json else findings_text(found)


def findings_text(found: Findings) -> str:
    """How many articles there are, and a block for each of the first."""
    if not found.found:
        return f"No article holds these words: {counted(found.searched.articles, 'article')} searched."
    which = "hold every word" if found.every else "hold some of the words, none holds them all"
    shown = f", {len(found.found)} of them shown" if len(found.found) < found.articles else ""
    return "\n\n".join([f"{counted(found.articles, 'article')}: {which}{shown}", *map(finding_text, found.found)])


def finding_text(one: Finding) -> str:
    """One article with the sentence that holds the words, these between «»."""
    quote, pieces, at = one.citation.quote, [], 0
    for start, end in one.marks:
        pieces += [quote[at:start], f"«{quote[start:end]}»"]
        at = end
    sentence = " ".join("".join([*pieces, quote[at:]]).split())
    return f"[{one.citation.n}] {source_line(one.citation)}\n{sentence}"


def finding_json(one: Finding) -> str:
    """One line of JSON."""
    return json.dumps(
        citation_fields(one.citation) | {"marks": one.marks, "passages": one.passages}, ensure_ascii=False
    )
