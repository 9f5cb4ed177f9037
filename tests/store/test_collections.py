"""What lies in a generation's folder is opened only where it is as it was left, or a probe found it whole."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import index.store.probe
from index.store import Store, seal
from index.store.collections import ENDS_IN_DISORDER
from index.store.probe import Probe
from index.types import Filters
from tests.store.chosen_vectors import Put, vector_of

AGAIN = "built again from the stored vectors"


def nearest(store: Store) -> list[int]:
    return [number for number, _ in store.vectors.nearest(vector_of("One sentence."), Filters(), 5)]


def caught_up(data: Path) -> Store:
    store = Store(data, "test")
    while store.vectors.catch_up(store.generations.live, 64):
        continue
    return store


@pytest.fixture
def left(store: Store, put: Put, tmp_path: Path) -> tuple[Path, Path, list[int]]:
    """A data folder that was closed in order, the folder of its collection, and what is nearest there."""
    put(store, "a", "One sentence.", "Another sentence.")
    before = nearest(store)
    store.close()
    return tmp_path / "data", tmp_path / "data" / "vectors" / "000001", before


def test_what_was_closed_in_order_is_opened_without_a_probe(left: tuple[Path, Path, list[int]]) -> None:
    data, folder, before = left
    store = Store(data, "test")
    assert store.vectors.ready(1)
    assert nearest(store) == before
    store.close()
    assert seal.ends_in_disorder(folder) == 0


def test_what_was_not_closed_in_order_is_probed_while_keywords_answer_and_then_used_as_it_is(
    left: tuple[Path, Path, list[int]], caplog: pytest.LogCaptureFixture
) -> None:
    data, folder, before = left
    seal.unseal(folder)
    store = Store(data, "test")
    assert not store.vectors.ready(1)
    assert nearest(store) == []
    assert not store.vectors.catch_up(1, 64)
    assert nearest(store) == before
    assert caplog.messages == []
    store.close()


def test_a_bad_one_is_set_aside_built_again_and_then_removed(
    left: tuple[Path, Path, list[int]], caplog: pytest.LogCaptureFixture
) -> None:
    data, folder, before = left
    (folder / "chroma.sqlite3").write_bytes(b"torn")
    store = Store(data, "test")
    assert not store.vectors.ready(1)
    assert nearest(store) == []
    while not store.vectors.ready(1):
        time.sleep(0.05)
    assert [one.name for one in folder.parent.iterdir()] == ["000001-aside"]
    while store.vectors.catch_up(1, 1):
        continue
    assert nearest(store) == before
    assert [one.name for one in folder.parent.iterdir()] == ["000001"]
    (line,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert AGAIN in line.message and "keywords answer meanwhile" in line.message
    store.close()


def test_one_that_is_open_at_end_after_end_is_not_trusted_whatever_it_answers(
    left: tuple[Path, Path, list[int]], caplog: pytest.LogCaptureFixture
) -> None:
    data, folder, before = left
    for _ in range(ENDS_IN_DISORDER):
        seal.unseal(folder)
    store = caught_up(data)
    assert nearest(store) == before
    assert f"not closed in order {ENDS_IN_DISORDER} times in a row" in caplog.text
    store.close()


def test_the_vectors_of_another_database_are_not_taken_for_its_own(
    left: tuple[Path, Path, list[int]], store: Store, put: Put, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    data, _, before = left
    shutil.copytree(data, tmp_path / "older")
    other = Store(data, "test")
    put(other, "b", "A third sentence.")
    other.close()
    shutil.rmtree(tmp_path / "older" / "vectors")
    shutil.copytree(data / "vectors", tmp_path / "older" / "vectors")
    again = Store(tmp_path / "older", "test")
    assert not again.vectors.ready(1)
    while again.vectors.catch_up(1, 64):
        continue
    # What another database had put in is not there any more: its numbers are given again.
    assert again.vectors._collections.of(1).count() == 2
    assert nearest(again) == before
    again.close()


def test_what_a_killed_process_took_in_and_lost_is_deleted(left: tuple[Path, Path, list[int]]) -> None:
    data, folder, before = left
    store = Store(data, "test")
    store.vectors._collections.of(1).upsert(ids=["77"], embeddings=[vector_of("a stranger")])
    store.close()
    seal.unseal(folder)
    again = caught_up(data)
    assert again.vectors._collections.of(1).get(include=[])["ids"] == ["1", "2"]
    assert nearest(again) == before
    again.close()


def test_a_probe_that_hangs_counts_as_bad_and_one_that_crashes_too(
    left: tuple[Path, Path, list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    data, folder, _ = left
    monkeypatch.setattr(index.store.probe, "DEADLINE", 0.0)
    assert Probe(data / "verbatim.sqlite3", folder, 1, 2).wait() == "it did not answer in time"
    monkeypatch.setattr(index.store.probe, "DEADLINE", 60.0)
    crashing = data / "crashing.py"
    crashing.write_text("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n")
    monkeypatch.setattr(index.store.probe, "SCRIPT", crashing)
    assert Probe(data / "verbatim.sqlite3", folder, 1, 2).wait() == "it ended the process with signal 11"


def test_a_probe_ends_with_whoever_asked(left: tuple[Path, Path, list[int]]) -> None:
    data, folder, _ = left
    command = [sys.executable, "-P", str(index.store.probe.SCRIPT), str(data / "verbatim.sqlite3"), str(folder), "1"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(60) == 1
