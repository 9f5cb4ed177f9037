"""Lets every bomb go off: `python -m tests.security.bombs` prints what became of it, how long it took, what it held.

Ends with 1 where one took more than 20 s, 50 MB above an ordinary page, or stopped the event loop for 100 ms.
What the bombs are is `bomb_recipes`' part.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from itertools import chain

from index.errors import GatherError
from index.gather.addresses import public_only
from index.gather.extraction import Extraction
from index.gather.fetch import Fetcher
from index.gather.gatherer import Gatherer
from tests.gather.news_site import LOOPBACK, Wire
from tests.gather.norvik_pages import OPEN_GRAPH, html_page
from tests.security.bomb_files import handed_in
from tests.security.bomb_recipes import Bomb, How, answer, sent
from tests.security.watched import Cost, costing

MOST_SECONDS, MOST_MEMORY, LONGEST_STALL = 20.0, 50_000_000, 0.1
NO_RULES = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


class Bomber(Wire):
    """Answers with the bomb that is set, and to whoever asks for rules that there are none."""

    async def write(self, writer: asyncio.StreamWriter) -> None:
        if self.asked[-1].startswith(b"GET /robots.txt"):
            writer.write(NO_RULES)
        else:
            await super().write(writer)

    def address(self) -> str:
        return f"http://{LOOPBACK}:{self.port}/a"


@asynccontextmanager
async def standing(bomber: Bomber) -> AsyncIterator[Bomber]:
    """The bomber, answering."""
    tasks: set[asyncio.Task[None]] = set()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(bomber.answer(reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    server = await asyncio.start_server(accept, LOOPBACK, 0)
    bomber.port = server.sockets[0].getsockname()[1]
    yield bomber
    server.close()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def opened(bomber: Bomber, seconds: float | None = None) -> Gatherer:
    """What reads for real, from the bomber as well; with its own limits of time unless others are given."""

    def allowed(address: str, port: int) -> bool:
        return (address, port) == (LOOPBACK, bomber.port) or public_only(address, port)

    if seconds is None:
        return Gatherer(Fetcher(allowed))
    return Gatherer(Fetcher(allowed, total_seconds=seconds), Extraction(seconds=seconds))


async def let_off(bomb: Bomb, bomber: Bomber, gatherer: Gatherer) -> tuple[object, Cost]:
    """What became of a bomb, and what it cost."""
    pieces = bomb.make()
    if bomb.how is How.FILE:
        return await costing(gatherer.from_file("bomb.md", pieces[0]))
    bomber.pieces, bomber.pause, bomber.repeat = pieces, bomb.pause, bomb.again
    if bomb.how is How.PAGE:
        return await costing(gatherer.from_address(bomber.address()))
    return await costing(gatherer.listing(bomber.address()))


def outcome(result: object) -> str:
    """What became of a bomb, in a few words."""
    if isinstance(result, GatherError):
        return result.reason
    return f"CRASH {type(result).__name__}" if isinstance(result, Exception) else "read as if it were none"


def within(cost: Cost, ordinary: Cost) -> bool:
    """Whether a bomb stayed within the bounds."""
    more = cost.memory - ordinary.memory
    return cost.seconds < MOST_SECONDS and more < MOST_MEMORY and cost.stall < LONGEST_STALL


async def main(names: Iterable[str] = ()) -> int:
    """Let the bombs off whose names begin as given, or all of them, and print a table."""
    wanted = tuple(names)
    page = Bomb("an ordinary page", How.PAGE, lambda: answer(html_page(OPEN_GRAPH).encode()))
    wrong = 0
    async with standing(Bomber()) as bomber, opened(bomber) as gatherer:
        await let_off(page, bomber, gatherer)
        _, ordinary = await let_off(page, bomber, gatherer)
        sys.stdout.write(row("an ordinary page", ordinary, f"holds {ordinary.memory / 1e6:.0f} MB", Cost()))
        for bomb in chain(sent(), handed_in()):
            if wanted and not bomb.name.startswith(wanted):
                continue
            result, cost = await let_off(bomb, bomber, gatherer)
            bad = not within(cost, ordinary) or "CRASH" in outcome(result)
            wrong += bad
            sys.stdout.write(row(bomb.name, cost, outcome(result) + (" <-- TOO MUCH" if bad else ""), ordinary))
            sys.stdout.flush()
    sys.stdout.write(
        f"{wrong} beyond {MOST_SECONDS:g} s, {MOST_MEMORY / 1e6:.0f} MB or {LONGEST_STALL * 1000:.0f} ms\n"
    )
    return 1 if wrong else 0


def row(name: str, cost: Cost, became: str, ordinary: Cost) -> str:
    """A line of the table."""
    more = (cost.memory - ordinary.memory) / 1e6
    return f"{name:34}{cost.seconds:7.2f} s{more:8.1f} MB{cost.stall * 1000:7.0f} ms  {became}\n"


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main(sys.argv[1:])))
