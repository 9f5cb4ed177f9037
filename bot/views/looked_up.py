"""Looks up the answer whose button was pressed, for the place it stands in, and checks who pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.asking import NotYours
from bot.permissions import require
from bot.shared_servers import require_shared
from index.errors import NotKept
from index.kept_answers import KEPT_FOR, KeptAnswer
from index.servers import Right
from index.types import COMMON

if TYPE_CHECKING:
    from bot.client import Verbatim


async def pressed_answer(interaction: discord.Interaction[Verbatim], token: str) -> KeptAnswer:
    """The answer whose button was pressed; NotKept where it does not stand here, NotYours, NotShared, NotAllowed."""
    kept = await interaction.client.index.kept_answer(token, interaction.guild_id)
    if kept.channel != interaction.channel_id and kept.message is not None:
        raise NotKept(KEPT_FOR.days)
    if (kept.private or kept.direct) and kept.asker != interaction.user.id:
        raise NotYours
    if not kept.direct:
        await require(interaction, Right.ASK)
    elif kept.server != COMMON:
        await require_shared(interaction.client, kept.server, interaction.user.id)
    return kept
