"""Shows what a kept answer quotes and what was read for it, from the articles as they are stored today."""

from __future__ import annotations

from index.answer.fragments import link
from index.kept_answers import CitedPassage, KeptAnswer, TriedPassage
from index.store import Store
from index.store.answers import CitedPlace
from index.types import StoredArticle


def cited_passages(store: Store, kept: KeptAnswer) -> tuple[CitedPassage, ...]:
    """Each citation in its paragraph; those whose article or version is gone are left out."""
    shown = []
    for place in store.answers.cited(kept.token):
        version = next(
            (one for _, one in store.articles.versions(place.article) if one.revision == place.version), None
        )
        if version is not None and place.end <= len(version.article.text):
            shown.append(_shown(place, version, kept.cited))
    return tuple(shown)


def tried_passages(store: Store, kept: KeptAnswer) -> tuple[TriedPassage, ...]:
    """Each passage that was read, with the numbers of the citations that are taken from it."""
    tried = store.answers.tried(kept.token)
    articles = {one.key: one.article for one in store.articles.of_keys(sorted({one.article for one in tried}))}
    cited = store.answers.cited(kept.token)
    return tuple(
        TriedPassage(
            title=articles[one.article].title,
            outlet=articles[one.article].outlet,
            url=articles[one.article].url,
            published=articles[one.article].published,
            cosine=one.cosine,
            by_words=one.by_words,
            quotations=one.quotations,
            cited=tuple(c.n for c in cited if c.article == one.article and one.start < c.end and c.start < one.end),
        )
        for one in tried
        if one.article in articles
    )


def paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """Pure: where the paragraphs begin and end that hold text[start:end]."""
    begin = text.rfind("\n", 0, start) + 1
    finish = text.find("\n", end)
    return begin, len(text) if finish < 0 else finish


def _shown(place: CitedPlace, version: StoredArticle, of: int) -> CitedPassage:
    article = version.article
    begin, finish = paragraph(article.text, place.start, place.end)
    return CitedPassage(
        n=place.n,
        of=of,
        title=article.title,
        outlet=article.outlet,
        url=article.url,
        link=link(article.url, article.text, place.start, place.end),
        published=article.published,
        speaker=place.speaker,
        before=article.text[begin : place.start],
        quote=article.text[place.start : place.end],
        after=article.text[place.end : finish],
    )
