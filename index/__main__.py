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
from pathlib import Path

from index.assemble import open_news_index
from index.door.arguments import parser
from index.door.asking import ask, prepare_ask
from index.door.digesting import digest
from index.door.evaluating import evaluate
from index.door.forgetting import forget_server
from index.door.keeping import add, allow, audit, history, import_many, reindex, remove
from index.door.printed import status_text
from index.door.progress import shown
from index.door.proving import check, quotes
from index.door.safekeeping import COMMANDS as SAFEKEEPING
from index.door.safekeeping import keep_safe
from index.door.saying import log_to_standard_error, put, say
from index.door.searching import search
from index.door.sourcing import sources
from index.door.stopping import Stopping, end_now, stop_at_once
from index.door.telling import timeline
from index.errors import VerbatimError
from index.gather.files import read_path, read_stream
from index.news_index import NewsIndex, checked
from index.reports import Watch
from index.settings import IndexSettings, readable_by_others
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
        end_now()
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
