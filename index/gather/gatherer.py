"""Gatherer: an address or a file becomes an Article, a source a Listing. Orders the steps; each has its own file."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from index.errors import GatherError, NotAListing, NotNow
from index.gather.charsets import decode_page
from index.gather.discovery import sitemaps_in, usual_feeds, usual_sitemaps
from index.gather.extraction import Extraction
from index.gather.fetch import Fetcher
from index.gather.files import check_size, read_path
from index.gather.folders import known_by_place, read_folder, read_item
from index.gather.hosts import HostMemory
from index.gather.items import article_of_item, completed
from index.gather.listing import Item, Listing, WebPage
from index.gather.politeness import Politeness
from index.gather.robots import READ_BYTES, robots_address
from index.pages import NotModified, Page, Validators
from index.types import Article


class Gatherer:
    """Fetches and reads articles and what sources list; nothing heavy runs on the event loop. Close it when done.

    `memory` keeps what hosts asked for across restarts; without it, it is kept while the process lives.
    """

    def __init__(
        self,
        fetcher: Fetcher | None = None,
        extraction: Extraction | None = None,
        memory: HostMemory | None = None,
    ) -> None:
        self._politeness = Politeness(fetcher or Fetcher(), memory)
        self._extraction = extraction or Extraction()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def from_address(self, address: str) -> Article:
        """The article at an address that a person handed in, whose `url` is its canonical one.

        AddressRefused, FetchFailed, NotNow, TooLarge (10 MB) or NotAnArticle, after at most 18 s to fetch, 5 s that its
        host asked to wait, and 15 s to read it.
        """
        return await self._extraction.read_page(await self._politeness.fetch_for_person(address))

    async def listing(
        self, address: str, validators: Validators | None = None, known: Iterable[bytes] = ()
    ) -> tuple[Listing, Validators] | NotModified:
        """What a feed, a sitemap or a list of pages lists, read automatically, and what its host said of it.

        A page of HTML is taken for a site whose feed is to be found; the listing and what was said are then that
        feed's, whose address is `Listing.address`. Items whose fingerprint is `known` come without their text.
        NotAListing, and errors as for `from_address`, and RobotsRefused.
        """
        page = await self._politeness.fetch(address, validators)
        return page if isinstance(page, NotModified) else await self._listed(page, known)

    async def find_source(self, address: str) -> Listing:
        """What is to be followed at an address that somebody named; errors as for `listing`."""
        listing, _ = await self._listed(await self._politeness.fetch(address), ())
        return listing

    async def _listed(self, page: Page, known: Iterable[bytes]) -> tuple[Listing, Validators]:
        found = await self._extraction.read_listing(page, known)
        return await self._feed_of(found, known) if isinstance(found, WebPage) else said_of(found, page)

    async def _feed_of(self, page: WebPage, known: Iterable[bytes]) -> tuple[Listing, Validators]:
        """The first feed or sitemap of a site that lists something; NotAListing where there is none."""
        reason = "no feed or sitemap was found on its site: give the address of one"
        async for address in self._places_of(page):
            try:
                candidate = await self._politeness.fetch(address)
                found = await self._extraction.read_listing(candidate, known)
            except NotNow:
                raise
            except GatherError as error:
                # the other places are guesses
                if address in page.feeds[:1]:
                    reason = f"its feed {error.where} can't be used: {error.reason}"
                continue
            if isinstance(found, Listing) and (found.items or found.more):
                return said_of(found, candidate)
        raise NotAListing(page.address, reason)

    async def _places_of(self, page: WebPage) -> AsyncIterator[str]:
        """Where a site's feed may stand, the likeliest first; its robots.txt is asked only when it comes to that."""
        for address in (*page.feeds, *usual_feeds(page.address)):
            yield address
        try:
            robots = await self._politeness.fetch(robots_address(page.address))
            named = sitemaps_in(decode_page(robots.body[:READ_BYTES], robots.charset))
        except NotNow:
            raise
        except GatherError:
            named = ()
        for address in named or usual_sitemaps(page.address):
            yield address

    async def item(
        self, item: Item, outlet: str, validators: Validators | None = None
    ) -> tuple[Article, Validators] | NotModified:
        """The article behind an item of a source, read automatically, and what its host said of the page.

        The source's text where it carries the whole of it; else the page, completed with what the source states.
        `outlet` is the name of the source, for an article that names no outlet. Errors as for `from_address`, and
        RobotsRefused.
        """
        if item.text is not None:
            return article_of_item(item, item.text, outlet), Validators()
        page = await self._politeness.fetch(item.address, validators)
        if isinstance(page, NotModified):
            return page
        return completed(await self._extraction.read_page(page), item, outlet), page.validators

    async def from_file(self, name: str, data: bytes) -> Article:
        """The article in a text, markdown, HTML or PDF file; NotAnArticle or TooLarge (10 MB), `where` is the name."""
        check_size(name, len(data))
        return await self._extraction.read_file(name, data)

    async def folder(self, folder: Path) -> Listing:
        """What a folder of this machine holds; UnreadableFile where there is none."""
        return await asyncio.to_thread(read_folder, folder)

    async def page_list(self, file: Path) -> Listing:
        """The pages that a file of this machine names, an address a line; UnreadableFile, TooLarge, NotAListing."""
        data = await asyncio.to_thread(read_path, file)
        found = await self._extraction.read_listing(Page(str(file), "text/plain", "utf-8", data))
        if isinstance(found, Listing):
            return replace(found, title=found.title or file.stem)
        raise NotAListing(str(file), "it is a page; a list holds web addresses, one a line")

    async def folder_item(self, folder: Path, item: Item) -> Article:
        """The article in a file that a folder lists; UnreadableFile, and errors as for `from_file`."""
        data = await asyncio.to_thread(read_item, folder, item)
        return known_by_place(await self.from_file(item.address, data), folder, item)

    async def close(self) -> None:
        """End what is still being read."""
        self._extraction.close()


def said_of(listing: Listing, page: Page) -> tuple[Listing, Validators]:
    """A listing and what its host said of it; where it asks for no pause itself, its host's word counts."""
    pause = listing.pause if listing.pause is not None else page.max_age
    return replace(listing, pause=float(pause) if pause else None), page.validators
