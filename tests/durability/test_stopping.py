"""SIGTERM ends a command in order and in time: its job waits to be begun again, and nothing temporary stays."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.assemble import open_news_index
from index.door.stopping import CODE
from index.settings import IndexSettings
from index.store import seal
from tests.durability.villages import village
from tests.word_hash import CountingEmbedder

ROOT = Path(__file__).resolve().parents[2]
WITHIN = 10.0
"""Seconds that a container is given after SIGTERM."""

REINDEX = """
import asyncio, sys
from index.assemble import open_news_index
from index.door.stopping import Stopping
from index.settings import IndexSettings
from tests.word_hash import CountingEmbedder

async def work():
    Stopping()
    index = await open_news_index(IndexSettings(data_dir=sys.argv[1]), for_questions=False, embedder=CountingEmbedder())
    try:
        await index.reindex(watch=lambda progress: print(progress.stage, flush=True))
    finally:
        await index.close()

try:
    asyncio.run(work())
except asyncio.CancelledError:
    sys.exit(143)
"""


def stopped(command: list[str]) -> int:
    """The exit code of a process that gets SIGTERM after its first line."""
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "rebuilding\n"
        process.send_signal(signal.SIGTERM)
        return process.wait(WITHIN)


async def test_a_reindex_that_was_stopped_waits_to_be_begun_again(settings: IndexSettings, tmp_path: Path) -> None:
    index = await open_news_index(settings, for_questions=False, embedder=CountingEmbedder())
    villages = tmp_path / "villages.jsonl"
    villages.write_text("\n".join(map(village, range(60))) + "\n")
    await index.import_file(villages)
    before = await index.status()
    await index.close()
    command = [sys.executable, "-c", REINDEX, str(settings.data_dir)]
    assert stopped(command) == CODE
    folder = settings.data_dir / "vectors" / f"{before.generation:06d}"
    assert seal.ends_in_disorder(folder) == 0
    again = await open_news_index(settings, for_questions=False, embedder=CountingEmbedder())
    status = await again.status()
    assert (status.generation, status.passages) == (before.generation, before.passages)
    assert [job.state for job in status.jobs] == ["queued"]
    await again.close()


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [2.0, 6.0])
def test_a_temporary_index_does_not_outlive_its_process(tmp_path: Path, seconds: float) -> None:
    (tmp_path / "temporary").mkdir()
    environment = {"TMPDIR": str(tmp_path / "temporary"), "DATA_DIR": str(tmp_path / "data"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "index", "eval", "--temporary"]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 60
        while not list((tmp_path / "temporary").iterdir()) and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(seconds)
        process.send_signal(signal.SIGTERM)
        assert process.wait(WITHIN) == CODE
    assert list((tmp_path / "temporary").glob("verbatim-*")) == []
