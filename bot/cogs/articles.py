"""/add url, file and text: one more article for this server; /remove article: one less. What an article is, is the
index's part."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.limits import CHOICE, CHOICES, units
from bot.cards.plain_text import visible
from bot.cards.removal import removal_card
from bot.cards.report import added_card
from bot.delivery import deliver
from bot.permissions import EDITORS_SEE_IT, may_now, needs, require_server
from bot.views.taking_down import TakeDown, confirmation, named
from bot.views.typed_article import ArticleForm
from index.errors import FetchFailed, TooLarge
from index.servers import Right
from index.types import StoredArticle

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

    remove = app_commands.Group(
        name="remove",
        description="Take down what this server has",
        allowed_contexts=app_commands.AppCommandContext(guild=True),
        allowed_installs=app_commands.AppInstallationType(guild=True),
        default_permissions=EDITORS_SEE_IT,
    )

    def __init__(self, bot: Verbatim) -> None:
        self._bot, self._index = bot, bot.index

    async def cog_load(self) -> None:
        """Let the buttons work that were shown before a restart."""
        self._bot.add_dynamic_items(TakeDown)

    async def cog_unload(self) -> None:
        """Take that back."""
        self._bot.remove_dynamic_items(TakeDown)

    @add.command()
    @app_commands.check(needs(Right.ADD))
    @app_commands.describe(url="The address of one article")
    async def url(self, interaction: discord.Interaction[Verbatim], url: str) -> None:
        """Fetch the article at an address and add it"""
        await interaction.response.defer()
        server, who = require_server(interaction), str(interaction.user.id)
        report = await self._index.add_address(url, server, who=who)
        await deliver(interaction, added_card(url, report))

    @add.command()
    @app_commands.check(needs(Right.ADD))
    @app_commands.describe(file="A text, Markdown, HTML or PDF file of up to 10 MB")
    async def file(self, interaction: discord.Interaction[Verbatim], file: discord.Attachment) -> None:
        """Add the article in an attached file"""
        await interaction.response.defer()
        data = await read_attachment(file)
        server, who = require_server(interaction), str(interaction.user.id)
        report = await self._index.add_file(file.filename, data, server, who=who)
        await deliver(interaction, added_card(file.filename, report))

    @add.command()
    @app_commands.check(needs(Right.ADD))
    async def text(self, interaction: discord.Interaction[Verbatim]) -> None:
        """Type an article in: title, outlet, text of up to 4,000 characters"""
        await interaction.response.send_modal(ArticleForm())

    @remove.command()
    @app_commands.check(needs(Right.REINDEX))
    @app_commands.describe(article="One of this server's own articles: type some of its title")
    async def article(self, interaction: discord.Interaction[Verbatim], article: str) -> None:
        """Take an article down, every version of it, and keep it away"""
        await interaction.response.defer(ephemeral=True)
        stored = await self._index.own_article(article, require_server(interaction))
        name = named(stored)
        view = confirmation(name) if name else None
        await deliver(interaction, removal_card(stored, name is not None), private=True, view=view)

    @article.autocomplete("article")
    async def own_articles(
        self, interaction: discord.Interaction[Verbatim], typed: str
    ) -> list[app_commands.Choice[str]]:
        """This server's own articles by title, for those who may take them down."""
        if not await may_now(interaction, Right.REINDEX):
            return []
        found = await self._index.own_articles(typed, require_server(interaction), CHOICES)
        return [app_commands.Choice(name=titled(one), value=one.article_id) for one in found if choosable(one)]


def choosable(stored: StoredArticle) -> bool:
    """Whether a choice can carry an article's identifier; one of another kind is typed or pasted."""
    return units(stored.article_id) <= CHOICE


def titled(stored: StoredArticle) -> str:
    """An article as a choice shows it: its outlet and as much of its title as fits."""
    shown = visible(f"{stored.article.outlet}: {stored.article.title}")
    while units(shown) > CHOICE:
        shown = shown[: CHOICE - units(shown) - 1] + "…"
    return shown


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
