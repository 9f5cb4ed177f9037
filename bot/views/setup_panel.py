"""The menus, buttons and forms of /setup. Their custom ids are fixed and name no server: a press is one of the server
that Discord says it comes from, by a member whose rights are looked up at that moment.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import discord
from discord import ChannelType

from bot.views.pressed import looked_up
from index.servers import Right, ServerSettings

MOST = 25
"""What a menu lets choose. https://docs.discord.com/developers/components/reference#channel-select"""

_ANSWERED_IN = [
    ChannelType.text,
    ChannelType.news,
    ChannelType.forum,
    ChannelType.voice,
    ChannelType.stage_voice,
    ChannelType.category,
]

CHANNELS, AUDIT = "setup:channels", "setup:audit"
ROLES, LIMITS, MODEL, CHECK = "setup:roles", "setup:limits", "setup:model", "setup:check"
ROLES_FORM, LIMITS_FORM = "setup:roles form", "setup:limits form"
QUESTIONS, TOKENS = "questions", "tokens"
"""Custom ids: of the menus, the buttons, the forms, and the fields in the form of limits."""

BUTTONS = {ROLES: "Roles…", LIMITS: "Limits…", MODEL: "Language model on/off", CHECK: "Check again"}

_DIGITS = 12
"""Of a number in a form, with its commas."""

LABELS = {
    Right.ASK: "Who may ask (none: everybody)",
    Right.ADD: "Who may add articles",
    Right.REINDEX: "Who may change sources, remove, reindex",
    Right.CONFIGURE: "Who may use this setup and purge",
}


def channel_menu(custom_id: str, now: Collection[int], **given: Any) -> discord.ui.ChannelSelect[Any]:
    """A menu of channels that shows what is chosen now."""
    chosen = [discord.Object(one) for one in sorted(now)]
    return discord.ui.ChannelSelect(custom_id=custom_id, min_values=0, default_values=chosen, **given)


def setup_panel(settings: ServerSettings, channels: Collection[int], has_model: bool) -> discord.ui.View:
    """The menus and buttons below the card; of what was chosen only what is among the server's `channels` is shown as
    chosen: Discord refuses a menu that names others.
    """
    view = discord.ui.View(timeout=None)
    view.add_item(
        channel_menu(
            CHANNELS,
            settings.channels & set(channels),
            placeholder="Where I answer (none chosen: everywhere)",
            channel_types=_ANSWERED_IN,
            max_values=MOST,
        )
    )
    view.add_item(
        channel_menu(
            AUDIT,
            {settings.audit_channel or 0} & set(channels),
            placeholder="Audit channel (none chosen)",
            channel_types=[ChannelType.text],
        )
    )
    for custom_id, label in BUTTONS.items():
        if custom_id != MODEL or has_model:
            view.add_item(discord.ui.Button(label=label, custom_id=custom_id))
    return looked_up(view)


def roles_form(settings: ServerSettings, roles: Collection[int]) -> discord.ui.Modal:
    """A menu of roles for each right; those chosen before that are among the server's `roles` stand in it."""
    form = discord.ui.Modal(title="Who may do what", custom_id=ROLES_FORM)
    for right, label in LABELS.items():
        menu: discord.ui.RoleSelect[Any] = discord.ui.RoleSelect(
            custom_id=right.verb,
            min_values=0,
            max_values=MOST,
            required=False,
            default_values=[
                discord.Object(one, type=discord.Role) for one in sorted(settings.roles.get(right, ())) if one in roles
            ],
        )
        form.add_item(discord.ui.Label(text=label, component=menu))
    return form


def limits_form(settings: ServerSettings, has_model: bool) -> discord.ui.Modal:
    """How much may be asked a day, and spent on a language model."""
    form = discord.ui.Modal(title="How much a day", custom_id=LIMITS_FORM)
    asked: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id=QUESTIONS, default=str(settings.daily_questions), max_length=_DIGITS
    )
    form.add_item(discord.ui.Label(text="Questions of all members together", component=asked))
    if has_model:
        spent: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id=TOKENS,
            default="" if settings.daily_tokens is None else str(settings.daily_tokens),
            required=False,
            max_length=_DIGITS,
        )
        told = "Empty: as many as whoever runs me grants a server."
        form.add_item(discord.ui.Label(text="The language model's tokens", description=told, component=spent))
    return form
