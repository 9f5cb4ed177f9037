"""Tells in its channel what became of a reindex that went on after a restart, once."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.cards.report import resumed_card
from bot.delivery import deliver_late
from index.reports import Awaited, JobInfo

if TYPE_CHECKING:
    from bot.client import Verbatim

log = logging.getLogger(__name__)

_LOOK_EVERY = 10.0
"""Seconds between two looks at whether a reindex has ended: it takes minutes, and nobody watches it any more."""


async def tell_outcomes(bot: Verbatim) -> None:
    """Tell what an earlier process could not; returns when all of it is told.

    What waits at this moment was left by one: nobody's command has run yet. `bot` is about to connect.
    """
    left = await bot.index.awaited_reindexes()
    if not left:
        return
    await bot.wait_until_ready()
    await asyncio.gather(*(_tell(bot, one) for one in left))


async def _tell(bot: Verbatim, one: Awaited) -> None:
    try:
        job = await _ended(bot, one)
        # Rather twice than never: only what was sent is let go.
        await deliver_late(bot, one.channel, one.member, resumed_card(one, job))
        await bot.index.let_go(one)
    except Exception:
        log.exception("the outcome of a reindex in server %s was not told", one.server)


async def _ended(bot: Verbatim, one: Awaited) -> JobInfo | None:
    """The job once it has ended; None where it was never begun, or is gone."""
    while True:
        job = await bot.index.awaited_job(one)
        if job is None or job.state not in {"queued", "running"}:
            return job
        await asyncio.sleep(_LOOK_EVERY)
