"""The operator's door: `python -m index COMMAND`, also installed as `verbatim`. Needs no token and no network.

Standard output carries what was asked for, everything else goes to standard error. Exit codes: 0 done, 1 the work
failed, 2 the call or the settings are wrong.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import os
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from index.assemble import open_news_index
from index.door.arguments import parser
from index.door.digesting import digest
from index.door.evaluating import evaluate
from index.door.forgetting import forget_server
from index.door.printed import answer_json, answer_text, audit_text, history_text, status_text
from index.door.progress import shown
from index.door.proving import check, quotes
from index.door.safekeeping import COMMANDS as SAFEKEEPING
from index.door.safekeeping import keep_safe
from index.door.saying import log_to_standard_error, put, reported, say
from index.door.searching import search
from index.door.sourcing import ACTIONS
from index.door.stopping import CODE as STOPPED
from index.door.stopping import Stopping, stop_at_once
from index.door.telling import timeline
from index.errors import CallError, VerbatimError
from index.gather.files import read_path, read_stream
from index.gather.record_files import count_lines
from index.news_index import NewsIndex, checked
from index.questions import read_questions
from index.reports import Refusal, Watch
from index.settings import IndexSettings, readable_by_others
from index.types import COMMON, Filters
from index.work.quotation_calls import checkable
from index.work.search_calls import searchable_terms

Command = Callable[[NewsIndex, argparse.Namespace, Watch], Awaitable[int]]


def main() -> int:
    """Do what the command line says; returns the exit code."""
    call = parser().parse_args()
    for stream in (sys.stdout, sys.stderr):
        # Quotations are not ASCII, whatever the locale says.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        prepare(call)
        settings = IndexSettings.read()
        log_to_standard_error(settings.log_level, *settings.secrets)
        if warning := readable_by_others():
            say(f"verbatim: {warning}")
        if call.command in SAFEKEEPING:
            stop_at_once()
            with shown() as watch:
                return keep_safe(settings, call, watch, put)
        return asyncio.run(run(settings, call))
    except asyncio.CancelledError:
        say("verbatim: stopped")
        return STOPPED
    except VerbatimError as error:
        say(f"verbatim: {error}")
        return error.exit_code
    except KeyboardInterrupt:
        say("verbatim: stopped")
        return 1
    except OSError as error:
        # The stores name their own failures; what is left is the output, as on a full disk or after `| head`.
        if not isinstance(error, BrokenPipeError):
            say(f"verbatim: standard output can't be written: {error.strerror}")
        # Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def prepare(call: argparse.Namespace) -> None:
    """Refuse a call that argparse can't see is wrong, and read what is handed in, before anything slow begins."""
    if call.command == "ask":
        prepare_ask(call)
    elif call.command == "check":
        checkable(call.text)
    elif call.command == "search":
        searchable_terms(call.words)
    elif call.command == "timeline":
        checked(call.topic)
    elif call.command == "add" and call.what == "-":
        call.data = read_stream("standard input", sys.stdin.buffer)
    elif call.command == "add" and "://" not in call.what:
        call.data = read_path(Path(call.what))


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


async def run(settings: IndexSettings, call: argparse.Namespace) -> int:
    """Open the index, do one command, close it again."""
    stopping = Stopping()
    with shown() as watch:
        if call.command == "eval":
            return await evaluate(settings, call, watch, put, say)
        index = await open_news_index(settings, watch, for_questions=call.command in ("ask", "timeline"))
        try:
            await index.settled()
            if call.command in ("check", "quotes", "search"):
                await index.add_starter_articles(settings.seeds_dir, watch)
            return await COMMANDS[call.command](index, call, watch)
        except asyncio.CancelledError:
            if not stopping.asked:
                # Ctrl-C: whoever typed it does not want the job done later.
                index.cancel_jobs()
            raise
        finally:
            await index.close()


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


async def add(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> int:
    """Add an article from an address, a file or standard input."""
    if "://" in call.what:
        return reported(await index.add_address(call.what, call.server, watch))
    name = "standard input" if call.what == "-" else Path(call.what).name
    return reported(await index.add_file(name, call.data, call.server, watch))


async def import_many(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> int:
    """Add the articles of a JSONL file."""
    return reported(await index.import_file(call.file, call.server, call.until, watch))


async def reindex(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> int:
    """Rebuild a source or everything; without --server that is every server's."""
    server = None if call.server == COMMON else call.server
    return reported(await index.reindex(call.source, server, watch), "rebuilt")


async def remove(index: NewsIndex, call: argparse.Namespace) -> str:
    """Remove an article."""
    return f"removed «{await index.remove(call.article, call.server)}»"


async def allow(index: NewsIndex, call: argparse.Namespace) -> str:
    """Let come back what was removed."""
    return f"may come back: {', '.join(await index.allow(call.address, call.server))}"


async def history(index: NewsIndex, call: argparse.Namespace) -> str:
    """Print the versions of an article."""
    return history_text(await index.history(call.article, call.server))


async def audit(index: NewsIndex, call: argparse.Namespace) -> str:
    """Print who changed what."""
    return audit_text(await index.audit(call.server, call.limit))


async def sources(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> int:
    """List the sources, or change what is read again and again."""
    told = await ACTIONS[call.action](index, call, watch)
    for line in told.wrong:
        say(f"verbatim: {line}")
    for line in told.done:
        put(line)
    return 1 if told.wrong else 0


async def status(index: NewsIndex, call: argparse.Namespace) -> str:
    """Say what the index holds."""
    return status_text(await index.status(call.server))


def printed(text: Callable[[NewsIndex, argparse.Namespace], Awaitable[str]]) -> Command:
    """A command that prints what this gives for a call."""

    async def command(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> int:
        put(await text(index, call))
        return 0

    return command


COMMANDS: dict[str, Command] = {
    "ask": ask,
    "add": add,
    "allow": printed(allow),
    "check": printed(check),
    "forget-server": printed(forget_server),
    "quotes": printed(quotes),
    "digest": printed(digest),
    "search": printed(search),
    "timeline": printed(timeline),
    "audit": printed(audit),
    "history": printed(history),
    "import": import_many,
    "reindex": reindex,
    "remove": printed(remove),
    "sources": sources,
    "status": printed(status),
}


if __name__ == "__main__":
    sys.exit(main())
