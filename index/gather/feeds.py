"""RSS, Atom and their forerunners, read with feedparser: what a feed states, as a listing.

Feeds come from anywhere: only the extraction worker reads them. What becomes of their entries is `entries`' part.
"""

from __future__ import annotations

import io
import re
from calendar import timegm
from datetime import UTC, datetime
from typing import Any

import feedparser

from index.errors import NotAListing
from index.gather.dates import parse_page_date
from index.gather.entries import MOST_ITEMS, Entry, Reading, items_of
from index.gather.listing import Listing, SourceKind
from index.gather.metadata import first_name

TEXT_TYPES = {"text/html": True, "application/xhtml+xml": True, "text/plain": False}
"""The types of content that hold an article's text, and whether each is markup."""
HAS_TIME = re.compile(r"\d:\d\d|\dT\d")
ENTRY = re.compile(r"<(?:[\w.-]{1,40}:)?(?:item|entry)(?=[\s>])")
MONTH = re.compile(r"\s*\d{4}(-?\d\d)?\s*")
MAIL = re.compile(r"\S+@\S+")
PERIODS = {"hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
"""Seconds in each of the periods of RSS's syndication module."""
LONGEST_PAUSE = 604_800.0
"""A week, in seconds: feeds that ask for more have mistaken the unit, or are no news."""


def read_feed(text: str, reading: Reading) -> Listing:
    """What an RSS or Atom feed lists, whatever its mistakes; `text` begins with its root element.

    NotAListing where nothing of a feed is in it.
    """
    text, unread = without_middle(text)
    # a stream, as bytes are taken for the name of a file; the text is decoded, so the encoding it declares is past
    stream = io.BytesIO(text.encode("utf-8"))
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": reading.address}
    # markup is read by `full_text`; feedparser's own cleaning would double the 0.6 s it takes for 1,000 whole articles
    found = feedparser.parse(stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    if not found.version and not found.entries:
        raise NotAListing(reading.address, "no feed could be read out of it")
    # in RSS the editor of a channel, in Atom the author of what names no other
    inherited = names_of(found.feed) if found.version.startswith("atom") else ()
    entries = (entry_of(number, one, reading.address, inherited) for number, one in enumerate(found.entries, start=1))
    title = first_name([found.feed.get("title")]) or ""
    items, refusals = items_of(entries, title, reading, unread)
    return Listing(SourceKind.FEED, reading.address, title, items, refusals, pause=pause_of(found.feed))


def without_middle(text: str) -> tuple[str, int]:
    """A feed with at most 2,000 entries, and how many were cut out between the first and the last 1,000 of it.

    Feeds stand in the order of time, nearly all with the newest first. feedparser takes 10 s of CPU for 50,000 entries.
    """
    starts = [found.start() for found in ENTRY.finditer(text)]
    unread = len(starts) - 2 * MOST_ITEMS
    if unread <= 0:
        return text, 0
    return text[: starts[MOST_ITEMS]] + text[starts[-MOST_ITEMS] :], unread


def entry_of(number: int, one: Any, base: str, inherited: tuple[str, ...]) -> Entry:
    """An entry as feedparser read it."""
    content, is_html = content_of(one)
    published = date_of(one, "published") or date_of(one, "created") or date_of(one, "updated")
    return Entry(
        number=number,
        # FeedBurner's own links only count the readers
        link=one.get("feedburner_origlink") or one.get("link") or any_page(one),
        base=base,
        title=one.get("title"),
        bylines=names_of(one) or inherited,
        published=published,
        content=content,
        is_html=is_html,
        stated=(*(raw(one, name) for name in ("title", "published", "updated", "author", "summary")), content),
    )


def any_page(one: Any) -> str | None:
    """The first link to a page that is not marked as HTML."""
    return next((link.get("href") for link in one.get("links", ()) if link.get("rel") == "alternate"), None)


def raw(one: Any, name: str) -> str | None:
    """A field as written; not by `get`, which gives another field where this one is missing."""
    value = dict.get(one, name)
    return value if isinstance(value, str) else None


def content_of(one: Any) -> tuple[str | None, bool]:
    """The longest text an entry carries, beside its summary, and whether it is HTML."""
    found = [
        (part.value, TEXT_TYPES[part.get("type", "")])
        for part in one.get("content", ())
        if part.get("type", "") in TEXT_TYPES and part.get("value")
    ]
    return max(found, key=lambda pair: len(pair[0]), default=(None, False))


def names_of(one: Any) -> tuple[str, ...]:
    """The names of the authors that an entry, or a whole feed, states; an address of e-mail is none."""
    names, whole = [author.get("name") or "" for author in one.get("authors", ())], raw(one, "author") or ""
    if MAIL.search(whole) or not names:
        # feedparser leaves "ple" of jonas@norvik.example: it knows no ending of more than four letters
        names[-1:] = [MAIL.sub("", whole).strip(" ()<>")]
    return tuple(filter(None, names))


def date_of(one: Any, name: str) -> tuple[datetime, bool] | None:
    """A date in UTC and whether it has a time; odd ways to write one are left to feedparser."""
    text, parsed = raw(one, name), dict.get(one, f"{name}_parsed")
    if not text or MONTH.fullmatch(text):
        return None
    if strict := parse_page_date(text):
        return strict
    if parsed is None:
        return None
    try:
        moment = datetime.fromtimestamp(timegm(parsed), UTC)
    except (ValueError, OverflowError):
        return None
    return moment, HAS_TIME.search(text) is not None


def pause_of(feed: Any) -> float | None:
    """How long a feed asks to be left alone, in seconds: RSS's <ttl>, or the syndication module's period."""
    try:
        if ttl := raw(feed, "ttl"):
            return within_reason(float(ttl) * 60)
        if period := PERIODS.get((raw(feed, "sy_updateperiod") or "").strip().lower()):
            return within_reason(period / float(raw(feed, "sy_updatefrequency") or 1))
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    return None


def within_reason(seconds: float) -> float | None:
    """A pause of more than nothing and of a week at most."""
    return min(seconds, LONGEST_PAUSE) if seconds > 0 else None
