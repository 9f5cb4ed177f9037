"""JSON Feed, read by its specification (versions 1 and 1.1, jsonfeed.org): what a feed states, as a listing. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from index.errors import NotAListing
from index.gather.dates import parse_page_date
from index.gather.entries import MOST_ENTRIES, Entry, Reading, items_of
from index.gather.listing import Listing, SourceKind
from index.gather.metadata import first_name
from index.gather.wording import storable

VERSION = "https://jsonfeed.org/version/1"


def read_json_feed(text: str, reading: Reading) -> Listing:
    """What a JSON Feed lists; NotAListing where the text is none."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAListing(reading.address, "it is not valid JSON") from error
    if not isinstance(feed, dict) or not (stated(feed, "version") or "").startswith(VERSION):
        raise NotAListing(reading.address, "it is JSON, but no JSON Feed")
    if not isinstance(feed.get("items"), list):
        raise NotAListing(reading.address, "it is a JSON Feed without a list of items")
    inherited, first = names_of(feed), feed["items"][:MOST_ENTRIES]
    entries = (entry_of(number, one, reading.address, inherited) for number, one in enumerate(first, start=1))
    title = first_name([stated(feed, "title")]) or ""
    items, refusals = items_of(entries, title, reading, len(feed["items"]) - len(first))
    return Listing(SourceKind.FEED, reading.address, title, items, refusals)


def entry_of(number: int, item: Any, base: str, inherited: tuple[str, ...]) -> Entry:
    """An item; what is not of the type that the specification asks for is not there."""
    item = item if isinstance(item, dict) else {}
    link, html = stated(item, "url") or address_in(stated(item, "id")), stated(item, "content_html")
    title, published = stated(item, "title"), stated(item, "date_published")
    content = html or stated(item, "content_text")
    return Entry(
        number=number,
        link=link,
        base=base,
        title=title,
        bylines=names_of(item) or inherited,
        published=parse_page_date(published) if published else None,
        content=content,
        is_html=html is not None,
        stated=(title, published, stated(item, "date_modified"), *names_of(item), stated(item, "summary"), content),
    )


def stated(given: Mapping[str, Any], field: str) -> str | None:
    """The text of a field; None where it has none."""
    value = given.get(field)
    return storable(value) if isinstance(value, str) and value.strip() else None


def address_in(identifier: str | None) -> str | None:
    """An identifier where it is the item's address, as the specification advises."""
    return identifier if identifier and identifier.startswith(("http://", "https://")) else None


def names_of(given: Mapping[str, Any]) -> tuple[str, ...]:
    """The names in `authors`, or in the `author` of version 1."""
    people = given.get("authors") or [given.get("author")]
    named = (
        (stated(person, "name") for person in people if isinstance(person, dict)) if isinstance(people, list) else ()
    )
    return tuple(filter(None, named))
