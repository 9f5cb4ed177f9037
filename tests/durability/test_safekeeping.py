"""`backup` and `restore` as the operator types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.operator import call


def test_a_backup_is_made_and_put_back(
    filled_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(filled_folder))
    assert call("backup", "kept") == 0
    assert "kept: " in capsys.readouterr().out
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "elsewhere"))
    assert call("restore", "kept") == 0
    assert "16 articles" in capsys.readouterr().out
    assert call("restore", "kept") == 2
    out, err = capsys.readouterr()
    assert out == "" and "--replace" in err
    assert call("restore", "--replace", "kept") == 0
    assert call("restore", "nothing") == 2
    assert call("status") == 0
    assert "articles    16" in capsys.readouterr().out


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("--help") == 0
    said = capsys.readouterr().out
    assert all(f" {command} " in said for command in ("ask", "backup", "eval", "restore", "status"))
