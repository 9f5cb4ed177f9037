"""Who is in the loopback Discord: the bot, two servers, two people; their wire format is payloads.py's."""

import time
from dataclasses import dataclass
from itertools import count

DISCORD_EPOCH_MS = 1420070400000
# What a usual member has: view channel, send messages, embed links, read history, use slash commands.
MEMBER_PERMISSIONS = 1 << 10 | 1 << 11 | 1 << 14 | 1 << 16 | 1 << 31
MANAGE_GUILD = 1 << 5

_tail = count()


def snowflake() -> str:
    """A fresh id that carries the present time, as Discord's do: clients read an interaction's age there."""
    return str((time.time_ns() // 1_000_000 - DISCORD_EPOCH_MS) << 22 | next(_tail) & 0xFFF)


@dataclass(frozen=True)
class Person:
    """An account, a person's or the bot's own."""

    id: int
    name: str
    bot: bool = False


@dataclass(frozen=True)
class Guild:
    """A server with one text channel and the @everyone role, which has the guild's own id."""

    id: int
    name: str
    channel_id: int
    owner_id: int


TOKEN = "NzAwMDAwMDAwMDAwMDAwMDAx.loopback.only"
BOT = Person(700000000000000001, "verbatim", bot=True)
APPLICATION_ID = BOT.id
READER = Person(700000000000000002, "reader")
OWNER = Person(700000000000000003, "owner")
PEOPLE = {person.id: person for person in (READER, OWNER)}
GUILD = Guild(800000000000000001, "Newsroom", 900000000000000001, OWNER.id)
OTHER_GUILD = Guild(800000000000000002, "Elsewhere", 900000000000000002, OWNER.id)
