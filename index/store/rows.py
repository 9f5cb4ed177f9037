"""Rows of the tables as the values they stand for. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence

from index.store.database import Row
from index.store.moments import from_column
from index.types import Article, Hit, Passage, Quotation, StoredArticle

_COLUMNS = """
    SELECT a.id, v.id AS version, a.article_id, a.server, a.url, s.name AS source,
           v.title, v.outlet, v.author, v.published, v.has_time, v.text, v.language, v.agency, v.stored, a.origin,
           (SELECT count(*) FROM versions w WHERE w.article = a.id AND w.id <= v.id) AS revision
"""
STORED = f"{_COLUMNS} FROM articles a JOIN versions v ON v.id = a.version JOIN sources s ON s.id = a.source"
EVER_STORED = f"{_COLUMNS} FROM versions v JOIN articles a ON a.id = v.article JOIN sources s ON s.id = a.source"
"""Articles as they are, and with every version there ever was."""


def stored(row: Row) -> StoredArticle:
    """A row of STORED as the value it stands for."""
    article = Article(
        title=row["title"],
        outlet=row["outlet"],
        text=row["text"],
        url=row["url"],
        author=row["author"],
        published=from_column(row["published"]),
        has_time=bool(row["has_time"]),
        given_id=row["article_id"],
        language=row["language"],
        agency=row["agency"],
    )
    return StoredArticle(
        key=row["id"],
        version=row["version"],
        article_id=row["article_id"],
        server=row["server"],
        source=row["source"],
        article=article,
        origin=row["origin"],
        revision=row["revision"],
    )


def quotation(row: Row) -> Quotation:
    """A row of `quotations` as the value it stands for."""
    spans = tuple((start, end) for start, end in json.loads(row["spans"]))
    return Quotation(spans, row["speaker"], row["cue"], bool(row["resolved"]), row["role"])


def hit(article: StoredArticle, place: Row) -> Hit:
    """A passage as found."""
    start, end = place["start"], place["end"]
    return Hit(place["id"], article, Passage(start, end, article.article.text[start:end]))


def overlapping(found: Hit, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Pure: those of an article's quotations that share words with the passage found."""
    start, end = found.passage.start, found.passage.end
    return tuple(one for one in quotations if any(s < end and start < e for s, e in one.spans))
