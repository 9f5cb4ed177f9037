"""Guards what an item becomes: the source's own text without a request, or its page, completed with what it states."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from index.errors import NotAnArticle, RobotsRefused
from index.gather.gatherer import Gatherer
from index.gather.items import article_of_item, completed
from index.gather.listing import Item
from index.pages import NotModified, Validators
from index.types import Article
from tests.gather.news_site import NewsSite
from tests.gather.norvik_pages import JSON_LD, TEXT, html_page

ADDRESS = "https://norvik.example/news/bridge"
MORNING = datetime(2026, 3, 1, 7, 30, tzinfo=UTC)
ITEM = Item(ADDRESS, "Bridge closes", MORNING, True, "Ada Bell", None, bytes(16))
BARE = Article("Guessed title", "norvik.example", "Text.", ADDRESS)


def test_a_text_that_the_source_carries_is_an_article() -> None:
    article = article_of_item(ITEM, TEXT, "Norvik Herald")
    assert article == Article(
        "Bridge closes",
        "Norvik Herald",
        TEXT,
        ADDRESS,
        author="Ada Bell",
        published=MORNING,
        has_time=True,
        language="en",
    )
    assert article_of_item(replace(ITEM, title=None), TEXT, "x").title.startswith("The harbour bridge in Norvik")
    with pytest.raises(NotAnArticle, match="only 2 words"):
        article_of_item(ITEM, "Too short.", "Norvik Herald")


def test_what_a_page_does_not_state_comes_from_the_source() -> None:
    article = completed(replace(BARE, title=BARE.text), ITEM, "Norvik Herald")
    assert article.title == "Bridge closes"
    assert (article.outlet, article.author) == ("Norvik Herald", "Ada Bell")
    assert (article.published, article.has_time) == (MORNING, True)


def test_what_a_page_states_is_kept() -> None:
    evening = MORNING.replace(hour=19)
    stated = replace(BARE, outlet="The Echo", author="Carl Dorn", published=evening, has_time=True)
    assert completed(stated, ITEM, "Norvik Herald") == stated
    assert completed(BARE, replace(ITEM, author=None, published=None, has_time=False), "") == BARE


@pytest.mark.parametrize(
    ("day", "has_time", "taken"),
    [(1, True, True), (2, True, False), (1, False, False)],
)
def test_the_time_of_a_day_that_both_state(day: int, has_time: bool, taken: bool) -> None:
    dated = replace(BARE, published=datetime(2026, 3, day, tzinfo=UTC))
    article = completed(dated, replace(ITEM, has_time=has_time), "x")
    assert (article.published == MORNING and article.has_time) == taken
    assert taken or article.published == dated.published


async def test_a_text_that_the_source_carries_needs_no_request(site: NewsSite, gatherer: Gatherer) -> None:
    found = await gatherer.item(replace(ITEM, address=site.address("/bridge"), text=TEXT), "Norvik Herald")
    assert isinstance(found, tuple)
    assert (found[0].text, found[1]) == (TEXT, Validators())
    assert site.requests == []


async def test_the_page_of_an_item_is_fetched_once_and_asked_for_again(site: NewsSite, gatherer: Gatherer) -> None:
    site.put("/bridge", html_page(JSON_LD), Content_Type="text/html; charset=utf-8", ETag='"1"')
    item = replace(ITEM, address=site.address("/bridge"))
    found = await gatherer.item(item, "x")
    assert isinstance(found, tuple)
    assert (found[0].text, found[0].outlet) == (TEXT, "Norvik Herald")
    assert found[1] == Validators('"1"', None, site.address("/bridge"))
    site.put("/bridge", status=304)
    assert isinstance(await gatherer.item(item, "x", found[1]), NotModified)


async def test_a_page_that_programs_may_not_read_is_read_for_a_person_only(site: NewsSite, gatherer: Gatherer) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /")
    site.html("/bridge", html_page(JSON_LD))
    with pytest.raises(RobotsRefused):
        await gatherer.item(replace(ITEM, address=site.address("/bridge")), "x")
    assert (await gatherer.from_address(site.address("/bridge"))).text == TEXT
