"""Gatherer: an address or a file that somebody hands in becomes an Article. Orders the steps; each has its own file."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from index.gather.extraction import Extraction
from index.gather.fetch import Fetcher
from index.gather.files import check_size
from index.types import Article


class Gatherer:
    """Fetches and reads single articles; nothing heavy runs on the event loop. Close it when done."""

    def __init__(self, fetcher: Fetcher | None = None, extraction: Extraction | None = None) -> None:
        self._fetcher = fetcher or Fetcher()
        self._extraction = extraction or Extraction()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def from_address(self, address: str) -> Article:
        """The article at an address, whose `url` is its canonical one.

        AddressRefused, FetchFailed, TooLarge (10 MB) or NotAnArticle, after at most 20 s to fetch and 15 s to read it.
        """
        return await self._extraction.read_page(await self._fetcher.fetch(address))

    async def from_file(self, name: str, data: bytes) -> Article:
        """The article in a text, markdown or HTML file; NotAnArticle or TooLarge (10 MB), with `where` the name."""
        check_size(name, len(data))
        return await self._extraction.read_file(name, data)

    async def close(self) -> None:
        """End what is still being read."""
        self._extraction.close()
