"""Guards what is read out of sitemaps, news sitemaps and indexes of them."""

from __future__ import annotations

import pytest

from index.gather.listing import SourceKind
from tests.gather.feed_texts import read, sitemap

NEWS = """<loc>https://norvik.example/bridge?utm_medium=x</loc><lastmod>2025-02-05</lastmod>
<news:news><news:publication><news:name>Norvik Herald</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2025-02-03T17:30:00+01:00</news:publication_date><news:title>Bridge &amp; ferry</news:title>
</news:news>"""


def test_a_news_sitemap() -> None:
    listing = read(sitemap(NEWS))
    assert (listing.kind, listing.title) == (SourceKind.SITEMAP, "Norvik Herald")
    (item,) = listing.items
    assert (item.address, item.title, item.text) == ("https://norvik.example/bridge", "Bridge & ferry", None)
    assert item.published is not None
    assert (item.published.isoformat(), item.has_time) == ("2025-02-03T16:30:00+00:00", True)


def test_when_a_page_was_changed_orders_it_and_is_not_when_it_was_published() -> None:
    listing = read(
        sitemap(
            "<loc>https://norvik.example/old</loc><lastmod>2024-02-05</lastmod>",
            "<loc>https://norvik.example/none</loc>",
            "<loc>https://norvik.example/wrong</loc><lastmod>2031-01-01</lastmod>",
            "<loc> https://norvik.example/new\n</loc><lastmod>2025-02-05T08:00:00Z</lastmod>",
        )
    )
    assert [item.address.rpartition("/")[2] for item in listing.items] == ["new", "old", "none", "wrong"]
    assert all(item.published is None for item in listing.items)


def test_the_fingerprint_changes_with_the_date_of_change() -> None:
    def mark(date: str) -> bytes:
        (item,) = read(sitemap(f"<loc>https://norvik.example/a</loc><lastmod>{date}</lastmod>")).items
        return item.fingerprint

    assert mark("2025-02-05") == mark("2025-02-05") != mark("2025-02-06")


def test_without_a_namespace_with_a_prefix_or_broken_off_it_is_a_sitemap_still() -> None:
    bare = (
        "<urlset><url><loc>https://norvik.example/a</loc></url><url><loc>https://norvik.example/b</loc></url></urlset>"
    )
    prefixed = bare.replace("<", "<s:").replace("<s:/", "</s:").replace("urlset>", "urlset xmlns:s='x'>", 1)
    assert read(bare).items == read(prefixed).items == read(bare[:-20]).items
    assert len(read(bare).items) == 2


def test_what_leads_nowhere_is_refused() -> None:
    listing = read(sitemap("<lastmod>2025-02-05</lastmod>", "<loc>ftp://norvik.example/</loc>", "<loc>/a</loc>"))
    assert [item.address for item in listing.items] == ["https://norvik.example/a"]
    assert [(refusal.where, refusal.reason) for refusal in listing.refusals] == [
        ("entry 1", "it has no link to a page"),
        ("ftp://norvik.example/", "it does not begin with http:// or https://"),
    ]


def test_an_index_names_further_sitemaps_those_of_news_and_the_newest_first() -> None:
    named = [(f"/map-{n}.xml", f"2024-{n:02}-01") for n in range(1, 12)] + [("/news.xml", ""), ("ftp://x.example/", "")]
    body = "".join(f"<sitemap><loc>{at}</loc><lastmod>{date}</lastmod></sitemap>" for at, date in named)
    listing = read(f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{body}</sitemapindex>')
    assert listing.kind is SourceKind.SITEMAP
    assert listing.items == ()
    assert listing.more == (
        "https://norvik.example/news.xml",
        *(f"https://norvik.example/map-{n}.xml" for n in range(11, 2, -1)),
    )
    assert [(refusal.where, refusal.reason) for refusal in listing.refusals] == [
        ("sitemap 13", "it does not begin with http:// or https://"),
        ("https://norvik.example/news/feed", "it names 12 sitemaps: only 10 are read, the newest first"),
    ]


@pytest.mark.parametrize("name", ["loc", "lastmod"])
def test_no_entity_is_resolved_and_nothing_loaded(name: str) -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE urlset [<!ENTITY a0 "lol">{bomb}<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    entry = f"<loc>https://norvik.example/a</loc><{name}>&a9;&x;</{name}>"
    body = sitemap(entry, "<loc>https://norvik.example/b</loc>").replace("?>", f"?>{doctype}", 1)
    listing = read(body)
    told = repr(listing)
    assert "https://norvik.example/b" in told
    assert "lol" not in told
    assert "root:" not in told
