"""Articles from JSONL, one object a line: each line becomes an article or a refusal, and none stops the rest. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, BinaryIO

from index.errors import AddressRefused
from index.gather.dates import in_utc, parse_date
from index.gather.language import read_off
from index.gather.urls import canonical_address
from index.gather.wording import one_line, storable
from index.reports import Refusal
from index.types import Article

LONGEST_LINE = 20_000_000
"""Bytes; twice what is read of a page, as JSON may write a character in six."""
LONGEST_ID = 200


class WrongRecord(ValueError):
    """A line that holds no article; its text is a clause that says why. Never leaves this file."""


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of an open file, each cut off just beyond the longest that is read: no line fills the memory."""
    while line := stream.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE + 1)


def read_records(lines: Iterable[bytes | str], name: str, until: datetime | None = None) -> Iterator[Article | Refusal]:
    """The articles of a JSONL file in order, and a Refusal with `name` and line number for each line that is none.

    An object has `title`, `source` (the outlet), `published` (ISO 8601), `text`, and may have `id`, `url` and `author`.
    Blank lines are passed over. `until` leaves out what was published after that day (UTC); the whole day is kept.
    The text is kept letter for letter, so that offsets into it hold for whoever wrote the file.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            article = article_of(parse(line))
        except WrongRecord as wrong:
            yield Refusal(f"{name}:{number}", str(wrong))
            continue
        if until is None or article.published is None or article.published.date() <= in_utc(until).date():
            yield article


def parse(line: bytes | str) -> Mapping[str, Any]:
    """The object on a line; WrongRecord where there is none."""
    if len(line) > LONGEST_LINE:
        raise WrongRecord(f"the line is longer than {LONGEST_LINE / 1_000_000:.0f} MB")
    try:
        record = json.loads(line.decode("utf-8-sig") if isinstance(line, bytes) else line.removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        raise WrongRecord("the line is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise WrongRecord(f"not valid JSON: {error.msg} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:
        raise WrongRecord("not valid JSON: a number or a nesting beyond all bounds") from error
    if not isinstance(record, dict):
        raise WrongRecord("not a JSON object")
    return record


def article_of(record: Mapping[str, Any]) -> Article:
    """The article in a record; WrongRecord names the first field that is missing or wrong."""
    published, has_time = date_of(required(record, "published"))
    return Article(
        title=one_line(required(record, "title")),
        outlet=one_line(required(record, "source")),
        text=storable(required(record, "text")),
        url=address_of(optional(record, "url")),
        author=author_of(record.get("author")),
        published=published,
        has_time=has_time,
        given_id=id_of(record.get("id")),
        language=read_off(required(record, "text")),
    )


def required(record: Mapping[str, Any], field: str) -> str:
    """The text of a field that must be there."""
    value = optional(record, field)
    if value is None or not one_line(value[:LONGEST_LINE]):
        raise WrongRecord(f"«{field}» is missing or empty")
    return value


def optional(record: Mapping[str, Any], field: str) -> str | None:
    """The text of a field, None where it is absent, null or blank."""
    value = record.get(field)
    if value is not None and not isinstance(value, str):
        raise WrongRecord(f"«{field}» is not text")
    return value if value and value.strip() else None


def date_of(text: str) -> tuple[datetime, bool]:
    """The moment in `published` and whether it has a time."""
    try:
        return parse_date(text)
    except ValueError as error:
        raise WrongRecord(f"«published»: {error}") from error


def address_of(text: str | None) -> str | None:
    """The canonical form of `url`; links that people click are made from it, so it must be a web address."""
    try:
        return canonical_address(text) if text else None
    except AddressRefused as error:
        raise WrongRecord(f"«url»: {error.reason}") from error


def author_of(value: Any) -> str | None:
    """`author`: a name or a list of names."""
    names = value if isinstance(value, list) else [] if value is None else [value]
    if not all(isinstance(name, str) for name in names):
        raise WrongRecord("«author» is neither a name nor a list of names")
    return one_line(", ".join(name for name in names if name.strip())) or None


def id_of(value: Any) -> str | None:
    """`id`: a short text without white space around it, or a whole number."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise WrongRecord("«id» is neither text nor a whole number")
    given = str(value)
    if given != one_line(given) or len(given) > LONGEST_ID:
        raise WrongRecord(f"«id» is not plain text of at most {LONGEST_ID} characters")
    return given
