"""Guards that what stands in front of an article, or instead of one, is told apart from articles, with a reason."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from index.errors import NotAnArticle
from index.gather.extract import article_of_page
from index.gather.walls import Signs, wall
from index.pages import Page
from index.types import Article
from tests.gather.norvik_pages import JSON_LD, OPEN_GRAPH, PARAGRAPHS, TEXT, html_page

ADDRESS = "https://norvik.example/news/bridge"
OPENING = "only its opening can be read without a subscription"
BRIEF = " ".join(TEXT.split()[:70])


def read(html: str, address: str = ADDRESS) -> Article:
    return article_of_page(Page(address, "text/html", "utf-8", html.encode()), datetime(2025, 2, 10, tzinfo=UTC))


def reason_for(html: str, address: str = ADDRESS) -> str:
    with pytest.raises(NotAnArticle) as refused:
        read(html, address)
    assert refused.value.where == address
    return refused.value.reason


def page(title: str, *paragraphs: str, extra: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1>{body}{extra}</main></body></html>"


CHECK = (
    "This takes a few seconds. Reference number 7a41. Norvik Herald guards its pages with a service of another firm."
)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (page("Just a moment...", "Please verify you are human.", CHECK), "it asks whether its reader is a robot"),
        (
            page("norvik.example", "We noticed unusual traffic from your network.", CHECK, CHECK, CHECK),
            "it asks whether its reader is a robot",
        ),
        (
            page("Norvik Herald", extra="<noscript>You need to enable JavaScript to run this app.</noscript>"),
            "it shows its text only to browsers that run its programs",
        ),
        (page("Access Denied", "You don't have permission to access this.", CHECK), "it denies access"),
        (page("Norvik Herald", "This article is unavailable in your region.", CHECK, CHECK, CHECK), "it denies access"),
        (page("404 - Page not found", "It may have moved.", CHECK, CHECK, CHECK, CHECK), "it is an error page"),
        (page("Oops", "The page you were looking for doesn’t exist.", CHECK, CHECK, CHECK), "it is an error page"),
        (page("Norvik Herald", "502 Bad Gateway"), "it is an error page"),
        (page("Sign in", "Forgot your password?", CHECK, CHECK, CHECK, CHECK), "it asks its readers to log in"),
        (
            page("Norvik Herald", "We and our 812 partners use cookies.", CHECK, CHECK, CHECK, CHECK),
            "it asks about cookies instead of showing its text",
        ),
        (page("Before you continue", *(f"{n}: {CHECK}" for n in range(12))), "its title is «Before you continue»"),
    ],
)
def test_a_wall_is_named(html: str, reason: str) -> None:
    assert reason_for(html) == reason


@pytest.mark.parametrize(
    "invitation",
    [
        "Subscribe to continue reading.",
        "This article is for subscribers only. Already a subscriber? Log in.",
        "You have reached your monthly limit.",
        "Diesen Artikel lesen Sie nur für Abonnenten frei.",
        "La suite est réservée : article réservé aux abonnés.",
    ],
)
def test_an_opening_that_ends_in_an_invitation_to_subscribe_is_refused(invitation: str) -> None:
    assert reason_for(html_page(OPEN_GRAPH, (*PARAGRAPHS[:2], invitation))) == OPENING


def test_a_page_that_is_not_free_is_refused_only_where_little_of_it_is_there() -> None:
    closed = JSON_LD.replace('"datePublished"', '"isAccessibleForFree": "False", "datePublished"')
    assert reason_for(html_page(closed, (PARAGRAPHS[0] + " " + PARAGRAPHS[1],))) == OPENING
    assert reason_for(html_page(closed, (*PARAGRAPHS * 2, "The council will vote on the plan when the…"))) == OPENING
    assert read(html_page(closed, PARAGRAPHS * 2)).title == "Harbour bridge closes to lorries"
    assert read(html_page(closed.replace('"False"', "true"), PARAGRAPHS)).text == TEXT


def test_a_page_of_one_video_is_refused() -> None:
    video = "<meta property='og:type' content='video.other'>"
    assert reason_for(html_page(video, (BRIEF,))) == "it is a video without an article"
    in_json = '<script type="application/ld+json">{"@type": "VideoObject", "name": "Bridge"}</script>'
    assert reason_for(html_page(in_json, (BRIEF,))) == "it is a video without an article"
    assert read(html_page(in_json + JSON_LD, PARAGRAPHS)).text == TEXT


LISTS = "it lists articles: give the address of one"


def test_a_page_that_lists_articles_is_refused() -> None:
    looked_at = "on the coast is to be looked at by divers, who found cracks in the one beside it last week."
    teasers = "".join(f"<h3><a href='/{n}'>News {n}</a></h3><p>Bridge {n} {looked_at}</p>" for n in range(12))
    assert reason_for(html_page().replace("</article>", f"{teasers}</article>")) == LISTS
    assert reason_for(html_page(paragraphs=PARAGRAPHS * 4), "https://norvik.example/tag/bridges") == LISTS
    listed = ", ".join(f'{{"@type": "NewsArticle", "headline": "Elsewhere {n}"}}' for n in range(5))
    graph = f'<script type="application/ld+json">{{"@graph": [{{"@type": "CollectionPage"}}, {listed}]}}</script>'
    assert reason_for(html_page(graph, PARAGRAPHS * 4)) == LISTS
    signed = "<h2>By Jonas Lind</h2><p>3 February 2025</p>"
    assert read(
        html_page().replace("</h1>", f"</h1>{signed}").replace("</main>", f"</main><aside>{teasers}</aside>")
    ).author
    # an article may stand under such an address, and lead to many others
    assert read(html_page(JSON_LD), "https://norvik.example/topics/bridges").text == TEXT
    assert read(html_page(JSON_LD).replace("</main>", f"</main><aside>{teasers}</aside>")).text == TEXT


@pytest.mark.parametrize(
    "sentence",
    [
        "In all 404 people were hurt when the bridge fell, and the page was turned over to the state.",
        "Access to the harbour was denied to journalists, who had signed in at the gate.",
        "Subscribers of the ferry line may go on reading their letters aboard.",
        "The council sells cookies for the repairs and asks for consent.",
        "An error in the plans was not found until May.",
    ],
)
def test_a_brief_that_speaks_of_such_things_is_an_article(sentence: str) -> None:
    assert wall(Signs("Bridge falls", f"{sentence} {BRIEF}")) is None


def test_a_long_article_may_say_anything() -> None:
    text = "\n\n".join([*PARAGRAPHS] * 4 + ["To continue reading, log in and accept all cookies: error 404."])
    assert wall(Signs("Access denied", text)) is None
