"""Errors as the sentence a person reads: pure; logging them and answering is command_tree's part.

Each class of `index.errors` has its own sentence; what only the operator can mend names no path and no setting. The
calls that can't be done are `call_messages`' part, the articles that could not be had `gather_messages`', and what the
bot refuses by itself `refusals`'.
"""

from __future__ import annotations

from functools import singledispatch

import discord
from discord import app_commands

from bot.call_messages import not_as_asked
from bot.cards.plain_text import plain
from bot.gather_messages import not_gathered
from bot.refusals import refusal
from index import errors

_CLOSED = "The index is closed to me at the moment. Whoever runs this bot finds the reason in its log."
_NAME = 100


def error_message(error: BaseException, reference: str) -> str:
    """One or two sentences for the person who called; `reference` finds the log's entry for an unforeseen error."""
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    known = sentence(cause)
    return (
        known
        or f"Something went wrong on my side. Please try again; if it stays, name **{reference}** to whoever runs me."
    )


def is_expected(error: BaseException) -> bool:
    """Whether the caller can mend it, so that the log needs no trace."""
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    callers = (errors.CallError, errors.GatherError, errors.JobRunning, errors.JobCancelled)
    return isinstance(cause, (*callers, app_commands.CheckFailure, app_commands.CommandNotFound))


@singledispatch
def sentence(error: BaseException) -> str | None:
    """What to say for an error of this class; None for one nobody foresaw."""
    return None


@sentence.register
def _(error: errors.VerbatimError) -> str | None:
    return None


@sentence.register
def _(error: errors.CallError) -> str:
    return not_as_asked(error)


@sentence.register
def _(error: errors.GatherError) -> str:
    return not_gathered(error)


@sentence.register
def _(error: errors.WorkError) -> str:
    return "I tried, and it didn't work. Please try again in a minute."


@sentence.register(errors.IndexInUse)
@sentence.register(errors.StoreError)
@sentence.register(errors.ModelError)
def _(error: errors.WorkError) -> str:
    return _CLOSED


@sentence.register
def _(error: errors.JobRunning) -> str:
    what = f"A reindex of **{plain(error.source, _NAME)}**" if error.source else "A reindex"
    return f"{what} is running already. Please wait until it has ended."


@sentence.register
def _(error: errors.JobCancelled) -> str:
    if error.reading is not None:
        return f"The reading of **{plain(error.reading, _NAME)}** was cancelled. What it had added until then stays."
    return "The reindex was cancelled. The passages from before it still answer."


@sentence.register(app_commands.AppCommandError)
@sentence.register(discord.HTTPException)
def _(error: discord.DiscordException) -> str | None:
    return refusal(error)
