"""Guards what is believed of a page's own statements, and in which order."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.gather.labels import Label, Labels
from index.gather.metadata import Head, Metadata
from index.gather.metadata import describe as describe_now

NOW = datetime(2025, 2, 10, tzinfo=UTC)


def lines(*texts: str) -> Labels:
    return Labels(dates=tuple(Label(text, marked=True) for text in texts))


def describe(head: Head) -> Metadata:
    return describe_now(head, NOW)


def stated(**fields: object) -> str:
    return json.dumps({"@type": "NewsArticle", **fields})


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (Head({"og:title": "Other"}, (stated(headline="Bridge &amp; tunnel"),)), "Bridge & tunnel"),
        (Head({"og:title": "Bridge closes | Norvik Herald", "og:site_name": "Norvik Herald"}), "Bridge closes"),
        (Head({"og:title": "Bridge closes – norvik herald", "og:site_name": "Norvik Herald"}), "Bridge closes"),
        (Head({"og:title": "Bridge | closes", "og:site_name": "Norvik Herald"}), "Bridge | closes"),
        (Head({"twitter:title": "<b>Bridge</b>\n closes"}), "Bridge closes"),
        (Head({}, headings=(" Bridge closes ",)), "Bridge closes"),
        (Head({}, headings=("Bridge closes", "Also today")), None),
        (Head({}, (stated(headline=["a"], name="Bridge closes"),)), "Bridge closes"),
        (Head({"og:title": " "}), None),
    ],
)
def test_titles(head: Head, title: str | None) -> None:
    assert describe(head).title == title


@pytest.mark.parametrize(
    ("head", "author"),
    [
        (Head({"author": "Other"}, (stated(author={"name": "Jonas Lind"}),)), "Jonas Lind"),
        (
            Head({}, (stated(author=[{"name": "Jonas Lind"}, {"name": "Mira Falk"}, "By Mira Falk"]),)),
            "Jonas Lind, Mira Falk",
        ),
        (Head({}, (stated(author={"name": ["Jonas Lind", "Mira Falk"]}),)), "Jonas Lind, Mira Falk"),
        (Head({}, (stated(author="Jonas Lind"),)), "Jonas Lind"),
        (Head({"author": "By Jonas Lind; Mira Falk"}), "Jonas Lind, Mira Falk"),
        (Head({"article:author": "https://social.example/norvik", "byl": "By Jonas Lind"}), "Jonas Lind"),
        (Head({}, (stated(author={"name": "https://norvik.example/jonas"}),)), None),
        (Head({}, (stated(author={"@id": "#jonas"}),)), None),
    ],
)
def test_authors(head: Head, author: str | None) -> None:
    assert describe(head).author == author


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (Head({"og:site_name": "Norvik Herald"}, (stated(publisher={"name": "Herald Media"}),)), "Norvik Herald"),
        (Head({}, (stated(publisher={"name": "Norvik Herald"}),)), "Norvik Herald"),
        (Head({"og:site_name": "Norvik Herald | News from the coast"}), "Norvik Herald"),
        (Head({"application-name": "Norvik Herald - News"}), "Norvik Herald"),
        (Head({"article:publisher": "https://social.example/norvik"}), None),
    ],
)
def test_outlets(head: Head, outlet: str | None) -> None:
    assert describe(head).outlet == outlet


MOMENT = datetime(2025, 2, 3, 16, 30, tzinfo=UTC)
DAY = datetime(2025, 2, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "published", "has_time"),
    [
        (Head({"date": "2024-01-01"}, (stated(datePublished="2025-02-03T17:30:00+01:00"),)), MOMENT, True),
        (Head({"article:published_time": "2025-02-03T16:30:00Z"}, (stated(dateModified="2025-03-01"),)), MOMENT, True),
        (Head({"article:modified_time": "2025-03-01"}), None, False),
        (Head({"pubdate": "Mon, 03 Feb 2025 16:30:00 GMT"}), MOMENT, True),
        (Head({"datepublished": "soon", "dc.date": "2025-02-03"}), DAY, False),
        (Head({}, (stated(datePublished="0001-01-01T00:00:00Z"),), labels=lines("3 February 2025")), DAY, False),
        (Head({}, labels=lines("Updated 9 February 2025", "3 February 2025")), DAY, False),
        (Head({}, labels=lines("9 February 2025", "Published 3 February 2025 16:30 GMT")), MOMENT, True),
        (Head({}, labels=lines("Published Feb. 3, 2025, 11:30 a.m. ET | Updated Feb. 9, 2025")), MOMENT, True),
        (Head({}, labels=lines("Updated 9 February 2025")), None, False),
        (Head({"date": "2025-02-03"}, labels=lines("3 February 2025 at 17:30 CET")), MOMENT, True),
        (Head({"date": "2025-02-03"}, labels=lines("6 February 2025 at 17:30 CET")), DAY, False),
        (Head({"date": "2025-02-03T17:30"}, (stated(dateCreated="2025-02-03T16:30:00Z"),)), MOMENT, True),
        (Head({"date": "2025-02-13", "pubdate": "1970-01-01T00:00:00Z", "dc.date": "2025-02-03"}), DAY, False),
        (Head({"date": "2025-02-12"}), datetime(2025, 2, 12, tzinfo=UTC), False),
        (Head({}, canonical="https://norvik.example/2025/feb/03/bridge"), DAY, False),
        (Head({}, canonical="https://norvik.example/bridge-20250203"), DAY, False),
        (Head({}, canonical="https://norvik.example/2025/03/bridge-202502031177"), None, False),
    ],
)
def test_dates(head: Head, published: datetime | None, has_time: bool) -> None:
    described = describe(head)
    assert (described.published, described.has_time) == (published, has_time)


@pytest.mark.parametrize(
    "script",
    [
        stated(headline="Bridge"),
        f"[{stated(headline='Bridge')}]",
        json.dumps({"@graph": [{"@type": "WebSite"}, json.loads(stated(headline="Bridge"))]}),
        json.dumps({"@type": "WebPage", "mainEntity": json.loads(stated(headline="Bridge"))}),
        json.dumps({"@type": ["Thing", "ReportageNewsArticle"], "headline": "Bridge"}),
        '{"@type": "BlogPosting", "headline": "Bridge", "articleBody": "a\nline"};',
    ],
)
def test_ways_to_nest_an_article(script: str) -> None:
    described = describe(Head({}, ("{broken", script)))
    assert (described.title, described.is_article) == ("Bridge", True)


def test_a_page_says_whether_it_is_an_article() -> None:
    assert describe(Head({"og:type": "Article"})).is_article
    assert not describe(Head({"og:type": "website"}, ('{"@type": "WebSite", "name": "Norvik Herald"}',))).is_article


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8) | st.sampled_from(["NewsArticle", "@type"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@type", "@graph", "author", "name", "headline", "datePublished"]), inner)
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(JSON)
def test_no_json_breaks_the_reading_of_a_page(value: object) -> None:
    describe(Head({}, (json.dumps(value), "[" * 100_000)))
