"""A call that can't be done as asked, as the sentence a person reads: pure; `error_messages` asks here."""

from __future__ import annotations

from functools import singledispatch

import discord

from bot.cards.plain_text import plain
from index import errors

_WHERE, _REASON, _NAME, _NAMES_SHOWN = 300, 300, 100, 10


@singledispatch
def not_as_asked(error: errors.CallError) -> str:
    """What to say for an error of this class."""
    return "That can't be done as asked."


@not_as_asked.register
def _(error: errors.SettingsError) -> str:
    return "I am not set up for that. Whoever runs this bot finds the reason in its log."


@not_as_asked.register
def _(error: errors.QuestionError) -> str:
    if error.length == 0:
        return "There was no question or topic. Ask me something, for example “What did Peskov say about timing?”."
    return f"Your question has {error.length:,} characters. Please ask in {error.limit:,} or fewer."


@not_as_asked.register
def _(error: errors.QuotationError) -> str:
    if error.length == 0:
        return "There is no text in that message that I could check."
    return f"That text has {error.length:,} characters. I check up to {error.limit:,}."


@not_as_asked.register
def _(error: errors.SearchError) -> str:
    if error.length > error.limit:
        return f"That search has {error.length:,} characters. I search for up to {error.limit:,}; ask me with /ask."
    return "There is no word in that to search for."


@not_as_asked.register
def _(error: errors.NoDate) -> str:
    return f"I don't read “{plain(error.text, _NAME)}” as a date. Please write it as 2025-01-31."


@not_as_asked.register
def _(error: errors.UnknownArticle) -> str:
    added = f"This server has added no article “{plain(error.article_id, _NAME)}”."
    return f"{added} What all servers share, only whoever runs me takes down."


@not_as_asked.register
def _(error: errors.UnknownSource) -> str:
    known = ", ".join(plain(name, _NAME) for name in error.known[:_NAMES_SHOWN])
    there = f"There are: {known}." if known else "Nothing has been added here yet."
    return f"There is no source or outlet “{plain(error.name, _NAME)}” here. {there}"


@not_as_asked.register
def _(error: errors.UnknownSpeaker) -> str:
    return f"Nobody called “{plain(error.name, _NAME)}” is quoted in what I may read here."


@not_as_asked.register
def _(error: errors.NotKept) -> str:
    return f"I don't know that answer here (any more): I keep answers for {error.days} days. Please ask again."


@not_as_asked.register
def _(error: errors.FollowWords) -> str:
    if error.length == 0:
        return "There is nothing to follow. Name a topic, a person or a question."
    return f"That has {error.length:,} characters. I follow up to {error.limit:,}."


@not_as_asked.register
def _(error: errors.FollowExists) -> str:
    return f"I follow “{plain(error.words, _REASON)}” there already: see /follow list."


@not_as_asked.register
def _(error: errors.TooManyFollows) -> str:
    if error.of_member:
        return f"You follow {error.limit:,} things here, as many as fit into a list. Unfollow one first: /follow list."
    return f"This server follows {error.limit:,} things, as many as I can keep up with. One has to go first."


@not_as_asked.register
def _(error: errors.UnknownFollow) -> str:
    return "I don't follow that any more."


@not_as_asked.register
def _(error: errors.TooManyDigests) -> str:
    return f"This server has {error.limit} digests, as many as it may. Switch one off first: /digest off."


@not_as_asked.register
def _(error: errors.NoDigest) -> str:
    return "This channel has no digest. Give it one with /digest daily or /digest weekly."


@not_as_asked.register
def _(error: errors.NoHours) -> str:
    return f"I can't read “{plain(error.text, _NAME)}”. Please write it like {error.wanted}."


@not_as_asked.register
def _(error: errors.SourceExists) -> str:
    return f"That is a source here already: **{plain(error.name, _NAME)}**."


@not_as_asked.register
def _(error: errors.NotTakenDown) -> str:
    return f"Nothing keeps {plain(error.address, _WHERE)} from coming back: it was not taken down here."


@not_as_asked.register
def _(error: errors.NothingToRead) -> str:
    return f"There is no address to read for **{plain(error.name, _NAME)}**: its articles were handed in."


@not_as_asked.register
def _(error: errors.QuotaSpent) -> str:
    if error.limit == 0:
        return "Questions are switched off in this server. Whoever manages it can allow some with /setup."
    again = discord.utils.format_dt(error.again, "R")
    return f"This server's {error.limit:,} questions of today are used up. The count starts anew {again}."


@not_as_asked.register
def _(error: errors.UnreadableFile) -> str:
    return f"I can't read **{plain(error.path.name, _NAME)}**: {plain(error.reason, _REASON)}."
