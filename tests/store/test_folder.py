"""One process at a time works on a data folder, and a killed one does not lock it for ever."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.errors import IndexInUse, SettingsError
from index.store.folder import DataFolder

HOLDER = """
import pathlib, sys, time
from index.store.folder import DataFolder
held = DataFolder(pathlib.Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_process_is_refused_within_two_seconds_and_a_kill_frees_the_folder(tmp_path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    try:
        assert holder.stdout.readline() == "held\n"
        began = time.monotonic()
        with pytest.raises(IndexInUse, match="in use by another Verbatim process"):
            DataFolder(tmp_path)
        assert time.monotonic() - began < 2
    finally:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        holder.stdout.close()
    with DataFolder(tmp_path) as folder:
        assert folder.path == tmp_path


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SettingsError, match="DATA_DIR"):
        DataFolder(tmp_path / "file" / "data")
