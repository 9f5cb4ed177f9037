"""A folder of articles in files, as a listing: looks at names, sizes and times, and opens nothing until it is asked to.

What a file holds is `files`' and `extract`'s part.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from index.errors import UnreadableFile
from index.gather.entries import MOST_ITEMS, fingerprint, gathered, left_over
from index.gather.files import read_path
from index.gather.listing import Item, Listing, SourceKind
from index.gather.wording import storable
from index.reports import Refusal
from index.types import Article

READABLE = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf"})
MOST_SEEN = 10_000
"""Files looked at, ten times as many as are taken: a folder named by mistake ("/") takes a second, not an hour."""


def read_folder(folder: Path) -> Listing:
    """The files in a folder and below it that may hold articles, the newest first; at most 1,000 of them.

    Hidden ones are passed over. UnreadableFile where there is no such folder.
    """
    if not folder.is_dir():
        raise UnreadableFile(folder, "it is no folder")
    where, folder = str(folder), folder.resolve()
    paths = list(islice(files_in(folder), MOST_SEEN + 1))
    found: list[tuple[int, Item]] = []
    refused: list[Refusal] = []
    for path in paths[:MOST_SEEN]:
        name = path.relative_to(folder).as_posix()
        try:
            found.append(item_of(name, path))
        except UnreadableFile as error:
            refused.append(Refusal(storable(name), error.reason))
    items = tuple(item for _, item in sorted(found, key=lambda pair: pair[0], reverse=True)[:MOST_ITEMS])
    refusals = (*gathered(where, refused), *left_over(where, len(found)))
    if len(paths) > MOST_SEEN:
        refusals = (*refusals, Refusal(where, f"it holds more than {MOST_SEEN:,} files: the rest was not looked at"))
    return Listing(SourceKind.FOLDER, str(folder), folder.name, items, refusals)


def files_in(folder: Path) -> Iterator[Path]:
    """The files in a folder and below it, in the order of their names, but for hidden ones."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in sorted(names) if not name.startswith("."))


def item_of(name: str, path: Path) -> tuple[int, Item]:
    """When a file was changed last and the item it makes; UnreadableFile where it can be none."""
    if storable(name) != name:
        raise UnreadableFile(path, "its name is no text")
    if path.suffix.lower() not in READABLE:
        raise UnreadableFile(path, "it is no text, markdown, HTML or PDF file")
    if path.is_symlink():
        raise UnreadableFile(path, "it is a link to another file")
    try:
        state = path.stat()
    except OSError as error:
        raise UnreadableFile(path, (error.strerror or "it can't be read").lower()) from error
    mark = fingerprint((name, str(state.st_size), str(state.st_mtime_ns)))
    return state.st_mtime_ns, Item(name, None, None, False, None, None, mark)


def read_item(folder: Path, item: Item) -> bytes:
    """The bytes of a file that a folder lists; UnreadableFile where it lies elsewhere by now, TooLarge beyond 10 MB."""
    path = folder.joinpath(item.address)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise UnreadableFile(path, "it is a link to another folder")
    return read_path(path)


def known_by_place(article: Article, folder: Path, item: Item) -> Article:
    """A file's article, known by where the file lies unless it states an address: a changed file is a new version."""
    if article.url or article.given_id:
        return article
    return replace(article, given_id=blake2b(str(folder.resolve() / item.address).encode(), digest_size=6).hexdigest())
