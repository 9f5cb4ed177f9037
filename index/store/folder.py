"""The data folder: one process at a time, by a lock that the operating system releases however a process ends."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from index.errors import IndexInUse, SettingsError

VECTORS = "vectors"
"""The folder of the vector index in a data folder."""
RESTORING = "restoring.sqlite3"
"""What a restore that was killed left half done; it never takes the place of anything."""

WAIT_SECONDS = 1.0
"""Long enough for a process that is just closing; a second one is to be refused within 2 s."""


class DataFolder:
    """Holds the folder from construction to `close`; raises IndexInUse where another process holds it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
            self._lock = FileLock(path / "lock", timeout=WAIT_SECONDS, thread_local=False)
            self._lock.acquire()
            for stray in path.glob(f"{RESTORING}*"):
                stray.unlink()
        except Timeout as error:
            raise IndexInUse(path) from error
        except OSError as error:
            raise SettingsError(
                f"DATA_DIR {path}: {error.strerror or error}: set it to a folder that can be written"
            ) from error

    def bytes_on_disk(self) -> int:
        """How much everything in the folder takes."""
        total = 0
        for file in self.path.rglob("*"):
            # A file of Chroma or of SQLite's log may go while they are counted.
            with suppress(FileNotFoundError):
                total += file.stat().st_size
        return total

    def close(self) -> None:
        """Let the next process in."""
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
