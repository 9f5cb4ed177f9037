"""Where the disk is full a command fails with a clear line, the process lives, and what was acknowledged is there."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.durability.villages import village

ROOT = Path(__file__).resolve().parents[2]

CHILD = """
import asyncio, json, pathlib, resource, sys
from index.assemble import open_news_index
from index.errors import StoreError
from index.settings import IndexSettings
from tests.durability.villages import question
from tests.word_hash import CountingEmbedder

async def work(data, few, many, limit):
    index = await open_news_index(IndexSettings(data_dir=data), for_questions=False, embedder=CountingEmbedder())
    index.settle()
    await index.import_file(pathlib.Path(few))
    if limit:
        size = (pathlib.Path(data) / "verbatim.sqlite3").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100_000, resource.RLIM_INFINITY))
    acknowledged, failed = [0], []
    def watch(progress):
        if progress.stage == "adding":
            acknowledged.append(progress.done)
    for _ in range(2):
        try:
            await index.import_file(pathlib.Path(many), watch=watch)
        except StoreError as error:
            failed.append(str(error))
        try:
            await index.reindex()
        except StoreError as error:
            failed.append(str(error))
    there = (await index.status()).articles
    hits = (await index.ask(question(3))).hits
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    else:
        (pathlib.Path(data).parent / "ballast").unlink()
    await index.import_file(pathlib.Path(many))
    waiting = (await index.status()).waiting
    after = (await index.status()).articles
    await index.close()
    print(json.dumps(dict(failed=failed, acknowledged=max(acknowledged), there=there, after=after, waiting=waiting,
                          hit=hits[0].stored.article_id)))

asyncio.run(work(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4] == "limit"))
"""
FEW, MANY = 8, 64


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with 4 MB left, and 60 in a file that can go; skipped where nobody may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no small file system can be mounted here: {error}")
    (folder / "ballast").write_bytes(bytes(63_000_000))
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def written(folder: Path, how: str) -> dict[str, object]:
    files = [folder.with_name(f"{name}.jsonl") for name in ("few", "many")]
    files[0].write_text("\n".join(map(village, range(FEW))) + "\n")
    files[1].write_text("\n".join(map(village, range(FEW, FEW + MANY))) + "\n")
    command = [sys.executable, "-c", CHILD, str(folder / "data"), *map(str, files), how]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def nothing_is_lost(found: dict[str, object]) -> None:
    failed, acknowledged, there = found["failed"], found["acknowledged"], found["there"]
    assert isinstance(failed, list) and isinstance(acknowledged, int) and isinstance(there, int)
    assert failed
    assert all("is the disk full" in line for line in failed)
    assert there >= FEW + acknowledged
    assert found["hit"] == "v3"
    assert (found["after"], found["waiting"]) == (FEW + MANY, 0)


def test_a_file_that_may_not_grow_any_more(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    nothing_is_lost(written(tmp_path / "disk", "limit"))


@pytest.mark.slow
def test_a_disk_that_is_full(small_disk: Path) -> None:
    nothing_is_lost(written(small_disk, "full"))
