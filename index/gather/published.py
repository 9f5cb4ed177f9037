"""When a page was published: one moment out of what machines are told, what readers see and the address. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from index.gather.dates import Dated, believed, page_date
from index.gather.labels import Label
from index.gather.when import DATE, MONTH_OF, ZONES, dates_in

IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<between>[/-]?)(?P<month>\d\d?|[a-z]{3})(?P=between)(?P<day>\d\d?)(?!\d)"
)
CHANGED = re.compile(
    r"updat|modif|revis|aktualisiert|mis à jour|actualizad|aggiornat|atualizad|bijgewerkt|last|corrected", re.IGNORECASE
)
FIRST = re.compile(
    r"publi[sck]|posted|original|entry-date|created|erstellt|veröffentlicht|veroeffentlicht", re.IGNORECASE
)
BESIDE = re.compile(
    r"\w*(?:publi|updat|actuali|aktuali|veröffentlich)\w*|\b(?:posted|modified|original|first|last|on|at|am|um|uhr|le|à|el"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|mis|jour|[ap]m?|m|min|read"
    rf"|{'|'.join(ZONES)})\b|\d+h?",
    re.IGNORECASE,
)
"""What stands beside a date in a line of its own: what it is the date of, weekday, time and zone."""
SAME_EVENT = timedelta(hours=36)
"""Two statements of one publication lie at most a day and a zone apart."""
SHORT = 90
"""Characters of a line that is there for its date."""


def publication(told: Sequence[Dated], seen: Sequence[Label], address: str | None, now: datetime) -> Dated | None:
    """When it was published: what machines are told, else a line near the headline, else the day in the address.

    Of several statements about the same day the first with a zone, so that no local time passes for UTC.
    """
    lines = list(dates_of(seen, now))
    day = day_in(address or "", now)
    if told:
        return clearest(told[0], [*told, *lines])
    if day:
        return clearest(day, lines)
    return clearest(lines[0], lines) if lines else None


def clearest(first: Dated, others: Sequence[Dated]) -> Dated:
    """A statement, or another of the same event that says more: the time of day with its zone."""
    if first.exact:
        return first
    return next((one for one in others if one.exact and abs(one.moment - first.moment) <= SAME_EVENT), first)


def dates_of(labels: Sequence[Label], now: datetime) -> Iterator[Dated]:
    """The dates of publication in some lines, those that are called so first, never one of a change."""
    plain: list[Dated] = []
    for label in labels:
        for said, date in readings(label, now):
            if FIRST.search(said):
                yield date
            elif not CHANGED.search(said):
                plain.append(date)
    yield from plain


def readings(label: Label, now: datetime) -> Iterator[tuple[str, Dated]]:
    """The dates in a line, each with the words that say what it is the date of."""
    if label.stated and (date := page_date(label.stated, now)):
        yield f"{label.called} {label.text[:30]}", date
    elif label.marked or len(label.text) <= SHORT:
        begin = 0
        for at, found in enumerate(dates_in(label.text)):
            said = label.text[begin : found.start] + ("" if at else f" {label.called}")
            begin = found.start + 6
            if believed(found.moment, now):
                yield said, Dated(found.moment, found.has_time, exact=found.has_time)


def is_date_line(line: str) -> bool:
    """Whether a line says when and nothing else, so that it is no sentence with a day in it."""
    return DATE.search(line) is not None and not re.search(r"\w", BESIDE.sub("", DATE.sub("", line)))


def day_in(address: str, now: datetime) -> Dated | None:
    """The day in an address such as /2025/01/07/bridge or /bridge-20250107."""
    for found in IN_ADDRESS.finditer(urlsplit(address).path.lower()):
        month = found["month"]
        number = int(month) if month.isdigit() else MONTH_OF.get(month, 0)
        try:
            moment = datetime(int(found["year"]), number, int(found["day"]), tzinfo=UTC)
        except ValueError:
            continue
        if believed(moment, now):
            return Dated(moment, has_time=False, exact=False)
    return None
