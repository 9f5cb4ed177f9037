"""Reads a file of questions: JSON lines of `id`, `question` and perhaps `asked`, the moment that counts as now."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from index.gather.dates import parse_date
from index.gather.record_files import opened
from index.reports import Refusal

LAST_SECOND = timedelta(days=1, seconds=-1)


@dataclass(frozen=True, slots=True)
class FiledQuestion:
    """A question of a file; `asked` is None where the line names no moment."""

    id: str | int
    question: str
    asked: datetime | None


def read_questions(path: Path) -> Iterator[FiledQuestion | Refusal]:
    """The questions in order; a line that is none as a Refusal that names file and line. UnreadableFile."""
    with opened(path) as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield read_question(line, f"{path.name}:{number}")


def read_question(line: bytes, where: str) -> FiledQuestion | Refusal:
    """Pure: one line of the file."""
    try:
        fields = json.loads(line)
        if not isinstance(fields["question"], str) or not isinstance(fields["id"], str | int):
            return Refusal(where, "«question» is to be text, and «id» text or a whole number")
        return FiledQuestion(fields["id"], fields["question"], asked_at(fields.get("asked")))
    except KeyError as error:
        return Refusal(where, f"the field {error} is missing")
    except (ValueError, AttributeError, TypeError, RecursionError, OverflowError) as error:
        return Refusal(where, f"it is not a question as JSON: {error}")


def asked_at(text: str | None) -> datetime | None:
    """The moment a question counts as asked; a day alone means its last second, so that the day's news is past."""
    if not text:
        return None
    moment, has_time = parse_date(text)
    return moment if has_time else moment + LAST_SECOND
