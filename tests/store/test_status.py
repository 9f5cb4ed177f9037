"""Guards that a server's status tells of what it sees itself, and nothing by which it knew what others do."""

from __future__ import annotations

from index.door.printed import status_text
from index.store import Store
from index.types import COMMON
from tests.store.chosen_vectors import Put

OURS, THEIRS = 10**17, 10**17 + 1


def test_what_others_do_does_not_change_a_servers_status(store: Store, put: Put) -> None:
    put(store, "common", "One sentence.")
    put(store, "ours", "Two sentences.", "Another one.", server=OURS)
    store.generations.forget_members(store.generations.live)
    before, whole = store.status(OURS, 1_000), store.status(COMMON, 1_000)
    assert (before.waiting, before.passages, whole.waiting) == (3, 3, 3)
    put(store, "theirs", "A third sentence.", "A fourth one.", server=THEIRS)
    store.generations.forget_members(store.generations.live)
    assert store.status(OURS, 2_000) == before
    assert store.status(THEIRS, 2_000).waiting == 3
    after = store.status(COMMON, 2_000)
    assert (after.waiting, after.bytes_on_disk, after.generation) == (5, 2_000, store.generations.live)


def test_the_operator_reads_of_the_folder_and_not_as_a_server(store: Store) -> None:
    assert "\ngeneration  1\ndisk        2.0 MB" in status_text(store.status(COMMON, 2_000_000))
    as_a_server = status_text(store.status(OURS, 2_000_000))
    assert "generation" not in as_a_server and "disk" not in as_a_server
