"""Damages the vector index's folder in every way that came to mind, and looks whether Verbatim answers as before.

    python -m tests.durability.corruptions

Each recipe is applied to a copy of a data folder that was closed in order, and to one that a killed process left. The
index must start, embed nothing, and find the same passages again; nothing may stay of what was set aside.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import chromadb  # noqa: F401 (imported before the fork, so that a start does not wait for it)

from index.assemble import open_news_index
from index.settings import IndexSettings
from index.store import Store, seal
from index.store.collections import remove
from index.store.database import marks
from index.types import Filters
from tests.durability.kills import ended, forked
from tests.durability.spread import SpreadEmbedder
from tests.durability.villages import village

VILLAGES = 400
"""Their 1,200 passages are more than Chroma keeps in its log, so that there are files of vectors to damage."""
ASKED = [3, 777, 1_150]
"""Passages that are looked for by their own vectors."""

Recipe = Callable[[Path], None]


def truncated(path: Path) -> None:
    """Half of it is gone."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def emptied(path: Path) -> None:
    """All of it is gone."""
    path.write_bytes(b"")


def zeroed(path: Path) -> None:
    """Zeros in its place."""
    path.write_bytes(bytes(path.stat().st_size))


def zeroed_inside(path: Path) -> None:
    """Zeros in its middle third."""
    data = bytearray(path.read_bytes())
    third = len(data) // 3
    data[third : 2 * third] = bytes(third)
    path.write_bytes(data)


def randomised(path: Path) -> None:
    """Anything in its place."""
    path.write_bytes(random.Random(7).randbytes(path.stat().st_size))


def randomised_inside(path: Path) -> None:
    """Anything in its middle third."""
    data = bytearray(path.read_bytes())
    third = len(data) // 3
    data[third : 2 * third] = random.Random(7).randbytes(third)
    path.write_bytes(data)


