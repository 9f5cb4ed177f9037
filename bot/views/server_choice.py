"""In direct messages: asking the same question of a server's articles, chosen by whoever asks, who must be there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.asking import Asking
from bot.cards.limits import CHOICE, CHOICES, units
from bot.delivery import deliver
from bot.shared_servers import require_shared, shared_servers
from bot.views.answer_buttons import pressed_answer, show_answer
from bot.views.tokens import TokenButton, pattern
from index.kept_answers import KeptAnswer
from index.types import Filters

if TYPE_CHECKING:
    from bot.client import Verbatim

WHICH = "Which server's articles?"
NONE_SHARED = "I know of no server that we share and where you may ask me. Ask there once, then I will find it here."


class AskServer(TokenButton, action="whose", label="Ask a server's articles", emoji="📚"):
    """Looks up which servers the asker may ask about, and offers them."""

    async def pressed(self, interaction: discord.Interaction[Verbatim]) -> None:
        await interaction.response.defer(thinking=True)
        await pressed_answer(interaction, self.token)
        guilds = await shared_servers(interaction.client, interaction.user.id)
        if not guilds:
            await deliver(interaction, NONE_SHARED)
            return
        view = discord.ui.View(timeout=None)
        view.add_item(ServerChoice(self.token, guilds))
        await deliver(interaction, WHICH, view=view)


class ServerChoice(discord.ui.DynamicItem[discord.ui.Select[Any]], template=pattern("server")):
    """The servers to choose from. Membership is looked up again when one is chosen."""

    def __init__(self, token: str, guilds: Sequence[discord.Guild] = (), select: Any = None) -> None:
        self.token = token
        options = [discord.SelectOption(label=_label(guild), value=str(guild.id)) for guild in guilds[:CHOICES]]
        super().__init__(
            select or discord.ui.Select(custom_id=f"server:{token}", placeholder="Choose a server", options=options)
        )

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: Any, /
    ) -> Self:
        """The menu in which something was chosen, read from its custom id."""
        return cls(match["token"], select=item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """What discord.py calls at a choice."""
        tree = interaction.client.tree
        try:
            if await tree.interaction_check(interaction):
                await self._chosen(interaction, int(self.item.values[0]))
        except Exception as error:  # noqa: BLE001 - the tree logs every error and answers in words
            await tree.failed(interaction, error, "menu server")

    async def _chosen(self, interaction: discord.Interaction[Verbatim], server: int) -> None:
        await interaction.response.defer(thinking=True)
        kept = await pressed_answer(interaction, self.token)
        await require_shared(interaction.client, server, interaction.user.id)
        asked = kept.filters
        filters = Filters(server, asked.since, asked.before, speakers=asked.speakers)
        asking = Asking(kept.meant, filters, interaction.user.id, interaction.channel_id or 0, direct=True)
        await show_answer(interaction, asking)


def with_server_choice(view: discord.ui.View | None, kept: KeptAnswer | None) -> discord.ui.View | None:
    """The buttons of an answer in a direct message, with the one that asks a server's articles."""
    if view is None or kept is None:
        return view
    return view.add_item(AskServer(kept.token, row=2))


def _label(guild: discord.Guild) -> str:
    """A server's name as an option shows it; options take no formatting, but no more than so many characters."""
    name = guild.name.strip() or str(guild.id)
    while units(name) > CHOICE:
        name = name[:-1]
    return name
