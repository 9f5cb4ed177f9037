"""Files of records: counted for a progress bar, read one by one, named where they can't be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import UnreadableFile
from index.gather.record_files import count_lines, read_record_file


@pytest.mark.parametrize(("data", "lines"), [(b"", 0), (b"a\n", 1), (b"a\nb", 2), (b"\n\n", 2), (b"x" * 3_000_000, 1)])
def test_counts_lines_with_and_without_an_end(tmp_path: Path, data: bytes, lines: int) -> None:
    path = tmp_path / "file.jsonl"
    path.write_bytes(data)
    assert count_lines(path) == lines


def test_a_file_that_is_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=str(tmp_path)):
        list(read_record_file(tmp_path, None))
