"""Guards what is read out of RSS and Atom: links, titles, names, dates, whole texts, and the pause they ask for."""

from __future__ import annotations

import pytest

from index.errors import NotAListing
from index.gather.listing import Item, SourceKind
from tests.gather.feed_texts import ADDRESS, WHOLE, atom, read, rss
from tests.gather.norvik_pages import TEXT

LINK = "<link>https://norvik.example/bridge</link>"


def only(body: str | bytes) -> Item:
    (item,) = read(body).items
    return item


def test_a_feed_with_all_that_it_may_say() -> None:
    first = f"""<title>Harbour bridge closes to lorries &amp;amp; coaches</title>
    <link>https://norvik.example/bridge/?utm_source=rss#top</link><guid isPermaLink="false">17</guid>
    <pubDate>Mon, 03 Feb 2025 17:30:00 +0100</pubDate><dc:creator><![CDATA[By Jonas Lind and Mira Falk]]></dc:creator>
    <description>The bridge closes.</description><content:encoded><![CDATA[{WHOLE}]]></content:encoded>"""
    second = (
        "<title>Ferry returns</title><link>https://norvik.example/ferry</link><description>It is back</description>"
    )
    listing = read(rss(first, second))
    assert (listing.kind, listing.address, listing.title) == (SourceKind.FEED, ADDRESS, "Norvik Herald")
    bridge, ferry = listing.items
    assert bridge.address == "https://norvik.example/bridge"
    assert bridge.title == "Harbour bridge closes to lorries & coaches"
    assert bridge.author == "Jonas Lind, Mira Falk"
    assert (bridge.published and bridge.published.isoformat(), bridge.has_time) == ("2025-02-03T16:30:00+00:00", True)
    assert bridge.text == f"{TEXT}\n\n{TEXT}"
    assert (ferry.published, ferry.author, ferry.text) == (None, None, None)
    assert len(bridge.fingerprint) == 16
    assert listing.refusals == ()


@pytest.mark.parametrize(
    ("body", "address"),
    [
        (rss("<link>/bridge</link>"), "https://norvik.example/bridge"),
        (rss("<link>bridge</link>"), "https://norvik.example/news/bridge"),
        (rss("<link>//other.example/bridge</link>"), "https://other.example/bridge"),
        (rss("<link> https://norvik.example/the bridge </link>"), "https://norvik.example/the%20bridge"),
        (rss('<link xml:base="https://other.example/a/">bridge</link>'), "https://other.example/a/bridge"),
        (rss("<guid>https://norvik.example/bridge</guid>"), "https://norvik.example/bridge"),
        (rss(f'<guid isPermaLink="false">https://norvik.example/x</guid>{LINK}'), "https://norvik.example/bridge"),
        (atom('<link rel="self" href="/x"/><link href="/bridge"/>'), "https://norvik.example/bridge"),
        (atom('<link rel="alternate" type="application/json" href="/bridge"/>'), "https://norvik.example/bridge"),
        (
            atom('<link href="bridge"/>').replace("<feed", '<feed xml:base="https://b.example/c/"'),
            "https://b.example/c/bridge",
        ),
        (
            rss(f"{LINK}<feedburner:origLink>https://norvik.example/own</feedburner:origLink>").replace(
                "<rss", '<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
            ),
            "https://norvik.example/own",
        ),
    ],
)
def test_a_link_is_followed_as_it_was_meant(body: str, address: str) -> None:
    assert only(body).address == address


@pytest.mark.parametrize(
    ("entry", "where", "reason"),
    [
        ("<title>Harbour bridge closes</title>", "entry 2 («Harbour bridge closes»)", "it has no link to a page"),
        ("<description>x</description>", "entry 2", "it has no link to a page"),
        ("<link>javascript:alert(1)</link>", "javascript:alert(1)", "it does not begin with http:// or https://"),
        ("<link>/?utm_source=rss</link>", "https://norvik.example/", "it is a site's front page, not an article"),
        ("<link>https://user:pw@a.example/</link>", "https://a.example/", "it holds a user name or a password"),
        ("<link>https://[::1/</link>", "entry 2", "it has no link to a page"),
        (
            "<link>https://2130706433.0x/</link>",
            "https://2130706433.0x/",
            "its host is neither a name nor a properly written IP address",
        ),
    ],
)
def test_an_entry_that_leads_nowhere_is_refused_and_the_others_are_taken(entry: str, where: str, reason: str) -> None:
    listing = read(rss(LINK, entry, "<link>https://norvik.example/ferry</link>"))
    assert [item.address for item in listing.items] == ["https://norvik.example/bridge", "https://norvik.example/ferry"]
    assert [(refusal.where, refusal.reason) for refusal in listing.refusals] == [(where, reason)]


