"""Guards what a robots.txt is taken to ask, and that none takes long to understand."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import FetchFailed
from index.gather.identity import PRODUCT, user_agent
from index.gather.robots import READ_BYTES, USABLE, Robots, is_fresh, means_none, robots_address, robots_text
from index.pages import HostState

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def allowed(robots: str, path: str) -> bool:
    return Robots(robots_text(robots.encode())).allow(f"https://norvik.example{path}")


@pytest.mark.parametrize(
    ("robots", "path", "may"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /private", "/a", True),
        ("User-agent: *\nDisallow: /private", "/private/a", False),
        ("User-agent: *\nDisallow: /news\nAllow: /news/public", "/news/public/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", True),
        ("User-agent: *\nDisallow: /a?b", "/a?b=1", False),
        ("User-agent: *\nDisallow: /\nUser-agent: Verbatim\nDisallow: /private", "/a", True),
        ("User-agent: verbatim\nDisallow: /\n\nUser-agent: *\nDisallow:", "/a", False),
        ("User-agent: VERBATIM/2.0 # us\nDisallow: /", "/a", False),
        ("User-agent: Verbatim*\nDisallow: /", "/a", False),
        ("User-agent: GPTBot\nUser-agent: Verbatim\nDisallow: /", "/a", False),
        ("User-agent: GPTBot\nDisallow: /\nUser-agent: CCBot\nDisallow: /b", "/a", True),
        ("User-agent: Verb\nDisallow: /", "/a", True),
        ("User-agent: Verbatimbot\nDisallow: /", "/a", True),
        ("\ufeffUser-agent: *\nDisallow: /", "/a", False),
        ("user agent *\nDISALLOW /", "/a", False),
        ("User-agent: *\r\rDisallow: /\r", "/a", False),
        ("<!DOCTYPE html><title>Not found</title>", "/a", True),
        ("Disallow: /", "/a", True),
    ],
)
def test_what_may_be_read(robots: str, path: str, may: bool) -> None:
    assert allowed(robots, path) == may


@pytest.mark.parametrize(
    ("line", "seconds"),
    [("5", 5), ("0.5", 0.5), ("3600", 60), ("1e9", 60), ("inf", 0), ("nan", 0), ("-3", 0), ("soon", 0), ("", 0)],
)
def test_the_pause_between_two_requests(line: str, seconds: float) -> None:
    assert Robots(robots_text(f"User-agent: *\nCrawl-delay: {line}".encode())).pause == seconds


def test_the_pause_is_the_one_meant_for_us() -> None:
    text = "User-agent: *\nCrawl-delay: 30\n\nUser-agent: Verbatim\nCrawl-delay: 2\nUser-agent: x\nCrawl-delay: 9"
    assert Robots(robots_text(text.encode())).pause == 2


@given(st.binary(max_size=300) | st.text("User-agent: *\nDisallow/$%#", max_size=200).map(str.encode))
def test_any_bytes_are_rules_or_none(body: bytes) -> None:
    text = robots_text(body)
    rules = Robots(text)
    assert rules.allow("https://norvik.example/a?b") in (True, False)
    assert 0 <= rules.pause <= 60


def test_no_robots_takes_minutes() -> None:
    """Thousands of names over thousands of rules: 2,000 of each take Protego alone 4 s, 18,000 six minutes."""
    body = "".join(f"User-agent: x{n}\n" for n in range(18_000)) + "".join(f"Disallow: /{n}\n" for n in range(18_000))
    began = time.process_time()
    assert Robots(robots_text(body.encode()[:READ_BYTES])).allow("https://norvik.example/a")
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("https://norvik.example/news/a?b=c#d", "https://norvik.example/robots.txt"),
        ("http://norvik.example:8080", "http://norvik.example:8080/robots.txt"),
        ("https://[2606:4700::1111]/a", "https://[2606:4700::1111]/robots.txt"),
    ],
)
def test_where_the_rules_stand(address: str, where: str) -> None:
    assert robots_address(address) == where


@pytest.mark.parametrize(
    ("age", "fresh", "usable"),
    [
        (timedelta(), True, True),
        (timedelta(hours=23, minutes=59), True, True),
        (timedelta(hours=24), False, True),
        (timedelta(days=29), False, True),
        (timedelta(days=30), False, False),
        (timedelta(hours=-1), False, False),
    ],
)
def test_how_long_rules_hold(age: timedelta, fresh: bool, usable: bool) -> None:
    state = HostState(None, "", NOW - age)
    assert (is_fresh(state, NOW), is_fresh(state, NOW, USABLE)) == (fresh, usable)
    assert not is_fresh(HostState(), NOW)


@pytest.mark.parametrize(
    ("status", "none"),
    [
        *((404, True), (401, True), (403, True), (410, True), (204, True)),
        *((429, False), (500, False), (503, False), (304, False), (200, False), (None, False)),
    ],
)
def test_which_answers_mean_that_there_are_no_rules(status: int | None, none: bool) -> None:
    assert means_none(FetchFailed("x", "y", status)) == none


def test_the_project_and_a_contact_are_named() -> None:
    assert user_agent().startswith(f"{PRODUCT}/")
    assert "+https://norvik.example/bot)" in user_agent("https://norvik.example/bot")
