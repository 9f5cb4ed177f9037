"""The Cancel button below a progress message: for who ordered the work, and whoever may reindex."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.delivery import deliver
from bot.permissions import require, require_server
from bot.views.tokens import TokenButton, row_of
from index.servers import Right

if TYPE_CHECKING:
    from bot.client import Verbatim

CANCELLING = "I am stopping it: that takes a moment."
ENDED = (
    "There is nothing to cancel any more: that has ended. A source that was being added when I was restarted is read "
    "on by itself; /sources pause stops it."
)
NOT_AT_WORK = "It is not at work at this moment: it has just ended, or goes on in a minute. Please press again then."


@dataclass(frozen=True, slots=True)
class AtHand:
    """Work of a server that a button cancels: who ordered it, how it is cancelled (False where it is not at work)."""

    server: int
    member: int
    cancel: Callable[[], Awaitable[bool]]


class Cancel(TokenButton, action="cancel", label="Cancel"):
    """Its token is looked up among the work at hand, and after a restart among the reindexes that go on."""

    async def pressed(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Ask the work to stop; the progress message then says that it was cancelled."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        found = await at_hand(interaction.client, require_server(interaction), self.token)
        if found is not None and found.member != interaction.user.id:
            await require(interaction, Right.REINDEX)
        if found is None:
            await deliver(interaction, ENDED, private=True)
        else:
            await deliver(interaction, CANCELLING if await found.cancel() else NOT_AT_WORK, private=True)


async def at_hand(bot: Verbatim, server: int, token: str) -> AtHand | None:
    """The work of a server that a token names."""
    if (found := bot.at_hand.get(token)) and found.server == server:
        return found
    waiting = await bot.index.awaited_reindex(server)
    if waiting is None or waiting.token != token:
        return None
    return AtHand(server, waiting.member, lambda: bot.index.cancel_reindex(server))


def cancel_button(token: str) -> discord.ui.View:
    """The button, as it stands below a message."""
    return row_of(Cancel(token))
