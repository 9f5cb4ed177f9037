"""Lets the operator's language model word an answer that was found: asks it within its limits, has its words checked.

Whatever goes wrong with the model, the answer found by quoting stands, and a note says why.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from dataclasses import dataclass, replace

from index.answer.answering import Answering
from index.answer.llm.model import MOST_WRITTEN, LanguageModel, Reply, estimated
from index.answer.llm.prompt import PASSAGES, Prompt, prompt
from index.answer.quoting import in_words
from index.reports import Progress, Watch
from index.store import Store
from index.types import Answer
from index.work.worker import Worker

log = logging.getLogger(__name__)

SLOW = "The language model took too long, so this is quoted without it."
DOWN = "The language model gave no answer, so this is quoted without it."
SPENT = "Today's budget for the language model is used up, so this is quoted without it."
UNPROVEN = "What the language model wrote could not be proven, so this is quoted without it."


@dataclass(frozen=True, slots=True)
class Limits:
    """What the model may take: `seconds` for a reply, `tokens` of each server a day, as many as the server allows.

    It reads at most `passages` and is told to write at most `written` tokens.
    """

    seconds: float
    tokens: int
    passages: int = PASSAGES
    written: int = MOST_WRITTEN


class Language:
    """Words answers. Nothing the model wrote leaves here unchecked, so nothing is shown while it writes."""

    def __init__(
        self, worker: Worker, answering: Answering, store: Store, model: LanguageModel, limits: Limits
    ) -> None:
        self._run, self._answering = worker.run, answering
        self._spending, self._servers = store.spending, store.servers
        self._model, self._limits = model, limits

    async def worded(self, answer: Answer, server: int, watch: Watch) -> Answer:
        """The answer with a lead in the model's words, each sentence proven, or with a note that says why not.

        Without either where nothing was found, or where the server wants no model.
        """
        settings = self._servers.settings(server)
        if not (answer.found and settings.language_model):
            return answer
        asked = prompt(answer.understood or answer.question, answer.hits, secrets.choice, self._limits.passages)
        # Set aside before it is asked: many questions at once can't spend one budget twice.
        aside = estimated(asked) + self._limits.written
        if not await self._run(self._set_aside, server, aside, settings.tokens(self._limits.tokens)):
            return noted(answer, SPENT)
        watch(Progress("reading", len(asked.passages), None, "passages"))
        try:
            reply = await self._reply(asked)
        except TimeoutError:
            return noted(answer, SLOW)
        except Exception as error:  # noqa: BLE001 - whatever a provider's library raises, the answer does not depend on it
            # Not its text: that may repeat the prompt or the key.
            log.warning("the language model failed with %s", type(error).__name__)
            await self._run(self._spending.spend, server, -aside, time.time())
            return noted(answer, DOWN)
        await self._run(self._spending.spend, server, reply.tokens - aside, time.time())
        watch(Progress("checking", len(asked.passages), None, "quotations"))
        told = await self._run(self._answering.worded, answer, reply.text, asked.passages, server)
        return told or noted(answer, UNPROVEN)

    async def close(self) -> None:
        """Close the model's connections."""
        await self._model.close()

    async def _reply(self, asked: Prompt) -> Reply:
        async with asyncio.timeout(self._limits.seconds):
            return await self._model.reply(asked)

    def budget(self, server: int, now: float) -> tuple[int, int]:
        """The tokens that a server may still use today, and in a day. Called on the thread that owns the store."""
        limit = self._servers.settings(server).tokens(self._limits.tokens)
        return max(0, limit - self._spending.today(server, now)), limit

    def _set_aside(self, server: int, tokens: int, budget: int) -> bool:
        now = time.time()
        if self._spending.today(server, now) + tokens > budget:
            return False
        self._spending.spend(server, tokens, now)
        return True


def noted(answer: Answer, note: str) -> Answer:
    """Pure: the answer as it was quoted, with a remark."""
    remarked = replace(answer, note=note)
    return replace(remarked, text=in_words(remarked))
