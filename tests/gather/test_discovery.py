"""Guards where a site's feed is looked for: what its pages name first, the feed of comments last."""

from __future__ import annotations

import time

import pytest

from index.gather.discovery import feeds_on, sitemaps_in, usual_feeds, usual_sitemaps

HOME = "https://norvik.example/en/"


def page(*links: str) -> str:
    return f"<!doctype html><html><head><title>Norvik</title>{''.join(links)}</head><body><p>x</body></html>"


def test_a_page_names_its_feeds_the_main_one_first() -> None:
    html = page(
        '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">',
        '<link rel="stylesheet" type="text/css" href="/a.css"><link rel="alternate" hreflang="de" href="/de/">',
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">',
        '<link rel="alternate" type="application/json+oembed" href="/oembed">',
        '<LINK REL="Alternate Feed" TYPE="Application/RSS+XML; charset=utf-8" HREF="feed/?a=1&amp;b=2#x">',
        '<link rel="alternate" type="application/atom+xml" href="//feeds.example/norvik">',
        '<link rel="alternate" type="application/rss+xml" href="feed/?a=1&amp;b=2">',
        '<link rel="alternate" type="application/rss+xml"><link rel="feed" href="javascript:alert(1)">',
    )
    assert feeds_on(HOME, html) == (
        "https://norvik.example/en/feed/?a=1&b=2",
        "https://feeds.example/norvik",
        "https://norvik.example/comments/feed/",
    )


@pytest.mark.parametrize(
    ("base", "feed"),
    [
        ('<base href="/de/">', "https://norvik.example/de/feed"),
        ("<base>", "https://norvik.example/en/feed"),
        ('<base href="http://[">', "https://norvik.example/en/feed"),
    ],
)
def test_a_page_may_say_what_its_links_are_relative_to(base: str, feed: str) -> None:
    assert feeds_on(HOME, page(base, '<link rel="feed" href="feed">')) == (feed,)


@pytest.mark.parametrize(
    "html", ["", " ", "<", "<html>", "\0", "\ud800", "<a href='/feed'>RSS</a>", "<!-- <link rel=feed href=/x> -->"]
)
def test_a_page_that_names_none(html: str) -> None:
    assert feeds_on(HOME, html) == ()


def test_five_are_enough() -> None:
    assert len(feeds_on(HOME, page(*(f'<link rel="feed" href="/{n}">' for n in range(100))))) == 5


def test_the_usual_places_are_those_of_the_host() -> None:
    assert usual_feeds("https://norvik.example/en/a?b#c")[:2] == (
        "https://norvik.example/feed",
        "https://norvik.example/rss",
    )
    assert usual_sitemaps(HOME)[0] == "https://norvik.example/sitemap_news.xml"


def test_robots_txt_names_sitemaps() -> None:
    robots = "User-agent: *\nDisallow: /a\nSITEMAP : https://norvik.example/map.xml\r\nsitemap:https://norvik.example/news.xml\n"
    assert sitemaps_in(robots + "# Sitemap: /no\nSitemap: https://norvik.example/map.xml") == (
        "https://norvik.example/news.xml",
        "https://norvik.example/map.xml",
    )
    assert sitemaps_in("") == ()


@pytest.mark.parametrize("robots", ["\n" * 500_000, " " * 500_000, "sitemap" + " " * 500_000, "sitemap:\n" * 50_000])
def test_a_hostile_robots_txt_takes_no_time(robots: str) -> None:
    began = time.process_time()
    assert sitemaps_in(robots) == ()
    assert time.process_time() - began < 1
