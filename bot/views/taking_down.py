"""The button that takes an article down once somebody has read which; it works after a restart."""

from __future__ import annotations

import re
from typing import Any, Self

import discord

from bot.cards.limits import CUSTOM_ID, units
from bot.cards.removal import removed_card
from bot.delivery import deliver
from bot.permissions import require
from index.servers import Right
from index.types import StoredArticle

_ACTION = "take down:"


def named(stored: StoredArticle) -> str | None:
    """How a button names an article: by its identifier or else its address; None where both are too long."""
    names = (stored.article_id, stored.article.url or "")
    return next((name for name in names if name and units(_ACTION + name) <= CUSTOM_ID), None)


def confirmation(name: str) -> discord.ui.View:
    """The button below the question."""
    view = discord.ui.View(timeout=None)
    view.add_item(TakeDown(name))
    return view


class TakeDown(discord.ui.DynamicItem[discord.ui.Button[Any]], template=rf"{_ACTION}(?P<name>(?s:.+))"):
    """Takes one article down; the right to do so is checked at the press."""

    def __init__(self, name: str) -> None:
        self.name = name
        danger = discord.ButtonStyle.danger
        super().__init__(discord.ui.Button(label="Take it down", style=danger, custom_id=_ACTION + name))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button that was pressed."""
        return cls(match["name"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Take it down, and say so in place of the question."""
        tree = interaction.client.tree
        try:
            if await tree.interaction_check(interaction):
                server = await require(interaction, Right.REINDEX)
                await interaction.response.defer()
                who = str(interaction.user.id)
                title = await interaction.client.index.remove(self.name, server, who)
                await deliver(interaction, removed_card(title), private=True)
        except Exception as error:  # noqa: BLE001 - the tree logs every error and answers in words
            await tree.failed(interaction, error, "button take down")
