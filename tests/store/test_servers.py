"""Guards what a server decided: kept over a restart, read from other formats; and its questions of a day."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import QuotaSpent
from index.servers import DAILY_QUESTIONS, Right, ServerSettings, changed
from index.store import Store
from index.store.audit import Audit
from index.store.database import Database
from index.store.servers import Servers, read_settings, written
from index.store.spending import DAY
from tests.store.chosen_vectors import Put

DECIDED = ServerSettings(
    channels=frozenset({12, 34}),
    roles={Right.ADD: frozenset({5}), Right.CONFIGURE: frozenset({6, 7})},
    audit_channel=99,
    language_model=False,
    daily_tokens=500,
    daily_questions=20,
)
MORNING = 20_000 * DAY + 8 * 3_600.0


@pytest.fixture
def servers(tmp_path: Path) -> Servers:
    return Servers(Database(tmp_path / "verbatim.sqlite3"))


def decide(servers: Servers, settings: ServerSettings) -> None:
    servers.change(7, settings)
    servers.load()


def test_what_a_server_decided_outlives_a_restart_and_stays_its_own(tmp_path: Path) -> None:
    database = Database(tmp_path / "verbatim.sqlite3")
    Servers(database).change(7, DECIDED)
    database.close()
    again = Servers(Database(tmp_path / "verbatim.sqlite3"))
    assert again.settings(7) == DECIDED
    assert again.settings(8) == ServerSettings()


@pytest.mark.parametrize(
    ("kept", "meant"),
    [
        ("{}", ServerSettings()),
        ("[1]", ServerSettings()),
        ("torn {", ServerSettings()),
        ('{"of a later version": 1, "daily_questions": 5}', ServerSettings(daily_questions=5)),
        ('{"daily_questions": "many", "roles": []}', ServerSettings()),
        ('{"channels": [1, "x", -2, true]}', ServerSettings(channels=frozenset({1}))),
        ('{"roles": {"add": [3], "fly": [4]}}', ServerSettings(roles={Right.ADD: frozenset({3})})),
    ],
)
def test_what_another_version_kept_is_read_as_far_as_it_is_known(kept: str, meant: ServerSettings) -> None:
    assert read_settings(kept) == meant


def test_every_setting_is_kept() -> None:
    assert read_settings(written(DECIDED)) == DECIDED
    assert set(json.loads(written(DECIDED))) == set(ServerSettings.__dataclass_fields__)


def test_a_right_includes_those_before_it() -> None:
    assert DECIDED.roles_for(Right.CONFIGURE) == {6, 7}
    assert DECIDED.roles_for(Right.REINDEX) == {6, 7}
    assert DECIDED.roles_for(Right.ADD) == {5, 6, 7}


def test_what_changed_is_said_in_words() -> None:
    after = replace(DECIDED, channels=frozenset(), roles={Right.ADD: frozenset({8})}, daily_questions=1_500)
    assert changed(DECIDED, DECIDED) == ()
    assert changed(DECIDED, after) == (
        "channels: all",
        "roles that add: 8",
        "roles that configure: none named",
        "questions a day: 1,500",
    )


def test_the_operators_budget_is_never_exceeded() -> None:
    assert ServerSettings().tokens(100) == 100
    assert ServerSettings(daily_tokens=30).tokens(100) == 30
    assert ServerSettings(daily_tokens=300).tokens(100) == 100
    assert ServerSettings(language_model=False).tokens(100) == 0


def test_questions_of_a_day_run_out_and_the_next_day_begins_anew(servers: Servers) -> None:
    decide(servers, ServerSettings(daily_questions=2))
    assert [servers.count(7, MORNING).left, servers.count(7, MORNING).left] == [1, 0]
    with pytest.raises(QuotaSpent) as spent:
        servers.count(7, MORNING + 60)
    assert spent.value.limit == 2
    assert spent.value.again.timestamp() == 20_001 * DAY
    assert servers.count(8, MORNING).left == DAILY_QUESTIONS - 1
    assert servers.count(7, MORNING + DAY).left == 1


def test_a_question_given_back_may_be_asked_again(servers: Servers) -> None:
    decide(servers, ServerSettings(daily_questions=1))
    servers.count(7, MORNING)
    servers.give_back(7, MORNING)
    assert servers.quota(7, MORNING).left == 1
    servers.give_back(7, MORNING)
    assert servers.quota(7, MORNING).left == 1


def test_the_count_outlives_a_restart(tmp_path: Path) -> None:
    database = Database(tmp_path / "verbatim.sqlite3")
    Servers(database).count(7, MORNING)
    database.close()
    assert Servers(Database(tmp_path / "verbatim.sqlite3")).quota(7, MORNING).left == DAILY_QUESTIONS - 1


def test_little_is_left_from_a_tenth_on(servers: Servers) -> None:
    decide(servers, ServerSettings(daily_questions=20))
    told = [servers.count(7, MORNING).low for _ in range(18)]
    assert told == [False] * 17 + [True]


def test_an_audit_channel_is_told_what_happens_from_then_on_once(tmp_path: Path) -> None:
    database = Database(tmp_path / "verbatim.sqlite3")
    servers, audit = Servers(database), Audit(database)
    audit.record(7, "1", "add", "before", MORNING)
    decide(servers, ServerSettings(audit_channel=99))
    audit.record(8, "1", "add", "in a server without a channel", MORNING)
    for number in range(3):
        audit.record(7, "1", "add", f"{number}", MORNING)
    assert [entry.what for entry in servers.untold(2)[7]] == ["0", "1"]
    assert [entry.what for entry in servers.untold(2)[7]] == ["2"]
    assert servers.untold(2) == {}
    decide(servers, ServerSettings(audit_channel=99, daily_questions=5))
    audit.record(7, "1", "add", "later", MORNING)
    assert [entry.what for entry in servers.untold(2)[7]] == ["later"]
    decide(servers, ServerSettings())
    audit.record(7, "1", "add", "for nobody", MORNING)
    assert servers.untold(2) == {}


def test_what_is_counted_leaves_what_is_searched_as_it_was(store: Store, put: Put) -> None:
    """Counting the articles that a question looks through takes 40 ms at 4,500 of them: it is remembered until then."""
    put(store, "a", "The toll was 3.")
    before = store.database.changes_to_news
    store.servers.count(7, MORNING)
    store.servers.give_back(7, MORNING)
    store.spending.spend(7, 100, MORNING)
    assert store.database.changes_to_news == before
    put(store, "b", "The toll was 5.")
    assert store.database.changes_to_news > before
