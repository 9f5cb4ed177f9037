"""Hits as a search would find them, made from plain text."""

from __future__ import annotations

from datetime import UTC, datetime

from index.answer.question import Question, understand
from index.answer.retrieve import weights
from index.types import Article, Hit, Passage, Quotation, StoredArticle

NOW = datetime(2025, 1, 18, tzinfo=UTC)


def day(month: int, number: int, year: int = 2025) -> datetime:
    """A moment of one day."""
    return datetime(year, month, number, 12, tzinfo=UTC)


def hit(
    text: str,
    key: int = 1,
    *,
    title: str = "A title",
    published: datetime | None = NOW,
    cosine: float | None = 0.5,
    keyword: float | None = 5.0,
    score: float = 0.0,
    start: int = 0,
    end: int | None = None,
    quotations: tuple[Quotation, ...] = (),
    url: str | None = "https://news.example/story",
) -> Hit:
    """A hit on all of `text`, or on `text[start:end]`, which is the text of article number `key`."""
    article = Article(title, "The Outlet", text, url, None, published)
    passage = Passage(start, len(text) if end is None else end, text[start:end])
    stored = StoredArticle(key, key, f"article-{key}", 0, "a source", article)
    return Hit(1000 * key + start, stored, passage, cosine, keyword, score, quotations)


def asked(text: str) -> Question:
    """A question asked at NOW."""
    return understand(text, NOW)


def equal_weights(question: Question) -> dict[str, float]:
    """Every word of the question as rare as any other."""
    return weights(question.stems, [10] * len(question.stems), 10_000)
