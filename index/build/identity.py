"""By what an article is known again, and what then becomes of it. Pure, but for looking up what is stored."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from index.build.versions import same
from index.reports import Outcome
from index.store.articles import Articles
from index.types import Article, StoredArticle


def identity(article: Article) -> tuple[str | None, str | None]:
    """Pure: the (article_id, url) by which an article is known: its given id and its address, or else its text."""
    if article.given_id or article.url:
        return article.given_id, article.url
    return own_id(article), None


def own_id(article: Article) -> str:
    """Pure: an identifier for an article that came with none: 12 hexadecimal digits of its address or its words."""
    known_by = article.url or f"{article.title}\n{article.outlet}\n{article.text}"
    return hashlib.blake2b(known_by.encode(), digest_size=6).hexdigest()


def known_by(article: Article) -> tuple[str, ...]:
    """Pure: every address and identifier by which an article could come back."""
    article_id, url = identity(article)
    return tuple(one for one in (url, article_id) if one)


def names_of(stored: StoredArticle) -> tuple[str, ...]:
    """Pure: the same of a stored article: its address, and its identifier unless that only stands for the address."""
    url, article_id = stored.article.url, stored.article_id
    if url is None:
        return (article_id,)
    return (url,) if article_id == own_id(stored.article) else (url, article_id)


def find_known(articles: Articles, server: int, article: Article) -> StoredArticle | None:
    """The stored article that this one is, as a server sees it; its own before a common one.

    One that is known by its address is the same when it comes again with an identifier, and the other way round. Two
    that were given different identifiers stay two, whatever their addresses.
    """
    article_id, url = identity(article)
    found = [articles.find(server, article_id=article_id)] if article_id else []
    if url and (by_address := articles.find(server, url=url)):
        unnamed = article.given_id is None or by_address.article_id == own_id(by_address.article)
        found += [by_address] if unnamed else []
    return min((one for one in found if one), key=lambda one: one.server != server, default=None)


def distinct(articles: Sequence[Article]) -> list[Article]:
    """Pure: each article once; where a batch holds one twice the later one counts."""
    kept: dict[int, Article] = {}
    place: dict[tuple[str, str], int] = {}
    for number, article in enumerate(articles):
        by_id, by_url = ("id", article.given_id or own_id(article)), ("url", article.url or "")
        before = place.get(by_id)
        if before is None and article.url and (there := place.get(by_url)) is not None:
            before = None if article.given_id and kept[there].given_id else there
        at = number if before is None else before
        named = article.given_id or (kept[at].given_id if at in kept else None)
        kept[at] = replace(article, given_id=named)
        place[by_id] = at
        if article.url:
            place[by_url] = at
    return list(kept.values())


def decide(before: StoredArticle | None, article: Article, server: int) -> Outcome:
    """Pure: is this a new article, a new version of a stored one, or nothing new?

    A common article is never changed from within a server: a different text there is the server's own article.
    """
    if before is None:
        return Outcome.ADDED
    if same(before.article, article):
        return Outcome.UNCHANGED
    return Outcome.UPDATED if before.server == server else Outcome.ADDED