def one_bit(path: Path) -> None:
    """One bit of it is another."""
    data = bytearray(path.read_bytes())
    if data:
        data[len(data) // 2] ^= 16
    path.write_bytes(data)


def grown(path: Path) -> None:
    """Something stands behind it."""
    path.write_bytes(path.read_bytes() + random.Random(7).randbytes(10_000))


def forbidden(path: Path) -> None:
    """Nobody may read it."""
    path.chmod(0)


def a_folder(path: Path) -> None:
    """A folder of its name in its place."""
    path.unlink()
    path.mkdir()
    (path / "inside").write_text("in the way")


def a_broken_link(path: Path) -> None:
    """A link to nowhere in its place."""
    path.unlink()
    path.symlink_to("nowhere")


def swapped(one: Path, other: Path) -> None:
    """Two files have each other's names."""
    between = one.with_name("between")
    one.rename(between)
    other.rename(one)
    between.rename(other)


def a_file(folder: Path) -> None:
    """A file in a folder's place."""
    shutil.rmtree(folder)
    folder.write_text("in the way")


def a_leftover(vectors: Path) -> None:
    """Folders of generations that nobody knows, and one that was set aside."""
    for name in ("000099", "000099-aside", "000001-removed", "notes"):
        shutil.copytree(next(path for path in vectors.iterdir() if path.name.isdecimal()), vectors / name)


RECIPES: tuple[Recipe, ...] = (
    Path.unlink, truncated, emptied, zeroed, zeroed_inside, randomised, randomised_inside, one_bit, grown, forbidden,
    a_folder, a_broken_link,
)  # fmt: skip


def at(place: Path, recipe: Recipe) -> Recipe:
    """A recipe for what lies at a place below the folder."""
    return lambda vectors: recipe(vectors / place)


def swapping(one: Path, other: Path) -> Recipe:
    """A recipe that lets two places below the folder have each other's names."""
    return lambda vectors: swapped(vectors / one, vectors / other)


def recipes(vectors: Path) -> Iterator[tuple[str, Recipe]]:
    """What to do to the folder `vectors`, each with a name. A recipe is given a copy of that folder."""
    files = sorted(path.relative_to(vectors) for path in vectors.rglob("*") if path.is_file())
    folders = sorted(path.relative_to(vectors) for path in vectors.rglob("*") if path.is_dir())
    for file in files:
        yield from ((f"{file.name}: {recipe.__name__}", at(file, recipe)) for recipe in RECIPES)
    for number, one in enumerate(files):
        for other in files[number + 1 :]:
            yield f"{one.name} and {other.name} swapped", swapping(one, other)
    for folder in (*folders, Path()):
        for recipe in (shutil.rmtree, a_file, forbidden):
            yield f"folder {folder}: {recipe.__name__}", at(folder, recipe)
    yield "leftovers", a_leftover


def filled(data: Path) -> None:
    """A data folder with enough in it, closed in order."""

    async def fill() -> None:
        index = await open_news_index(settings(data), for_questions=False, embedder=SpreadEmbedder())
        path = data.with_name("villages.jsonl")
        path.write_text("\n".join(map(village, range(VILLAGES))) + "\n", encoding="utf-8")
        await index.import_file(path)
        await index.close()

    asyncio.run(fill())


def settings(data: Path) -> IndexSettings:
    """Of the folder, and of nothing that whoever runs this has set."""
    return IndexSettings(data_dir=data, _env_file=None)  # type: ignore[call-arg]


def looked_at(data: Path, out: int) -> None:
    """Start on a data folder and write what is found there."""
    os.write(out, json.dumps(asyncio.run(_found(data))).encode())


async def _found(data: Path) -> dict[str, object]:
    logging.disable(logging.ERROR)
    embedder = SpreadEmbedder()
    index = await open_news_index(settings(data), for_questions=False, embedder=embedder)
    index.settle()
    await index.settled()
    found = await index._writing.worker.run(_nearest, index._store)
    waiting = (await index.status()).waiting
    await index.close()
    left = sorted(path.name for path in (data / "vectors").iterdir())
    return {"found": found, "waiting": waiting, "embedded": len(embedder.embedded), "left": left}


def _nearest(store: Store) -> list[float]:
    """The cosine of the nearest passage to each: 1, since it is itself."""
    _, stored = store.embeddings.of_passages(f"p.id IN ({marks(ASKED)}) ORDER BY p.id", ASKED)
    return [round(store.vectors.nearest(vector, Filters(), 1)[0][1], 3) for vector in stored]


def recovered(sound: Path, recipe: Recipe, killed: bool) -> str | None:
    """Apply a recipe to a copy and start; what is wrong then, None where nothing is."""
    data = sound.with_name("data")
    shutil.copytree(sound, data)
    if killed:
        seal.unseal(next((data / "vectors").iterdir()))
    try:
        recipe(data / "vectors")
        lines, code = ended(*forked(partial(looked_at, data)))
        if code or not lines:
            return f"the start ended with {code}"
        expected, found = (json.loads(line) for line in (sound.with_name("found").read_text(), lines[-1]))
        return ", ".join(f"{key} is {found[key]}" for key in expected if found[key] != expected[key]) or None
    finally:
        remove(data)


def prepared(folder: Path) -> Path:
    """A sound data folder, and beside it what is found there."""
    sound = folder / "sound"
    _, code = ended(*forked(lambda out: filled(sound)))
    lines, looked = ended(*forked(partial(looked_at, sound)))
    if code or looked:
        raise RuntimeError(f"a sound folder could not be made: {code}, {looked}")
    (folder / "found").write_text(lines[-1])
    return sound


def main() -> int:
    """Exit code 1 where a recipe was not recovered from."""
    parser = argparse.ArgumentParser(prog="python -m tests.durability.corruptions", description=__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth recipe")
    every = parser.parse_args().every
    wrong = count = 0
    with tempfile.TemporaryDirectory(prefix="verbatim-corruptions-") as name:
        sound = prepared(Path(name))
        for killed in (False, True):
            for what, recipe in list(recipes(sound / "vectors"))[::every]:
                count += 1
                if said := recovered(sound, recipe, killed):
                    wrong += 1
                    sys.stderr.write(f"{what}{' after a kill' if killed else ''}: {said}\n")
    sys.stdout.write(f"{count} recipes: {count - wrong} recovered without embedding, {wrong} not\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
