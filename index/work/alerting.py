"""Holds what came against what is followed, in short jobs, and lets each story that matches wait to be told once.

What is of one event is `grouping`'s part, what is told of it `told_stories`'.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

import numpy as np

from index.alerts import Alert, Follow, FollowKind, Story
from index.answer.answering import Answering
from index.answer.ledger import Ledger
from index.answer.names import called
from index.answer.question import understand
from index.answer.words import stems_of
from index.store.alerts import Waiting, Words
from index.store.embeddings import Vectors
from index.store.leads import Lead
from index.types import Citation, Filters, StoredArticle
from index.work.grouping import DAYS, grouped, linked
from index.work.told_stories import story_of
from index.work.writing import Writing

PORTION = 200
"""Articles that are held against the follows of a server together: what a busy hour brings."""

READ_AT_ONCE = 20
"""Articles whose words are read in one job."""

OLDEST = timedelta(days=7)
"""What was published earlier is no news, though it may come now, as with an archive."""

CLOSEST = 0.35
"""A story is held against what is followed where a passage of it is so near. Of 150 development questions that were
answered it keeps 148."""

SHARED = {FollowKind.QUESTION: 0.5, FollowKind.TOPIC: 0.66}
"""And where it has such a share of the words: a question's anywhere (92% of those that were answered), a topic's in a
headline or at the head of an article, since a story that only mentions it is not about it."""

HEAD = 1_200
"""Characters at the head of an article: about as many words as a passage has."""

STORIES = 5
"""Stories in one message: what a reader takes in, and what it has room for."""

AT_ONCE = 50
"""Messages that are handed out in one round, so that a round ends."""

REMEMBERED = 4_096
"""Vectors of followed words that are kept: 6 MB."""


@dataclass(frozen=True, slots=True)
class Event:
    """A story among what came: the arrivals of its articles, those that are no copies, the words that they begin with
    and all of them, the vectors of their passages, who is quoted."""

    arrivals: dict[int, int]
    own: frozenset[int]
    head: frozenset[str]
    stems: frozenset[str]
    vectors: Vectors
    speakers: frozenset[str]

    def after(self, arrival: int) -> list[int]:
        """The articles that came after an arrival; none where they are only copies."""
        late = [article for article, number in self.arrivals.items() if number > arrival]
        return late if self.own.intersection(late) else []


@dataclass(frozen=True, slots=True)
class Portion:
    """What is held against some follows, each with the last arrival it has seen; `last` is what it has seen then."""

    follows: tuple[tuple[Follow, int], ...]
    arrivals: dict[int, int]
    stories: tuple[tuple[Lead, ...], ...]
    last: int


class Alerting:
    """Matches, and hands out what waits."""

    def __init__(self, writing: Writing, answering: Answering) -> None:
        self._run, self._store, self._answering = writing.worker.run, writing.store, answering
        self._vector = lru_cache(REMEMBERED)(answering.vector)

    async def due(self, now: datetime) -> tuple[Alert, ...]:
        """Match what came until now; then what is to be told, where it is not quiet, as it is claimed from now on."""
        for server in await self._run(self._store.follows.servers_behind):
            while portion := await self._run(self._portion, server, now):
                await self._hold(portion, now)
        waiting = await self._run(self._store.alerts.waiting)
        awake = [follow for follow in waiting if follow.quiet is None or not follow.quiet.hold(now)]
        alerts = [await self._run(self._alert, follow) for follow in awake[:AT_ONCE]]
        return tuple(alert for alert in alerts if alert is not None)

    def _portion(self, server: int, now: datetime) -> Portion | None:
        """What the follows of a server that are behind are held against next; None where none is."""
        follows = self._store.follows
        self._store.alerts.forget(now.timestamp() - DAYS)
        behind = follows.behind(server)
        if not behind:
            return None
        arrivals = follows.arrived(server, min(seen for _, seen in behind), PORTION)
        last = max(arrivals.values()) if len(arrivals) == PORTION else follows.last_arrival()
        oldest = (now - OLDEST).timestamp()
        leads = [lead for lead in self._store.leads.of(list(arrivals)) if lead.at >= oldest]
        stories = [story for story in grouped(leads) if not all(lead.is_copy for lead in story)]
        return Portion(tuple(behind), arrivals, tuple(stories), last)

    async def _hold(self, portion: Portion, now: datetime) -> None:
        """Hold a portion against its follows, a job for each pair that is worth one."""
        events = [await self._run(self._event, portion, story) for story in portion.stories]
        for follow, seen in portion.follows:
            likely = await self._run(self._likely, follow, events)
            for event in likely:
                if articles := event.after(seen):
                    await self._run(self._match, follow, articles, now)
        await self._run(self._store.follows.advance, [follow.id for follow, _ in portion.follows], portion.last)

    def _event(self, portion: Portion, story: Sequence[Lead]) -> Event:
        """Read what a story says, the first articles of it where it has very many."""
        articles = [lead.article for lead in story]
        read = self._store.articles.of_keys(articles[:READ_AT_ONCE])
        titles = [one.article.title for one in read]
        head = frozenset[str]().union(*map(stems_of, (*titles, *(one.article.text[:HEAD] for one in read))))
        return Event(
            arrivals={article: portion.arrivals[article] for article in articles},
            own=frozenset(lead.article for lead in story if not lead.is_copy),
            head=head,
            stems=head.union(*(stems_of(one.article.text) for one in read)),
            vectors=self._store.leads.passages_of(articles),
            speakers=frozenset(self._store.follows.quoted_in(articles)),
        )

    def _likely(self, follow: Follow, events: Sequence[Event]) -> list[Event]:
        if follow.kind is FollowKind.SPEAKER:
            return [event for event in events if called(follow.words, event.speakers)]
        stems = set(understand(follow.words, follow.created).stems)
        vector = self._vector(follow.words)
        held = (event.head if follow.kind is FollowKind.TOPIC else event.stems for event in events)
        share = SHARED[follow.kind] * len(stems)
        return [
            event
            for event, words in zip(events, held, strict=True)
            if len(stems & words) >= share and near(event, vector)
        ]

    def _match(self, follow: Follow, articles: Sequence[int], now: datetime) -> None:
        """Hold one story against one follow: it waits to be told, or belongs to one that was or will be told."""
        at_present = self._store.follows.of_token(follow.token)
        leads = self._store.leads.of(articles)
        if at_present is None or at_present.paused or not leads:
            return
        alerts, moment = self._store.alerts, now.timestamp()
        members = [lead.article for lead in leads]
        told = alerts.told(follow.id, moment - DAYS)
        same = next((one for one in self._store.leads.of(list(told)) if any(linked(one, lead) for lead in leads)), None)
        if same is not None:
            story, began = told[same.article]
            alerts.join(follow.id, story, members, began)
        elif words := self._words(follow, frozenset(members), now):
            with self._store.database.transaction():
                alerts.add(follow.id, words, members, moment)

    def _words(self, follow: Follow, articles: frozenset[int], now: datetime) -> Words | None:
        """What some articles say on what is followed; None where they do not."""
        filters = Filters(follow.server, articles=articles)
        found: Sequence[Citation]
        if follow.kind is FollowKind.SPEAKER:
            ledger = Ledger(self._store)
            found = [one.citation for one in ledger.quotes(follow.words, None, filters, 1)]
        else:
            found = self._answering.answer(follow.words, filters, now).citations
        keys = {one.article_id: one.key for one in self._store.articles.of_keys(sorted(articles))}
        return next(
            (Words(keys[c.article_id], c.start, c.end, c.quote, c.speaker) for c in found if c.article_id in keys), None
        )

    def _alert(self, follow: Follow) -> Alert | None:
        """The next message for a follow; None where nothing of what waited is left to be told."""
        waiting = self._store.alerts.claim(follow.id)
        ids = tuple(one.id for one in waiting)
        stories = tuple(filter(None, (self._story(one) for one in waiting[:STORIES])))
        if not stories:
            self._store.alerts.note(ids)
            return None
        return Alert(follow, stories, len(waiting) - len(stories), ids, f"f{ids[0]}")

    def _story(self, waiting: Waiting) -> Story | None:
        """The story of an alert as it is today: a correction may have come while it waited."""
        members = {one.key: one for one in self._store.articles.of_keys(waiting.articles)}
        of, words = members.get(waiting.words.article), waiting.words
        if of is None:
            return None
        copies = [one for one in members.values() if one.cluster == of.cluster and one.key != of.key]
        leads = self._store.leads.of(list(members))
        span = place(of, words)
        return story_of(leads, of, copies, span, words.speaker if span else None)


def near(event: Event, vector: Vectors) -> bool:
    """Pure: whether a passage of a story is near to what is followed."""
    return bool(len(event.vectors)) and float(np.max(event.vectors @ vector)) >= CLOSEST


def place(of: StoredArticle, words: Words) -> tuple[int, int] | None:
    """Pure: where the words of an alert stand in the article as it is now; None where they do not."""
    text = of.article.text
    start = words.start if text.startswith(words.quote, words.start) else text.find(words.quote)
    return (start, start + len(words.quote)) if start >= 0 else None
