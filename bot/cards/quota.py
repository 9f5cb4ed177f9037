"""What is left of a server's questions of the day, as one small line."""

from __future__ import annotations

from bot.cards.amounts import counted
from bot.cards.marks import ago
from index.servers import Quota


def quota_line(quota: Quota | None) -> str:
    """To stand below an answer: empty while much is left."""
    return f"-# {quota_left(quota)}" if quota is not None and quota.low else ""


def quota_left(quota: Quota) -> str:
    """As within a sentence: "3 of today's 50 questions left here, the count starts anew in 5 hours"."""
    if quota.limit == 0:
        return "questions are switched off here"
    day = counted(quota.limit, "question")
    return f"{quota.left:,} of today's {day} left here, the count starts anew {ago(quota.again)}"
