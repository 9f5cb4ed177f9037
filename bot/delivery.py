"""Getting a message to the person who asked although Discord fails now and then; what it says is the cards' part.

discord.py tries a 5xx five times and a rate limit as often, then gives up, and it never tries a lost connection again
on Linux (discord/webhook/async_.py, `AsyncWebhookAdapter.request`): the person would read "thinking..." for good.
"""

from __future__ import annotations

import asyncio
import io
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord

from bot.cards.limits import TOKEN_SECONDS

if TYPE_CHECKING:
    from bot.client import Verbatim

log = logging.getLogger(__name__)

Way = Callable[[], Awaitable[discord.Message | None]]

_PAUSES = (1.0, 3.0)
"""Seconds before the second and the third try of one way."""

_ENDED = "That did not work out."
"""What everybody sees for the moment before a public answer gives way to a private one."""

_OF_A_PRESS = (discord.InteractionResponseType.deferred_message_update, discord.InteractionResponseType.message_update)
"""Answers to a button in whose place stands the message with the button: that is to stay."""

_MARGIN = 30.0
"""Seconds before the token's end from which a message no longer relies on it."""

_LATER = (5.0, 20.0, 60.0, 180.0, 400.0)
"""Seconds before each of the tries that follow in the background: the last one falls within the token's life."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a message; `description` says what it shows to those who can't see it."""

    name: str
    data: bytes
    description: str

    def file(self) -> discord.File:
        """The file for one try: sending closes it."""
        return discord.File(io.BytesIO(self.data), self.name, description=self.description)


async def deliver(
    interaction: discord.Interaction[Verbatim],
    card: str,
    *,
    private: bool = False,
    view: discord.ui.View | None = None,
    files: Sequence[Attached] = (),
) -> discord.Message | None:
    """Show the card in place of "thinking...", failing that in the channel unless `private`, or in a direct message.

    `view` are the buttons below it; without one, those that stood there go. Returns the message, None where there was
    no way left.
    """
    addressed = f"{interaction.user.mention}\n{card}"
    ways: list[Way] = []
    if token_lives(interaction):
        ways.append(
            lambda: interaction.edit_original_response(
                content=card, view=view, attachments=[one.file() for one in files]
            )
        )
    if not private:
        ways.append(_sent(_channel(interaction), addressed, view, files))
    ways.append(_sent(interaction.user, card, view, files))
    way, message = await first_that_works(*_whose(interaction), ways)
    if way > 0:
        try_later(interaction, interaction.delete_original_response if message else ways[0])
    return message


async def deliver_privately(
    interaction: discord.Interaction[Verbatim], card: str, *, view: discord.ui.View = discord.utils.MISSING
) -> None:
    """Show the card to the caller alone, whether or not the answer was deferred and for whom."""
    ways: list[Way] = []
    if not interaction.response.is_done():
        ways.append(lambda: _answer_privately(interaction, card, view))
    elif interaction.response.type in _OF_A_PRESS:
        ways.append(lambda: interaction.followup.send(card, ephemeral=True, view=view))
    elif token_lives(interaction):
        ways.append(lambda: _replace_privately(interaction, card, view))
    way, _ = await first_that_works(*_whose(interaction), [*ways, _sent(interaction.user, card)])
    if 0 < way <= len(ways):
        try_later(interaction, interaction.delete_original_response)


async def deliver_reply(
    to: discord.Message, card: str, *, view: discord.ui.View | None = None, files: Sequence[Attached] = ()
) -> discord.Message | None:
    """Show the card as a reply to a message, which pings nobody; failing that in a direct message to its author.

    Where the message is gone by then, the card stands in its channel by itself.
    """
    reference = to.to_reference(fail_if_not_exists=False)
    ways = [_sent(to.channel, card, view, files, reference), _sent(to.author, card, view, files)]
    _, message = await first_that_works(f"message {to.id}", to.author.id, ways)
    return message


