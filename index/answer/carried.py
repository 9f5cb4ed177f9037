"""Says of a citation which other outlets carry its words, and who is behind all of them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.amounts import counted
from index.answer.typography import plain
from index.types import Answer, Citation, StoredArticle


def carried(citation: Citation, cited: StoredArticle, others: Sequence[StoredArticle]) -> Citation:
    """A citation with the outlets among `others` (the article's origin and copies, in the order of their publication)
    that carry the quoted words letter for letter, but for typography: a copy that changed them does not count."""
    words = plain(citation.quote)
    carrying = [one for one in others if words in plain(one.article.text)]
    family = sorted([cited, *carrying], key=_first_published)
    agency = next((one.article.agency for one in [cited, *family] if one.article.agency), None)
    outlets = dict.fromkeys(one.article.outlet for one in carrying if one.article.outlet != citation.outlet)
    return replace(citation, agency=agency, origin=agency or family[0].article.outlet, copies=tuple(outlets))


def standing_behind(answer: Answer) -> str | None:
    """How many outlets carry what is quoted and how many origins that is: "5 outlets, 2 origins (AP)".

    None where every outlet wrote for itself and nothing is to be said.
    """
    agencies = sorted({one.agency for one in answer.citations if one.agency})
    if len(answer.outlets) <= len(answer.origins) and not agencies:
        return None
    named = f" ({', '.join(agencies)})" if agencies else ""
    return f"{counted(len(answer.outlets), 'outlet')}, {counted(len(answer.origins), 'origin')}{named}"


def _first_published(one: StoredArticle) -> tuple[bool, float, int]:
    published = one.article.published
    return published is None, published.timestamp() if published else 0.0, one.key
