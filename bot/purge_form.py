"""The form in which somebody types that everything of a server is to be purged."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

WORD = "PURGE"
"""What has to be typed: nobody does so by mistake."""

BUTTON, FORM, FIELD = "privacy:purge", "privacy:purge form", "word"
"""Custom ids of the button that opens the form, of the form and of its field."""


class NotConfirmed(app_commands.CheckFailure):
    """Something other than `word` was typed."""

    def __init__(self, word: str = WORD) -> None:
        self.word = word
        super().__init__("not confirmed")


def purge_form() -> discord.ui.Modal:
    """The form."""
    form = discord.ui.Modal(title="Purge everything of this server", custom_id=FORM)
    field: discord.ui.TextInput[Any] = discord.ui.TextInput(custom_id=FIELD, placeholder=WORD, max_length=20)
    told = "Articles, sources, answers, settings, the log of changes: it can't be undone."
    form.add_item(discord.ui.Label(text=f"Type {WORD} to confirm", description=told, component=field))
    return form


def require_word(typed: str | None) -> None:
    """NotConfirmed where it is another word."""
    if (typed or "").strip() != WORD:
        raise NotConfirmed
