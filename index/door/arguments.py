"""What may be asked of the operator's door: its commands, their options and the help that names them. Pure."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from index.gather.dates import parse_date
from index.types import COMMON


def parser() -> argparse.ArgumentParser:
    """The parser; argparse itself ends with exit code 2 where a call is wrong."""
    top = argparse.ArgumentParser(
        prog="verbatim", description="Answers questions about the news with the exact passages that prove the answer."
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    add_reading(commands)
    add_writing(commands)
    add_safekeeping(commands)
    return top


def add_reading(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """ask, eval, sources, status."""
    ask = command(commands, "ask", "answer a question, or every question of a file")
    ask.add_argument("question", nargs="?", metavar='"QUESTION"')
    ask.add_argument("--questions", type=Path, metavar="FILE", help="JSONL of id, question, asked?: prints JSON lines")
    ask.add_argument("--since", type=moment, metavar="DATE", help="only articles published from this day on")
    ask.add_argument("--before", type=moment, metavar="DATE", help="only articles published before this day")
    ask.add_argument("--source", type=name, metavar="NAME", help="only articles of this outlet or source")
    ask.add_argument("--json", action="store_true", help="print the answer as one line of JSON")
    add_quotations(commands)
    add_search(commands)
    add_timeline(commands)
    add_digest(commands)
    add_eval(commands)
    add_sources(commands)
    history = command(commands, "history", "print the versions of an article, word by word")
    history.add_argument("article", metavar="ARTICLE", help="its identifier or its address")
    audit = command(commands, "audit", "print who changed what, the newest first")
    audit.add_argument("--limit", type=positive, default=50, metavar="N", help="so many entries (default: 50)")
    command(commands, "status", "say what the index holds and how it is")


def add_quotations(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """check, quotes."""
    check = command(commands, "check", "say whether quotations stand so in the articles, and whose they are there")
    check.add_argument("text", metavar='"TEXT"', help="a quotation, or a text with quotations")
    check.add_argument("--speaker", type=name, metavar="NAME", help="whose words they are said to be")
    check.add_argument("--date", type=moment, metavar="DATE", help="of which day they are said to be")
    check.add_argument("--json", action="store_true", help="print the outcome as one line of JSON")
    quotes = command(commands, "quotes", "list who said what, the newest first")
    quotes.add_argument("--speaker", type=name, metavar="NAME", help="a last or a full name")
    quotes.add_argument("--topic", type=name, metavar="WORDS", help="only from passages that hold these words")
    quotes.add_argument("--since", type=moment, metavar="DATE", help="only articles published from this day on")
    quotes.add_argument("--before", type=moment, metavar="DATE", help="only articles published before this day")
    quotes.add_argument("--limit", type=positive, default=20, metavar="N", help="so many of them (default: 20)")
    quotes.add_argument("--json", action="store_true", help="print a line of JSON for each")


def add_search(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """search."""
    search = command(commands, "search", "list the articles that hold some words, the best first")
    search.add_argument("words", metavar='"WORDS"', help="words between quotation marks must stand side by side")
    search.add_argument("--newest", action="store_true", help="the newest first")
    search.add_argument("--since", type=moment, metavar="DATE", help="only articles published from this day on")
    search.add_argument("--before", type=moment, metavar="DATE", help="only articles published before this day")
    search.add_argument("--source", type=name, metavar="NAME", help="only articles of this outlet or source")
    search.add_argument("--limit", type=positive, default=8, metavar="N", help="so many of them (default: 8)")
    search.add_argument("--json", action="store_true", help="print a line of JSON for each")


def add_timeline(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """timeline."""
    told = command(commands, "timeline", "list what was reported on a topic when, the oldest first")
    told.add_argument("topic", type=name, metavar="TOPIC")
    told.add_argument("--since", type=moment, metavar="DATE", help="only articles published from this day on")
    told.add_argument("--before", type=moment, metavar="DATE", help="only articles published before this day")
    told.add_argument("--source", type=name, metavar="NAME", help="only articles of this outlet or source")
    told.add_argument("--limit", type=positive, default=12, metavar="N", help="so many entries (default: 12)")
    told.add_argument("--json", action="store_true", help="print a line of JSON for each")


def add_digest(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """digest."""
    digest = command(commands, "digest", "print what a digest would hold, the most reported and freshest stories first")
    digest.add_argument("--since", type=moment, metavar="DATE", help="what came from this day on (default: a day ago)")
    digest.add_argument("--json", action="store_true", help="print a line of JSON for each story")


def add_sources(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """sources and what may be done with them."""
    sources = command(commands, "sources", "list where the articles come from, or change what is read again and again")
    actions = sources.add_subparsers(dest="action", metavar="ACTION")
    described = {
        "list": "list the sources, with how each one does (so does no action)",
        "add": "follow a feed, a sitemap, a list of pages, a site, or a folder of this machine",
        "remove": "forget a source, with its articles",
        "pause": "read a source no more",
        "resume": "read a source again, whatever paused it",
        "read": "read a source now; without a name, all that are due",
        "reindex": "read every page of a source again, then build its passages anew",
    }
    made = {name: command(actions, name, what, argparse.SUPPRESS) for name, what in described.items()}
    made["add"].add_argument("address", metavar="ADDRESS|FOLDER|FILE", help="a file holds web addresses, one a line")
    for action in ("remove", "pause", "resume", "reindex"):
        made[action].add_argument("name", type=name, metavar="NAME")
    made["read"].add_argument("name", nargs="?", type=name, metavar="NAME")
    made["remove"].add_argument("--keep-articles", action="store_true", help="its articles stay")


def add_eval(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """eval."""
    measure = command(commands, "eval", "measure the index on sets of questions, with confidence intervals")
    measure.add_argument(
        "sets", nargs="*", type=Path, metavar="SET", help="a folder or file of questions (default: the starter ones)"
    )
    measure.add_argument("--temporary", action="store_true", help="ask an index of the set's own articles, made for it")
    measure.add_argument("--limit", type=positive, metavar="N", help="only N questions of a set: whole weeks")
    measure.add_argument("--compare", type=Path, metavar="OLD.json", help="what changed since a run with --json")
    measure.add_argument(
        "--json", action="store_true", help="print every outcome as JSON, the tables on standard error"
    )


def add_safekeeping(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """backup, restore."""
    what = "write all that must not be lost to one file, also while the bot runs"
    backup = commands.add_parser("backup", help=what, description=what)
    backup.add_argument("file", type=Path, metavar="FILE")
    what = "put a backup in the place of what DATA_DIR holds"
    restore = commands.add_parser("restore", help=what, description=what)
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--replace", action="store_true", help="also where DATA_DIR holds an index already")


def add_writing(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """add, import, reindex, remove, allow, forget-server."""
    add = command(commands, "add", "add one article: an address, a file (txt, md, html, pdf), or - for standard input")
    add.add_argument("what", metavar="URL|FILE|-")
    many = command(commands, "import", "add many articles from a JSONL file: title, source, text, published, ...")
    many.add_argument("file", type=Path, metavar="FILE.jsonl")
    many.add_argument("--until", type=moment, metavar="DATE", help="leave out articles published after this day")
    again = command(commands, "reindex", "build the passages of a source, or of everything, anew")
    again.add_argument("source", nargs="?", metavar="SOURCE")
    remove = command(commands, "remove", "remove an article, all its versions, and keep it from coming back")
    remove.add_argument("article", metavar="ARTICLE", help="its identifier or its address")
    allow = command(commands, "allow", "let an article come back that was removed")
    allow.add_argument("address", metavar="ADDRESS", help="its address or its identifier")
    told = "forget everything of one Discord server: articles, sources, settings, answers, the audit log"
    forget = commands.add_parser("forget-server", help=told, description=told)
    forget.add_argument("server", type=own_server, metavar="ID", help="the server's id")


def command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, what: str, server_unsaid: object = COMMON
) -> argparse.ArgumentParser:
    """A command with the option that all share; `server_unsaid` is what it is where it is not given."""
    one = commands.add_parser(name, help=what, description=what)
    one.add_argument(
        "--server",
        type=server,
        default=server_unsaid,
        metavar="ID",
        help="as this Discord server (default: what all servers share)",
    )
    return one


def moment(text: str) -> datetime:
    """A date of the command line as a moment in UTC."""
    try:
        return parse_date(text)[0]
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def server(text: str) -> int:
    """A Discord server's id: a whole number of 64 bits, 0 for what all servers share."""
    if not text.isdecimal() or int(text) >= 1 << 63:
        raise argparse.ArgumentTypeError(f"«{text}» is not the id of a server")
    return int(text)


def own_server(text: str) -> int:
    """A Discord server's id, not that of what all share."""
    if server(text) == COMMON:
        raise argparse.ArgumentTypeError("what all servers share is no server's: give the id of one")
    return int(text)


def positive(text: str) -> int:
    """A whole number from 1 on."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"«{text}» is not a whole number from 1 on")
    return int(text)


def name(text: str) -> str:
    """The name of an outlet or a source, which is not empty."""
    if not text.strip():
        raise argparse.ArgumentTypeError("a name is missing")
    return text.strip()
