"""The vector index only follows SQLite: exact under filters, rebuilt without embedding, never in doubt after a kill."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

import index.store.vectors
from index.errors import StoreError
from index.store import Store
from index.types import Filters
from tests.store.chosen_vectors import DIMENSIONS, Put, vector_of

FIRST_DAY = datetime(2025, 1, 1, tzinfo=UTC)


def nearest(store: Store, text: str, filters: Filters = Filters(), limit: int = 5) -> list[int]:
    return [number for number, _ in store.vectors.nearest(vector_of(text), filters, limit)]


def fill(store: Store, put: Put) -> None:
    for number in range(60):
        put(store, f"a{number}", f"Sentence {number}.", published=FIRST_DAY + timedelta(days=number), server=number % 3)


def test_the_same_text_is_nearest_with_cosine_one(store: Store, put: Put) -> None:
    put(store, "a", "One sentence.", "Another sentence.")
    ((number, cosine), (_, other)) = store.vectors.nearest(vector_of("Another sentence."), Filters(), 5)
    assert store.articles.hits([number])[0].passage.text == "Another sentence."
    assert cosine == pytest.approx(1.0, abs=1e-5)
    assert other < cosine


@pytest.mark.parametrize("days", [1, 5, 30, 60])
def test_filters_are_exact_at_every_selectivity(
    store: Store, put: Put, days: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, put)
    # So small that the wider windows take the other way, through Chroma.
    monkeypatch.setattr(index.store.vectors, "EXACT_LIMIT", 8)
    filters = Filters(server=1, since=FIRST_DAY, before=FIRST_DAY + timedelta(days=days))
    rows = store.database.read("SELECT id, published, server FROM passages")
    until = filters.before.timestamp() if filters.before else 0
    allowed = [row["id"] for row in rows if row["server"] in (0, 1) and row["published"] < until]
    exact = store.vectors.cosines(vector_of("a question"), allowed)
    best = sorted(exact, key=lambda number: -exact[number])[:5]
    assert nearest(store, "a question", filters) == best


def test_a_deleted_folder_is_built_again_from_the_kept_vectors(store: Store, put: Put, tmp_path: Path) -> None:
    put(store, "a", "One sentence.", "Another sentence.")
    before = nearest(store, "One sentence.")
    store.close()
    shutil.rmtree(tmp_path / "data" / "vectors")
    again = Store(tmp_path / "data", "test")
    while again.vectors.catch_up(again.generations.live, 1):
        continue
    assert nearest(again, "One sentence.") == before
    again.close()


def test_what_is_removed_leaves_the_index(store: Store, put: Put) -> None:
    key = put(store, "a", "One sentence.")
    put(store, "b", "Another sentence.")
    with store.database.transaction():
        store.articles.remove(key)
    live = store.generations.live
    assert store.generations.gone(live, 10) == [1]
    while store.vectors.catch_up(live, 64):
        continue
    assert store.generations.gone(live, 10) == []
    (left,) = nearest(store, "One sentence.")
    assert store.articles.hits([left])[0].passage.text == "Another sentence."


def test_what_waits_is_counted_and_ends(store: Store, put: Put) -> None:
    put(store, "a", "One sentence.", "Another sentence.")
    live = store.generations.live
    store.generations.forget_members(live)
    assert store.generations.waiting_count(live) == 2
    assert store.vectors.catch_up(live, 1)
    assert store.generations.waiting_count(live) == 1
    while store.vectors.catch_up(live, 1):
        continue
    assert store.generations.waiting_count(live) == 0


def test_vectors_of_another_model_are_never_compared(store: Store, put: Put, tmp_path: Path) -> None:
    put(store, "a", "One sentence.")
    store.close()
    changed = Store(tmp_path / "data", "another model")
    assert changed.outdated()
    assert changed.vectors.nearest(np.ones(DIMENSIONS, np.float32), Filters(), 5) == []
    changed.close()


def test_an_empty_index_finds_nothing(store: Store) -> None:
    assert nearest(store, "anything") == []


def test_a_collection_that_fails_costs_itself_alone(
    store: Store, put: Put, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    put(store, "a", "One sentence.")
    (before,) = nearest(store, "One sentence.")
    live = store.generations.live
    # The collection vanishes under the open handle, as on a folder that somebody else cleared.
    store.vectors._collections._open[live][0].delete_collection("passages")
    assert nearest(store, "One sentence.") == []
    assert "keywords answer alone" in caplog.text
    while store.vectors.catch_up(live, 64):
        continue
    assert nearest(store, "One sentence.") == [before]


def test_a_folder_that_was_emptied_is_noticed_and_built_again(store: Store, put: Put, tmp_path: Path) -> None:
    put(store, "a", "One sentence.")
    before = nearest(store, "One sentence.")
    store.close()
    for inside in (tmp_path / "data" / "vectors" / "000001").iterdir():
        shutil.rmtree(inside) if inside.is_dir() else inside.unlink()
    again = Store(tmp_path / "data", "test")
    again.vectors.catch_up(again.generations.live, 64)
    assert nearest(again, "One sentence.") == before
    again.close()


def test_a_passage_without_a_vector_of_todays_model_waits_and_says_so(store: Store, put: Put) -> None:
    put(store, "a", "One sentence.")
    store.database.write("DELETE FROM vectors")
    store.generations.forget_members(store.generations.live)
    assert store.outdated()
    with pytest.raises(StoreError, match="run a reindex"):
        store.vectors.catch_up(store.generations.live, 64)