@pytest.mark.parametrize(
    ("stated", "published", "has_time"),
    [
        ("<pubDate>Mon, 03 Feb 2025 17:30:00 +0100</pubDate>", "2025-02-03T16:30:00+00:00", True),
        ("<pubDate>Mon, 3 Feb 2025 09:30 EST</pubDate>", "2025-02-03T14:30:00+00:00", True),
        ("<pubDate>2025-02-03</pubDate>", "2025-02-03T00:00:00+00:00", False),
        ("<pubDate>2025-02-03T16:30:00Z</pubDate>", "2025-02-03T16:30:00+00:00", True),
        ("<dc:date>2025-02-03T17:30:00+01:00</dc:date>", "2025-02-03T16:30:00+00:00", True),
        ("<pubDate>Mon, 03 Feb 2025</pubDate>", "2025-02-03T00:00:00+00:00", False),
        # not when it was, or not known
        ("<pubDate>2025-02</pubDate>", None, False),
        ("<pubDate>2025</pubDate>", None, False),
        ("<pubDate>yesterday</pubDate>", None, False),
        ("<pubDate></pubDate>", None, False),
        ("<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>", None, False),
        ("<pubDate>Tue, 31 Dec 2099 00:00:00 GMT</pubDate>", None, False),
        ("<pubDate>Mon, 03 Feb 99999 17:30:00 GMT</pubDate>", None, False),
        ("<pubDate>Wed, 12 Feb 2025 11:59:00 GMT</pubDate>", "2025-02-12T11:59:00+00:00", True),
        ("<pubDate>Wed, 12 Feb 2025 12:01:00 GMT</pubDate>", None, False),
    ],
)
def test_a_date_that_can_be_true_is_kept_and_the_item_always(
    stated: str, published: str | None, has_time: bool
) -> None:
    item = only(rss(LINK + stated))
    assert (item.published and item.published.isoformat(), item.has_time) == (published, has_time)


def test_publication_comes_before_change() -> None:
    changed = "<updated>2025-02-05T08:00:00Z</updated>"
    both = only(atom(f"<link href='/a'/>{changed}<published>2025-02-03T16:30:00Z</published>"))
    alone = only(atom(f"<link href='/a'/>{changed}"))
    assert both.published is not None
    assert alone.published is not None
    assert (both.published.day, alone.published.day) == (3, 5)


@pytest.mark.parametrize(
    ("stated", "author"),
    [
        ("<author>jonas@norvik.example (Jonas Lind)</author>", "Jonas Lind"),
        ("<author>jonas@norvik.example</author>", None),
        ("<author>Jonas Lind &lt;jonas@norvik.example&gt;</author>", "Jonas Lind"),
        ("<dc:creator>Jonas Lind</dc:creator>", "Jonas Lind"),
        ("<dc:creator>Jonas Lind</dc:creator><dc:creator>Ida Berg</dc:creator>", "Jonas Lind, Ida Berg"),
        ("<dc:creator>&lt;b&gt;Jonas Lind&lt;/b&gt;</dc:creator>", "Jonas Lind"),
    ],
)
def test_the_names_of_authors(stated: str, author: str | None) -> None:
    assert only(rss(LINK + stated, channel="<managingEditor>Mira Falk</managingEditor>")).author == author


def test_in_atom_the_author_of_the_feed_is_that_of_entries_without_one() -> None:
    own = "<link href='/a'/><author><name>Jonas Lind</name></author><author><name>Ida Berg</name></author>"
    listing = read(atom(own, "<link href='/b'/>", feed="<author><name>Mira Falk</name></author>"))
    assert [item.author for item in listing.items] == ["Jonas Lind, Ida Berg", "Mira Falk"]


@pytest.mark.parametrize(
    "content",
    [
        f"<content type='html'><![CDATA[{WHOLE}]]></content>",
        f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{WHOLE}</div></content>",
        f"<summary>Short.</summary><content type='html'><![CDATA[{WHOLE}]]></content>",
    ],
)
def test_the_whole_text_in_atom(content: str) -> None:
    assert only(atom(f"<link href='/a'/>{content}")).text == f"{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(
    "content",
    [
        f"<summary type='html'><![CDATA[{WHOLE}]]></summary>",
        "<content type='image/png'>iVBORw0KGgo=</content>",
        f"<content type='text/x-ruby'>{TEXT}\n\n{TEXT}</content>",
        "<content type='html' src='https://norvik.example/a.html'/>",
    ],
)
def test_a_summary_or_something_else_is_no_whole_text(content: str) -> None:
    assert only(atom(f"<link href='/a'/>{content}")).text is None


