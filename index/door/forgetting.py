"""`verbatim forget-server`: what there is to say of a server that is forgotten; forgetting it is NewsIndex's part."""

from __future__ import annotations

import argparse

from index.amounts import counted
from index.news_index import NewsIndex


async def forget_server(index: NewsIndex, call: argparse.Namespace) -> str:
    """Forget a server, and say what went."""
    gone = await index.forget_server(call.server)
    went = f"{counted(gone.articles, 'article')}, {counted(gone.sources, 'source')}"
    return f"forgot server {call.server}: {went}, and what it had set"
