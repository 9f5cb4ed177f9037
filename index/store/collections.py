"""The Chroma collections of a data folder, one a generation in a folder of its own: opened, set aside, removed.

One that a process did not close in order, or that was changed since, is opened only after a probe in a process of its
own. What a collection should hold, and what it is asked, is the part of `vectors`.
"""

from __future__ import annotations

import logging
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.store import seal
from index.store.database import Database
from index.store.generations import Generations
from index.store.probe import Probe

if TYPE_CHECKING:
    from chromadb.api.collection_configuration import CreateHNSWConfiguration

log = logging.getLogger(__name__)

HNSW: CreateHNSWConfiguration = {"space": "cosine", "ef_search": 200}
"""Twice Chroma's default breadth of search: recall@10 .9995 and @100 .994 against brute force over 9,000 passages of
news. Twice its breadth and links when building cost 60% more time for .004 of recall@100."""

ENDS_IN_DISORDER = 3
"""A collection that was open at so many ends in a row that were not in order is not trusted, whatever a probe says: it
may be what ended them."""


class Collections:
    """The collections and their folders. `ready` says whether one may be opened, `of` waits until it may."""

    def __init__(self, folder: Path, database: Database, generations: Generations) -> None:
        self._folder, self._database, self._generations = folder, database, generations
        self._open: dict[int, tuple[Any, Any]] = {}
        self._probes: dict[int, Probe] = {}
        self._judged: set[int] = set()
        self._proven: set[int] = set()

    def ready(self, generation: int) -> bool:
        """Whether a collection may be opened, which a probe may have to say first; it is begun, not waited for."""
        if generation not in self._judged and generation not in self._probes and not self._doubted(generation):
            self._judged.add(generation)
        if generation in self._probes and self._probes[generation].over:
            self._judge(generation)
        return generation in self._judged

    def of(self, generation: int) -> Any:
        """The collection of a generation, opened; a bad one is set aside, and an empty one is opened in its place."""
        if generation not in self._open:
            if not self.ready(generation):
                self._judge(generation)
            self._open[generation] = self._opened(generation)
            if generation in self._proven:
                self._delete_strangers(generation)
        return self._open[generation][1]

    def discard(self, generation: int) -> None:
        """Close the collection of a generation and remove its folder."""
        self._close(generation)
        path = self._path(generation)
        if path.exists():
            # Under another name first: a folder half removed must never be taken for a whole one.
            remove(self._moved(path, "removed"))
        self._generations.forget_members(generation)

    def forget_aside(self, generation: int) -> None:
        """Remove what was set aside of a generation: the one in its place holds everything again."""
        remove(self._aside(generation))

    def discard_strays(self, known: list[int]) -> None:
        """Remove every folder but those of the generations that are known, and what was set aside of them."""
        kept = {path for number in known for path in (self._path(number), self._aside(number))}
        for path in self._folder.glob("*") if self._folder.is_dir() else ():
            if path not in kept:
                remove(path)

    def close(self) -> None:
        """Close every collection in order."""
        for probe in self._probes.values():
            probe.close()
        self._probes.clear()
        for generation in list(self._open):
            path = self._path(generation)
            self._close(generation)
            seal.seal(path, self._generations.held(generation))

    def _doubted(self, generation: int) -> bool:
        """Whether a probe is needed; it is then under way."""
        path = self._path(generation)
        if not path.exists():
            if self._generations.member_count(generation):
                self._set_aside(generation, "its folder is gone")
            return False
        if not path.is_dir():
            self._set_aside(generation, "its folder is a file")
        elif seal.ends_in_disorder(path) >= ENDS_IN_DISORDER:
            self._set_aside(generation, f"it was not closed in order {ENDS_IN_DISORDER} times in a row")
        elif not seal.is_sealed(path, self._generations.held(generation)):
            held = self._generations.member_count(generation)
            self._probes[generation] = Probe(self._database.path, path, generation, held)
            return True
        return False

    def _judge(self, generation: int) -> None:
        wrong = self._probes.pop(generation).wait()
        self._judged.add(generation)
        if wrong:
            self._set_aside(generation, wrong)
        else:
            self._proven.add(generation)

    def _delete_strangers(self, generation: int) -> None:
        """Delete what a killed process had taken in and not yet said so, where its passage is gone by now."""
        self._proven.remove(generation)
        collection = self._open[generation][1]
        numbers = [int(number) for number in collection.get(include=[])["ids"]]
        if strangers := self._generations.strangers(numbers):
            collection.delete(ids=[str(number) for number in strangers])

    def _set_aside(self, generation: int, why: str) -> None:
        log.warning("the vector index is built again from the stored vectors, keywords answer meanwhile: %s", why)
        path = self._path(generation)
        if path.exists():
            self._moved(path, "aside")
        self._generations.forget_members(generation)

    def _moved(self, path: Path, why: str) -> Path:
        target = path.with_name(f"{path.name}-{why}")
        remove(target)
        return path.rename(target)

    def _path(self, generation: int) -> Path:
        return self._folder / f"{generation:06d}"

    def _aside(self, generation: int) -> Path:
        return self._folder / f"{generation:06d}-aside"

    def _opened(self, generation: int) -> tuple[Any, Any]:
        # Chroma takes a second to import, and a command that asks nothing of it should not wait for it.
        import chromadb

        path = self._path(generation)
        if self._folder.exists() and not self._folder.is_dir():
            self._folder.unlink()
        path.mkdir(parents=True, exist_ok=True)
        seal.unseal(path)
        client = chromadb.PersistentClient(path=str(path))
        # None, or Chroma downloads an embedding model of its own.
        return client, client.get_or_create_collection(
            "passages", embedding_function=None, configuration={"hnsw": HNSW}
        )

    def _close(self, generation: int) -> None:
        if generation in self._probes:
            self._probes.pop(generation).close()
        # What is opened in its place next is new.
        self._judged.add(generation)
        if generation in self._open:
            self._open.pop(generation)[0].close()


def remove(path: Path) -> None:
    """Remove a file or a folder, also one that nobody may enter; what can't be removed stays."""
    with suppress(OSError):
        if not path.is_dir() or path.is_symlink():
            path.unlink(missing_ok=True)
            return
        enter(path)
    shutil.rmtree(path, ignore_errors=True)


def enter(path: Path) -> None:
    """Let the owner into a folder and all below it."""
    path.chmod(0o700)
    for inside in path.iterdir():
        if inside.is_dir() and not inside.is_symlink():
            enter(inside)
