"""Holds every citation against the stored text once more before an answer leaves. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from index.answer.words import words
from index.types import Citation, StoredArticle


def verified(cited: Iterable[tuple[Citation, StoredArticle]]) -> tuple[Citation, ...]:
    """The citations that stand in their articles, numbered anew from 1; the others are dropped."""
    standing = (citation for citation, stored in cited if stands(citation, stored))
    return tuple(replace(citation, n=n) for n, citation in enumerate(standing, 1))


def stands(citation: Citation, stored: StoredArticle) -> bool:
    """Whether the quotation is in the article letter for letter, under the right name, and its speaker and
    role are in it too."""
    article = stored.article
    return (
        citation.article_id == stored.article_id
        and (citation.title, citation.outlet, citation.url) == (article.title, article.outlet, article.url)
        and citation.published == article.published
        and 0 <= citation.start < citation.end <= len(article.text)
        and article.text[citation.start : citation.end] == citation.quote
        and _named(citation.speaker, article.text)
        and (citation.role is None or citation.role in article.text)
    )


def _named(speaker: str | None, text: str) -> bool:
    """Whether each word of a speaker's name stands in the text."""
    if speaker is None:
        return True
    held = {word.stem for word in words(text)}
    return all(word.stem in held for word in words(speaker))
