"""What a server's administrators decide, and what it may still ask today. Values only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum


class Right(IntEnum):
    """What a member may do; whoever may do one thing may do all that stands before it."""

    ASK = 0
    ADD = 1
    REINDEX = 2
    CONFIGURE = 3

    @property
    def verb(self) -> str:
        """As every door says it: "add"."""
        return self.name.lower()


DAILY_QUESTIONS = 1_000
"""Questions that a server may ask a day until it decides otherwise: one every minute and a half around the clock, and
at a tenth of a second each not two minutes of this process's day."""

MOST_DAILY_QUESTIONS = 100_000
"""As many as one process can answer in a day at a second each with room to spare."""


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What a server decided. Channels, roles and members are numbers.

    `channels` are those it is answered in (none: everywhere). `roles` says who has a right beside those who manage the
    server: whoever has none of ASK's roles may ask only where ASK names no role. `daily_tokens` is the language model's
    budget (None: the operator's, which is never exceeded).
    """

    channels: frozenset[int] = frozenset()
    roles: Mapping[Right, frozenset[int]] = field(default_factory=dict)
    audit_channel: int | None = None
    language_model: bool = True
    daily_tokens: int | None = None
    daily_questions: int = DAILY_QUESTIONS

    def roles_for(self, right: Right) -> frozenset[int]:
        """The roles named for a right or for one that includes it."""
        return frozenset().union(*(roles for named, roles in self.roles.items() if named >= right))

    def tokens(self, operators: int) -> int:
        """The language model's budget a day, where the operator grants every server `operators` tokens."""
        if not self.language_model:
            return 0
        return operators if self.daily_tokens is None else min(self.daily_tokens, operators)


def changed(before: ServerSettings, after: ServerSettings) -> tuple[str, ...]:
    """What differs, a phrase each, as the audit log keeps it: "channels: 12 34", "roles that add: none"."""
    now, was = described(after), described(before)
    return tuple(f"{name}: {said}" for name, said in now.items() if was[name] != said)


def described(settings: ServerSettings) -> dict[str, str]:
    """Every setting by its name, in words."""
    return {
        "channels": _numbers(settings.channels, "all"),
        **{f"roles that {right.verb}": _numbers(settings.roles.get(right, ()), "none named") for right in Right},
        "audit channel": str(settings.audit_channel or "none"),
        "language model": "on" if settings.language_model else "off",
        "language model's tokens a day": f"{settings.daily_tokens:,}" if settings.daily_tokens is not None else "all",
        "questions a day": f"{settings.daily_questions:,}",
    }


def _numbers(given: Collection[int], none: str) -> str:
    return " ".join(map(str, sorted(given))) if given else none


@dataclass(frozen=True, slots=True)
class Quota:
    """How many questions a server may still ask today, of how many; `again` is when its count starts anew (UTC)."""

    left: int
    limit: int
    again: datetime

    @property
    def low(self) -> bool:
        """Whether to tell: a tenth is left, or less."""
        return self.left * 10 <= self.limit


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went when a server was forgotten: how many articles and sources."""

    articles: int
    sources: int
