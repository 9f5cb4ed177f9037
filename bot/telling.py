"""Tells unasked: one loop that asks the index what is due, sends it and notes it.

What is to be told is the index's part, how it looks the cards'. Each message has a nonce that is made of what it tells,
so that Discord sends it once although it may be handed to it twice, as after a kill between sending and noting.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from discord.ext import tasks

from bot.cards.correction import correction_card
from bot.cards.stories import alert_card, digest_card
from bot.shared_servers import may_ask_in
from bot.views.unfollow import below
from index.alerts import Alert, Correction, Follow, Issue
from index.errors import VerbatimError

if TYPE_CHECKING:
    from bot.client import Verbatim

log = logging.getLogger(__name__)

LOOK_EVERY = 30.0
"""Seconds between two rounds: as often as the sources are looked at, where nothing comes more often."""

_ARRIVES_WITHIN = 1.5
"""Seconds that a stop leaves the message on its way; what is not noted by then is sent again, with the same nonce."""

FAILURES = 3
"""Messages in a row that Discord's side fails on; the rest then waits for the next round."""

GONE = "I am not in that server any more"
NOT_A_MEMBER = "whoever follows it is not in the server any more"
MAY_NOT_ASK = "whoever follows it may not ask in the server any more"
CLOSED = "Discord does not let me write a direct message to whoever follows it"
NO_CHANNEL = "the channel is gone"
NOT_ALLOWED = "I may not write in the channel"


class Undeliverable(Exception):
    """What can't be told there, now or later; the reason is a clause."""


class Telling:
    """The loop, and one round of it."""

    def __init__(self, bot: Verbatim) -> None:
        self._bot, self._index = bot, bot.index
        self._loop = tasks.loop(seconds=LOOK_EVERY)(self._look)
        self._failures = 0
        self._on_its_way: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Begin, in the background."""
        self._loop.start()

    async def end(self) -> None:
        """Tell no more; what is on its way may still arrive and be noted."""
        self._loop.cancel()
        if self._on_its_way is not None:
            await asyncio.wait([self._on_its_way], timeout=_ARRIVES_WITHIN)

    async def _look(self) -> None:
        await self._bot.wait_until_ready()
        await self.round(datetime.now(UTC))

    async def round(self, now: datetime) -> None:
        """Tell what is due at a moment. What goes wrong is in the log; the rest, and the next round, go on."""
        self._failures = 0
        await self._each("alerts", self._index.alerts_due, self._alert, now)
        await self._each("digests", self._index.digests_due, self._digest, now)
        await self._each("corrections", self._index.corrections_due, self._correction, now)

    async def _each(
        self,
        what: str,
        due: Callable[[datetime], Awaitable[tuple[Any, ...]]],
        tell: Callable[[Any, datetime], Coroutine[Any, Any, None]],
        now: datetime,
    ) -> None:
        try:
            for one in await due(now):
                if self._failures < FAILURES:
                    await self._tried(what, tell(one, now))
        except VerbatimError as error:
            log.error("%s: %s", what, error)
        except Exception:
            log.exception("%s failed in a way that nobody foresaw", what)

    async def _tried(self, what: str, telling: Coroutine[Any, Any, None]) -> None:
        """What fails on Discord's side, or on the way there, is tried again in the next round."""
        self._on_its_way = asyncio.create_task(telling, name=f"telling {what}")
        try:
            # A stop between sending and noting would have it sent twice.
            await asyncio.shield(self._on_its_way)
            self._failures = 0
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            self._failures += 1
            log.warning("%s: a message did not arrive and is tried again: %s", what, error)

    async def _alert(self, alert: Alert, now: datetime) -> None:
        follow = alert.follow
        guild = self._bot.get_guild(follow.server)
        card = alert_card(alert, await self._index.labels(follow.server), guild.name if guild else "")
        try:
            await sent(await self._place_of(follow), content=card, nonce=alert.nonce, view=below(follow))
        except Undeliverable as error:
            log.info("follow %d of server %d is paused: %s", follow.id, follow.server, error)
            await self._index.pause_follow(follow, str(error))
        else:
            await self._index.alert_told(alert)

    async def _digest(self, issue: Issue, now: datetime) -> None:
        digest = issue.digest
        card = digest_card(digest, issue.stories, await self._index.labels(digest.server))
        try:
            await sent(self._channel(digest.server, digest.channel), content=card, nonce=issue.nonce)
        except Undeliverable as error:
            log.info("digest %d of server %d is paused: %s", digest.id, digest.server, error)
            await self._index.pause_digest(digest, str(error))
        else:
            await self._index.digest_told(issue, now)

    async def _correction(self, correction: Correction, now: datetime) -> None:
        channel = self._bot.get_partial_messageable(correction.channel, guild_id=correction.server or None)
        answer = discord.MessageReference(
            message_id=correction.message, channel_id=correction.channel, fail_if_not_exists=True
        )
        try:
            await sent(channel, content=correction_card(correction), nonce=correction.nonce, reference=answer)
        except Undeliverable as error:
            log.info("a correction below message %d can't be told: %s", correction.message, error)
        await self._index.correction_told(correction, now)

    async def _place_of(self, follow: Follow) -> discord.abc.Messageable:
        """Where a follow is told; Undeliverable. Who left a server, or may not ask in it
        any more, is told nothing of what is read there."""
        if follow.channel is not None:
            return self._channel(follow.server, follow.channel)
        guild = self._bot.get_guild(follow.server)
        if guild is None:
            raise Undeliverable(GONE)
        try:
            member = await guild.fetch_member(follow.member)
            if not await may_ask_in(self._bot, member):
                raise Undeliverable(MAY_NOT_ASK)
            return await self._bot.create_dm(discord.Object(follow.member))
        except discord.NotFound as error:
            raise Undeliverable(NOT_A_MEMBER) from error
        except discord.Forbidden as error:
            raise Undeliverable(CLOSED) from error

    def _channel(self, server: int, channel: int) -> discord.PartialMessageable:
        if self._bot.get_guild(server) is None:
            raise Undeliverable(GONE)
        return self._bot.get_partial_messageable(channel, guild_id=server)


async def sent(place: discord.abc.Messageable, **message: Any) -> None:
    """Send a message that pings nobody; Undeliverable where another try would change nothing."""
    try:
        await place.send(**message, allowed_mentions=discord.AllowedMentions.none())
    except discord.Forbidden as error:
        raise Undeliverable(CLOSED if isinstance(place, discord.DMChannel) else NOT_ALLOWED) from error
    except discord.NotFound as error:
        raise Undeliverable(NO_CHANNEL) from error
    except discord.HTTPException as error:
        if error.status == 429 or error.status >= 500:
            raise
        raise Undeliverable(f"Discord does not take it ({error.status})") from error
