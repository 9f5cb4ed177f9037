"""The hosts that were asked lately: what each one said, who is asking it now, and where that is kept for longer.

What follows from it is `politeness`' part.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic

from index.gather.robots import Robots
from index.pages import HostState

HOSTS_KEPT = 1_000
RULES_KEPT = 1_000_000
"""Characters of robots.txt kept in memory over all hosts; parsed, one takes up to 50 bytes."""


@dataclass(frozen=True, slots=True)
class HostMemory:
    """Where what hosts said outlives the process: two calls, by a host's name."""

    load: Callable[[str], Awaitable[HostState]]
    save: Callable[[str, HostState], Awaitable[None]]


@dataclass(slots=True, eq=False)
class Host:
    """One host while the process lives; whoever reads it automatically holds `lock`.

    `free_at` and `trouble_until` are on the monotonic clock. `trouble`: why its robots.txt could not be read lately;
    `forbidden`: because nothing of this host may be.
    """

    name: str
    state: HostState = field(default_factory=HostState)
    loaded: bool = False
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    robots: Robots | None = None
    free_at: float = 0.0
    trouble: str = ""
    forbidden: bool = False
    trouble_until: float = 0.0

    @property
    def idle(self) -> bool:
        """Whether nobody asks it and nobody has to wait to."""
        return not self.lock.locked() and self.free_at <= monotonic()


class Hosts:
    """Every host by its name; those that were not asked for longest are let go of when there are too many."""

    def __init__(self, memory: HostMemory | None) -> None:
        self._memory = memory
        self._hosts: OrderedDict[str, Host] = OrderedDict()

    def named(self, name: str) -> Host:
        """The host of a name; two callers get the same one."""
        if name not in self._hosts:
            self._let_go()
        host = self._hosts.setdefault(name, Host(name))
        self._hosts.move_to_end(name)
        return host

    async def recall(self, host: Host) -> None:
        """Fill in what the host said to an earlier process."""
        if host.loaded or self._memory is None:
            return
        state = await self._memory.load(host.name)
        if not host.loaded:
            host.state, host.loaded = state, True

    async def remember(self, host: Host, state: HostState) -> None:
        """Keep what a host said."""
        host.state, host.loaded = state, True
        if self._memory is not None:
            await self._memory.save(host.name, state)

    def _let_go(self) -> None:
        rules = sum(len(host.state.robots or "") for host in self._hosts.values())
        for host in list(self._hosts.values()):
            if len(self._hosts) < HOSTS_KEPT and rules < RULES_KEPT:
                return
            if host.idle:
                rules -= len(self._hosts.pop(host.name).state.robots or "")
