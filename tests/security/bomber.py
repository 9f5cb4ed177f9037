"""A server of bombs in a process of its own, so that what it holds is not counted: `python -m tests.security.bomber`.

Prints its port, then answers /0, /1, ... with the bombs in their order, and to whoever asks for rules that there are
none. Ends with its standard input.
"""

from __future__ import annotations

import asyncio
import sys

from tests.gather.news_site import LOOPBACK, Wire
from tests.gather.norvik_pages import OPEN_GRAPH, html_page
from tests.security.bomb_recipes import Bomb, How, answer, sent

NO_RULES = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
ORDINARY = Bomb("an ordinary page", How.PAGE, lambda: answer(html_page(OPEN_GRAPH).encode()))


class Bomber(Wire):
    """Answers with the bomb that is asked for by its number; the last one is an ordinary page."""

    def __init__(self) -> None:
        super().__init__()
        self.bombs = [*sent(), ORDINARY]

    async def write(self, writer: asyncio.StreamWriter) -> None:
        path = self.asked[-1].split()[1].decode().partition("?")[0]
        if not path[1:].isdigit():
            writer.write(NO_RULES)
            return
        bomb = self.bombs[int(path[1:])]
        self.pieces, self.pause, self.repeat = bomb.make(), bomb.pause, bomb.again
        await super().write(writer)


async def main() -> None:
    """Serve until nobody is there any more."""
    bomber = Bomber()
    server = await asyncio.start_server(bomber.answer, LOOPBACK, 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
