"""A text of web addresses, one a line, as a listing. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from index.errors import AddressRefused, NotAListing
from index.gather.addresses import web_address
from index.gather.entries import MOST_ENTRIES, Entry, Reading, items_of
from index.gather.listing import Listing, SourceKind


def read_page_list(text: str, reading: Reading) -> Listing:
    """The pages that a text names; blank lines and those that begin with "#" are passed over.

    NotAListing unless the first line that counts is a whole web address: any other text is none of addresses.
    """
    lines = list(lines_of(text))
    try:
        web_address(lines[0][1] if lines else "")
    except AddressRefused as error:
        raise NotAListing(reading.address, "no feed, sitemap or list of web addresses was found in it") from error
    entries = (Entry(number, line, "", stated=(line,)) for number, line in lines[:MOST_ENTRIES])
    items, refusals = items_of(entries, "", reading, len(lines[MOST_ENTRIES:]))
    return Listing(SourceKind.PAGES, reading.address, "", items, refusals)


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """The lines that count, with their numbers."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line.strip()
