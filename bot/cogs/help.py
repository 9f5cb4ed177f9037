"""/help: what the bot can do, and the commands that whoever asks may use here, read from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.help import Usable, help_card
from bot.delivery import deliver
from bot.permissions import caller_of, may, right_of
from index.servers import Right, ServerSettings

if TYPE_CHECKING:
    from bot.client import Verbatim

AnyCommand = app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu


class Help(commands.Cog):
    """For everybody, everywhere."""

    def __init__(self, bot: Verbatim) -> None:
        self._bot, self._index = bot, bot.index

    @app_commands.command()
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def help(self, interaction: discord.Interaction[Verbatim]) -> None:
        """What I can do, and the commands you may use here"""
        await interaction.response.defer(ephemeral=True)
        caller = caller_of(interaction)
        settings = await self._index.server_settings(caller.server) if caller.server else ServerSettings()
        editors = self._bot.settings.editor_role_ids
        rights = {right for right in Right if may(caller, right, settings, editors)}
        shown = usable(self._bot.tree.get_commands(), rights, in_server=caller.server is not None)
        await deliver(interaction, help_card(shown, caller.server is not None), private=True)


def usable(every: Iterable[AnyCommand], rights: set[Right], *, in_server: bool) -> list[Usable]:
    """The commands for whose right there is one of `rights`, by name, menus last; in direct messages those that work
    there.
    """
    found = []
    for command in every:
        contexts = command.allowed_contexts
        if not in_server and not (contexts and contexts.dm_channel):
            continue
        one = _usable(command, rights)
        if one is not None:
            found.append(one)
    return sorted(found, key=lambda one: (one.menu, one.name))


def _usable(command: AnyCommand, rights: set[Right]) -> Usable | None:
    if isinstance(command, app_commands.Group):
        parts = [one for one in command.commands if isinstance(one, app_commands.Command) and right_of(one) in rights]
        return Usable(command.name, command.description, tuple(one.name for one in parts)) if parts else None
    if right_of(command) not in rights:
        return None
    menu = isinstance(command, app_commands.ContextMenu)
    return Usable(command.name, "" if isinstance(command, app_commands.ContextMenu) else command.description, menu=menu)
