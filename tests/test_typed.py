"""Guards articles that somebody types in, and finding one's own again by its title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import AddressRefused, NoDate, NotAnArticle, UnknownArticle
from index.gather.typed import typed_article
from index.news_index import NewsIndex
from index.types import Filters

HERE = 7
TEXT = "“Cars may cross, one lane at a time, until the summer,” said engineer Paula Ferro on Tuesday."


async def test_a_typed_article_is_stored_as_typed_and_quoted(news_index: NewsIndex) -> None:
    typed = (" Bridge of Sant Avel ", "The Ferryman", f"{TEXT}\n", HERE)
    report = await news_index.add_text(*typed, published="2025-03-04", address="https://f.example/b")
    assert report.added == 1
    again = await news_index.add_text(*typed, published="2025-03-04", address="https://f.example/b")
    assert again.unchanged == 1
    stored = await news_index.own_article(report.article_ids[0], HERE)
    article = stored.article
    assert (article.title, article.outlet, article.text) == ("Bridge of Sant Avel", "The Ferryman", TEXT)
    assert (article.url, article.published and article.published.day, article.has_time) == (
        "https://f.example/b",
        4,
        False,
    )
    assert (await news_index.search("Paula Ferro", Filters(HERE))).found[0].citation.quote == TEXT


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        (("", "Paper", TEXT, None, None), NotAnArticle),
        (("Title", " — ", TEXT, None, None), NotAnArticle),
        (("Title", "Paper", "...", None, None), NotAnArticle),
        (("Title", "Paper", TEXT, "yesterday", None), NoDate),
        (("Title", "Paper", TEXT, None, "file:///etc/passwd"), AddressRefused),
    ],
)
def test_what_is_missing_or_wrong_is_refused(parts: tuple[str, str, str, str | None, str | None], error: type) -> None:
    with pytest.raises(error):
        typed_article(*parts)


@given(st.text(max_size=50), st.text(max_size=50), st.text(max_size=300), st.text(max_size=20), st.text(max_size=60))
def test_whatever_is_typed_is_taken_or_refused_in_words(
    title: str, outlet: str, text: str, published: str, address: str
) -> None:
    try:
        article = typed_article(title, outlet, text, published, address)
    except (NotAnArticle, NoDate, AddressRefused):
        return
    assert article.title and article.outlet and article.text


async def test_own_articles_are_found_by_their_titles_and_nobody_elses(news_index: NewsIndex) -> None:
    for title in ("100% of wells", "1000 wells", "Ferry_tales"):
        await news_index.add_text(title, "The Ferryman", f"{title}. {TEXT}", HERE)
    assert [one.article.title for one in await news_index.own_articles("WELLS", HERE)] == [
        "1000 wells",
        "100% of wells",
    ]
    assert [one.article.title for one in await news_index.own_articles("0%", HERE)] == ["100% of wells"]
    assert [one.article.title for one in await news_index.own_articles("_", HERE)] == ["Ferry_tales"]
    assert len(await news_index.own_articles("", HERE, 2)) == 2
    assert await news_index.own_articles("", 8) == ()
    mine = (await news_index.own_articles("Ferry", HERE))[0]
    with pytest.raises(UnknownArticle):
        await news_index.own_article(mine.article_id, 8)
    common = (await news_index.own_articles("", 0))[0]
    with pytest.raises(UnknownArticle):
        await news_index.own_article(common.article_id, HERE)
