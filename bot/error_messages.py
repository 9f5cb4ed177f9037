"""Errors as the sentence a person reads: pure; logging them and answering is command_tree's part.

Each class of `index.errors` has its own sentence; what only the operator can mend names no path and no setting. What
the bot refuses by itself is `refusals`' part.
"""

from __future__ import annotations

from functools import singledispatch

import discord
from discord import app_commands

from bot.cards.plain_text import plain
from bot.refusals import refusal
from index import errors

_CLOSED = "The index is closed to me at the moment. Whoever runs this bot finds the reason in its log."
_WHERE, _REASON, _NAME, _NAMES_SHOWN = 300, 300, 100, 10


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
    return "That can't be done as asked."


@sentence.register
def _(error: errors.SettingsError) -> str:
    return "I am not set up for that. Whoever runs this bot finds the reason in its log."


@sentence.register
def _(error: errors.QuestionError) -> str:
    if error.length == 0:
        return "There was no question. Ask me something, for example “What did Peskov say about timing?”."
    return f"Your question has {error.length:,} characters. Please ask in {error.limit:,} or fewer."


@sentence.register
def _(error: errors.QuotationError) -> str:
    if error.length == 0:
        return "There is no text in that message that I could check."
    return f"That text has {error.length:,} characters. I check up to {error.limit:,}."


@sentence.register
def _(error: errors.SearchError) -> str:
    if error.length > error.limit:
        return f"That search has {error.length:,} characters. I search for up to {error.limit:,}; ask me with /ask."
    return "There is no word in that to search for."


@sentence.register
def _(error: errors.NoDate) -> str:
    return f"I don't read “{plain(error.text, _NAME)}” as a date. Please write it as 2025-01-31."


@sentence.register
def _(error: errors.UnknownArticle) -> str:
    return f"There is no article “{plain(error.article_id, _NAME)}” here."


@sentence.register
def _(error: errors.UnknownSource) -> str:
    known = ", ".join(plain(name, _NAME) for name in error.known[:_NAMES_SHOWN])
    there = f"There are: {known}." if known else "Nothing has been added here yet."
    return f"There is no source “{plain(error.name, _NAME)}” here. {there}"


@sentence.register
def _(error: errors.UnknownSpeaker) -> str:
    return f"Nobody called “{plain(error.name, _NAME)}” is quoted in what I may read here."


@sentence.register
def _(error: errors.NotKept) -> str:
    return f"I don't know that answer here (any more): I keep answers for {error.days} days. Please ask again."


@sentence.register
def _(error: errors.FollowWords) -> str:
    if error.length == 0:
        return "There is nothing to follow. Name a topic, a person or a question."
    return f"That has {error.length:,} characters. I follow up to {error.limit:,}."


@sentence.register
def _(error: errors.FollowExists) -> str:
    return f"I follow “{plain(error.words, _REASON)}” there already: see /follow list."


@sentence.register
def _(error: errors.TooManyFollows) -> str:
    if error.of_member:
        return f"You follow {error.limit:,} things here, as many as fit into a list. Unfollow one first: /follow list."
    return f"This server follows {error.limit:,} things, as many as I can keep up with. One has to go first."


@sentence.register
def _(error: errors.UnknownFollow) -> str:
    return "I don't follow that any more."


@sentence.register
def _(error: errors.TooManyDigests) -> str:
    return f"This server has {error.limit} digests, as many as it may. Switch one off first: /digest off."


@sentence.register
def _(error: errors.NoDigest) -> str:
    return "This channel has no digest. Give it one with /digest daily or /digest weekly."


@sentence.register
def _(error: errors.NoHours) -> str:
    return f"I don't read “{plain(error.text, _NAME)}” as that. Please write it like {error.wanted}."


@sentence.register
def _(error: errors.SourceExists) -> str:
    return f"That is a source here already: **{plain(error.name, _NAME)}**."


@sentence.register
def _(error: errors.NotTakenDown) -> str:
    return f"Nothing keeps {plain(error.address, _WHERE)} from coming back: it was not taken down here."


@sentence.register
def _(error: errors.NothingToRead) -> str:
    return f"There is no address to read for **{plain(error.name, _NAME)}**: its articles were handed in."


@sentence.register
def _(error: errors.QuotaSpent) -> str:
    if error.limit == 0:
        return "Questions are switched off in this server. Whoever manages it can allow some with /setup."
    again = discord.utils.format_dt(error.again, "R")
    return f"This server's {error.limit:,} questions of today are used up. The count starts anew {again}."


@sentence.register
def _(error: errors.UnreadableFile) -> str:
    return f"I can't read **{plain(error.path.name, _NAME)}**: {plain(error.reason, _REASON)}."


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


@sentence.register
def _(error: errors.GatherError) -> str:
    return f"I couldn't take {plain(error.where, _WHERE)}: {plain(error.reason, _REASON)}."


@sentence.register
def _(error: errors.TakenDown) -> str:
    return f"That was taken down here, and stays away until whoever runs me allows it: {plain(error.where, _WHERE)}."


@sentence.register
def _(error: errors.AddressRefused) -> str:
    refused = f"I don't fetch {plain(error.where, _WHERE)}: {plain(error.reason, _REASON)}."
    return f"{refused} Please give me a public http or https address."


@sentence.register
def _(error: errors.FetchFailed) -> str:
    return f"I couldn't fetch {plain(error.where, _WHERE)}: {plain(error.reason, _REASON)}."


@sentence.register
def _(error: errors.RobotsRefused) -> str:
    return f"I don't read {plain(error.where, _WHERE)} by myself: {plain(error.reason, _REASON)}."


@sentence.register
def _(error: errors.NotNow) -> str:
    again = discord.utils.format_dt(error.until, "R")
    return f"The host of {plain(error.where, _WHERE)} asked me to wait. Please try again {again}."


@sentence.register
def _(error: errors.TooLarge) -> str:
    return f"I can't take {plain(error.where, _WHERE)}: it is larger than the {error.limit / 1_000_000:.0f} MB I read."


@sentence.register
def _(error: errors.NotAListing) -> str:
    return f"I found nothing to follow at {plain(error.where, _WHERE)}: {plain(error.reason, _REASON)}."


@sentence.register
def _(error: errors.NotAnArticle) -> str:
    return f"I found no article in {plain(error.where, _WHERE)}: {plain(error.reason, _REASON)}."


@sentence.register(app_commands.AppCommandError)
@sentence.register(discord.HTTPException)
def _(error: discord.DiscordException) -> str | None:
    return refusal(error)
