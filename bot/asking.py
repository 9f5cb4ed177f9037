"""From a question to the card that answers it: counted, asked, kept for its buttons, labelled.

Who may ask is checked before, by whoever took the question; getting the card there is delivery's part.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.cards.answer import answer_card
from bot.cards.plain_text import plain
from bot.cards.quota import quota_line
from index.errors import StoreError
from index.kept_answers import KeptAnswer
from index.reports import Watch
from index.types import COMMON, Answer, Exchange, Filters

if TYPE_CHECKING:
    from bot.client import Verbatim

log = logging.getLogger(__name__)

_NAME = 60


class NotYours(app_commands.CheckFailure):
    """A button of an answer that somebody else asked for privately."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with who asks it where. `filters.server` is whose articles are read; `direct` a direct message.

    `after` is the answer that it follows up, `private` whether the asker alone is to see the answer.
    """

    question: str
    filters: Filters
    asker: int
    channel: int
    direct: bool = False
    private: bool = False
    after: KeptAnswer | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A card and the answer it shows, as it is kept: None where it could not be kept, so that it gets no buttons."""

    card: str
    kept: KeptAnswer | None


def following_up(kept: KeptAnswer, question: str, asker: int, channel: int) -> Asking:
    """A question after an answer, over the same articles; whose words were asked for before does not bind it."""
    filters = Filters(kept.server, kept.filters.since, kept.filters.before, kept.filters.source)
    return Asking(question, filters, asker, channel, kept.direct, kept.private, after=kept)


async def answered(bot: Verbatim, asking: Asking, watch: Watch) -> Answered:
    """The card that answers; TooFast, QuotaSpent and whatever the index raises."""
    index, server = bot.index, asking.filters.server
    after: Exchange | None = asking.after.exchange if asking.after else None

    async def ask() -> Answer:
        return await index.ask(asking.question, asking.filters, after=after, watch=watch)

    answer, quota = await bot.quotas.answered(server, asking.asker, ask)
    below = [line for line in (_whose(bot, asking), quota_line(quota)) if line]
    card = answer_card(answer, server, await index.labels(server), below)
    return Answered(card, await _kept(bot, asking, answer))


async def note_shown(bot: Verbatim, kept: KeptAnswer | None, message: discord.Message | None) -> None:
    """Note in which message an answer stands, for the replies to it; the answer itself does not depend on it."""
    if kept is None or message is None:
        return
    try:
        await bot.index.answer_shown(kept.token, message.channel.id, message.id)
    except StoreError as error:
        log.error("where an answer stands was not kept: %s", error)


async def _kept(bot: Verbatim, asking: Asking, answer: Answer) -> KeptAnswer | None:
    """The answer as kept. One that can't be (a full disk) is shown all the same."""
    try:
        return await bot.index.keep_answer(
            answer,
            asking.filters.server,
            asking.channel,
            asking.asker,
            datetime.now(UTC),
            filters=asking.filters,
            direct=asking.direct,
            private=asking.private,
        )
    except StoreError as error:
        log.error("an answer was not kept: %s", error)
        return None


def _whose(bot: Verbatim, asking: Asking) -> str:
    """In a direct message: the server whose articles were read, by its name."""
    if not asking.direct or asking.filters.server == COMMON:
        return ""
    guild = bot.get_guild(asking.filters.server)
    return f"-# from the articles of {plain(guild.name, _NAME)}" if guild else ""
