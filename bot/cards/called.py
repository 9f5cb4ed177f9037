"""What moderators call an outlet, as it stands behind its name or its source in a card. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.cards.plain_text import plain

Labels = Mapping[str, Sequence[str]]
"""What outlets are called in a server, by outlet."""


def called(outlet: str, labels: Labels, room: int) -> str:
    """Such as " (opinion, state media)", in at most `room` UTF-16 units; nothing for an outlet without labels."""
    words = labels.get(outlet)
    return f" ({plain(', '.join(words), room)})" if words else ""
