"""Makes of a story's articles what is told of it: a quotation, who reports it, how it ranks. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from index.alerts import Story
from index.answer.carried import carried
from index.answer.choose import slice_of
from index.answer.cite import citation
from index.answer.verify import verified
from index.sentences import Span, sentence_spans
from index.types import Hit, Passage, StoredArticle

FEWEST_WORDS = 8
"""A shorter line at the head of a text is a place line, a credit or a heading."""
FIRST = 6
"""So many sentences are looked at for the first that says something: what stands before it is a place line or two."""
SHORTEST_NEWS = 3_600.0
"""Seconds: within an hour nothing is fresher than anything else."""


def story_of(
    members: Sequence[StoredArticle],
    came: Mapping[int, datetime],
    of: StoredArticle,
    span: Span | None = None,
    speaker: str | None = None,
) -> Story | None:
    """The story of some articles, with copies, told with words of one of them: those at `span`, or how it begins.

    `came` says when each came, by row. None where the words do not stand in the article, or it has none.
    """
    text = of.article.text
    start, end = span or leading(text)
    hit = Hit(0, of, Passage(start, end, text[start:end]))
    quoted = citation(1, replace(slice_of(hit, start, end), speaker=speaker))
    cited = verified([(carried(quoted, of, _cluster(members, of)), of)])
    if not cited:
        return None
    return Story(
        citation=cited[0],
        articles=tuple(sorted(one.key for one in members)),
        outlets=tuple(dict.fromkeys(one.article.outlet for one in in_time(members, came))),
        origins=origins(members, came),
        newest=max(_when(one, came) for one in members),
    )


def leading(text: str) -> Span:
    """Begin and end of the first sentence that says something, of the first one where none does."""
    spans = sentence_spans(text)[:FIRST] or [(0, len(text))]
    return next(((s, e) for s, e in spans if len(text[s:e].split()) >= FEWEST_WORDS), spans[0])


def origins(members: Sequence[StoredArticle], came: Mapping[int, datetime]) -> tuple[str, ...]:
    """Who is behind some articles: for each cluster of copies the wire service it names, or its first outlet."""
    clusters: dict[int, list[StoredArticle]] = {}
    for one in in_time(members, came):
        clusters.setdefault(one.cluster, []).append(one)
    behind = (
        next((one.article.agency for one in cluster if one.article.agency), cluster[0].article.outlet)
        for cluster in clusters.values()
    )
    return tuple(dict.fromkeys(behind))


def telling(members: Sequence[StoredArticle], came: Mapping[int, datetime]) -> StoredArticle | None:
    """The article that tells a story: of those that are no copies the one that most outlets carry, then the newest."""
    carried_by = [one.cluster for one in members]
    own = [one for one in members if one.origin is None]
    return max(own, key=lambda one: (carried_by.count(one.cluster), _when(one, came), one.key), default=None)


def ranked(stories: Sequence[Story], now: datetime, window: float) -> list[Story]:
    """Stories, those first that have most independent origins and are freshest: half of a window of so many seconds
    later it takes two origins to weigh as much as one."""

    def rank(story: Story) -> float:
        age = max((now - story.newest).total_seconds(), SHORTEST_NEWS)
        return float(len(story.origins) * 0.5 ** (age / (window / 2)))

    return sorted(stories, key=rank, reverse=True)


def in_time(members: Sequence[StoredArticle], came: Mapping[int, datetime]) -> list[StoredArticle]:
    """Articles in the order of their publication."""
    return sorted(members, key=lambda one: (_when(one, came), one.key))


def _when(one: StoredArticle, came: Mapping[int, datetime]) -> datetime:
    return one.article.published or came[one.key]


def _cluster(members: Sequence[StoredArticle], of: StoredArticle) -> list[StoredArticle]:
    return [one for one in members if one.cluster == of.cluster and one.key != of.key]
