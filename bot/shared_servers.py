"""Which servers somebody who writes to the bot directly may ask about: membership and rights, looked up at each use.

The bot keeps no list of members (that would take a privileged intent), so Discord is asked.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.cards.limits import CHOICES
from bot.permissions import Caller, answered_in, may, places_of
from index.servers import Right, ServerSettings

if TYPE_CHECKING:
    from bot.client import Verbatim

log = logging.getLogger(__name__)


class NotShared(app_commands.CheckFailure):
    """Somebody who is no member of a server (any more), or may not ask there. Which of it is not told."""


async def require_shared(bot: Verbatim, server: int, user: int) -> discord.Guild:
    """The server, where the person is a member of it today and may ask in it; NotShared."""
    guild = bot.get_guild(server)
    if guild is None or not await _may_ask(bot, guild, user):
        raise NotShared
    return guild


async def shared_servers(bot: Verbatim, user: int) -> list[discord.Guild]:
    """Servers that the person may ask about, at most as many as a menu holds: those asked in lately come first.

    So many are looked up at most; who is in more servers of this bot finds one by asking in it.
    """
    lately = await bot.index.asked_in(user)
    guilds = {guild.id: guild for guild in (*filter(None, map(bot.get_guild, lately)), *bot.guilds)}
    looked_at = list(guilds.values())[:CHOICES]
    allowed = await asyncio.gather(*(_may_ask(bot, guild, user) for guild in looked_at), return_exceptions=True)
    for guild, outcome in zip(looked_at, allowed, strict=True):
        if isinstance(outcome, BaseException):
            log.info("whether user %s may ask in server %s is not known", user, guild.id, exc_info=outcome)
    return [guild for guild, outcome in zip(looked_at, allowed, strict=True) if outcome is True]


async def _may_ask(bot: Verbatim, guild: discord.Guild, user: int) -> bool:
    try:
        member = await guild.fetch_member(user)
    except discord.NotFound:
        return False
    if member.pending or member.is_timed_out():
        return False
    settings = await bot.index.server_settings(guild.id)
    return await may_ask_in(bot, member) and _writes_there(guild, member, settings)


async def may_ask_in(bot: Verbatim, member: discord.Member) -> bool:
    """Whether a member, as Discord described them just now, has the right to ask in their server."""
    server = member.guild.id
    caller = Caller(server, member.guild_permissions.manage_guild, frozenset(role.id for role in member.roles))
    return may(caller, Right.ASK, await bot.index.server_settings(server), bot.settings.editor_role_ids)


def _writes_there(guild: discord.Guild, member: discord.Member, settings: ServerSettings) -> bool:
    """Whether a member may write in a channel in which the server is answered."""
    return any(
        answered_in(places_of(channel), settings)
        and channel.permissions_for(member).view_channel
        and channel.permissions_for(member).send_messages
        for channel in guild.channels
        if isinstance(channel, discord.abc.Messageable)
    )
