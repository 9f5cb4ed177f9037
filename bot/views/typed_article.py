"""The form into which an article is typed, and the button that opens it again with what was typed and was wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord

from bot.cards.report import added_card
from bot.delivery import deliver, deliver_privately
from bot.error_messages import error_message
from bot.permissions import require
from index.errors import CallError, GatherError
from index.servers import Right

if TYPE_CHECKING:
    from bot.client import Verbatim

_TITLE, _OUTLET, _DATE, _ADDRESS, _TEXT = 300, 100, 40, 1_000, 4_000
"""Characters that each part may have; 4,000 is what Discord takes.
https://docs.discord.com/developers/components/reference#text-input"""

_CORRECTED_WITHIN = 840.0
"""Seconds for which what was typed is kept to be corrected: the life of the interaction that shows the button."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form."""

    title: str = ""
    outlet: str = ""
    date: str = ""
    address: str = ""
    text: str = ""


class ArticleForm(discord.ui.Modal, title="Add an article"):
    """Asks for an article, and adds it when it is sent."""

    def __init__(self, typed: Typed = Typed()) -> None:
        super().__init__(custom_id="article form", timeout=None)
        long = discord.TextStyle.paragraph
        self._title = _field(self, "Title", typed.title, _TITLE)
        self._outlet = _field(self, "Outlet", typed.outlet, _OUTLET, "Who published it, for example The Daily")
        self._date = _field(self, "Date", typed.date, _DATE, "2025-01-31, if it is known", required=False)
        self._address = _field(self, "Address", typed.address, _ADDRESS, "https://…, if it has one", required=False)
        self._text = _field(self, "Text", typed.text, _TEXT, "The whole text, letter for letter", style=long)

    @property
    def typed(self) -> Typed:
        """What was sent."""
        fields = (self._title, self._outlet, self._date, self._address, self._text)
        return Typed(*(field.value for field in fields))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Add the article for this server; who sends the form is checked again."""
        if not await interaction.client.tree.interaction_check(interaction):
            return
        server = await require(interaction, Right.ADD)
        await interaction.response.defer(thinking=True)
        try:
            await add(interaction, self.typed, server)
        except (CallError, GatherError) as error:
            message = error_message(error, str(interaction.id))
            await deliver_privately(interaction, message, view=Correction(self.typed))

    async def on_error(  # type: ignore[override]  # discord.py's own forms differ from its views in this
        self, interaction: discord.Interaction[Any], error: Exception
    ) -> None:
        """As for a command."""
        await interaction.client.tree.failed(interaction, error, "form of /add text")


class Correction(discord.ui.View):
    """Opens the form again with what was typed."""

    def __init__(self, typed: Typed) -> None:
        super().__init__(timeout=_CORRECTED_WITHIN)
        self._typed = typed

    @discord.ui.button(label="Correct it")
    async def correct(self, interaction: discord.Interaction[Any], button: discord.ui.Button[Any]) -> None:
        """Show the form."""
        await interaction.response.send_modal(ArticleForm(self._typed))


async def add(interaction: discord.Interaction[Verbatim], typed: Typed, server: int) -> None:
    """Add what was typed and say what became of it."""
    report = await interaction.client.index.add_text(
        typed.title,
        typed.outlet,
        typed.text,
        server,
        published=typed.date or None,
        address=typed.address or None,
        who=str(interaction.user.id),
    )
    await deliver(interaction, added_card(typed.title, report))


def _field(
    form: discord.ui.Modal,
    label: str,
    value: str,
    longest: int,
    hint: str | None = None,
    *,
    required: bool = True,
    style: discord.TextStyle = discord.TextStyle.short,
) -> discord.ui.TextInput[Any]:
    """One line of the form, named by its label."""
    field: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id=label.lower(),
        style=style,
        placeholder=hint,
        default=value or None,
        required=required,
        max_length=longest,
    )
    form.add_item(discord.ui.Label(text=label, component=field))
    return field