async def deliver_late(bot: Verbatim, channel: int, member: int, card: str) -> discord.Message | None:
    """Show the card where a command was used that can't be answered any more, failing that in a direct message."""

    async def directly() -> discord.Message:
        return await (await bot.create_dm(discord.Object(member))).send(card)

    ways: list[Way] = [_sent(bot.get_partial_messageable(channel), f"<@{member}>\n{card}"), directly]
    _, message = await first_that_works(f"channel {channel}", member, ways)
    return message


def token_lives(interaction: discord.Interaction[Verbatim]) -> bool:
    """Whether the interaction's token can still edit its answer, with a margin for the edit itself."""
    age = (discord.utils.utcnow() - interaction.created_at).total_seconds()
    return age < TOKEN_SECONDS - _MARGIN


def try_later(interaction: discord.Interaction[Verbatim], way: Way) -> None:
    """Go on in the background with what failed: taking "thinking..." away where the answer stands elsewhere by now, or
    showing it after all where it stands nowhere."""
    if interaction.response.type in _OF_A_PRESS or not token_lives(interaction):
        return
    trying = asyncio.create_task(_try_later(interaction, way), name=f"mending {interaction.id}")
    interaction.client.mending.add(trying)
    trying.add_done_callback(interaction.client.mending.discard)


async def _try_later(interaction: discord.Interaction[Verbatim], way: Way) -> None:
    for pause in _LATER:
        await asyncio.sleep(pause)
        if not token_lives(interaction):
            break
        try:
            await way()
            return
        except discord.NotFound:
            return
        except Exception as error:
            log.info("interaction %s: its first message stays as it is for now", interaction.id, exc_info=error)
    log.warning("interaction %s: its first message stays as it was", interaction.id)


async def _answer_privately(interaction: discord.Interaction[Verbatim], card: str, view: discord.ui.View) -> None:
    await interaction.response.send_message(card, ephemeral=True, view=view)


async def _replace_privately(interaction: discord.Interaction[Verbatim], card: str, view: discord.ui.View) -> None:
    """A deferred answer keeps its audience, and the next message takes its place: so it is ended, then deleted.

    https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages
    """
    await interaction.edit_original_response(content=_ENDED, view=None)
    await interaction.followup.send(card, ephemeral=True, view=view)
    try:
        await interaction.delete_original_response()
    except Exception as error:
        log.info("interaction %s: the ended answer stays", interaction.id, exc_info=error)


def _channel(interaction: discord.Interaction[Verbatim]) -> discord.abc.Messageable:
    if isinstance(interaction.channel, discord.abc.Messageable):
        return interaction.channel
    return interaction.client.get_partial_messageable(interaction.channel_id or 0)


def _sent(
    where: discord.abc.Messageable,
    card: str,
    view: discord.ui.View | None = None,
    files: Sequence[Attached] = (),
    reference: discord.MessageReference | None = None,
) -> Way:
    """Sending a new message; Discord takes it once although the answer to a first try may have been lost."""
    nonce = secrets.randbits(60)
    optional: dict[str, Any] = {"view": view} if view else {}
    if reference is not None:
        optional["reference"] = reference
    return lambda: where.send(card, nonce=nonce, files=[one.file() for one in files], **optional)


def _whose(interaction: discord.Interaction[Verbatim]) -> tuple[str, int]:
    return f"interaction {interaction.id}", interaction.user.id


async def first_that_works(what: str, user: int, ways: Sequence[Way]) -> tuple[int, discord.Message | None]:
    """The number of the first way that worked and what it sent, the number of ways and None where none did; the log
    names `what` was answered, and to whom."""
    for number, way in enumerate(ways):
        worked, message = await _tried(what, way)
        if worked:
            return number, message
    log.error("%s: no way left to answer user %s", what, user)
    return len(ways), None


async def _tried(what: str, way: Way) -> tuple[bool, discord.Message | None]:
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


def _may_pass(error: Exception) -> bool:
    """Whether another try may succeed: a 4xx will not, and a 5xx has been tried five times already."""
    return not isinstance(error, discord.HTTPException) or error.status == 429
