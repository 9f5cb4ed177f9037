"""Sources on this machine, which the operator alone may name: a folder of files, or a file of web addresses.

They are kept by a file: address, so that they stand in one table with those of the web and can't be taken for them.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from index.gather.gatherer import Gatherer
from index.gather.listing import Item, Listing, SourceKind
from index.gather.urls import canonical_address
from index.pages import NotModified, Validators
from index.store.subscriptions import Subscription
from index.types import Article


async def listed_at(gatherer: Gatherer, path: Path) -> Listing:
    """What a folder holds or a file names; UnreadableFile, TooLarge, NotAListing."""
    path = await asyncio.to_thread(path.resolve)
    is_folder = await asyncio.to_thread(path.is_dir)
    listing = await (gatherer.folder(path) if is_folder else gatherer.page_list(path))
    return replace(listing, address=path.as_uri())


async def article_of(
    gatherer: Gatherer, source: Subscription, item: Item, outlet: str, validators: Validators | None
) -> tuple[Article, Validators] | NotModified:
    """The article behind an item of any source; errors as for `Gatherer.item`, and UnreadableFile."""
    if source.kind == SourceKind.FOLDER:
        return await gatherer.folder_item(path_of(source.address), item), Validators()
    return await gatherer.item(item, outlet, validators)


def is_local(address: str) -> bool:
    """Whether an address is one of this machine."""
    return address.startswith("file:")


def path_of(address: str) -> Path:
    """The path that a file: address stands for."""
    return Path(unquote(urlsplit(address).path))


def known_as(address: str) -> str:
    """What two addresses of one source have in common: a closing slash or a campaign makes no other feed."""
    return address if is_local(address) else canonical_address(address)
