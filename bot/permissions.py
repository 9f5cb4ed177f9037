"""Who may add and reindex: members who may manage the server, and roles the operator named.

What Discord hides is a hint that a server's administrators can change; this is checked on every call.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
from discord import app_commands

if TYPE_CHECKING:
    from bot.client import Verbatim


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls a command: in which server (None in a direct message), with which rights and roles there."""

    server: int | None
    manages_server: bool
    role_ids: frozenset[int]


class NotAnEditor(app_commands.CheckFailure):
    """The caller may not add or reindex here."""


def may_edit(caller: Caller, editor_role_ids: Collection[int]) -> bool:
    """Adding and reindexing need a server, and there Manage Server or one of the operator's roles."""
    if caller.server is None:
        return False
    return caller.manages_server or not caller.role_ids.isdisjoint(editor_role_ids)


def caller_of(interaction: discord.Interaction[Verbatim]) -> Caller:
    """The caller as Discord describes them in the interaction itself, so that no member cache is needed."""
    member = interaction.user
    roles = member.roles if isinstance(member, discord.Member) else []
    return Caller(interaction.guild_id, interaction.permissions.manage_guild, frozenset(role.id for role in roles))


def require_server(interaction: discord.Interaction[Verbatim]) -> int:
    """The server's number; NoPrivateMessage in a direct message."""
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    return interaction.guild_id


def require_editor(interaction: discord.Interaction[Verbatim]) -> bool:
    """A check for commands that change what a server knows: NoPrivateMessage or NotAnEditor."""
    require_server(interaction)
    if not may_edit(caller_of(interaction), interaction.client.settings.editor_role_ids):
        raise NotAnEditor
    return True


EDITORS_SEE_IT = discord.Permissions(manage_guild=True)
"""Discord shows the editors' commands to these members; administrators grant them to roles under Integrations."""
