"""Makes citations of quotes; what opens a page at the very words is the part of `fragments`. Pure."""

from __future__ import annotations

from index.answer.fragments import link
from index.types import Citation, Quote


def citation(n: int, quote: Quote) -> Citation:
    """The n-th citation of an answer."""
    article = quote.hit.stored.article
    return Citation(
        n=n,
        article_id=quote.hit.stored.article_id,
        title=article.title,
        outlet=article.outlet,
        url=article.url,
        published=article.published,
        has_time=article.has_time,
        speaker=quote.speaker,
        quote=quote.text,
        start=quote.start,
        end=quote.end,
        link=link(article.url, article.text, quote.start, quote.end),
        version=quote.hit.stored.revision,
        agency=article.agency,
        origin=article.agency or article.outlet,
        role=_role(quote),
    )


def _role(quote: Quote) -> str | None:
    """The speaker's role, where it says more than the name and stands so in the article, not put together from it."""
    role, speaker = quote.role, quote.speaker
    told = role and speaker and role.lower() not in speaker.lower() and role in quote.hit.stored.article.text
    return role if told else None
