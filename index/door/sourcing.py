"""The operator's `sources`: what each action does and what is printed of it. Opening the index is `__main__`'s part."""

from __future__ import annotations

import argparse
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.amounts import counted
from index.door.printed import read_text, refusal_lines, report_lines, sources_text
from index.door.saying import put, say
from index.news_index import NewsIndex
from index.reports import Report, SourceRead, Watch
from index.types import COMMON


@dataclass(frozen=True, slots=True)
class Told:
    """What an action prints: what was asked for, and what went wrong. It failed where anything did."""

    done: tuple[str, ...]
    wrong: tuple[str, ...] = ()


Action = Callable[[NewsIndex, argparse.Namespace, Watch], Awaitable[Told]]


async def listed(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> Told:
    """List the sources."""
    return Told((sources_text(await index.sources(call.server)),))


async def add(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> Told:
    """Follow an address, or a folder or file of this machine."""
    if "://" in call.address:
        return told([await index.add_source(call.address, call.server, watch=watch)])
    return told([await index.add_local_source(Path(call.address), call.server, watch=watch)])


async def remove(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> Told:
    """Forget a source."""
    removed = await index.remove_source(call.name, call.server, keep_articles=call.keep_articles)
    went = "its articles stay" if call.keep_articles else f"{counted(removed.articles, 'article')} went with it"
    return Told((f"removed «{removed.name}»: {went}",))


async def pause(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> Told:
    """Read a source no more."""
    return Told((f"paused «{await index.pause_source(call.name, call.server)}»",))


async def resume(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> Told:
    """Read a source again."""
    return Told((f"resumed «{await index.resume_source(call.name, call.server)}»: it is due now",))


async def read(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> Told:
    """Read one source now, or what is due; without --server that is every server's."""
    if call.name is not None:
        return told([await index.read_source(call.name, call.server, watch)])
    reads = await index.read_sources(None if call.server == COMMON else call.server, watch)
    return told(reads) if reads else Told(("nothing is due",))


async def reindex(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> Told:
    """Read a source again and rebuild its passages."""
    return rebuilt(await index.reindex(call.name, call.server, watch))


ACTIONS: dict[str | None, Action] = {
    None: listed,
    "list": listed,
    "add": add,
    "remove": remove,
    "pause": pause,
    "resume": resume,
    "read": read,
    "reindex": reindex,
}


def told(reads: Sequence[SourceRead]) -> Told:
    """Pure: what readings did, a line each, and what was refused."""
    wrong = [line for one in reads for line in refusal_lines(one.report.refusals)]
    return Told(
        tuple(read_text(one) for one in reads if not one.trouble),
        (*wrong, *(read_text(one) for one in reads if one.trouble)),
    )


def rebuilt(report: Report) -> Told:
    """Pure: what a reindex did."""
    return Told((report_lines(report, "rebuilt"),), tuple(refusal_lines(report.refusals)))


async def sources(index: NewsIndex, call: argparse.Namespace, watch: Watch) -> int:
    """List the sources, or change what is read again and again."""
    told = await ACTIONS[call.action](index, call, watch)
    for line in told.wrong:
        say(f"verbatim: {line}")
    for line in told.done:
        put(line)
    return 1 if told.wrong else 0
