"""Guards that a document is read as what it is, whatever it was declared as, and that nothing in it crashes this."""

from __future__ import annotations

import codecs
import gzip
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import NotAListing
from index.gather.listing import Listing, SourceKind, WebPage
from tests.gather.feed_texts import ADDRESS, atom, read, read_any, rss, sitemap
from tests.gather.norvik_pages import html_page

LINK = "<link>https://norvik.example/bridge</link>"
JSON = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "https://norvik.example/bridge"}]}'
LIST = "https://norvik.example/bridge"


@pytest.mark.parametrize(
    "declared", ["", "text/html", "text/plain", "application/xml", "application/json", "image/png"]
)
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (rss(LINK), SourceKind.FEED),
        (atom("<link href='/bridge'/>"), SourceKind.FEED),
        (JSON, SourceKind.FEED),
        (sitemap("<loc>https://norvik.example/bridge</loc>"), SourceKind.SITEMAP),
        (LIST, SourceKind.PAGES),
    ],
)
def test_the_bytes_say_what_a_document_is(body: str, kind: SourceKind, declared: str) -> None:
    listing = read(body, content_type=declared)
    assert (listing.kind, [item.address for item in listing.items]) == (kind, ["https://norvik.example/bridge"])


@pytest.mark.parametrize(
    "before",
    [
        "\ufeff\n  ",
        "<?xml-stylesheet href='a.xsl'?>\n<!-- <html> or <feed> -->",
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://a.example/rss-0.91.dtd">',
        "<br />\n<b>Warning</b>: mysql_connect() in /var/www/feed.php on line <b>3</b><br />\n",
    ],
)
def test_what_stands_before_a_feed_does_not_hide_it(before: str) -> None:
    assert len(read(before + rss(LINK)).items) == 1


@pytest.mark.parametrize("body", [html_page(), "<p>Not found", "<svg/>", '<?xml version="1.0"?><html xmlns="x"/>'])
def test_a_page_is_a_page_whatever_it_was_declared_as(body: str) -> None:
    assert read_any(body, content_type="application/rss+xml") == WebPage(ADDRESS, ())


def test_a_page_comes_with_the_feeds_it_names() -> None:
    page = html_page('<link rel="alternate" type="application/rss+xml" href="/feed.xml">')
    assert read_any(page) == WebPage(ADDRESS, ("https://norvik.example/feed.xml",))


@pytest.mark.parametrize(
    ("encoding", "declared", "charset"),
    [
        ("utf-8", "utf-8", None),
        ("utf-8", "iso-8859-1", None),
        ("utf-8", "utf-8", "iso-8859-1"),
        ("cp1251", "windows-1251", None),
        ("cp1251", "", "windows-1251"),
        ("koi8-r", "koi8-r", "no-such-charset"),
        ("utf-16", "utf-16", None),
        ("utf-16-le", "utf-16", None),
        ("utf-16-be", "utf-16", None),
        ("utf-8", "utf-16", None),
        ("utf-8", "unicode_escape", None),
        ("utf-8", "undefined", "undefined"),
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        rss(f"{LINK}<title>Мост закрыт</title>"),
        sitemap("<loc>https://norvik.example/a</loc><news:news><news:title>Мост закрыт</news:title></news:news>"),
    ],
)
def test_the_characters_of_a_feed_are_those_that_were_written(
    body: str, encoding: str, declared: str, charset: str | None
) -> None:
    stated = f'<?xml version="1.0" encoding="{declared}"?>' if declared else '<?xml version="1.0"?>'
    data = (stated + body.partition("?>")[2]).encode(encoding)
    assert read(data, charset=charset).items[0].title == "Мост закрыт"


def test_a_list_in_plain_ascii_that_says_utf_16_is_read_all_the_same() -> None:
    assert len(read(f'<?xml version="1.0" encoding="utf-16"?>{rss(LINK).partition("?>")[2]}').items) == 1


def test_a_packed_sitemap_is_unpacked() -> None:
    body = sitemap("<loc>https://norvik.example/bridge</loc>").encode()
    assert len(read(gzip.compress(body), content_type="application/gzip").items) == 1


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "it is empty"),
        (b" \n ", "it is empty"),
        (gzip.compress(b"", mtime=0), "it is empty"),
        (gzip.compress(bytes(10_000_001), mtime=0), "unpacked, it is larger than 10 MB"),
        (gzip.compress(b"<urlset/>", mtime=0)[:-9], "it is packed with gzip, wrongly"),
        (b"\x1f\x8bnothing", "it is packed with gzip, wrongly"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "no feed, sitemap or list of web addresses was found in it"),
        (b"%PDF-1.7 \0", "no feed, sitemap or list of web addresses was found in it"),
        (codecs.BOM_UTF8 + b"Norvik", "no feed, sitemap or list of web addresses was found in it"),
    ],
)
def test_what_lists_nothing_is_refused(body: bytes, reason: str) -> None:
    with pytest.raises(NotAListing) as refused:
        read(body)
    assert (refused.value.where, refused.value.reason) == (ADDRESS, reason)


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE rss [<!ENTITY a0 "lol">{LAUGHS}]>',
        '<!DOCTYPE rss [\n<!ENTITY a9 SYSTEM "file:///etc/passwd">\n]>',
        '<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://127.0.0.1/a.dtd"> %a;]>',
        f'<!DOCTYPE rss [<!ENTITY a9 "{"x" * 100_000}">]>',
    ],
)
@pytest.mark.parametrize("form", [rss, atom])
def test_no_entity_of_a_feeds_own_is_resolved(doctype: str, form: Callable[[str], str]) -> None:
    entry = "<link href='https://norvik.example/a'>https://norvik.example/a</link><title>&a9;&a9;</title>"
    told = repr(read(doctype + form(entry).partition("?>")[2] if form is rss else doctype + form(entry)))
    assert "norvik.example/a" in told
    assert [word for word in ("lol", "root:", "xxx") if word in told] == []


WHOLE_ONES = [rss(LINK), atom("<link href='/a'/><updated>2025-02-03</updated>"), JSON, sitemap("<loc>/a</loc>"), LIST]
DAMAGED = st.builds(
    lambda body, at, length, put: body.encode()[:at] + put + body.encode()[at + length :],
    st.sampled_from(WHOLE_ONES),
    st.integers(0, 400),
    st.integers(0, 40),
    st.binary(max_size=8),
)
MARKUP = st.text(st.sampled_from("<>/&;!-[]{}='\":? \nrssfedurlht.item\0\ufeff"), max_size=80).map(str.encode)


@settings(deadline=None, max_examples=600)
@given(st.binary(max_size=60) | MARKUP | DAMAGED)
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    try:
        found = read_any(body)
    except NotAListing as refused:
        assert refused.reason
    else:
        assert isinstance(found, Listing | WebPage)
