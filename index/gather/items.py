"""What a source lists of an article, as an article or as what completes the one its page gives. Pure."""

from __future__ import annotations

from dataclasses import replace

from index.gather.files import refuse_few_words
from index.gather.language import read_off
from index.gather.listing import Item
from index.gather.urls import site
from index.gather.wording import opening_words
from index.types import Article


def article_of_item(item: Item, text: str, outlet: str) -> Article:
    """The article whose whole text its source carries; NotAnArticle where that is too short for one."""
    refuse_few_words(item.address, text)
    return Article(
        title=item.title or opening_words(text),
        outlet=outlet,
        text=text,
        url=item.address,
        author=item.author,
        published=item.published,
        has_time=item.has_time,
        # not guessed with a model, which the event loop would wait for
        language=read_off(text),
    )


def completed(article: Article, item: Item, outlet: str) -> Article:
    """The article of a page, with what the page does not state as its source states it.

    A day that the source states to the minute is stated to the minute; an outlet that is only the page's host is none,
    nor is a title that is only how the text begins.
    """
    stated = item.published
    same_day = stated and article.published and stated.date() == article.published.date()
    if stated and (article.published is None or (same_day and item.has_time and not article.has_time)):
        article = replace(article, published=stated, has_time=item.has_time)
    unnamed = article.url is not None and article.outlet == site(article.url)
    untitled = article.title == opening_words(article.text)
    return replace(
        article,
        title=item.title if untitled and item.title else article.title,
        outlet=outlet if unnamed and outlet else article.outlet,
        author=article.author or item.author,
    )
