"""Where every command begins and every error ends: it knows which commands run, logs with context, answers in words.

The one catch-all of the bot. Which words is error_messages' part, getting them there delivery's.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.delivery import deliver_privately
from bot.error_messages import error_message, is_expected
from bot.quota import PRESSES, Pace
from bot.stopping import STOPPING, ended

if TYPE_CHECKING:
    from bot.client import Verbatim

log = logging.getLogger(__name__)

FAREWELL = "farewell"
"""The key in an interaction's extras of what tells its caller something else, where what they ordered goes on."""


class CommandTree(app_commands.CommandTree["Verbatim"]):
    """discord.py's tree, knowing what runs so that a stop leaves nobody waiting."""

    def __init__(self, client: Verbatim) -> None:
        super().__init__(client)
        self._running: dict[asyncio.Task[object], discord.Interaction[Verbatim]] = {}
        self._stopping = False
        self._pace = Pace(PRESSES)

    async def interaction_check(self, interaction: discord.Interaction[Verbatim], /) -> bool:
        """Note the command (or the press of a button) as running; refuse new ones while the bot stops, and TooFast."""
        if self._stopping:
            if interaction.type is not discord.InteractionType.autocomplete:
                await deliver_privately(interaction, STOPPING)
            return False
        if interaction.type is discord.InteractionType.autocomplete:
            return True
        self._pace.note(interaction.user.id)
        task = asyncio.current_task()
        if task is not None:
            self._running[task] = interaction
            task.add_done_callback(self._ended)
        return True

    async def on_error(
        self, interaction: discord.Interaction[Verbatim], error: app_commands.AppCommandError, /
    ) -> None:
        """Log the error with who called what, and tell the caller alone."""
        command = interaction.command.qualified_name if interaction.command else "?"
        await self.failed(interaction, error, f"/{command}")

    async def failed(self, interaction: discord.Interaction[Verbatim], error: Exception, what: str) -> None:
        """The same for whatever else somebody set off: a command, a button, a form."""
        context = f"{what} ({interaction.id}) by user {interaction.user.id} in server {interaction.guild_id}"
        if is_expected(error):
            log.info("%s: %r", context, getattr(error, "original", error))
        else:
            log.error("%s failed", context, exc_info=error)
        if interaction.type is discord.InteractionType.autocomplete:
            return  # nobody asked for anything yet
        await deliver_privately(interaction, error_message(error, str(interaction.id)))

    async def finish(self, grace: float, farewell: float) -> None:
        """Take no more commands; end those at work after `grace` seconds and tell their callers within `farewell`."""
        self._stopping = True
        await ended(self._running, _told_of_the_stop, grace, farewell)

    def _ended(self, task: asyncio.Task[object]) -> None:
        del self._running[task]


async def _told_of_the_stop(interaction: discord.Interaction[Verbatim]) -> None:
    if FAREWELL in interaction.extras:
        await interaction.extras[FAREWELL]()
    else:
        await deliver_privately(interaction, STOPPING)
