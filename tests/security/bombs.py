"""Lets every bomb go off: `python -m tests.security.bombs` prints what became of it, how long it took, what it held.

Ends with 1 where one took more than 20 s, 50 MB above an ordinary page, or stopped the event loop for 100 ms. Names on
the command line choose the bombs that begin so. What they are is `bomb_recipes`' and `bomb_files`' part.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager

from index.errors import GatherError
from index.gather.addresses import public_only
from index.gather.extraction import Extraction
from index.gather.fetch import Fetcher
from index.gather.gatherer import Gatherer
from tests.gather.news_site import LOOPBACK
from tests.security.bomb_files import handed_in
from tests.security.bomb_recipes import Bomb, How, sent
from tests.security.bomber import ORDINARY
from tests.security.watched import Cost, costing

MOST_SECONDS, MOST_MEMORY, LONGEST_STALL = 20.0, 50_000_000, 0.1


@asynccontextmanager
async def bomber() -> AsyncIterator[tuple[int, int]]:
    """The server of bombs, started: its port and its process."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.security.bomber"), stdin=pipe, stdout=pipe
    )
    assert process.stdin and process.stdout, "started with pipes"
    try:
        yield int(await process.stdout.readline()), process.pid
    finally:
        process.stdin.close()
        await process.wait()


def opened(port: int, seconds: float | None = None) -> Gatherer:
    """What reads for real, from the server of bombs as well; with its own limits of time unless another is given."""

    def allowed(address: str, to: int) -> bool:
        return (address, to) == (LOOPBACK, port) or public_only(address, to)

    if seconds is None:
        return Gatherer(Fetcher(allowed))
    return Gatherer(Fetcher(allowed, total_seconds=seconds), Extraction(seconds=seconds))


def every() -> tuple[tuple[int, Bomb], ...]:
    """All bombs, with the number by which the server knows those that are sent."""
    return tuple(enumerate((*sent(), ORDINARY, *handed_in())))


async def let_off(number: int, bomb: Bomb, server: tuple[int, int], gatherer: Gatherer) -> tuple[object, Cost]:
    """What became of a bomb, and what it cost."""
    port, process = server
    address = f"http://{LOOPBACK}:{port}/{number}"
    if bomb.how is How.FILE:
        return await costing(gatherer.from_file("bomb.md", bomb.make()[0]), process)
    if bomb.how is How.PAGE:
        return await costing(gatherer.from_address(address), process)
    return await costing(gatherer.listing(address), process)


def outcome(result: object) -> str:
    """What became of a bomb, in a few words."""
    if isinstance(result, GatherError):
        return result.reason
    return f"CRASH {type(result).__name__}" if isinstance(result, Exception) else "read as if it were none"


def is_bad(result: object, cost: Cost, ordinary: Cost) -> bool:
    """Whether a bomb did harm."""
    more = cost.memory - ordinary.memory
    harmless = cost.seconds < MOST_SECONDS and more < MOST_MEMORY and cost.stall < LONGEST_STALL
    return not harmless or "CRASH" in outcome(result)


async def try_all(names: Sequence[str], seconds: float | None = None) -> AsyncIterator[tuple[str, object, Cost, bool]]:
    """Every bomb's name, what became of it, what it cost above an ordinary page, and whether it did harm.

    What did harm is let off once more: a busy machine is late by itself now and then.
    """
    async with bomber() as server, opened(server[0], seconds) as gatherer:
        at = next(number for number, bomb in every() if bomb is ORDINARY)
        for _ in range(2):
            _, ordinary = await let_off(at, ORDINARY, server, gatherer)
        for number, bomb in every():
            if names and not bomb.name.startswith(tuple(names)):
                continue
            result, cost = await let_off(number, bomb, server, gatherer)
            if is_bad(result, cost, ordinary):
                result, cost = await let_off(number, bomb, server, gatherer)
            bad = is_bad(result, cost, ordinary)
            cost.memory -= ordinary.memory
            yield bomb.name, result, cost, bad


async def main(names: Iterable[str] = ()) -> int:
    """Print a line for each bomb, and how many did harm."""
    tried = wrong = 0
    async for name, result, cost, bad in try_all(tuple(names)):
        tried, wrong = tried + 1, wrong + bad
        measured = f"{cost.seconds:7.2f} s{cost.memory / 1e6:8.1f} MB{cost.stall * 1000:7.0f} ms"
        sys.stdout.write(f"{name:34}{measured}  {outcome(result)}{' <-- TOO MUCH' if bad else ''}\n")
        sys.stdout.flush()
    limits = f"{MOST_SECONDS:g} s, {MOST_MEMORY / 1e6:.0f} MB above an ordinary page, {LONGEST_STALL * 1000:.0f} ms"
    sys.stdout.write(f"{tried} bombs, {wrong} beyond {limits}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main(sys.argv[1:])))
