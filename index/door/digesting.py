"""The operator's `digest`: what a digest would hold, as text or JSON. Opening the index is `__main__`'s part."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime, timedelta

from index.alerts import Story
from index.amounts import counted
from index.door.cited import citation_fields, source_line
from index.news_index import NewsIndex

UNLESS_SAID = timedelta(days=1)
"""How far back it looks: as a daily digest does."""


async def digest(index: NewsIndex, call: argparse.Namespace) -> str:
    """The stories of what came since a day, the most reported and freshest first; nothing is noted as told."""
    now = datetime.now(UTC)
    stories = await index.digest_stories(call.server, since=call.since or now - UNLESS_SAID, now=now)
    if call.json:
        return "\n".join(map(story_json, stories))
    return "\n\n".join(map(story_text, stories)) or "nothing new has come: a digest would not be sent"


def story_text(story: Story) -> str:
    """A story with the words quoted, their source, and who reports it."""
    reported = f"{counted(len(story.outlets), 'outlet')}, {counted(len(story.origins), 'origin')}"
    return f"“{' '.join(story.citation.quote.split())}”\n{source_line(story.citation)}\n{reported}"


def story_json(story: Story) -> str:
    """One line of JSON."""
    fields = citation_fields(story.citation) | {
        "outlets": list(story.outlets),
        "origins": list(story.origins),
        "articles": len(story.articles),
        "newest": story.newest.isoformat(),
    }
    return json.dumps(fields, ensure_ascii=False)
