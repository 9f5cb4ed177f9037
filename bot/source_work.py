"""Adding and reindexing sources as a member sees it: progress with a Cancel button, then the outcome.

What is done is the index's part; telling what went on after a restart is `outcomes`'.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord

from bot.cards.report import reindexed_card
from bot.cards.sources import source_added_card
from bot.command_tree import FAREWELL
from bot.delivery import deliver, deliver_privately
from bot.error_messages import error_message
from bot.permissions import require_server
from bot.progress_message import ProgressMessage
from bot.stopping import STOPPING
from bot.views.cancelling import AtHand, cancel_button
from index.errors import JobCancelled, JobRunning
from index.reports import Awaited

if TYPE_CHECKING:
    from bot.client import Verbatim

GOES_ON = "I am being restarted. The reindex goes on after that, and I will say in this channel how it ended."
FOLLOWED = "I am being restarted. The source is followed and read on after that: /sources list shows how it does."


async def add_source(interaction: discord.Interaction[Verbatim], address: str) -> None:
    """Follow a source, in answer to a deferred command."""
    bot, server, token = interaction.client, require_server(interaction), secrets.token_urlsafe(16)
    progress = ProgressMessage(interaction, f"Adding {address}", cancel_button(token))

    async def cancel() -> bool:
        return progress.source is not None and await bot.index.cancel_reading(progress.source, server)

    async def farewell() -> None:
        if progress.source is None:
            await deliver_privately(interaction, STOPPING)
        else:
            await deliver(interaction, FOLLOWED)

    interaction.extras[FAREWELL] = farewell
    bot.at_hand[token] = AtHand(server, interaction.user.id, cancel)
    try:
        async with progress:
            read = await bot.index.add_source(address, server, str(interaction.user.id), progress.watch)
        await deliver(interaction, source_added_card(read))
    except JobCancelled as error:
        await deliver(interaction, error_message(error, ""))
    finally:
        del bot.at_hand[token]


async def reindex_source(interaction: discord.Interaction[Verbatim], source: str | None) -> None:
    """Reindex a source, or all of a server, in answer to a deferred command; a restart does not lose the outcome."""
    index, server = interaction.client.index, require_server(interaction)
    member, channel = interaction.user.id, interaction.channel_id or 0
    order = Awaited(server, secrets.token_urlsafe(16), channel, member, source, datetime.now(UTC))
    if not await index.await_reindex(order):
        other = await index.awaited_reindex(server)
        raise JobRunning(other.source if other else source)
    view = cancel_button(order.token)
    interaction.extras[FAREWELL] = lambda: deliver(interaction, GOES_ON, view=view)
    what = f"Reindexing {source}" if source else "Reindexing every source of this server"
    try:
        async with ProgressMessage(interaction, what, view) as progress:
            report = await index.reindex(source, server, progress.watch, str(member))
        await deliver(interaction, reindexed_card(source, report))
    except JobCancelled as error:
        await deliver(interaction, error_message(error, ""))
    except Exception:
        await index.let_go(order)
        raise
    # Not where a stop cancels this task: the reindex goes on after it, and its outcome is told then.
    await index.let_go(order)
