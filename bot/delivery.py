"""Getting a message to the person who asked although Discord fails now and then; what it says is the cards' part.

discord.py tries a 5xx five times and a rate limit as often, then gives up, and it never tries a lost connection again
on Linux (discord/webhook/async_.py, `AsyncWebhookAdapter.request`): the person would read "thinking..." for good.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.cards.limits import TOKEN_SECONDS
from bot.cards.progress import progress_card
from index.reports import Progress

if TYPE_CHECKING:
    from bot.client import Verbatim

log = logging.getLogger(__name__)

Way = Callable[[], Awaitable[Any]]

_PAUSES = (1.0, 3.0)
"""Seconds before the second and the third try of one way."""

_EDIT_EVERY = 4.0
"""Seconds between edits of a progress message; Discord allows 5 edits in 5 s and a person reads no faster."""

_LATER = (5.0, 30.0, 120.0, 300.0)
"""Seconds before each try to take away what an edit could not replace: within the token's 15 minutes."""

_OF_A_PRESS = (discord.InteractionResponseType.deferred_message_update, discord.InteractionResponseType.message_update)

_AFTERWARDS: set[asyncio.Task[None]] = set()

_LAST_EDIT_WITHIN = 5.0
"""Seconds that the last word waits for an edit on its way."""

_ENDED = "That did not work out."
"""What everybody sees for the moment before a public answer gives way to a private one."""

_MARGIN = 30.0
"""Seconds before the token's end from which a message no longer relies on it."""


async def deliver(
    interaction: discord.Interaction[Verbatim],
    card: str,
    *,
    private: bool = False,
    view: discord.ui.View | None = discord.utils.MISSING,
) -> discord.Message | None:
    """Show the card in place of "thinking...", failing that in the channel unless `private`, or in a direct message.

    Below it stands the `view`; None takes away what stood there. The message it became, None where nothing worked.
    """
    addressed = f"{interaction.user.mention}\n{card}"
    below: dict[str, Any] = {"view": view} if view else {}
    ways: list[Way] = []
    if token_lives(interaction):
        ways.append(lambda: interaction.edit_original_response(content=card, view=view))
    if not private:
        ways.append(lambda: _channel(interaction).send(addressed, **below))
    way, message = await _first_that_works(interaction, [*ways, lambda: interaction.user.send(card, **below)])
    if way > 0 and token_lives(interaction):
        _afterwards(_take_away(interaction))
    return message


async def deliver_privately(interaction: discord.Interaction[Verbatim], card: str) -> None:
    """Show the card to the caller alone, whether or not the answer was deferred and for whom."""
    ways: list[Way] = []
    if not interaction.response.is_done():
        ways.append(lambda: interaction.response.send_message(card, ephemeral=True))
    elif interaction.response.type in _OF_A_PRESS:
        # the "answer" is then the message whose button was pressed: it stays as it is
        ways.append(lambda: interaction.followup.send(card, ephemeral=True))
    elif token_lives(interaction):
        ways.append(lambda: _replace_privately(interaction, card))
    await _first_that_works(interaction, [*ways, lambda: interaction.user.send(card)])


def token_lives(interaction: discord.Interaction[Verbatim]) -> bool:
    """Whether the interaction's token can still edit its answer, with a margin for the edit itself."""
    age = (discord.utils.utcnow() - interaction.created_at).total_seconds()
    return age < TOKEN_SECONDS - _MARGIN


async def _replace_privately(interaction: discord.Interaction[Verbatim], card: str) -> None:
    """A deferred answer keeps its audience, and the next message takes its place: so it is ended, then deleted.

    https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages
    """
    await interaction.edit_original_response(content=_ENDED)
    await interaction.followup.send(card, ephemeral=True)
    try:
        await interaction.delete_original_response()
    except Exception as error:
        log.info("interaction %s: the ended answer stays", interaction.id, exc_info=error)


def _channel(interaction: discord.Interaction[Verbatim]) -> discord.abc.Messageable:
    if isinstance(interaction.channel, discord.abc.Messageable):
        return interaction.channel
    return interaction.client.get_partial_messageable(interaction.channel_id or 0)


