"""What can be done with somebody's message from its menu: ask it as a question, add the articles it links to."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import Asking
from bot.cards.linked import NO_LINKS, indexed_card
from bot.delivery import deliver
from bot.error_messages import error_message, is_expected
from bot.pasted_message import pasted_text
from bot.permissions import EDITORS_SEE_IT, needs, require
from bot.views.answer_buttons import show_answer
from index.errors import VerbatimError
from index.news_index import QUESTION_LIMIT
from index.reports import Report
from index.servers import Right
from index.types import COMMON, Filters

if TYPE_CHECKING:
    from bot.client import Verbatim

log = logging.getLogger(__name__)

LINKS = 5
"""Addresses of one message that are added: more would be a list, which is what sources are for."""

_ADDRESS = re.compile(r"https?://[^\s<>\"|`]+", re.I)
_CLOSING = {")": "(", "]": "["}


class MessageMenus(commands.Cog):
    """Unlike slash commands, menus can't be declared in a cog: they are put into the tree when it is loaded."""

    def __init__(self, bot: Verbatim) -> None:
        self._bot, self._index = bot, bot.index
        self._ask = app_commands.ContextMenu(name="Ask about this", callback=self.ask_about)
        self._ask.allowed_contexts = app_commands.AppCommandContext(guild=True, dm_channel=True)
        self._ask.add_check(needs(Right.ASK))
        self._add = app_commands.ContextMenu(name="Index links in this message", callback=self.index_links)
        self._add.allowed_contexts = app_commands.AppCommandContext(guild=True)
        self._add.default_permissions = EDITORS_SEE_IT
        self._add.add_check(needs(Right.ADD))
        for menu in (self._ask, self._add):
            menu.allowed_installs = app_commands.AppInstallationType(guild=True, user=False)

    async def cog_load(self) -> None:
        """Put the menus into the tree."""
        for menu in (self._ask, self._add):
            self._bot.tree.add_command(menu)

    async def cog_unload(self) -> None:
        """Take them out again."""
        for menu in (self._ask, self._add):
            self._bot.tree.remove_command(menu.name, type=menu.type)

    async def ask_about(self, interaction: discord.Interaction[Verbatim], message: discord.Message) -> None:
        """Ask the text of a message as a question; the caller alone sees the answer, since the message is another's."""
        await interaction.response.defer(ephemeral=True)
        question = pasted_text(message.content)[:QUESTION_LIMIT]
        filters, direct = Filters(interaction.guild_id or COMMON), interaction.guild_id is None
        channel = interaction.channel_id or 0
        await show_answer(interaction, Asking(question, filters, interaction.user.id, channel, direct, private=True))

    async def index_links(self, interaction: discord.Interaction[Verbatim], message: discord.Message) -> None:
        """Add the articles that a message links to, and tell what became of each."""
        await interaction.response.defer()
        server = await require(interaction, Right.ADD)
        addresses = addresses_in(message.content)
        if not addresses:
            await deliver(interaction, NO_LINKS)
            return
        who = str(interaction.user.id)
        outcomes = [(one, await self._added(one, server, who)) for one in addresses[:LINKS]]
        await deliver(interaction, indexed_card(outcomes, len(addresses) - len(outcomes)))

    async def _added(self, address: str, server: int, who: str) -> Report | str:
        """What became of an address, or in words why nothing did: the others are added all the same."""
        try:
            return await self._index.add_address(address, server, who=who)
        except VerbatimError as error:
            log.log(logging.INFO if is_expected(error) else logging.ERROR, "%s was not added: %r", address, error)
            return error_message(error, "")


def addresses_in(content: str) -> list[str]:
    """The web addresses in a message, once each, without the punctuation that ends a sentence or a masked link."""
    return list(dict.fromkeys(_bare(match.group()) for match in _ADDRESS.finditer(content)))


def _bare(address: str) -> str:
    while address and (
        address[-1] in ".,;:!?*_~'’”"
        or (address[-1] in _CLOSING and address.count(address[-1]) > address.count(_CLOSING[address[-1]]))
    ):
        address = address[:-1]
    return address
