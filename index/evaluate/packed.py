"""Lines of files that may be packed as .gz or .xz; what they mean is left to `datasets`."""

from __future__ import annotations

import gzip
import lzma
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from index.errors import UnreadableFile

ENDINGS = ("", ".gz", ".xz")


def lines_of(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a file that are not blank, with their numbers; UnreadableFile where it can't be read to its end."""
    try:
        with opened(path) as stream:
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    yield number, line
    except (OSError, EOFError, lzma.LZMAError, zlib.error) as error:
        raise UnreadableFile(path, (getattr(error, "strerror", None) or str(error)).lower()) from error


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """A file to read, unpacked."""
    if path.suffix == ".gz":
        with gzip.open(path, "rb") as unpacked:
            yield cast(IO[bytes], unpacked)
    else:
        with lzma.open(path, "rb") if path.suffix == ".xz" else path.open("rb") as stream:
            yield stream
