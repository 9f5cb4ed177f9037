"""Three servers on one index, each with news that holds two words of its own; what is done there is the deeds' part.

Everybody may know a server's `name` word and ask for it; its `secret` word stands beside it wherever the server's own
things are told, and is typed by nobody else. Whether it turns up elsewhere is `test_servers_apart`'s part.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from index.alerts import Digest, Follow
from index.kept_answers import KeptAnswer
from index.news_index import NewsIndex

NOW = datetime.now(UTC)
LATER = NOW + timedelta(days=8)
TOGETHER = (
    "The harbour authority opened the northern lock on Monday after two years of work. “We are three months early,” "
    "said Ada Brook, the harbour master, at the gate. The lock cost 41 million euros and carries 60 ships a day. "
    "A second lock follows in the autumn, the authority said, once the old walls have been taken down."
)
"""A text that every server may hold, word for word: its copies elsewhere are nobody's business."""
NUMBERS = count(1)


@dataclass
class Place:
    """One server, or with COMMON the direct messages, and what it was given."""

    server: int
    name: str
    secret: str
    articles: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    kept: list[KeptAnswer] = field(default_factory=list)
    follows: list[Follow] = field(default_factory=list)
    digests: list[Digest] = field(default_factory=list)

    @property
    def who(self) -> str:
        return f"member {self.secret}"

    def story(self, n: int) -> tuple[str, str, str]:
        """Title, outlet and text of one of its articles."""
        text = (
            f"The {self.name} bridge {n} will close, {self.secret} officials said. “We close the {self.name} bridge "
            f"since {self.secret} ice broke it,” said Mira {self.secret.title()}, a {self.secret} spokeswoman, on "
            f"Monday. Repair of the {self.name} bridge costs 4{n} million euros. It was built in 19{n % 90 + 10:02}."
        )
        return f"{self.name} bridge {n} as {self.secret} closes it", f"The {self.secret.title()} Post", text


@dataclass
class World:
    """The index, a folder to write files into, and the places; the last one is where direct messages are answered."""

    index: NewsIndex
    folder: Path
    places: list[Place]


Deed = Callable[[World, Place, Place, int], Awaitable[object]]
"""What is done in one place, with something of another place in mind, and a number to vary it."""
