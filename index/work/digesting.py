"""What a channel's digest holds: the stories of a stretch of time, those it has told left out, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from index.alerts import Digest, Issue, Story
from index.store import Store
from index.store.leads import Lead
from index.work.grouping import DAYS, grouped
from index.work.told_stories import ranked, story_of, telling

STORIES = 8
"""Stories in a digest: what fits into one message with a sentence and a link each."""

LOOKED_AT = 1_500
"""The newest articles of a stretch that are grouped, in 0.2 s: a week of ten busy outlets."""

LONGEST = timedelta(days=7)
"""A digest that was not sent for long begins so long ago: older news is none, and nobody reads more at once."""

OLDER = timedelta(days=2)
"""What was published so long before the stretch is no news of it, though it came then, as with an archive."""


class Digesting:
    """Reads digests together from the stores. Called on the thread that owns them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def due(self, now: datetime) -> list[Digest]:
        """The digests of all servers that are due."""
        return self._store.digests.due(now.timestamp())

    def issue(self, digest: Digest, now: datetime) -> Issue:
        """What a digest holds if it is sent now."""
        since = max(digest.since, now - LONGEST)
        told = self._store.digests.told(digest.id, since.timestamp() - DAYS)
        stories = self.stories(digest.server, since, now, told)
        return Issue(digest, stories, now, f"d{digest.id}-{int(digest.due.timestamp())}")

    def stories(self, server: int, since: datetime, now: datetime, told: Sequence[int] = ()) -> tuple[Story, ...]:
        """The stories of what came in between, as a server sees it, without those that articles `told` belong to."""
        store = self._store
        came = store.follows.came_since(server, since.timestamp(), now.timestamp(), LOOKED_AT)
        oldest = (since - OLDER).timestamp()
        new = [lead for lead in store.leads.of([one for one in came if one not in set(told)]) if lead.at >= oldest]
        known = set(told)
        groups = grouped([*new, *store.leads.of(told)])
        untold = [group for group in groups if telling(group) and known.isdisjoint(lead.article for lead in group)]
        window = (now - since).total_seconds()
        told_now = map(self._story, ranked(untold, now.timestamp(), window)[:STORIES])
        return tuple(story for story in told_now if story is not None)

    def _story(self, leads: Sequence[Lead]) -> Story | None:
        first = telling(leads)
        if first is None:
            return None
        cluster = [lead.article for lead in leads if lead.cluster == first.cluster]
        members = {one.key: one for one in self._store.articles.of_keys(cluster)}
        of = members.pop(first.article)
        return story_of(leads, of, list(members.values()))

    def note(self, issue: Issue, now: datetime) -> None:
        """A digest was sent, or there was nothing to send: it is due again at its next time."""
        digest = issue.digest
        articles = [article for story in issue.stories for article in story.articles]
        due = digest.rhythm.after(max(now, issue.until)).timestamp()
        forget = (now - digest.rhythm.every.length).timestamp() - 2 * DAYS
        self._store.digests.note(digest.id, articles, now.timestamp(), issue.until.timestamp(), due, forget)
