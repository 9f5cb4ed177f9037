"""Guards who may do what and where, as functions of values; the tests of the commands guard that they are asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.permissions import NEEDED, Caller, answered_in, may
from index.servers import Right, ServerSettings

NAMED = frozenset({11, 12})
"""The operator's editors."""

DECIDED = ServerSettings(
    roles={
        Right.ADD: frozenset({21}),
        Right.REINDEX: frozenset({22}),
        Right.CONFIGURE: frozenset({23}),
    }
)
UNDECIDED = ServerSettings()
ALL = set(Right)


@pytest.mark.parametrize(
    ("caller", "settings", "rights"),
    [
        (Caller(7, True, frozenset()), UNDECIDED, ALL),
        (Caller(7, True, frozenset()), ServerSettings(roles={Right.ASK: frozenset({5})}), ALL),
        (Caller(7, False, frozenset()), UNDECIDED, {Right.ASK}),
        (Caller(7, False, frozenset({99})), DECIDED, {Right.ASK}),
        (Caller(7, False, frozenset({12, 99})), UNDECIDED, {Right.ASK, Right.ADD, Right.REINDEX}),
        (Caller(7, False, frozenset({21})), DECIDED, {Right.ASK, Right.ADD}),
        (Caller(7, False, frozenset({22})), DECIDED, {Right.ASK, Right.ADD, Right.REINDEX}),
        (Caller(7, False, frozenset({23})), DECIDED, ALL),
        (Caller(7, False, frozenset({99})), ServerSettings(roles={Right.ASK: frozenset({5})}), set()),
        (Caller(7, False, frozenset({5})), ServerSettings(roles={Right.ASK: frozenset({5})}), {Right.ASK}),
        (
            Caller(7, False, frozenset({21})),
            ServerSettings(roles={Right.ASK: frozenset({5}), Right.ADD: frozenset({21})}),
            {Right.ASK, Right.ADD},
        ),
        (
            Caller(7, False, frozenset({11})),
            ServerSettings(roles={Right.ASK: frozenset({5})}),
            {Right.ASK, Right.ADD, Right.REINDEX},
        ),
        (Caller(None, True, NAMED), DECIDED, {Right.ASK}),
    ],
)
def test_each_right_includes_those_before_it(caller: Caller, settings: ServerSettings, rights: set[Right]) -> None:
    assert {right for right in Right if may(caller, right, settings, NAMED)} == rights


def test_where_nobody_named_a_role_only_managers_may_add() -> None:
    assert not may(Caller(7, False, frozenset({11})), Right.ADD, UNDECIDED, frozenset())


@pytest.mark.parametrize(
    ("places", "chosen", "answered"),
    [
        ({1}, set(), True),
        ({1}, {1, 2}, True),
        ({3}, {1, 2}, False),
        ({9, 1}, {1}, True),
    ],
)
def test_a_server_is_answered_where_it_said_so(places: set[int], chosen: set[int], answered: bool) -> None:
    assert answered_in(places, ServerSettings(channels=frozenset(chosen))) is answered


def test_the_invitation_asks_for_what_is_needed_and_no_more() -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"&permissions=(\d+)", readme) == [str(NEEDED.value)]
    assert not NEEDED.administrator and not NEEDED.manage_guild and not NEEDED.mention_everyone
