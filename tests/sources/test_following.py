"""A followed source: found, read, read again for what is new alone, and nothing of it lost, doubled or shared."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from index.errors import (
    AddressRefused,
    GatherError,
    NotAListing,
    NothingToRead,
    SourceExists,
    UnknownSource,
    UnreadableFile,
)
from index.news_index import NewsIndex
from index.reports import Counts, Health, Progress, SourceInfo
from index.types import Filters
from tests.sources.feed_site import FeedSite, story
from tests.word_hash import CountingEmbedder


async def own(index: NewsIndex, server: int = 0) -> list[SourceInfo]:
    """The sources of a server that have an address."""
    return [one for one in await index.sources(server) if one.server == server and one.address]


async def text_of(index: NewsIndex, number: int, server: int = 0) -> str:
    """What is quoted of an article; empty where it is not found."""
    hits = await index.find(f"What did council {number} decide?", Filters(server))
    wanted = [hit.stored.article.text for hit in hits if hit.stored.article.title == f"Council {number} decides"]
    return wanted[0] if wanted else ""


async def test_a_feed_is_added_read_at_once_and_named_after_its_title(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(3))
    seen: list[Progress] = []
    read = await index.add_source(site.address("/feed"), server=7, watch=seen.append)
    assert (read.name, read.trouble, read.report.counts) == ("The Elan Courier", None, Counts(found=3, new=3))
    assert seen[-1] == Progress("reading", 3, 3, "articles", Counts(found=3, new=3), "The Elan Courier")
    [mine] = await own(index, 7)
    assert (mine.kind, mine.articles, mine.items, mine.refused, mine.state) == ("feed", 3, 3, 0, Health.OK)
    assert mine.outlets == ("The Elan Courier",)
    assert mine.read_at is not None and mine.due_at is not None
    assert 3_600 <= (mine.due_at - mine.read_at).total_seconds() <= 1.2 * 3_600 + 5
    assert await text_of(index, 2, server=7) == story(2)


async def test_what_is_unchanged_is_neither_fetched_nor_embedded(
    index: NewsIndex, site: FeedSite, embedder: CountingEmbedder
) -> None:
    site.feed(range(2), whole=False)
    assert (await index.add_source(site.address("/feed"))).report.counts == Counts(found=2, new=2)
    assert sorted(site.fetched) == ["/news/0", "/news/1"]
    embedder.embedded.clear()
    for note in ("", "", "bytes that differ"):
        site.feed(range(2), whole=False, note=note)
        read = await index.read_source("the elan courier")
        assert read.report.counts == Counts(found=2, unchanged=2)
    assert len(site.fetched) == 2
    assert embedder.embedded == []
    assert any("If-None-Match" in one.headers for one in site.requests if one.path == "/feed")


async def test_new_entries_are_taken_and_what_left_a_rolling_feed_stays(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(3))
    await index.add_source(site.address("/feed"))
    site.feed(range(2, 5))
    assert (await index.read_source("The Elan Courier")).report.counts == Counts(found=3, new=2, unchanged=1)
    [mine] = await own(index)
    assert (mine.articles, mine.items) == (5, 5)
    assert await text_of(index, 0) == story(0)


async def test_a_changed_entry_is_asked_for_again_and_makes_a_version(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(2), whole=False)
    await index.add_source(site.address("/feed"))
    site.feed(range(2), whole=False, changed={1: "after a recount"})
    assert (await index.read_source("The Elan Courier")).report.counts == Counts(found=2, updated=1, unchanged=1)
    assert site.fetched[2:] == ["/news/1"]
    assert site.requests[-1].headers.get("If-None-Match")
    assert "after a recount" in await text_of(index, 1)


async def test_one_bad_entry_is_refused_with_its_reason_and_not_asked_for_again(
    index: NewsIndex, site: FeedSite
) -> None:
    site.feed(range(4), whole=False)
    site.html("/news/1", "<html><body><p>Just a moment…</p></body></html>")
    site.put("/news/2", status=410)
    read = await index.add_source(site.address("/feed"))
    assert read.report.counts == Counts(found=4, new=2, refused=2)
    assert {one.where for one in read.report.refusals} == {site.address("/news/1"), site.address("/news/2")}
    asked = len(site.fetched)
    site.feed([9, *range(4)], note="more", whole=False)
    site.put("/news/2", status=410)
    assert (await index.read_source(read.name)).report.counts == Counts(found=5, new=1, unchanged=4)
    assert site.fetched[asked:] == ["/news/9"]
    [mine] = await own(index)
    assert (mine.items, mine.refused) == (5, 2)


async def test_what_may_pass_is_asked_for_at_later_readings_but_not_for_ever(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(2), whole=False)
    site.put("/news/1", status=503)
    read = await index.add_source(site.address("/feed"))
    assert read.report.counts == Counts(found=2, new=1, refused=1)
    for _ in range(4):
        assert (await index.read_source(read.name)).report.counts == Counts(found=2, unchanged=1, refused=1)
    assert site.fetched.count("/news/1") == 5
    assert (await index.read_source(read.name)).report.counts == Counts(found=2, unchanged=2)
    assert site.fetched.count("/news/1") == 5


async def test_what_passed_is_taken(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(2), whole=False)
    site.put("/news/1", status=404)
    read = await index.add_source(site.address("/feed"))
    site.feed(range(2), whole=False)
    assert (await index.read_source(read.name)).report.counts == Counts(found=2, new=1, unchanged=1)


async def test_the_feed_of_a_sites_page_is_found(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(2), path="/news.rss")
    link = '<link rel="alternate" type="application/rss+xml" href="/news.rss">'
    site.html("/", f"<!doctype html><html><head><title>Home</title>{link}</head><body><p>Hello.</p></body></html>")
    assert (await index.add_source(site.address("/"))).report.added == 2
    [mine] = await own(index)
    assert mine.address == site.address("/news.rss")


@pytest.mark.parametrize("address", ["ftp://a.example/feed", "http://127.0.0.1:1/feed", "file:///etc", "/etc", "x y"])
async def test_an_address_that_may_not_be_read_is_refused(index: NewsIndex, address: str) -> None:
    with pytest.raises(AddressRefused):
        await index.add_source(address)
    assert await own(index) == []


async def test_what_is_no_source_is_refused_with_a_reason_and_leaves_nothing(index: NewsIndex, site: FeedSite) -> None:
    site.html("/", "<!doctype html><html><body><p>No feed here.</p></body></html>")
    with pytest.raises(NotAListing, match="no feed or sitemap was found"):
        await index.add_source(site.address("/"))
    with pytest.raises(GatherError, match="404 Not Found"):
        await index.add_source(site.address("/nothing"))
    assert await own(index) == []
    assert (await index.status()).jobs == ()


async def test_an_address_is_a_source_once_even_for_two_at_once(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(2))
    address = site.address("/feed")
    first, second = await asyncio.gather(
        index.add_source(address), index.add_source(f"{address}/?utm_source=x"), return_exceptions=True
    )
    assert {type(first), type(second)} & {SourceExists} or "404" in str(second)
    with pytest.raises(SourceExists, match="The Elan Courier"):
        await index.add_source(f"{address}?utm_source=mail")
    assert len(await own(index)) == 1
    both = await asyncio.gather(*(index.add_source(address, server=7) for _ in range(3)), return_exceptions=True)
    assert sorted(type(one).__name__ for one in both) == ["SourceExists", "SourceExists", "SourceRead"]


async def test_two_sources_of_one_title_have_names_of_their_own(index: NewsIndex, site: FeedSite) -> None:
    names = []
    for number, title in enumerate(["News", "News", "news", "added by hand", "\u202eNews\n\x1b[31m", "", "x" * 300]):
        site.feed([number], path=f"/{number}", title=title)
        names.append((await index.add_source(site.address(f"/{number}"))).name)
    assert names[:4] == ["News", "News (2)", "news (3)", "added by hand (2)"]
    assert all(name.isprintable() and 0 < len(name) <= 84 for name in names)
    assert len({name.casefold() for name in names}) == len(names)


async def test_servers_are_apart(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(2))
    await index.add_source(site.address("/feed"), server=1)
    await index.add_source(site.address("/feed"), server=2)
    for other in (0, 2, 3):
        assert [one.server for one in await own(index, other)] == ([2] if other == 2 else [])
    site.feed(range(3), note="more")
    await index.read_source("The Elan Courier", server=1)
    assert [one.articles for server in (1, 2) for one in await own(index, server)] == [3, 2]
    for call in (index.pause_source, index.resume_source, index.remove_source, index.read_source):
        with pytest.raises(UnknownSource):
            await call("The Elan Courier", server=3)
    assert (await index.status(3)).jobs == ()
    assert {job.kind for job in (await index.status(1)).jobs} == {"read"}
    await index.remove_source("The Elan Courier", server=1)
    assert await text_of(index, 1, server=1) == ""
    assert await text_of(index, 1, server=2) == story(1)


async def test_a_removed_source_takes_its_articles_along_but_not_those_of_another(
    index: NewsIndex, site: FeedSite
) -> None:
    site.feed(range(4))
    site.feed(range(3, 6), path="/other", title="Other")
    await index.add_source(site.address("/feed"))
    await index.add_source(site.address("/other"))
    before = (await index.status()).articles
    assert (await index.remove_source("the elan courier")).articles == 3
    assert (await index.status()).articles == before - 3
    assert (await index.status()).waiting == 0
    assert await text_of(index, 0) == ""
    assert await text_of(index, 3) == story(3)
    assert [one.name for one in await own(index)] == ["Other"]
    with pytest.raises(UnknownSource, match="Other"):
        await index.read_source("The Elan Courier")
    assert (await index.add_source(site.address("/feed"))).report.added == 3


async def test_what_was_taken_down_does_not_come_back_before_it_is_allowed(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(2))
    await index.add_source(site.address("/feed"))
    await index.remove(site.address("/news/1"))
    site.feed(range(2), note="more")
    read = await index.read_source("The Elan Courier")
    assert read.report.counts == Counts(found=2, unchanged=1, refused=1)
    assert "taken down" in read.report.refusals[0].reason
    assert (await index.read_source("The Elan Courier")).report.counts == Counts(found=2, unchanged=2)
    assert await text_of(index, 1) == ""
    await index.allow(site.address("/news/1"))
    assert (await index.read_source("The Elan Courier")).report.counts == Counts(found=2, new=1, unchanged=1)


async def test_articles_that_are_kept_stay_under_the_name_of_their_source(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(2))
    await index.add_source(site.address("/feed"))
    assert (await index.remove_source("The Elan Courier", keep_articles=True)).articles == 0
    assert await own(index) == []
    assert await text_of(index, 1) == story(1)
    with pytest.raises(NothingToRead):
        await index.read_source("The Elan Courier")
    assert (await index.remove_source("The Elan Courier")).articles == 2


async def test_a_source_that_fails_is_paused_in_the_end_with_its_reason_until_it_is_resumed(
    index: NewsIndex, site: FeedSite
) -> None:
    site.feed(range(2))
    await index.add_source(site.address("/feed"))
    site.html("/feed", "<!doctype html><html><body><p>We have moved.</p></body></html>")
    read = await index.read_source("The Elan Courier")
    assert read.trouble is not None and "no feed or sitemap was found" in read.trouble
    site.put("/feed", status=502)
    for failures in range(2, 9):
        assert (await index.read_source("The Elan Courier")).trouble == "it answered 502 Bad Gateway"
        [mine] = await own(index)
        assert (mine.failures, mine.state) == (failures, Health.FAILING if failures < 8 else Health.PAUSED)
    assert mine.reason is not None and mine.reason.startswith("it failed 8 times in a row")
    assert mine.due_at is None
    assert await index.read_sources() == []
    job = (await index.status()).jobs[0]
    assert (job.kind, job.state, job.source) == ("read", "failed", "The Elan Courier")
    site.feed(range(3))
    assert await index.resume_source("the elan courier") == "The Elan Courier"
    [read] = await index.read_sources()
    assert read.report.counts == Counts(found=3, new=1, unchanged=2)
    [mine] = await own(index)
    assert (mine.state, mine.failures, mine.reason) == (Health.OK, 0, None)


async def test_a_paused_source_is_not_due_and_the_reason_is_told(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(1))
    await index.add_source(site.address("/feed"))
    await index.pause_source("The Elan Courier")
    [mine] = await own(index)
    assert (mine.state, mine.reason, mine.due_at) == (Health.PAUSED, "it was paused by hand", None)


async def test_a_host_that_asks_to_wait_is_not_a_source_that_fails(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(1))
    await index.add_source(site.address("/feed"))
    site.put("/feed", status=429, Retry_After="7200")
    read = await index.read_source("The Elan Courier")
    assert read.trouble is not None and "asked to wait" in read.trouble
    [mine] = await own(index)
    assert (mine.state, mine.failures) == (Health.OK, 0)
    assert mine.due_at is not None and mine.due_at.timestamp() > time.time() + 7_000
    asked = len(site.requests)
    await index.read_source("The Elan Courier")
    assert len(site.requests) == asked


async def test_a_source_that_asks_to_be_left_alone_is(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(1), ttl="<ttl>720</ttl>")
    await index.add_source(site.address("/feed"))
    [mine] = await own(index)
    assert mine.due_at is not None and mine.due_at.timestamp() > time.time() + 42_000


async def test_a_source_without_validators_is_read_daily(index: NewsIndex, site: FeedSite) -> None:
    site.feed(range(1), etag=False)
    await index.add_source(site.address("/feed"))
    await index.read_source("The Elan Courier")
    [mine] = await own(index)
    assert mine.due_at is not None and mine.due_at.timestamp() > time.time() + 86_000


async def test_a_sitemap_index_is_read_with_its_newest_sitemaps(index: NewsIndex, site: FeedSite) -> None:
    head = '<?xml version="1.0"?><{0} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{1}</{0}>'
    for part, numbers in (("a", (1,)), ("b", (2,))):
        urls = [f"<loc>{site.address(f'/news/{n}')}</loc><lastmod>2026-09-0{n}</lastmod>" for n in numbers]
        pages = "".join(f"<url>{url}</url>" for url in urls)
        site.conditional(f"/{part}.xml", head.format("urlset", pages), "application/xml", True)
        for number in numbers:
            site.entry(number, False, "")
    maps = "".join(f"<sitemap><loc>{site.address(f'/{part}.xml')}</loc></sitemap>" for part in "ab")
    site.conditional("/sitemap.xml", head.format("sitemapindex", maps), "application/xml", True)
    read = await index.add_source(site.address("/sitemap.xml"))
    assert (read.report.counts, read.trouble) == (Counts(found=2, new=2), None)
    read = await index.read_source(read.name)
    assert read.report.refused == 0
    assert len(site.fetched) == 2


async def test_a_folder_is_followed_a_changed_file_is_a_version_and_nothing_else_is_read(
    index: NewsIndex, tmp_path: Path
) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"{number}.md").write_text(f"# Council {number} decides\n\n{story(number)}\n")
    read = await index.add_local_source(folder)
    assert (read.name, read.report.counts) == ("desk", Counts(found=2, new=2))
    with pytest.raises(SourceExists):
        await index.add_local_source(folder)
    assert (await index.read_source("desk")).report.counts == Counts(found=2, unchanged=2)
    (folder / "1.md").write_text(f"# Council 1 decides\n\n{story(1, 'after a recount')}\n")
    assert (await index.read_source("desk")).report.counts == Counts(found=2, updated=1, unchanged=1)
    assert "after a recount" in await text_of(index, 1)
    (folder / "1.md").unlink()
    (folder / "2.md").unlink()
    folder.rmdir()
    assert (await index.read_source("desk")).trouble == "no such file or directory"
    [mine] = await own(index)
    assert mine.state is Health.FAILING


async def test_a_file_of_addresses_is_followed(index: NewsIndex, site: FeedSite, tmp_path: Path) -> None:
    for number in (1, 2):
        site.entry(number, False, "")
    pages = tmp_path / "pages.txt"
    pages.write_text(f"# ours\n{site.address('/news/1')}\n\n{site.address('/news/2')}\n{site.address('/gone')}\n")
    read = await index.add_local_source(pages)
    assert (read.name, read.report.counts) == ("pages", Counts(found=3, new=2, refused=1))
    with pytest.raises(UnreadableFile):
        await index.add_local_source(tmp_path / "none.txt")
    (tmp_path / "prose.txt").write_text("No address stands here.\n")
    with pytest.raises(NotAListing):
        await index.add_local_source(tmp_path / "prose.txt")
