"""What the bot refuses by itself, as the sentence a person reads: rights, channels, pace, forms; Discord's errors."""

from __future__ import annotations

from functools import singledispatch

import discord
from discord import app_commands

from bot.asking import NotYours
from bot.cards.plain_text import plain
from bot.permissions import CommonSource, NotAllowed, NotHere
from bot.purge_form import NotConfirmed
from bot.quota import TooFast
from bot.shared_servers import NotShared
from bot.views.unfollow import MayNotSpeak, NotTheFollower
from bot.whole_numbers import WrongNumber

_NAME, _NAMES_SHOWN = 100, 10


@singledispatch
def refusal(error: BaseException) -> str | None:
    """What to say for an error of this class; None for one nobody foresaw."""
    return None


@refusal.register
def _(error: NotYours) -> str:
    return "Somebody else asked that for themselves. Ask me the same, and the answer is yours."


@refusal.register
def _(error: NotShared) -> str:
    return "That is a server where you can't ask me (any more): you must be a member there who may."


@refusal.register
def _(error: NotAllowed) -> str:
    roles = _either([f"<@&{role}>" for role in sorted(error.roles)])
    return f"Only members who may manage this server{f', or who have {roles},' if roles else ''} can do that."


@refusal.register
def _(error: NotHere) -> str:
    return f"In this server I answer in {_either([f'<#{channel}>' for channel in sorted(error.channels)])}."


@refusal.register
def _(error: CommonSource) -> str:
    return f"**{plain(error.name, _NAME)}** is common to all servers: only whoever runs me can change it."


@refusal.register
def _(error: TooFast) -> str:
    return f"That is a lot at once. I go on with you {discord.utils.format_dt(error.again, 'R')}."


@refusal.register
def _(error: NotConfirmed) -> str:
    return f"Nothing was purged: that takes the word **{error.word}**, typed as it stands."


@refusal.register
def _(error: WrongNumber) -> str:
    return f"“{plain(error.text, _NAME)}” is no whole number from 0 to {error.most:,}. Nothing was changed."


@refusal.register
def _(error: NotTheFollower) -> str:
    return "Only who follows that can unfollow it; in a channel also who may delete messages there."


@refusal.register
def _(error: MayNotSpeak) -> str:
    return "Having me speak in a channel takes “Manage Messages” there, or a role that may add. I can tell you alone."


@refusal.register
def _(error: app_commands.BotMissingPermissions) -> str:
    missing = ", ".join(f"“{name.replace('_', ' ').title()}”" for name in error.missing_permissions)
    return f"I would need {missing} in this channel. Whoever manages it can grant me that."


@refusal.register
def _(error: app_commands.NoPrivateMessage) -> str:
    return "That works in a server only. /help lists what works here."


@refusal.register(app_commands.CommandNotFound)
@refusal.register(app_commands.CommandSignatureMismatch)
def _(error: app_commands.AppCommandError) -> str:
    return "That command has changed since Discord loaded it. Please reload Discord (Ctrl+R) and try again."


@refusal.register
def _(error: discord.HTTPException) -> str:
    return "Discord didn't let me do that just now. Please try again."


def _either(marks: list[str]) -> str:
    """As many of them as a person reads: "a", "a or b", "a, b or 3 more"."""
    shown = marks[:_NAMES_SHOWN]
    if len(marks) > len(shown):
        shown.append(f"{len(marks) - len(shown)} more")
    return " or ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
