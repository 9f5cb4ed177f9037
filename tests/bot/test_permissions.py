"""Guards who may add and reindex, as a function of values; test_editing_commands guards that it is asked."""

from __future__ import annotations

import pytest

from bot.permissions import Caller, may_edit

NAMED = frozenset({11, 12})


@pytest.mark.parametrize(
    ("caller", "allowed"),
    [
        (Caller(7, True, frozenset()), True),
        (Caller(7, False, frozenset({12, 99})), True),
        (Caller(7, False, frozenset({99})), False),
        (Caller(7, False, frozenset()), False),
        (Caller(None, True, NAMED), False),
    ],
)
def test_who_may_edit(caller: Caller, allowed: bool) -> None:
    assert may_edit(caller, NAMED) is allowed


def test_where_the_operator_named_no_role_only_managers_may() -> None:
    assert not may_edit(Caller(7, False, frozenset({11})), frozenset())
