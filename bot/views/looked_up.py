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


async def pressed_answer(interaction: discord.Interaction[Verbatim], token: str, *, below: bool = True) -> KeptAnswer:
    """The answer of a token; NotKept where it does not stand here, NotYours, NotShared, NotAllowed, NotHere.

    `below`: the button is to stand in the answer's own message, and not in one that another button opened.
    """
    kept = await interaction.client.index.kept_answer(token, interaction.guild_id)
    stands_in = interaction.message.id if below and interaction.message else kept.message
    if kept.message is not None and (kept.channel, kept.message) != (interaction.channel_id, stands_in):
        raise NotKept(KEPT_FOR.days)
    if (kept.private or kept.direct) and kept.asker != interaction.user.id:
        raise NotYours
    if not kept.direct:
        await require(interaction, Right.ASK)
    elif kept.server != COMMON:
        await require_shared(interaction.client, kept.server, interaction.user.id)
    return kept


async def pressed_direct_answer(
    interaction: discord.Interaction[Verbatim], token: str, *, below: bool = True
) -> KeptAnswer:
    """The same for what stands below answers in direct messages alone, lest one server's articles are shown in
    another's channel; NotKept elsewhere.
    """
    kept = await pressed_answer(interaction, token, below=below)
    if not kept.direct:
        raise NotKept(KEPT_FOR.days)
    return kept
