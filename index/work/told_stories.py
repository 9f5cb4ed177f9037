"""Makes of a story's articles what is told of it: a quotation, who reports it, how it ranks. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.alerts import Story
from index.answer.carried import carried
from index.answer.choose import slice_of
from index.answer.cite import citation
from index.answer.verify import verified
from index.sentences import Span, sentence_spans
from index.store.leads import Lead
from index.store.moments import from_column
from index.types import Hit, Passage, StoredArticle

FEWEST_WORDS = 8
"""A shorter line at the head of a text is a place line, a credit or a heading."""
FIRST = 6
"""So many sentences are looked at for the first that says something: what stands before it is a place line or two."""

_NOTE = re.compile(r"(?:editor['’]s note|(?:this|an earlier) (?:story|article|report|version)|updated)\b", re.I)
"""How the notes begin that outlets put before a text."""


def story_of(
    leads: Sequence[Lead],
    of: StoredArticle,
    copies: Sequence[StoredArticle],
    span: Span | None = None,
    speaker: str | None = None,
) -> Story | None:
    """The story of some articles, told with words of one of them: those at `span`, or how it begins.

    `copies` are the other articles of its cluster. None where the words do not stand in the article.
    """
    text = of.article.text
    start, end = span or leading(text)
    hit = Hit(0, of, Passage(start, end, text[start:end]))
    quoted = citation(1, replace(slice_of(hit, start, end), speaker=speaker))
    cited = verified([(carried(quoted, of, copies), of)])
    newest = from_column(max(lead.at for lead in leads))
    if not cited or newest is None:
        return None
    outlets = tuple(dict.fromkeys(lead.outlet for lead in in_time(leads)))
    return Story(cited[0], tuple(sorted(lead.article for lead in leads)), outlets, origins(leads), newest)


def leading(text: str) -> Span:
    """Begin and end of the first sentence that says something, of the first one where none does."""
    spans = sentence_spans(text)[:FIRST] or [(0, len(text))]
    saying = ((s, e) for s, e in spans if len(text[s:e].split()) >= FEWEST_WORDS and not _NOTE.match(text, s))
    return next(saying, spans[0])


def origins(leads: Sequence[Lead]) -> tuple[str, ...]:
    """Who is behind some articles: for each cluster of copies the wire service it names, or its first outlet."""
    clusters: dict[int, list[Lead]] = {}
    for lead in in_time(leads):
        clusters.setdefault(lead.cluster, []).append(lead)
    behind = (
        next((lead.agency for lead in cluster if lead.agency), cluster[0].outlet) for cluster in clusters.values()
    )
    return tuple(dict.fromkeys(behind))


def telling(leads: Sequence[Lead]) -> Lead | None:
    """The article that tells a story: of those that are no copies the one that most outlets carry, then the newest."""
    carried_by = [lead.cluster for lead in leads]
    own = [lead for lead in leads if not lead.is_copy]
    return max(own, key=lambda lead: (carried_by.count(lead.cluster), lead.at, lead.article), default=None)


def ranked(stories: Sequence[Sequence[Lead]], now: float, window: float) -> list[Sequence[Lead]]:
    """Stories, those first that have most independent origins and are freshest.

    With each half of a window of so many seconds that has gone by, twice the origins are needed for the same place: at
    the end of a day what four wrote in the morning is beside what two wrote just now.
    """

    def weight(leads: Sequence[Lead]) -> float:
        age = max(0.0, now - max(lead.at for lead in leads))
        return float(len(origins(leads)) * 0.5 ** (age / (window / 2)))

    return sorted(stories, key=weight, reverse=True)


def in_time(leads: Sequence[Lead]) -> list[Lead]:
    """Articles in the order of their publication."""
    return sorted(leads, key=lambda lead: (lead.at, lead.article))
