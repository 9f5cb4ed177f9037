"""What a door may do with answers that were shown: keep them, find them again, have them judged. Part of NewsIndex."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from index.answer.names import beginnings, called
from index.errors import NotKept, UnknownSpeaker
from index.kept_answers import KEPT_FOR, CitedPassage, KeptAnswer, TriedPassage, Votes
from index.store.answers import CitedPlace, TriedPlace
from index.types import COMMON, Answer, Filters
from index.work import showing
from index.work.writing import Writing

TOKEN_BYTES = 16
"""128 random bits: nobody guesses one of them."""


class AnswerCalls:
    """An answer is kept for the server in which it was shown, and found again there alone; `server` None is a direct
    message, in which those alone are found that were shown in direct messages.
    """

    _writing: Writing

    async def keep_answer(
        self,
        answer: Answer,
        server: int,
        channel: int,
        asker: int,
        now: datetime,
        *,
        filters: Filters | None = None,
        message: int | None = None,
        direct: bool = False,
        private: bool = False,
    ) -> KeptAnswer:
        """Keep an answer that is about to be shown, for KEPT_FOR; `server` is whose articles it was found in.

        What is older is forgotten now, with its votes.
        """
        kept = KeptAnswer(
            token=secrets.token_urlsafe(TOKEN_BYTES),
            server=server,
            channel=channel,
            message=message,
            asker=asker,
            at=now,
            question=answer.question,
            meant=answer.understood or answer.question,
            filters=filters or Filters(server),
            speakers=tuple(dict.fromkeys(c.speaker for c in answer.citations if c.speaker)),
            cited=len(answer.citations),
            direct=direct,
            private=private,
            looked_at=answer.looked_at,
            note=answer.note,
            dropped=answer.dropped,
        )
        await self._writing.worker.run(self._keep, kept, answer)
        return kept

    def _keep(self, kept: KeptAnswer, answer: Answer) -> None:
        articles = self._writing.store.articles
        keys = {hit.stored.article_id: hit.stored.key for hit in answer.hits}
        for one in answer.citations:
            if one.article_id not in keys and (found := articles.find(kept.server, one.article_id)):
                keys[one.article_id] = found.key
        cited = [
            CitedPlace(c.n, keys[c.article_id], c.version, c.start, c.end, c.speaker)
            for c in answer.citations
            if c.article_id in keys
        ]
        tried = [
            TriedPlace(
                hit.stored.key, hit.passage.start, hit.passage.end, hit.cosine, bool(hit.keyword), len(hit.quotations)
            )
            for hit in answer.hits
        ]
        self._writing.store.answers.keep(kept, cited, tried)

    async def answer_shown(self, token: str, channel: int, message: int) -> None:
        """Note the message in which an answer stands."""
        await self._writing.worker.run(self._writing.store.answers.shown, token, channel, message)

    async def kept_answer(self, token: str, server: int | None, now: datetime | None = None) -> KeptAnswer:
        """The answer of a token, as far as it was shown in `server`; NotKept."""
        oldest = (now or datetime.now(UTC)) - KEPT_FOR
        kept = await self._writing.worker.run(self._writing.store.answers.of_token, token, server, oldest)
        if kept is None:
            raise NotKept(KEPT_FOR.days)
        return kept

    async def kept_at(self, message: int, server: int | None, now: datetime | None = None) -> KeptAnswer | None:
        """The answer that stands in a message of `server`; None where there is none."""
        oldest = (now or datetime.now(UTC)) - KEPT_FOR
        return await self._writing.worker.run(self._writing.store.answers.of_message, message, server, oldest)

    async def cited_passages(self, kept: KeptAnswer) -> tuple[CitedPassage, ...]:
        """What a kept answer quotes, each in its paragraph; without those whose article is gone."""
        return await self._writing.worker.run(showing.cited_passages, self._writing.store, kept)

    async def tried_passages(self, kept: KeptAnswer) -> tuple[TriedPassage, ...]:
        """The passages that were read for a kept answer, likeliest first; without those whose article is gone."""
        return await self._writing.worker.run(showing.tried_passages, self._writing.store, kept)

    async def asked_in(self, member: int, limit: int = 25) -> tuple[int, ...]:
        """The servers whose articles a member asked lately, the last one first."""
        return tuple(await self._writing.worker.run(self._writing.store.answers.asked_in, member, limit))

    async def vote(self, token: str, server: int | None, member: int, good: bool) -> None:
        """Keep a member's judgement of an answer, in place of an earlier one; NotKept."""
        await self.kept_answer(token, server)
        await self._writing.worker.run(self._writing.store.answers.vote, token, member, good)

    async def votes(self, server: int = COMMON) -> Votes:
        """How the answers found in a server's articles in the last 30 days were judged."""
        return await self._writing.worker.run(self._writing.store.answers.votes, server)

    async def spellings(self, speaker: str, server: int = COMMON) -> tuple[str, ...]:
        """The names by which the articles call somebody, for `Filters.speakers`; UnknownSpeaker."""
        quotations = self._writing.store.quotations
        named = await self._writing.worker.run(quotations.named, beginnings(speaker), server)
        if names := called(speaker, named):
            return tuple(names)
        raise UnknownSpeaker(speaker)
