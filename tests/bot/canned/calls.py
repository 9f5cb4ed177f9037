"""What every canned part of the index shares: what it was asked for, how it fails, how long it takes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from index.reports import Watch


@dataclass
class CannedCalls:
    """Keeps what it was asked for, and can fail or take its time."""

    fails_with: Exception | None = None
    at_work: Callable[[Watch], Awaitable[None]] | None = None
    calls: list[tuple[object, ...]] = field(default_factory=list)

    def _called(self, *call: object) -> None:
        self.calls.append(call)
        if self.fails_with is not None:
            raise self.fails_with