async def _first_that_works(
    interaction: discord.Interaction[Verbatim], ways: list[Way]
) -> tuple[int, discord.Message | None]:
    return await first_that_works(f"interaction {interaction.id}", interaction.user.id, ways)


async def first_that_works(what: str, user: int, ways: list[Way]) -> tuple[int, discord.Message | None]:
    """The number of the first way that worked and what it gave; the log names `what` was answered, and to whom."""
    for number, way in enumerate(ways):
        worked, given = await _works(what, way)
        if worked:
            return number, given if isinstance(given, discord.Message) else None
    log.error("%s: no way left to answer user %s", what, user)
    return len(ways), None


async def _works(what: str, way: Way) -> tuple[bool, object]:
    """Try one way, again after a pause where trying again may help; every failure is logged."""
    for pause in (*_PAUSES, None):
        try:
            return True, await way()
        except Exception as error:
            log.warning("%s: an answer did not arrive", what, exc_info=error)
            if pause is None or not _may_pass(error):
                return False, None
        await asyncio.sleep(pause)
    return False, None


async def _take_away(interaction: discord.Interaction[Verbatim]) -> None:
    """Delete the "thinking..." above an answer that had to go elsewhere, as soon as Discord lets it go."""
    for pause in _LATER:
        await asyncio.sleep(pause)
        try:
            return await interaction.delete_original_response()
        except Exception as error:
            log.info("interaction %s: what stood in the answer's place stays", interaction.id, exc_info=error)
    return None


def _afterwards(work: Coroutine[Any, Any, None]) -> None:
    """Do it when the answer has arrived; the set keeps the task alive."""
    task = asyncio.create_task(work)
    _AFTERWARDS.add(task)
    task.add_done_callback(_AFTERWARDS.discard)


def _may_pass(error: Exception) -> bool:
    """Whether another try may succeed: a 4xx will not, and a 5xx has been tried five times already."""
    return not isinstance(error, discord.HTTPException) or error.status == 429


class ProgressMessage:
    """A deferred answer that shows how far the work is while the `async with` lasts; its last word is `deliver`'s.

    Use `watch` as the work's watch: it only notes the newest value, from whatever thread, and the message is edited at
    its own slow pace. Once the interaction's token is about to end, the message says so and stays.
    """

    def __init__(self, interaction: discord.Interaction[Verbatim], what: str) -> None:
        self._interaction, self._what = interaction, what
        self._newest: Progress | None = None
        self._stage_began = time.monotonic()
        self._sending: asyncio.Task[None] | None = None

    def watch(self, progress: Progress) -> None:
        """Note how far the work is."""
        if self._newest is None or self._newest.stage != progress.stage:
            self._stage_began = time.monotonic()
        self._newest = progress

    async def __aenter__(self) -> Self:
        self._editing = asyncio.create_task(self._keep_editing(), name="progress message")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._editing.cancel()
        if self._sending is not None:
            # an edit that is cut off might still arrive, and after the last word
            await asyncio.wait([self._sending], timeout=_LAST_EDIT_WITHIN)

    async def _keep_editing(self) -> None:
        while token_lives(self._interaction):
            await self._send(progress_card(self._what, self._newest, time.monotonic() - self._stage_began))
            await asyncio.sleep(_EDIT_EVERY)
        await self._send(
            f"{progress_card(self._what, None, 0)}\nThis takes longer than Discord lets me edit this message: "
            "I will report in this channel."
        )

    async def _send(self, card: str) -> None:
        """Begin an edit that outlives the end of the editing."""
        self._sending = asyncio.create_task(self._edit(card))
        await asyncio.shield(self._sending)

    async def _edit(self, card: str) -> None:
        """An edit that fails is made up for by the next one."""
        try:
            await self._interaction.edit_original_response(content=card)
        except Exception as error:
            log.info("interaction %s: a progress edit failed", self._interaction.id, exc_info=error)
