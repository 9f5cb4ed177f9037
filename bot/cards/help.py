"""What the bot can do, and which of it whoever asks may use here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.limits import CARD
from bot.cards.plain_text import cut

_IN_SERVER = "by mentioning me, or by replying to an answer with the ping on, which follows it up."
_TO_ME = "or just write to me; a reply to an answer follows it up."
_DIRECTLY = (
    " Here I read the articles that all servers share; the button “Ask a server's articles” below an answer asks those "
    "of a server that we share. Most of me works in a server."
)


@dataclass(frozen=True, slots=True)
class Usable:
    """A command: `name` as it is typed, or for a message's menu as it stands there; what it does; a group's parts."""

    name: str
    does: str
    parts: tuple[str, ...] = ()
    menu: bool = False


def help_card(commands: Sequence[Usable], in_server: bool) -> str:
    """What may be used by whoever asks, where they ask."""
    lines = [
        "I answer questions about the news with the exact words that prove the answer, who said them and where. "
        f"Where I have no answer, I say so.{'' if in_server else _DIRECTLY}",
        f"**Ask** with `/ask`, {_IN_SERVER if in_server else _TO_ME}",
        *map(_line, commands),
        "-# I have none of Discord's privileged intents: I see no message but those that mention me, reply to me "
        "with a ping, come to me directly, or on which you use my menu. Nothing I write pings anybody. See /privacy.",
    ]
    return cut("\n".join(lines), CARD)


def _line(command: Usable) -> str:
    if command.menu:
        return f"• *Apps → {command.name}* on a message"
    parts = f" {', '.join(command.parts)}" if command.parts else ""
    return f"• `/{command.name}`{parts}: {command.does}"
