"""Show passage: what an answer quotes, each in its paragraph, page by page, for whoever pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.cards.passage import NOTHING_LEFT, passage_card
from bot.delivery import deliver
from bot.views.looked_up import pressed_answer
from bot.views.tokens import TokenButton, row_of
from index.kept_answers import CitedPassage

if TYPE_CHECKING:
    from bot.client import Verbatim


class ShowPassage(TokenButton, action="passage", label="Show passage", emoji="📄"):
    """Opens the paragraph of the first citation, for whoever pressed."""

    async def pressed(self, interaction: discord.Interaction[Verbatim]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        kept = await pressed_answer(interaction, self.token)
        passages = await interaction.client.index.cited_passages(kept)
        await show_page(interaction, self.token, passages, 0)


class TurnPage(TokenButton, action="page"):
    """Turns to another citation, in the message that "Show passage" opened."""

    async def pressed(self, interaction: discord.Interaction[Verbatim]) -> None:
        await interaction.response.defer()
        kept = await pressed_answer(interaction, self.token, below=False)
        passages = await interaction.client.index.cited_passages(kept)
        await show_page(interaction, self.token, passages, self.page or 0)


async def show_page(
    interaction: discord.Interaction[Verbatim], token: str, passages: tuple[CitedPassage, ...], at: int
) -> None:
    """Show one citation in its paragraph, with buttons to the one before and the next where there are any."""
    if not passages:
        await deliver(interaction, NOTHING_LEFT, private=True)
        return
    at = min(at, len(passages) - 1)
    turning = [TurnPage(token, n, label=label) for n, label in ((at - 1, "Previous"), (at + 1, "Next"))
               if 0 <= n < len(passages)]  # fmt: skip
    counted = f"\n-# {at + 1} of {len(passages)}" if len(passages) > 1 else ""
    view = row_of(*turning) if turning else None
    await deliver(interaction, passage_card(passages[at]) + counted, private=True, view=view)
