"""What the language model costs is counted by server and day, and forgotten when the day is long past."""

from __future__ import annotations

from index.store import Store

DAY = 86_400


def test_a_day_of_a_server_is_counted_by_itself(store: Store) -> None:
    noon = 20_000 * DAY + DAY / 2
    store.spending.spend(1, 500, noon)
    store.spending.spend(1, 70, noon + 60)
    store.spending.spend(2, 9, noon)
    assert store.spending.today(1, noon) == 570
    assert store.spending.today(2, noon) == 9
    assert store.spending.today(1, noon + DAY) == 0
    assert store.spending.today(3, noon) == 0


def test_what_was_set_aside_and_not_used_comes_back_and_never_more(store: Store) -> None:
    store.spending.spend(1, 500, DAY)
    store.spending.spend(1, -300, DAY)
    assert store.spending.today(1, DAY) == 200
    store.spending.spend(1, -900, DAY)
    assert store.spending.today(1, DAY) == 0
    store.spending.spend(2, -5, DAY)
    assert store.spending.today(2, DAY) == 0


def test_days_gone_by_take_no_room(store: Store) -> None:
    for day in range(10):
        store.spending.spend(1, 1, day * DAY)
    assert store.database.value("SELECT count(*) FROM spending") == 2
