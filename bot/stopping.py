"""Ends what is at work when the bot stops, so that nobody is left waiting. What they are told is the caller's part."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

log = logging.getLogger(__name__)

STOPPING = "I am being restarted. Please try again in a minute."

Waiting = TypeVar("Waiting")


async def ended(
    running: Mapping[asyncio.Task[object], Waiting],
    tell: Callable[[Waiting], Awaitable[object]],
    grace: float,
    farewell: float,
) -> None:
    """Wait `grace` seconds for the tasks; cancel those left, and give `tell` `farewell` seconds for who waits for them.

    `running` may lose tasks meanwhile, as they end.
    """
    if not running:
        return
    await asyncio.wait(running, timeout=grace)
    left = dict(running)
    for task in left:
        task.cancel()
    if left:
        log.info("stopping with %d questions and commands at work", len(left))
        telling = [asyncio.ensure_future(tell(one)) for one in left.values()]
        _, late = await asyncio.wait(telling, timeout=farewell)
        for one in late:
            one.cancel()