@pytest.mark.parametrize(
    ("feed", "page", "whole"),
    [
        ("https://www.norvik.example/feed", "https://norvik.example/a", True),
        ("https://rss.norvik.example/all", "https://www.norvik.example/a", True),
        ("https://norvik.example/feed", "https://blog.norvik.example/a", True),
        ("https://jonas.blogs.example/feed", "https://blogs.example/a", False),
        ("https://norvik.example/feed", "https://other.example/a", False),
        ("https://norvik.example/feed", "https://evilnorvik.example/a", False),
        ("https://feeds.example/norvik", "https://norvik.example/a", False),
    ],
)
def test_a_feeds_words_stand_under_its_own_sites_pages_alone(feed: str, page: str, whole: bool) -> None:
    body = rss(f"<link>{page}</link><content:encoded><![CDATA[{WHOLE}]]></content:encoded>")
    (item,) = read(body, feed).items
    assert (item.text is not None) == whole


@pytest.mark.parametrize(
    ("channel", "pause"),
    [
        ("<ttl>60</ttl>", 3_600),
        ("<ttl>0</ttl>", None),
        ("<ttl>soon</ttl>", None),
        ("<ttl>nan</ttl>", None),
        ("<ttl>inf</ttl>", 604_800),
        ("<ttl>99999999</ttl>", 604_800),
        ("<sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 1_800),
        ("<sy:updatePeriod>daily</sy:updatePeriod>", 86_400),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", None),
        ("<sy:updatePeriod>now and then</sy:updatePeriod>", None),
        ("", None),
    ],
)
def test_the_pause_that_a_feed_asks_for(channel: str, pause: float | None) -> None:
    assert read(rss(LINK, channel=channel)).pause == pause


def test_the_fingerprint_changes_with_what_the_feed_says_of_an_entry_alone() -> None:
    def mark(entry: str, channel: str = "") -> bytes:
        return only(rss(LINK + entry, channel=channel)).fingerprint

    same = mark("<title>Bridge</title><description>Closed</description>")
    assert mark("<title>Bridge</title><description>Closed</description><slash>4</slash>", "<ttl>5</ttl>") == same
    changed = (
        mark("<title>Bridges</title><description>Closed</description>"),
        mark("<title>Bridge</title><description>Open</description>"),
        mark("<title>BridgeClosed</title>"),
        mark("<title>Bridge</title><description>Closed</description><pubDate>2025-02-03</pubDate>"),
        mark(f"<title>Bridge</title><description>Closed</description><content:encoded>{'x' * 9}</content:encoded>"),
    )
    assert len({same, *changed}) == 6


def test_a_feed_that_is_not_well_formed_is_read_as_far_as_it_goes() -> None:
    broken = rss(f"{LINK}<title>Salt & Pepper <b>bold</title>", "<link>https://norvik.example/ferry</link>")
    assert [item.address for item in read(broken[:-20]).items] == [
        "https://norvik.example/bridge",
        "https://norvik.example/ferry",
    ]


def test_what_begins_as_a_feed_and_is_none() -> None:
    with pytest.raises(NotAListing, match="no feed could be read out of it"):
        read("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description/></rdf:RDF>")
    assert read("<rss version='2.0'/>").items == ()


@pytest.mark.parametrize("newest_first", [True, False])
def test_of_50_000_entries_the_newest_1_000_are_read(newest_first: bool) -> None:
    entries = [
        f"<link>https://norvik.example/{n}</link><pubDate>2025-01-{n % 28 + 1:02}T00:00:{n % 60:02}Z</pubDate>"
        if n >= 1_000
        else f"<link>https://norvik.example/{n}</link><pubDate>2025-02-03T16:{n % 60:02}:00Z</pubDate>"
        for n in range(50_000)
    ]
    listing = read(rss(*(entries if newest_first else reversed(entries))))
    assert {item.address for item in listing.items} == {f"https://norvik.example/{n}" for n in range(1_000)}
    assert [refusal.reason for refusal in listing.refusals] == [
        "it lists 50,000: only 1,000 are read, the newest first"
    ]
