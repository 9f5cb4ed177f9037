"""What a door may do to be told of news: follows, digests, corrections. Part of NewsIndex.

Each of `alerts_due`, `digests_due` and `corrections_due` hands out what is to be told; what was told is noted by the
door, and what was not is handed out again, with the same nonce.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from functools import cached_property

from index.alerts import Alert, Correction, Digest, Follow, FollowKind, Issue, QuietHours, Rhythm, Story
from index.answer.answering import Answering
from index.errors import FollowExists, FollowWords, NoDigest, TooManyDigests, TooManyFollows, UnknownFollow
from index.gather.wording import storable
from index.types import COMMON
from index.work.alerting import Alerting
from index.work.correcting import Correcting
from index.work.digesting import Digesting
from index.work.writing import Writing

WORDS_LIMIT = 200
"""Characters of what is followed: a long question, and still one line of a list."""

MEMBER_FOLLOWS = 20
"""Follows of a member in a server: as many as fit into one list with a button each (25 at most below a message)."""

SERVER_FOLLOWS = 500
"""Follows of a server: as many as 200 new articles were held against without a question having to wait for long."""

SERVER_DIGESTS = 10
"""Digests of a server: each is read together from everything that came, and nobody needs it in more channels."""

TOKEN_BYTES = 16
"""128 random bits: nobody guesses one of them."""


class AlertCalls:
    """Decides what is to be told to whom; telling is the door's part. A server's follows see what the server sees."""

    _writing: Writing
    _answering: Answering

    @cached_property
    def _alerting(self) -> Alerting:
        return Alerting(self._writing, self._answering)

    @cached_property
    def _digesting(self) -> Digesting:
        return Digesting(self._writing.store)

    @cached_property
    def _correcting(self) -> Correcting:
        return Correcting(self._writing.store)

    async def follow(
        self,
        server: int,
        member: int,
        channel: int | None,
        kind: FollowKind,
        words: str,
        now: datetime,
        quiet: QuietHours | None = None,
    ) -> Follow:
        """Follow something from now on, told in a channel or, where that is None, to the member; what was paused too.

        FollowWords, FollowExists, TooManyFollows.
        """
        wanted = " ".join(storable(words).split())
        if not 0 < len(wanted) <= WORDS_LIMIT:
            raise FollowWords(len(wanted), WORDS_LIMIT)
        return await self._writing.worker.run(self._follow, server, member, channel, kind, wanted, now, quiet)

    def _follow(
        self,
        server: int,
        member: int,
        channel: int | None,
        kind: FollowKind,
        words: str,
        now: datetime,
        quiet: QuietHours | None,
    ) -> Follow:
        follows = self._writing.store.follows
        own = follows.of_member(server, member)
        there = [one for one in follows.in_channels(server) if one.channel == channel] if channel else own
        for one in there:
            if (one.channel, one.kind, one.words.casefold()) == (channel, kind, words.casefold()):
                if one.paused is None:
                    raise FollowExists(one.words)
                follows.drop(one.id)
                own = [each for each in own if each.id != one.id]
        if len(own) >= MEMBER_FOLLOWS:
            raise TooManyFollows(MEMBER_FOLLOWS, of_member=True)
        if follows.count(server) >= SERVER_FOLLOWS:
            raise TooManyFollows(SERVER_FOLLOWS, of_member=False)
        token = secrets.token_urlsafe(TOKEN_BYTES)
        return follows.add(token, server, member, channel, kind, words, quiet, now.timestamp())

    async def follows(self, server: int, member: int) -> tuple[Follow, ...]:
        """What a member follows in a server, the newest first."""
        return tuple(await self._writing.worker.run(self._writing.store.follows.of_member, server, member))

    async def channel_follows(self, server: int) -> tuple[Follow, ...]:
        """What is followed in the channels of a server, by whomever, the newest first."""
        return tuple(await self._writing.worker.run(self._writing.store.follows.in_channels, server))

    async def followed(self, token: str) -> Follow:
        """The follow that a button names; UnknownFollow. Whether it is the presser's is the door's part."""
        found = await self._writing.worker.run(self._writing.store.follows.of_token, token)
        if found is None:
            raise UnknownFollow
        return found

    async def unfollow(self, follow: Follow) -> None:
        """Follow it no more."""
        await self._writing.worker.run(self._writing.store.follows.drop, follow.id)

    async def pause_follow(self, follow: Follow, reason: str) -> None:
        """Tell nothing of it any more, for a reason (a clause) that whoever follows it is shown."""
        await self._writing.worker.run(self._writing.store.follows.pause, follow.id, reason)

    async def alerts_due(self, now: datetime) -> tuple[Alert, ...]:
        """Hold what came against what is followed; then what is to be told where no quiet hours are."""
        return await self._alerting.due(now)

    async def alert_told(self, alert: Alert) -> None:
        """An alert has been sent."""
        await self._writing.worker.run(self._writing.store.alerts.note, alert.ids)

    async def set_digest(self, server: int, channel: int, rhythm: Rhythm, now: datetime) -> Digest:
        """Let a channel have a digest, in place of the one it has; the first tells of what came a length before it.

        TooManyDigests.
        """
        return await self._writing.worker.run(self._set_digest, server, channel, rhythm, now)

    def _set_digest(self, server: int, channel: int, rhythm: Rhythm, now: datetime) -> Digest:
        digests, due = self._writing.store.digests, rhythm.after(now)
        others = [one for one in digests.of_server(server) if one.channel != channel]
        if len(others) >= SERVER_DIGESTS:
            raise TooManyDigests(SERVER_DIGESTS)
        since = due - rhythm.every.length
        return digests.put(server, channel, rhythm, since.timestamp(), due.timestamp())

    async def digests(self, server: int) -> tuple[Digest, ...]:
        """The digests of a server."""
        return tuple(await self._writing.worker.run(self._writing.store.digests.of_server, server))

    async def drop_digest(self, server: int, channel: int) -> None:
        """Send a channel no digest any more; NoDigest where it has none."""
        if not await self._writing.worker.run(self._writing.store.digests.of_server, server, channel):
            raise NoDigest
        await self._writing.worker.run(self._writing.store.digests.drop, server, channel)

    async def digest_stories(self, server: int = COMMON, *, since: datetime, now: datetime) -> tuple[Story, ...]:
        """What a first digest would hold of what came in between."""
        return await self._writing.worker.run(self._digesting.stories, server, since, now)

    async def digest_issue(self, digest: Digest, now: datetime) -> Issue:
        """What a digest would hold now; nothing is noted."""
        return await self._writing.worker.run(self._digesting.issue, digest, now)

    async def digests_due(self, now: datetime) -> tuple[Issue, ...]:
        """The digests to be sent. One that holds nothing is not sent: it comes at its next time."""
        issues = []
        for digest in await self._writing.worker.run(self._digesting.due, now):
            issue = await self._writing.worker.run(self._digesting.issue, digest, now)
            if issue.stories:
                issues.append(issue)
            else:
                await self.digest_told(issue, now)
        return tuple(issues)

    async def digest_told(self, issue: Issue, now: datetime) -> None:
        """A digest has been sent."""
        await self._writing.worker.run(self._digesting.note, issue, now)

    async def pause_digest(self, digest: Digest, reason: str) -> None:
        """Send a digest no more until it is set again, for a reason (a clause) that is shown."""
        await self._writing.worker.run(self._writing.store.digests.pause, digest.id, reason)

    async def corrections_due(self, now: datetime) -> tuple[Correction, ...]:
        """What is to be told below answers that cite an article which changed."""
        found: list[Correction] = []
        for article in await self._writing.worker.run(self._correcting.articles):
            found += await self._writing.worker.run(self._correcting.due, article, now)
        return tuple(found)

    async def correction_told(self, correction: Correction, now: datetime) -> None:
        """A correction was told, or can't be: it is not handed out again."""
        await self._writing.worker.run(self._correcting.note, correction, now)
