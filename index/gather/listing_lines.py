"""A listing as lines of JSON and back: how it comes from the process that read it.

A line for each item, so that whoever reads them can do something else between two: a listing may hold 10 MB of text.
"""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Iterator
from datetime import datetime

from index.errors import NotAListing
from index.gather.listing import Item, Listing, SourceKind, WebPage
from index.reports import Refusal


def to_lines(found: Listing | WebPage) -> Iterator[str]:
    """A listing, a line for its head and one for each item; the address and feeds of a page of HTML in one line."""
    if isinstance(found, WebPage):
        yield json.dumps({"page": found.address, "feeds": found.feeds})
        return
    refusals = [(refusal.where, refusal.reason) for refusal in found.refusals]
    yield json.dumps([found.kind, found.address, found.title, refusals, found.more, found.pause])
    for item in found.items:
        published = item.published and item.published.isoformat()
        stated = (item.title, published, item.has_time, item.author, item.text)
        yield json.dumps([item.address, *stated, item.fingerprint.hex()])


async def from_lines(answer: bytes, where: str) -> Listing | WebPage:
    """What `to_lines` wrote; NotAListing, with `where`, for a refusal. Others get their turn between two items."""
    lines = io.BytesIO(answer)
    match json.loads(next(lines)):
        case {"refused": str(reason)}:
            raise NotAListing(where, reason)
        case {"page": str(address), "feeds": list(feeds)}:
            return WebPage(address, tuple(feeds))
        case [kind, address, title, refusals, more, pause]:
            items = []
            for line in lines:
                items.append(item_in(line))
                await asyncio.sleep(0)
            refused = tuple(Refusal(*one) for one in refusals)
            return Listing(SourceKind(kind), address, title, tuple(items), refused, tuple(more), pause)
    raise ValueError("a worker wrote neither a listing nor a refusal")


def item_in(line: bytes) -> Item:
    """The item on a line."""
    address, title, published, has_time, author, text, mark = json.loads(line)
    moment = published and datetime.fromisoformat(published)
    return Item(address, title, moment, has_time, author, text, bytes.fromhex(mark))
