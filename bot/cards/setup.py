"""What a server's administrators decided, and what keeps the bot from its work there, as one message."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.cards.amounts import counted
from bot.cards.quota import quota_left
from index.servers import Quota, Right, ServerSettings

_NAMED, _LACKS = 4, 3
"""Channels or roles named in one line, and channels of which is said what is missing; more are counted."""

_WELL_THERE = "✅ I may do all I have to in the channels chosen."
_WELL_HERE = "✅ I may do all I have to in this channel."

_ASKED = {
    Right.ASK: "Asking",
    Right.ADD: "Adding articles",
    Right.REINDEX: "Sources, removing, reindexing",
    Right.CONFIGURE: "Setup and purge",
}


@dataclass(frozen=True, slots=True)
class Lack:
    """A channel in which the bot may not do something: `permissions` as Discord calls them; none where it is gone."""

    channel: int
    permissions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a server is set up: what it decided, what is in the way, what is left of its day.

    `operators_tokens` is what the operator grants a server a day, None where there is no language model.
    """

    settings: ServerSettings
    lacks: tuple[Lack, ...]
    quota: Quota
    operators_tokens: int | None = None


def setup_card(standing: Standing) -> str:
    """For administrators; the menus and buttons below it change what it says."""
    settings, more = standing.settings, len(standing.lacks) - _LACKS
    lines = [
        "**How I am set up here**",
        *(_lacking(lack) for lack in standing.lacks[:_LACKS]),
        *(
            [f"⚠️ and something in {counted(more, 'more channel')}"]
            if (more := len(standing.lacks) - _LACKS) > 0
            else []
        ),
        *([] if standing.lacks else [_WELL_THERE if settings.channels else _WELL_HERE]),
        f"**Answering in** {_marks('#', settings.channels, 'every channel I can see')}",
        f"**Audit channel** {_marks('#', [c for c in [settings.audit_channel] if c], 'none')}",
        *(f"**{_ASKED[right]}** {_who(right, settings)}" for right in Right),
        f"**Language model** {_model(standing)}",
        f"**Daily limit** {quota_left(standing.quota)}",
        "-# Roles include what stands above them, and members who may manage this server may do everything. Discord "
        "hides commands from other members until you show them to their role under Server Settings → Integrations.",
    ]
    return "\n".join(lines)


def _lacking(lack: Lack) -> str:
    if not lack.permissions:
        return f"⚠️ <#{lack.channel}> is gone, or hidden from me: choose another below."
    lacking = ", ".join(f"*{name}*" for name in lack.permissions)
    return f"⚠️ In <#{lack.channel}> I lack {lacking}: allow it under Edit Channel → Permissions for my role."


def _who(right: Right, settings: ServerSettings) -> str:
    everybody = "everybody" if right is Right.ASK else "who may manage this server"
    return _marks("@&", settings.roles.get(right, ()), everybody)


def _model(standing: Standing) -> str:
    if standing.operators_tokens is None:
        return "none: whoever runs me has set none up, answers are quotations alone"
    if not standing.settings.language_model:
        return "off: answers are quotations alone"
    return f"on, up to {counted(standing.settings.tokens(standing.operators_tokens), 'token')} a day"


def _marks(kind: str, numbers: Collection[int], none: str) -> str:
    return ", ".join(_some(f"<{kind}{number}>" for number in sorted(numbers))) or none


def _some(marks: Iterable[str]) -> list[str]:
    every = list(marks)
    more = len(every) - _NAMED
    return [*every[:_NAMED], *([f"{more} more"] if more > 0 else [])]
