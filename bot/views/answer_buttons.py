"""The buttons below an answer. Each press looks the answer up for the place it stands in, and checks who presses."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord

from bot.asking import Asking, NotYours, answered, following_up, note_shown
from bot.cards.disagreements import otherwise_card
from bot.cards.how_found import how_found_card
from bot.cards.passage import NOTHING_LEFT, passage_card
from bot.delivery import deliver
from bot.permissions import require
from bot.shared_servers import require_shared
from bot.status_line import StatusLine
from bot.views.tokens import TokenButton, row_of
from index.errors import NotKept
from index.kept_answers import KEPT_FOR, CitedPassage, KeptAnswer
from index.servers import Right
from index.types import COMMON

if TYPE_CHECKING:
    from bot.client import Verbatim

_QUESTION_FIELD = 300
"""Characters in the field of a follow-up: three lines on a phone, and longer than any question."""


async def pressed_answer(interaction: discord.Interaction[Verbatim], token: str) -> KeptAnswer:
    """The answer whose button was pressed; NotKept where it does not stand here, NotYours, NotShared, NotAllowed."""
    kept = await interaction.client.index.kept_answer(token, interaction.guild_id)
    if kept.channel != interaction.channel_id and kept.message is not None:
        raise NotKept(KEPT_FOR.days)
    if (kept.private or kept.direct) and kept.asker != interaction.user.id:
        raise NotYours
    if not kept.direct:
        await require(interaction, Right.ASK)
    elif kept.server != COMMON:
        await require_shared(interaction.client, kept.server, interaction.user.id)
    return kept


async def show_answer(interaction: discord.Interaction[Verbatim], asking: Asking) -> None:
    """Answer a question in place of "thinking...", with status lines until then."""
    bot = interaction.client
    async with StatusLine(lambda line: interaction.edit_original_response(content=line)) as status:
        found = await answered(bot, asking, status.watch)
    message = await deliver(interaction, found.card, private=asking.private, view=answer_view(found.kept))
    await note_shown(bot, found.kept, message)


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
        kept = await pressed_answer(interaction, self.token)
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


class Otherwise(TokenButton, action="otherwise", label="Who says otherwise", emoji="⚖️"):
    """Looks for outlets that give other numbers or dates."""

    async def pressed(self, interaction: discord.Interaction[Verbatim]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        kept = await pressed_answer(interaction, self.token)
        found = await interaction.client.index.otherwise(kept.meant, kept.filters, datetime.now(UTC))
        await deliver(interaction, otherwise_card(kept.meant, found), private=True)


class HowFound(TokenButton, action="how", label="How I got this", emoji="🔍"):
    """Tells what was understood and read."""

    async def pressed(self, interaction: discord.Interaction[Verbatim]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        kept = await pressed_answer(interaction, self.token)
        tried = await interaction.client.index.tried_passages(kept)
        await deliver(interaction, how_found_card(kept, tried), private=True)


class FollowUp(TokenButton, action="follow-up", label="Follow up", emoji="💬"):
    """Opens a form for a question that goes on from this answer; who may send it is checked when it is sent."""

    async def pressed(self, interaction: discord.Interaction[Verbatim]) -> None:
        # a form is itself the acknowledgement, so nothing is looked up before it
        private = interaction.message is not None and interaction.message.flags.ephemeral
        await interaction.response.send_modal(FollowUpForm(self.token, private))


class FollowUpForm(discord.ui.Modal, title="Follow up"):
    """One field. What Discord shows where the bot was restarted meanwhile keeps the text, to be sent again."""

    question: discord.ui.TextInput[FollowUpForm] = discord.ui.TextInput(
        label="Your question", placeholder="And what did Moscow say?", max_length=_QUESTION_FIELD
    )

    def __init__(self, token: str, private: bool) -> None:
        super().__init__()
        self._token, self._private = token, private

    async def on_submit(self, interaction: discord.Interaction[Verbatim]) -> None:  # type: ignore[override]
        """Answer it below, for whoever saw the answer it follows."""
        if not await interaction.client.tree.interaction_check(interaction):
            return
        await interaction.response.defer(ephemeral=self._private, thinking=True)
        kept = await pressed_answer(interaction, self._token)
        asking = following_up(kept, self.question.value, interaction.user.id, interaction.channel_id or 0)
        await show_answer(interaction, asking)

    async def on_error(self, interaction: discord.Interaction[Verbatim], error: Exception) -> None:  # type: ignore[override]
        """Say in words what went wrong."""
        await interaction.client.tree.failed(interaction, error, "form follow-up")


async def _vote(interaction: discord.Interaction[Verbatim], token: str, *, good: bool) -> None:
    await interaction.response.defer(ephemeral=True, thinking=True)
    await pressed_answer(interaction, token)
    await interaction.client.index.vote(token, interaction.guild_id, interaction.user.id, good)
    mark = "👍" if good else "👎"
    await deliver(interaction, f"Noted: {mark}. Press the other one if you change your mind.", private=True)


class Good(TokenButton, action="good", emoji="👍"):
    """Counts the presser's judgement, once, in place of an earlier one."""

    async def pressed(self, interaction: discord.Interaction[Verbatim]) -> None:
        await _vote(interaction, self.token, good=True)


class Bad(TokenButton, action="bad", emoji="👎"):
    """The same the other way."""

    async def pressed(self, interaction: discord.Interaction[Verbatim]) -> None:
        await _vote(interaction, self.token, good=False)


ANSWER_BUTTONS: tuple[type[TokenButton], ...] = (*(ShowPassage, TurnPage, Otherwise, HowFound, FollowUp, Good, Bad),)


def answer_view(kept: KeptAnswer | None) -> discord.ui.View | None:
    """The buttons below an answer; none where it is not kept. What found nothing has nothing to show or to judge."""
    if kept is None:
        return None
    on_what_it_says = [ShowPassage(kept.token), Otherwise(kept.token)] if kept.cited else []
    buttons = [*on_what_it_says, FollowUp(kept.token), HowFound(kept.token)]
    return row_of(*buttons, *([Good(kept.token, row=1), Bad(kept.token, row=1)] if kept.cited else []))
