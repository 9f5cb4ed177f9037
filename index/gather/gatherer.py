"""Gatherer: an address or a file that somebody hands in becomes an Article. Orders the steps; each has its own file."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from index.gather.extraction import Extraction
from index.gather.fetch import Fetcher
from index.gather.files import check_size
from index.gather.hosts import HostMemory
from index.gather.items import article_of_item, completed
from index.gather.listing import Item
from index.gather.politeness import Politeness
from index.types import Article, NotModified, Validators


class Gatherer:
    """Fetches and reads single articles; nothing heavy runs on the event loop. Close it when done.

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

        AddressRefused, FetchFailed, NotNow, TooLarge (10 MB) or NotAnArticle, after at most 20 s to fetch, 5 s that its
        host asked to wait, and 15 s to read it.
        """
        return await self._extraction.read_page(await self._politeness.fetch_for_person(address))

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
        """The article in a text, markdown or HTML file; NotAnArticle or TooLarge (10 MB), with `where` the name."""
        check_size(name, len(data))
        return await self._extraction.read_file(name, data)

    async def close(self) -> None:
        """End what is still being read."""
        self._extraction.close()
