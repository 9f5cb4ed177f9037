"""Who may ask, add, reindex and configure, and where a server is answered.

What Discord hides is a hint that a server's administrators can change: this is checked again at every command, button,
form and message. `app_commands.check(needs(Right.ADD))` stands before a command, `require(interaction, Right.ADD)`
begins whatever is pressed or filled in, and `require_of(message, bot)` whatever a message asks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from index.servers import Right, ServerSettings
from index.types import COMMON

if TYPE_CHECKING:
    from bot.client import Verbatim


NEEDED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    attach_files=True,
    read_message_history=True,
)
"""What the bot asks for where it is invited: to see a channel, to report in it what outlived a command, to attach a
chart, and to reply to messages, for which Discord wants Read Message History
(https://docs.discord.com/developers/resources/message#create-message)."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls a command: in which server (None in a direct message), with which rights and roles there."""

    server: int | None
    manages_server: bool
    role_ids: frozenset[int]


class NotAllowed(app_commands.CheckFailure):
    """The caller lacks a right; `roles` are those of the server that have it."""

    def __init__(self, right: Right, roles: frozenset[int] = frozenset()) -> None:
        self.right, self.roles = right, roles
        super().__init__(f"may not {right.verb}")


class CommonSource(app_commands.CheckFailure):
    """A source of all servers, which no server changes; `name` is as it was given."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__("a source of all servers")


class NotHere(app_commands.CheckFailure):
    """The server is answered in other channels: `channels`."""

    def __init__(self, channels: frozenset[int]) -> None:
        self.channels = channels
        super().__init__("not in this channel")


def may(caller: Caller, right: Right, settings: ServerSettings, editor_role_ids: Collection[int]) -> bool:
    """Who manages the server may everything; the operator's editors may add and reindex in every server; the rest is
    the server's to say. Asking is everybody's, also in direct messages, unless the server named roles for it.
    """
    if caller.server is None:
        return right is Right.ASK
    if caller.manages_server or (right is Right.ASK and not settings.roles.get(Right.ASK)):
        return True
    return not caller.role_ids.isdisjoint(having(right, settings, editor_role_ids))


def having(right: Right, settings: ServerSettings, editor_role_ids: Collection[int]) -> frozenset[int]:
    """The roles that have a right in a server."""
    operators = frozenset(editor_role_ids) if right <= Right.REINDEX else frozenset()
    return settings.roles_for(right) | operators


def answered_in(places: Collection[int], settings: ServerSettings) -> bool:
    """Whether a server is answered in a channel, given with what it is part of: a thread's channel, a category."""
    return not settings.channels or not settings.channels.isdisjoint(places)


def caller_of(interaction: discord.Interaction[Verbatim]) -> Caller:
    """The caller as Discord describes them in the interaction itself, so that no member cache is needed."""
    member = interaction.user
    roles = member.roles if isinstance(member, discord.Member) else []
    return Caller(interaction.guild_id, interaction.permissions.manage_guild, frozenset(role.id for role in roles))


def author_of(message: discord.Message) -> Caller:
    """The author as Discord describes them in the message itself."""
    author = message.author
    if message.guild is None or not isinstance(author, discord.Member):
        return Caller(message.guild.id if message.guild else None, False, frozenset())
    roles = frozenset(role.id for role in author.roles)
    return Caller(message.guild.id, author.guild_permissions.manage_guild, roles)


def places_of(channel: object) -> frozenset[int]:
    """A channel, a thread's or post's own channel, and its category: by any of them a server may have named it."""
    parent = channel.parent if isinstance(channel, discord.Thread) else None
    numbers = [getattr(channel, name, None) for name in ("id", "parent_id", "category_id")]
    return frozenset(one for one in (*numbers, getattr(parent, "category_id", None)) if isinstance(one, int))


async def require(interaction: discord.Interaction[Verbatim], right: Right) -> int:
    """The server's number, COMMON where somebody asks in a direct message; NoPrivateMessage, NotAllowed, NotHere."""
    return await _required(interaction.client, caller_of(interaction), right, interaction.channel)


async def require_of(message: discord.Message, bot: Verbatim, right: Right = Right.ASK) -> int:
    """The same for the author of a message."""
    return await _required(bot, author_of(message), right, message.channel)


async def _required(bot: Verbatim, caller: Caller, right: Right, channel: object) -> int:
    if caller.server is None:
        if right is Right.ASK:
            return COMMON
        raise app_commands.NoPrivateMessage
    settings, editors = await bot.index.server_settings(caller.server), bot.settings.editor_role_ids
    if not may(caller, right, settings, editors):
        guild = bot.get_guild(caller.server)
        known = {role.id for role in guild.roles} if guild else set()
        raise NotAllowed(right, having(right, settings, editors) & known)
    if right is Right.ASK and not answered_in(places_of(channel), settings):
        raise NotHere(settings.channels)
    return caller.server


def needs(right: Right) -> Callable[[discord.Interaction[Any]], Coroutine[Any, Any, bool]]:
    """A check for a command: `@app_commands.check(needs(Right.ADD))`."""

    async def check(interaction: discord.Interaction[Any]) -> bool:
        await require(interaction, right)
        return True

    check.right = right  # type: ignore[attr-defined]  # for right_of
    return check


def right_of(command: app_commands.Command[Any, ..., Any] | app_commands.ContextMenu) -> Right:
    """The right that a command needs by its check; ASK where it has none."""
    return max((check.right for check in command.checks if hasattr(check, "right")), default=Right.ASK)


async def may_now(interaction: discord.Interaction[Verbatim], right: Right) -> bool:
    """Whether `require` would let the caller: for autocomplete, which answers nobody else with anything."""
    try:
        await require(interaction, right)
    except app_commands.CheckFailure:
        return False
    return True


def require_server(interaction: discord.Interaction[Verbatim]) -> int:
    """The server's number; NoPrivateMessage in a direct message."""
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    return interaction.guild_id


EDITORS_SEE_IT = discord.Permissions(manage_guild=True)
"""Discord shows the editors' commands to these members; administrators grant them to roles under Integrations."""
