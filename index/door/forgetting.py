"""`verbatim forget-server`: what there is to say of a server that is forgotten; forgetting it is NewsIndex's part."""

from __future__ import annotations

import argparse

from index.news_index import NewsIndex


async def forget_server(index: NewsIndex, call: argparse.Namespace) -> str:
    """Forget a server, and say what went."""
    gone = await index.forget_server(call.server)
    return f"forgot server {call.server}: {gone.articles:,} articles, {gone.sources:,} sources, and what it had set"
