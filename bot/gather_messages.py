"""An article that could not be had, as the sentence a person reads: pure; `error_messages` asks here."""

from __future__ import annotations

from functools import singledispatch

import discord

from bot.cards.plain_text import plain
from index import errors

_WHERE, _REASON = 300, 300


@singledispatch
def not_gathered(error: errors.GatherError) -> str:
    """What to say for an error of this class."""
    return f"I couldn't take {plain(error.where, _WHERE)}: {plain(error.reason, _REASON)}."


@not_gathered.register
def _(error: errors.TakenDown) -> str:
    return f"That was taken down here, and stays away until whoever runs me allows it: {plain(error.where, _WHERE)}."


@not_gathered.register
def _(error: errors.AddressRefused) -> str:
    refused = f"I don't fetch {plain(error.where, _WHERE)}: {plain(error.reason, _REASON)}."
    return f"{refused} Please give me a public http or https address."


@not_gathered.register
def _(error: errors.FetchFailed) -> str:
    return f"I couldn't fetch {plain(error.where, _WHERE)}: {plain(error.reason, _REASON)}."


@not_gathered.register
def _(error: errors.RobotsRefused) -> str:
    return f"I don't read {plain(error.where, _WHERE)} by myself: {plain(error.reason, _REASON)}."


@not_gathered.register
def _(error: errors.NotNow) -> str:
    again = discord.utils.format_dt(error.until, "R")
    return f"The host of {plain(error.where, _WHERE)} asked me to wait. Please try again {again}."


@not_gathered.register
def _(error: errors.TooLarge) -> str:
    return f"I can't take {plain(error.where, _WHERE)}: it is larger than the {error.limit / 1_000_000:.0f} MB I read."


@not_gathered.register
def _(error: errors.NotAListing) -> str:
    return f"I found nothing to follow at {plain(error.where, _WHERE)}: {plain(error.reason, _REASON)}."


@not_gathered.register
def _(error: errors.NotAnArticle) -> str:
    return f"I found no article in {plain(error.where, _WHERE)}: {plain(error.reason, _REASON)}."
