"""The table of jobs: one row for one order, what a kill left is begun again within bounds, and old rows go."""

from __future__ import annotations

import pytest

from index.reports import Counts
from index.store import Store
from index.store import jobs as jobs_module
from index.store.jobs import STARTS, JobKind, Order

READ = Order(JobKind.READ, 7, "Wire")


def test_an_order_that_waits_keeps_its_row_and_another_has_its_own(store: Store) -> None:
    first = store.jobs.queue(READ, 1.0)
    assert store.jobs.queue(READ, 2.0) == first
    others = [Order(JobKind.READ, 8, "Wire"), Order(JobKind.READ, 7, "Daily"), Order(JobKind.REINDEX, 7, "Wire")]
    everyone = [Order(JobKind.REINDEX, 0), Order(JobKind.REINDEX, 0, everyone=True)]
    assert len({first, *(store.jobs.queue(one, 2.0) for one in (*others, *everyone))}) == 6
    assert [order for _, order in store.jobs.waiting()] == [READ, *others, *everyone]
    store.jobs.begin(first, 3.0)
    assert store.jobs.queue(READ, 4.0) != first


def test_a_job_that_ended_stays_as_it_ended(store: Store) -> None:
    row = store.jobs.queue(READ, 1.0)
    store.jobs.begin(row, 2.0)
    store.jobs.advance(row, 3, 9)
    store.jobs.advance(row, 4)
    store.jobs.count(row, Counts(found=9, new=4))
    store.jobs.end(row, "done", 5.0)
    store.jobs.end(row, "failed", 6.0, "too late")
    [job] = store.jobs.recent(7)
    assert (job.state, job.done, job.total, job.reason) == ("done", 4, 9, None)
    assert job.counts == Counts(found=9, new=4)
    assert store.jobs.recent(8) == ()


def test_what_did_not_survive_is_begun_again_but_not_for_ever(store: Store) -> None:
    row = store.jobs.queue(READ, 1.0)
    for _ in range(STARTS):
        store.jobs.begin(row, 2.0)
        assert store.jobs.recent(7)[0].state == "running"
        store.jobs.interrupted(3.0)
    [job] = store.jobs.recent(7)
    assert (job.state, job.reason) == ("failed", "Verbatim stopped each time it ran")


def test_an_orderly_stop_does_not_count(store: Store) -> None:
    row = store.jobs.queue(READ, 1.0)
    for _ in range(STARTS + 2):
        store.jobs.begin(row, 2.0)
        store.jobs.requeue(row)
    store.jobs.interrupted(3.0)
    assert store.jobs.waiting() == [(row, READ)]


def test_those_at_work_are_told_first_and_old_ones_are_forgotten(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs_module, "KEPT", 3)
    waiting = store.jobs.queue(Order(JobKind.REINDEX, 7), 1.0)
    for number in range(6):
        row = store.jobs.queue(Order(JobKind.READ, 7, str(number)), 1.0)
        store.jobs.end(row, "done", 2.0)
    other = store.jobs.queue(Order(JobKind.READ, 8, "Wire"), 1.0)
    store.jobs.end(other, "done", 2.0)
    store.jobs.drop_old(7)
    assert [job.source for job in store.jobs.recent(7, 10)] == [None, "5", "4", "3"]
    assert store.jobs.waiting()[0][0] == waiting
    assert len(store.jobs.recent(8)) == 1
