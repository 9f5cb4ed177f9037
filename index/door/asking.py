"""The operator's `ask`: one question, or every question of a file. Opening the index is `__main__`'s part."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from index.door.cited import answer_json, answer_text
from index.door.saying import put, say
from index.errors import CallError, VerbatimError
from index.gather.record_files import count_lines
from index.news_index import NewsIndex, checked
from index.questions import read_questions
from index.reports import Refusal, Watch
from index.types import Filters


def prepare_ask(call: argparse.Namespace) -> None:
    """Either a question or a readable file of questions, and a window that holds a day."""
    if (call.question is None) == (call.questions is None):
        raise CallError("ask takes a question, or --questions FILE")
    if call.since is not None and call.before is not None and call.since >= call.before:
        raise CallError(
            f"--since {call.since:%Y-%m-%d} is not before --before {call.before:%Y-%m-%d}: no day is between"
        )
    if call.question is not None:
        checked(call.question)
    else:
        count_lines(call.questions)


async def ask(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> int:
    """Answer one question, or all of a file."""
    filters = Filters(call.server, call.since, call.before, call.source)
    if call.questions is not None:
        return await ask_all(index, call.questions, filters)
    answer = await index.ask(call.question, filters)
    put(answer_json(answer) if call.json else answer_text(answer))
    return 0


async def ask_all(index: NewsIndex, path: Path, filters: Filters) -> int:
    """Answer every question of a file, a line of JSON each; bad lines are named and left out."""
    exit_code = 0
    for one in read_questions(path):
        try:
            if isinstance(one, Refusal):
                raise VerbatimError(f"{one.where}: {one.reason}")
            put(answer_json(await index.ask(one.question, filters, one.asked or datetime.now(UTC)), one.id))
        except VerbatimError as error:
            say(f"verbatim: {error}" if isinstance(one, Refusal) else f"verbatim: question {one.id}: {error}")
            exit_code = 1
    return exit_code
