"""One file that holds everything a data folder must not lose, taken while it is in use, and put back.

That is SQLite's file: the vector index is built from it. A backup is read by a second connection that sees one moment
of it (SQLite's write-ahead log allows that beside the process that writes), so neither waits for the other.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from index.errors import CallError, StoreError, UnreadableFile, VerbatimError
from index.reports import Progress, Watch
from index.store.collections import remove
from index.store.database import FILE, Database, remedy
from index.store.folder import RESTORING, VECTORS, DataFolder
from index.store.schema import STEPS

PAGES = 2_000
"""Pages of 4 kB copied between two looks at the clock: some 10 ms."""
OURS = {"articles", "versions", "passages", "live"}
"""Tables of every format."""


def back_up(data_dir: Path, target: Path, watch: Watch) -> int:
    """Write all that is stored to a file, whole or not at all; returns its bytes. CallError, StoreError."""
    database = data_dir / FILE
    if not database.is_file():
        raise CallError(f"{data_dir} holds no index yet: there is nothing to back up")
    if target.is_dir() or (target.exists() and target.samefile(database)):
        raise CallError(f"{target} can't take a backup: name a file of its own")
    new = target.with_name(f"{target.name}.part")
    with _written(new, target):
        with closing(_read_only(database)) as there:
            _copy(there, new, watch, "backing up")
        _check(new, f"{database} is damaged, and no backup of it was made")
        _put(new, target)
    return target.stat().st_size


def restore(data_dir: Path, source: Path, replace: bool, watch: Watch) -> int:
    """Put a backup in the place of what a data folder holds, whole or not at all; returns how many articles it has.

    IndexInUse while a process works on the folder; CallError where the folder is not empty and nobody said `replace`;
    UnreadableFile where the file is no backup, damaged or of a newer Verbatim.
    """
    _refuse_what_is_no_backup(source)
    with DataFolder(data_dir):
        database, new = data_dir / FILE, data_dir / RESTORING
        if database.exists() and not replace:
            raise CallError(f"{data_dir} holds an index already: --replace puts the backup in its place")
        with _written(new, database):
            with closing(_read_only(source)) as there:
                _copy(there, new, watch, "restoring")
            _check(new, f"{source} is damaged")
            articles = _brought_up_to_date(new)
            # Before the swap: the old vectors must not be taken for those of the passages that come now.
            remove(data_dir / VECTORS)
            _empty_log(database)
            _put(new, database)
    return articles


def _refuse_what_is_no_backup(source: Path) -> None:
    try:
        with closing(_read_only(source)) as there:
            (seen,) = there.execute("PRAGMA user_version").fetchone()
            tables = {row[0] for row in there.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error as error:
        reason = "it is no backup of Verbatim" if source.is_file() else "no such file"
        raise UnreadableFile(source, reason) from error
    if not tables >= OURS:
        raise UnreadableFile(source, "it is no backup of Verbatim")
    if seen > len(STEPS):
        reason = f"it was written by a newer Verbatim (format {seen}, this one knows {len(STEPS)}): update Verbatim"
        raise UnreadableFile(source, reason)


def _read_only(path: Path) -> sqlite3.Connection:
    # Not `mode=ro`: such a connection leaves the log beside the file that it needs to read it.
    there = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    there.execute("PRAGMA query_only = ON")
    return there


def _copy(there: sqlite3.Connection, new: Path, watch: Watch, stage: str) -> None:
    # Reading holds the moment: without it SQLite would begin again whenever another process writes.
    there.execute("BEGIN")
    there.execute("SELECT count(*) FROM sqlite_master").fetchone()

    def told(status: int, left: int, pages: int) -> None:
        watch(Progress(stage, pages - left, pages, "pages"))

    with closing(sqlite3.connect(new)) as here:
        there.backup(here, pages=PAGES, progress=told)
        # One file: without a log beside it.
        here.execute("PRAGMA journal_mode = DELETE")


def _check(new: Path, otherwise: str) -> None:
    """4 s for 500 MB."""
    with closing(sqlite3.connect(new)) as here:
        try:
            found = str(here.execute("PRAGMA quick_check(1)").fetchone()[0])
        except sqlite3.DatabaseError as error:
            found = str(error)
    if found != "ok":
        raise StoreError(f"{otherwise}: {' '.join(found.split())}")


def _brought_up_to_date(new: Path) -> int:
    """Take the steps to today's format; how many articles there are."""
    database = Database(new)
    # No vector index comes with it.
    database.write("DELETE FROM members")
    articles = int(database.value("SELECT count(*) FROM articles"))
    database.read("PRAGMA journal_mode = DELETE")
    database.close()
    return articles


def _empty_log(database: Path) -> None:
    """Bring the log of the old file into it and remove it: it must not be taken for the log of the new one."""
    if database.exists():
        # Where it is so damaged that this fails it goes as it is: that may be why it is replaced.
        with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(database)) as old:
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for beside in ("-wal", "-shm"):
        database.with_name(database.name + beside).unlink(missing_ok=True)


def _put(new: Path, target: Path) -> None:
    """Let a whole file take a name, for good."""
    _sync(new)
    new.replace(target)
    _sync(target.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _written(new: Path, target: Path) -> Iterator[None]:
    """Nothing half done stays, whatever goes wrong."""
    try:
        _forget(new)
        yield
    except VerbatimError:
        raise
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"{target}: {error} ({remedy(error)})") from error
    finally:
        _forget(new)


def _forget(new: Path) -> None:
    for beside in ("", "-journal", "-wal", "-shm"):
        new.with_name(new.name + beside).unlink(missing_ok=True)
