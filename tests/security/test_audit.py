"""Guards what the audit of the dependencies makes of an answer, and of none; no network is asked."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from tests.security import audit


def report(*vulnerabilities: tuple[str, list[str]], skipped: bool = False) -> dict[str, Any]:
    found = [{"id": name, "fix_versions": fixes} for name, fixes in vulnerabilities]
    others = [{"name": "other", "skip_reason": "not found"}] if skipped else []
    return {"dependencies": [{"name": "news", "version": "1.0", "vulns": found}, *others]}


def test_what_can_be_mended_fails_and_what_can_not_is_told() -> None:
    assert audit.told(report())[1] == 0
    lines, code = audit.told(report(("CVE-1", ["1.1"]), ("CVE-2", [])))
    assert (lines[:2], code) == (
        ["news 1.0: CVE-1, mended in 1.1", "news 1.0: CVE-2, note: no release mends it yet"],
        1,
    )
    lines, code = audit.told(report(("CVE-2", []), skipped=True))
    assert (lines[1], code) == ("note: nothing could be said of other", 0)


def test_no_data_is_a_note() -> None:
    lines, code = audit.told(None)
    assert (lines[0].startswith("note: no data"), code) == (True, 0)


@pytest.mark.parametrize("said", ["", "no json", '{"dependencies": [{"name": "news", "skip_reason": "not found"}]}'])
def test_a_service_that_says_nothing_was_not_reached(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess((), 1, said, ""))
    assert audit.looked_up(()) is None


def test_a_service_that_hangs_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(*call: object, timeout: float, **_: object) -> None:
        raise subprocess.TimeoutExpired("pip-audit", timeout)

    monkeypatch.setattr(subprocess, "run", hangs)
    assert audit.looked_up(()) is None
