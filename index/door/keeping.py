"""The operator's commands for articles: adding, rebuilding, removing, what they said before, who changed what.

Opening the index is `__main__`'s part, reading what is handed in as well.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from index.door.printed import audit_text, history_text
from index.door.saying import reported
from index.news_index import NewsIndex
from index.reports import Watch
from index.types import COMMON


async def add(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> int:
    """Add an article from an address, a file or standard input."""
    if "://" in call.what:
        return reported(await index.add_address(call.what, call.server, watch))
    name = "standard input" if call.what == "-" else Path(call.what).name
    return reported(await index.add_file(name, call.data, call.server, watch))


async def import_many(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> int:
    """Add the articles of a JSONL file."""
    return reported(await index.import_file(call.file, call.server, call.until, watch))


async def reindex(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> int:
    """Rebuild a source or everything; without --server that is every server's."""
    server = None if call.server == COMMON else call.server
    return reported(await index.reindex(call.source, server, watch), "rebuilt")


async def remove(index: NewsIndex, call: argparse.Namespace) -> str:
    """Remove an article."""
    return f"removed «{await index.remove(call.article, call.server)}»"


async def allow(index: NewsIndex, call: argparse.Namespace) -> str:
    """Let come back what was removed."""
    return f"may come back: {', '.join(await index.allow(call.address, call.server))}"


async def history(index: NewsIndex, call: argparse.Namespace) -> str:
    """Print the versions of an article."""
    return history_text(await index.history(call.article, call.server))


async def audit(index: NewsIndex, call: argparse.Namespace) -> str:
    """Print who changed what."""
    return audit_text(await index.audit(call.server, call.limit))
