"""Files of records on disk: how many lines one has, and its records one by one. Leaves the records to `records`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from index.errors import UnreadableFile
from index.gather.records import lines_of, read_records
from index.reports import Refusal
from index.types import Article

CHUNK = 1 << 20


def count_lines(path: Path) -> int:
    """How many lines a file has, an unended last one among them; UnreadableFile where there is no such file."""
    lines, last = 0, b"\n"
    with opened(path) as stream:
        for chunk in iter(lambda: stream.read(CHUNK), b""):
            lines, last = lines + chunk.count(b"\n"), chunk[-1:]
    return lines + (last != b"\n")


def read_record_file(path: Path, until: datetime | None) -> Iterator[Article | Refusal]:
    """The articles of a JSONL file, read as they are asked for; a line that holds none as a Refusal."""
    with opened(path) as stream:
        yield from read_records(lines_of(stream), path.name, until)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A file to read; UnreadableFile, which names it, where that fails."""
    try:
        with path.open("rb") as stream:
            yield stream
    except OSError as error:
        raise UnreadableFile(path, (error.strerror or str(error)).lower()) from error
