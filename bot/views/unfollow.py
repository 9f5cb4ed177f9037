"""The button below an alert and in the list of follows that ends one: its follower's, and a moderator's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.cards.follows import unfollowed_card
from bot.delivery import deliver_privately
from bot.permissions import may_now
from bot.views.tokens import TokenButton, row_of
from index.alerts import Follow
from index.errors import UnknownFollow
from index.servers import Right

if TYPE_CHECKING:
    from bot.client import Verbatim

BUTTONS = 25
"""Below one message: five rows of five. https://docs.discord.com/developers/components/reference#action-row"""


class NotTheFollower(app_commands.CheckFailure):
    """Who presses neither follows it nor moderates the channel it is told in."""


class MayNotSpeak(app_commands.CheckFailure):
    """The caller may not have me speak in this channel."""


class Unfollow(TokenButton, action="unfollow", label="Unfollow"):
    """Ends a follow."""

    async def pressed(self, interaction: discord.Interaction[Verbatim]) -> None:
        """For whoever follows it; in its server also for who may speak there through me."""
        await interaction.response.defer()
        index = interaction.client.index
        follow = await index.followed(self.token)
        if interaction.guild_id not in (None, follow.server):
            raise UnknownFollow
        if interaction.user.id != follow.member and not await may_end(interaction, follow):
            raise NotTheFollower
        await index.unfollow(follow)
        await deliver_privately(interaction, unfollowed_card(follow))


async def may_end(interaction: discord.Interaction[Verbatim], follow: Follow) -> bool:
    """Whether somebody else may end a follow: in its own server, where it is told in a channel, a moderator may."""
    return interaction.guild_id == follow.server and follow.channel is not None and await may_speak(interaction)


async def may_speak(interaction: discord.Interaction[Verbatim]) -> bool:
    """Whether the caller may have me speak in this channel: who may add decides what I know, and who moderates a
    channel's messages decides what is written in it."""
    return interaction.permissions.manage_messages or await may_now(interaction, Right.ADD)


def below(follow: Follow) -> discord.ui.View:
    """The button below an alert."""
    return row_of(Unfollow(follow.token))


def numbered(follows: Sequence[Follow]) -> discord.ui.View:
    """A button for each follow of a list, with its number there."""
    buttons = [Unfollow(one.token) for one in follows[:BUTTONS]]
    for number, button in enumerate(buttons, 1):
        button.item.label = f"Unfollow {number}"
    return row_of(*buttons)
