"""The buttons that turn the pages of a search.

What was searched for stands in the button itself, so that it works after a restart and nothing has to be kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.cards.limits import CUSTOM_ID, units
from bot.cards.search import PER_PAGE, search_card
from bot.delivery import deliver
from bot.permissions import require
from index.servers import Right
from index.types import COMMON, Filters

if TYPE_CHECKING:
    from bot.client import Verbatim

LAST_PAGE = 20
"""A hundred articles: whoever looks further needs more words."""


async def show_page(interaction: discord.Interaction[Verbatim], words: str, page: int, newest: bool) -> None:
    """Search, and show a page in place of what the interaction shows by now."""
    server = interaction.guild_id or COMMON
    index = interaction.client.index
    found = await index.search(words, Filters(server), PER_PAGE, skip=page * PER_PAGE, newest=newest)
    card = search_card(words, found, page, server, await index.labels(server), newest=newest)
    await deliver(interaction, card, view=pages(words, page, found.articles, newest))


def pages(words: str, page: int, articles: int, newest: bool) -> discord.ui.View | None:
    """The buttons for a page; None where there is one page, or the words are too long to stand in a button."""
    last = min(-(-articles // PER_PAGE), LAST_PAGE) - 1
    if last < 1 or units(custom_id(words, last, newest)) > CUSTOM_ID:
        return None
    view = discord.ui.View(timeout=None)
    view.add_item(SearchPage(words, max(0, page - 1), newest, "Back", disabled=page == 0))
    view.add_item(SearchPage(words, page + 1, newest, "More", disabled=page >= last))
    return view


def custom_id(words: str, page: int, newest: bool) -> str:
    """What a button is named by."""
    return f"search:{page}:{'n' if newest else 'b'}:{words}"


class SearchPage(
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=r"search:(?P<page>\d{1,2}):(?P<order>[nb]):(?P<words>(?s:.+))",
):
    """One page of a search."""

    def __init__(self, words: str, page: int, newest: bool, label: str = "More", *, disabled: bool = False) -> None:
        self.words, self.page, self.newest = words, page, newest
        super().__init__(discord.ui.Button(label=label, custom_id=custom_id(words, page, newest), disabled=disabled))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button that was pressed."""
        return cls(match["words"], int(match["page"]), match["order"] == "n")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Turn the page for everybody who reads the message; whoever may ask may turn it."""
        tree = interaction.client.tree
        try:
            if await tree.interaction_check(interaction):
                await require(interaction, Right.ASK)
                await interaction.response.defer()
                await show_page(interaction, self.words, self.page, self.newest)
        except Exception as error:  # noqa: BLE001 - the tree logs every error and answers in words
            await tree.failed(interaction, error, "button search")
