"""A backup is one moment of a data folder in use; a restore is whole or leaves what was there."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from index.assemble import open_news_index
from index.errors import CallError, IndexInUse, StoreError, UnreadableFile
from index.news_index import NewsIndex
from index.reports import Progress
from index.settings import IndexSettings
from index.store.backup import back_up, restore
from index.store.folder import RESTORING, DataFolder
from index.store.schema import STEPS
from index.work.writing import unwatched
from tests.durability.villages import question, village
from tests.word_hash import CountingEmbedder

ROOT = Path(__file__).resolve().parents[2]


async def imported(index: NewsIndex, folder: Path, *numbers: int) -> None:
    path = folder / "villages.jsonl"
    path.write_text("\n".join(map(village, numbers)) + "\n")
    await index.import_file(path)


async def cited(index: NewsIndex, number: int) -> bool:
    return f"v{number}" in {one.article_id for one in (await index.ask(question(number))).citations}


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


@pytest.fixture
def backup(filled_folder: Path, tmp_path: Path) -> Path:
    """A backup of the starter articles."""
    back_up(filled_folder, tmp_path / "kept", unwatched)
    return tmp_path / "kept"


async def test_a_backup_of_a_folder_in_use_holds_one_moment_and_answers_elsewhere_without_embedding(
    news_index: NewsIndex, settings: IndexSettings, tmp_path: Path
) -> None:
    await imported(news_index, tmp_path, 1)
    seen: list[Progress] = []

    def watch(progress: Progress) -> None:
        if not seen:
            # Another connection writes in the middle of it.
            with closing(sqlite3.connect(settings.data_dir / "verbatim.sqlite3")) as other, other:
                other.execute("UPDATE articles SET article_id = 'changed' WHERE article_id = 'v1'")
        seen.append(progress)

    size = back_up(settings.data_dir, tmp_path / "kept", watch)
    assert size == (tmp_path / "kept").stat().st_size
    assert not (tmp_path / "kept.part").exists()
    assert seen[-1].done == seen[-1].total
    articles = restore(tmp_path / "elsewhere", tmp_path / "kept", False, unwatched)
    embedder = CountingEmbedder()
    again = await open_news_index(IndexSettings(data_dir=tmp_path / "elsewhere"), embedder=embedder)
    await again.settled()
    status = await again.status()
    assert (status.articles, status.waiting, embedder.embedded) == (articles, 0, [])
    assert await cited(again, 1)
    await again.close()


async def test_a_restore_replaces_the_vectors_and_the_log_of_a_killed_process_too(
    settings: IndexSettings, backup: Path, tmp_path: Path
) -> None:
    index = await open_news_index(settings, embedder=CountingEmbedder())
    await imported(index, tmp_path, 1)
    # As after a kill: the log beside it must not be taken for that of the new file.
    shutil.copytree(settings.data_dir, tmp_path / "killed")
    await index.close()
    assert (tmp_path / "killed" / "verbatim.sqlite3-wal").stat().st_size
    restore(tmp_path / "killed", backup, True, unwatched)
    assert names(tmp_path / "killed") == {"lock", "verbatim.sqlite3"}
    again = await open_news_index(IndexSettings(data_dir=tmp_path / "killed"), embedder=CountingEmbedder())
    await again.settled()
    assert not await cited(again, 1)
    assert (await again.ask("What did Peskov say about timing?")).hits
    await again.close()


async def test_a_damaged_database_names_the_remedy_and_is_replaced(
    settings: IndexSettings, filled_folder: Path, backup: Path
) -> None:
    shutil.copytree(filled_folder, settings.data_dir)
    (settings.data_dir / "verbatim.sqlite3").write_bytes(b"damaged " * 1_000)
    with pytest.raises(StoreError, match="verbatim restore FILE --replace"):
        await open_news_index(settings, embedder=CountingEmbedder())
    assert restore(settings.data_dir, backup, True, unwatched) == 16
    again = await open_news_index(settings, embedder=CountingEmbedder())
    assert (await again.status()).articles == 16
    await again.close()


def damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[8192:20480] = bytes(12288)
    path.write_bytes(data)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {len(STEPS) + 1}")


def another(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE articles (id)")


@pytest.mark.parametrize(
    ("spoil", "error", "said"),
    [
        (Path.unlink, UnreadableFile, "no such file"),
        (lambda path: path.write_text("no database" * 100), UnreadableFile, "no backup of Verbatim"),
        (lambda path: path.write_bytes(b""), UnreadableFile, "no backup of Verbatim"),
        (another, UnreadableFile, "no backup of Verbatim"),
        (newer, UnreadableFile, "newer Verbatim.*update Verbatim"),
        (damaged, StoreError, "is damaged"),
    ],
)
def test_what_is_no_whole_backup_is_refused_and_what_was_there_stays(
    settings: IndexSettings, filled_folder: Path, backup: Path, spoil: object, error: type[Exception], said: str
) -> None:
    shutil.copytree(filled_folder, settings.data_dir)
    before = (settings.data_dir / "verbatim.sqlite3").read_bytes()
    assert callable(spoil)
    spoil(backup)
    with pytest.raises(error, match=said):
        restore(settings.data_dir, backup, True, unwatched)
    assert (settings.data_dir / "verbatim.sqlite3").read_bytes() == before
    assert names(settings.data_dir) == {"lock", "verbatim.sqlite3", "vectors"}


async def test_a_folder_that_is_in_use_or_not_empty_is_not_replaced_unasked(
    settings: IndexSettings, backup: Path
) -> None:
    index = await open_news_index(settings, for_questions=False, embedder=CountingEmbedder())
    with pytest.raises(IndexInUse):
        restore(settings.data_dir, backup, True, unwatched)
    await index.close()
    with pytest.raises(CallError, match="--replace"):
        restore(settings.data_dir, backup, False, unwatched)


def test_a_backup_needs_an_index_and_a_file_of_its_own(filled_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(CallError, match="nothing to back up"):
        back_up(tmp_path, tmp_path / "kept", unwatched)
    for target in (tmp_path, filled_folder / "verbatim.sqlite3"):
        with pytest.raises(CallError, match="name a file of its own"):
            back_up(filled_folder, target, unwatched)
    with pytest.raises(StoreError, match="kept"):
        back_up(filled_folder, tmp_path / "no such folder" / "kept", unwatched)


def test_a_damaged_database_makes_no_backup_and_the_earlier_one_stays(
    filled_folder: Path, backup: Path, tmp_path: Path
) -> None:
    before = backup.read_bytes()
    shutil.copytree(filled_folder, tmp_path / "data")
    damaged(tmp_path / "data" / "verbatim.sqlite3")
    with pytest.raises(StoreError, match="is damaged, and no backup of it was made"):
        back_up(tmp_path / "data", backup, unwatched)
    assert backup.read_bytes() == before


LIMITED = """
import resource, runpy, sys
limit = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
runpy.run_module("index", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_where_the_disk_ends_nothing_half_done_stays(
    filled_folder: Path, backup: Path, tmp_path: Path, command: str
) -> None:
    shutil.copytree(filled_folder, tmp_path / "data")
    before = {path.name: path.read_bytes() for path in (tmp_path / "data").iterdir() if path.is_file()}
    call = ["backup", str(tmp_path / "new")] if command == "backup" else ["restore", "--replace", str(backup)]
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, "100000", *call],
        env={"DATA_DIR": str(tmp_path / "data"), "PYTHONPATH": str(ROOT), "PATH": ""},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    (line,) = [line for line in done.stderr.splitlines() if not line.startswith(("backing up", "restoring"))]
    assert line.startswith("verbatim: ") and "is the disk full" in line
    assert not (tmp_path / "new").exists() and not (tmp_path / "new.part").exists()
    after = {path.name: path.read_bytes() for path in (tmp_path / "data").iterdir() if path.is_file()}
    assert after == before


def test_what_a_killed_restore_left_goes_at_the_next_start(settings: IndexSettings, filled_folder: Path) -> None:
    shutil.copytree(filled_folder, settings.data_dir)
    (settings.data_dir / RESTORING).write_bytes(b"half")
    (settings.data_dir / f"{RESTORING}-journal").write_bytes(b"half")
    DataFolder(settings.data_dir).close()
    assert names(settings.data_dir) == {"lock", "verbatim.sqlite3", "vectors"}
