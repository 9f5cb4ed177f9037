"""/add url and /add file: one more article for this server; what an article is, is the index's part."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.report import added_card
from bot.delivery import deliver
from bot.permissions import EDITORS_SEE_IT, require_editor, require_server
from index.errors import FetchFailed, TooLarge

if TYPE_CHECKING:
    from bot.client import Verbatim

LARGEST_FILE = 10_000_000
"""Bytes of an attached file that are read: what Discord lets anyone upload, rounded down."""

_DOWNLOAD_WITHIN = 60.0


class Articles(commands.Cog):
    """For members who may change what this server's answers are found in."""

    add = app_commands.Group(
        name="add",
        description="Add an article for this server to ask about",
        allowed_contexts=app_commands.AppCommandContext(guild=True),
        allowed_installs=app_commands.AppInstallationType(guild=True),
        default_permissions=EDITORS_SEE_IT,
    )

    def __init__(self, bot: Verbatim) -> None:
        self._index = bot.index

    @add.command()
    @app_commands.check(require_editor)
    @app_commands.describe(url="The address of one article")
    async def url(self, interaction: discord.Interaction[Verbatim], url: str) -> None:
        """Fetch the article at an address and add it"""
        await interaction.response.defer()
        server, who = require_server(interaction), str(interaction.user.id)
        report = await self._index.add_address(url, server, who=who)
        await deliver(interaction, added_card(url, report))

    @add.command()
    @app_commands.check(require_editor)
    @app_commands.describe(file="A text, Markdown, HTML or PDF file of up to 10 MB")
    async def file(self, interaction: discord.Interaction[Verbatim], file: discord.Attachment) -> None:
        """Add the article in an attached file"""
        await interaction.response.defer()
        data = await read_attachment(file)
        server, who = require_server(interaction), str(interaction.user.id)
        report = await self._index.add_file(file.filename, data, server, who=who)
        await deliver(interaction, added_card(file.filename, report))


async def read_attachment(file: discord.Attachment) -> bytes:
    """The attached bytes; TooLarge before a download that is too large, FetchFailed where none comes back in time.

    The size is measured by Discord when it takes the upload, and the bytes come from its own servers.
    """
    if file.size > LARGEST_FILE:
        raise TooLarge(file.filename, LARGEST_FILE)
    try:
        async with asyncio.timeout(_DOWNLOAD_WITHIN):
            data = await file.read()
    except (discord.HTTPException, OSError) as error:
        raise FetchFailed(file.filename, "Discord did not hand the file over, please attach it again") from error
    if len(data) > LARGEST_FILE:
        raise TooLarge(file.filename, LARGEST_FILE)
    return data
