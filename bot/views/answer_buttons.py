"""The buttons below an answer. Each press looks the answer up for the place it stands in, and checks who presses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self, cast

import discord

from bot.asking import Asking, answered, following_up, note_shown
from bot.cards.disagreements import otherwise_card
from bot.cards.how_found import how_found_card
from bot.cards.limits import CHOICE, CHOICES, units
from bot.cards.quota import quota_line
from bot.delivery import deliver
from bot.shared_servers import require_shared, shared_servers
from bot.status_line import StatusLine
from bot.views.looked_up import pressed_answer, pressed_direct_answer
from bot.views.passages import ShowPassage, TurnPage
from bot.views.pressed import filled_in, route
from bot.views.tokens import TokenButton, pattern, row_of
from index.kept_answers import KeptAnswer
from index.types import COMMON, Disagreement, Filters

if TYPE_CHECKING:
    from bot.client import Verbatim

WHICH = "Which server's articles?"
NONE_SHARED = "I know of no server that we share and where you may ask me. Ask there once, then I will find it here."

_QUESTION_FIELD = 300
"""Characters in the field of a follow-up: three lines on a phone, and longer than any question."""


async def show_answer(interaction: discord.Interaction[Verbatim], asking: Asking) -> None:
    """Answer a question in place of "thinking...", with status lines until then."""
    bot = interaction.client
    async with StatusLine(lambda line: interaction.edit_original_response(content=line)) as status:
        found = await answered(bot, asking, status.watch)
    message = await deliver(interaction, found.card, private=asking.private, view=answer_view(found.kept))
    await note_shown(bot, found.kept, message)


class Otherwise(TokenButton, action="otherwise", label="Who says otherwise", emoji="⚖️"):
    """Looks for outlets that give other numbers or dates; counts like a question."""

    async def pressed(self, interaction: discord.Interaction[Verbatim]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        kept = await pressed_answer(interaction, self.token)
        index, quotas, server = interaction.client.index, interaction.client.quotas, kept.filters.server

        async def look() -> tuple[Disagreement, ...]:
            return await index.otherwise(kept.meant, kept.filters, datetime.now(UTC))

        # as much work as an answer, so it counts as one
        found, quota = await quotas.counted(server, interaction.user.id, look, bool)
        below = list(filter(None, [quota_line(quota)]))
        await deliver(interaction, otherwise_card(kept.meant, found, below), private=True)


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
        await interaction.response.send_modal(follow_up_form(self.token))


_FORM = re.compile(pattern("follow-up-form"))


def follow_up_form(token: str) -> discord.ui.Modal:
    """A form of one field; what is sent with it is `follow_up_sent`'s, also where it was opened before a restart."""
    form = discord.ui.Modal(title="Follow up", custom_id=f"follow-up-form:{token}")
    field: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id="question", placeholder="And what did Moscow say?", max_length=_QUESTION_FIELD
    )
    form.add_item(discord.ui.Label(text="Your question", component=field))
    form.stop()  # discord.py need not remember it
    return form


async def follow_up_sent(interaction: discord.Interaction[Any]) -> None:
    """Answer what was sent with a form of follow-up questions, below, for whoever saw the answer it follows."""
    data = cast(dict[str, Any], interaction.data or {})
    sent = _FORM.fullmatch(str(data.get("custom_id")))
    if sent is None:
        return

    async def answer(interaction: discord.Interaction[Any]) -> None:
        private = interaction.message is not None and interaction.message.flags.ephemeral
        await interaction.response.defer(ephemeral=private, thinking=True)
        kept = await pressed_answer(interaction, sent["token"])
        question, asker, channel = filled_in(interaction)["question"], interaction.user.id, interaction.channel_id or 0
        await show_answer(interaction, following_up(kept, question, asker, channel))

    await route(interaction, {sent.string: answer})


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


class AskServer(TokenButton, action="whose", label="Ask a server's articles", emoji="📚"):
    """Looks up which servers the asker may ask about, and offers them."""

    async def pressed(self, interaction: discord.Interaction[Verbatim]) -> None:
        await interaction.response.defer(thinking=True)
        await pressed_direct_answer(interaction, self.token)
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
                await self._chosen(interaction, self.item.values[0])
        except Exception as error:  # noqa: BLE001 - the tree logs every error and answers in words
            await tree.failed(interaction, error, "menu server")

    async def _chosen(self, interaction: discord.Interaction[Verbatim], value: str) -> None:
        await interaction.response.defer(thinking=True)
        kept = await pressed_direct_answer(interaction, self.token, below=False)
        server = int(value) if value.isdecimal() else COMMON  # of which nobody is a member
        await require_shared(interaction.client, server, interaction.user.id)
        asked = kept.filters
        filters = Filters(server, asked.since, asked.before, speakers=asked.speakers)
        asking = Asking(kept.meant, filters, interaction.user.id, interaction.channel_id or 0, direct=True)
        await show_answer(interaction, asking)


def _label(guild: discord.Guild) -> str:
    """A server's name as an option shows it; options take no formatting, but no more than so many characters."""
    name = guild.name.strip() or str(guild.id)
    while units(name) > CHOICE:
        name = name[:-1]
    return name


ANSWER_BUTTONS: tuple[type[discord.ui.DynamicItem[Any]], ...] = (
    *(ShowPassage, TurnPage, Otherwise, HowFound, FollowUp, Good, Bad, AskServer, ServerChoice),
)


def answer_view(kept: KeptAnswer | None) -> discord.ui.View | None:
    """The buttons below an answer; none where it is not kept. What found nothing has nothing to show or to judge."""
    if kept is None:
        return None
    on_what_it_says = [ShowPassage(kept.token), Otherwise(kept.token)] if kept.cited else []
    judging = [Good(kept.token, row=1), Bad(kept.token, row=1)] if kept.cited else []
    elsewhere = [AskServer(kept.token, row=1)] if kept.direct else []
    return row_of(*on_what_it_says, FollowUp(kept.token), HowFound(kept.token), *judging, *elsewhere)
