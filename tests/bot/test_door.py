"""Guards the bot's door: settings, a log without secrets, one readable line and an exit code for each failure."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import aiohttp
import discord
import pytest

from bot.client import NoGatewayError
from bot.log import PlainLines, logged_progress
from bot.settings import BotSettings
from bot.start_failures import start_failure
from index.errors import IndexInUse, SettingsError, StoreError
from index.reports import Progress

REPOSITORY = Path(__file__).resolve().parents[2]
TOKEN = "MTIz.secret.token"


@pytest.fixture
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    monkeypatch.chdir(tmp_path)
    for name in ("DISCORD_TOKEN", "EDITOR_ROLE_IDS", "LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_a_missing_token_is_told_in_one_line_before_anything_slow(clean: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), "DATA_DIR": str(tmp_path / "data")}
    began = time.monotonic()
    ended = subprocess.run([sys.executable, "-m", "bot"], env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert "DISCORD_TOKEN" in ended.stderr
    assert "https://discord.com/developers/applications" in ended.stderr
    assert not (tmp_path / "data").exists()
    assert time.monotonic() - began < 5


def test_a_stop_while_the_index_opens_ends_at_once_and_in_order(clean: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), "DATA_DIR": str(tmp_path / "data")}
    with (tmp_path / "stderr").open("w") as stderr:
        bot = subprocess.Popen([sys.executable, "-m", "bot"], env=environment | {"DISCORD_TOKEN": TOKEN}, stderr=stderr)
    while "loading" not in (tmp_path / "stderr").read_text() and bot.poll() is None:
        time.sleep(0.05)
    bot.terminate()
    try:
        assert bot.wait(timeout=5) == 0, (tmp_path / "stderr").read_text()
    finally:
        bot.kill()
    assert "stopped before the index was open" in (tmp_path / "stderr").read_text()


@pytest.mark.parametrize("token", ["", "   "])
def test_an_empty_token_counts_as_missing(clean: pytest.MonkeyPatch, token: str) -> None:
    clean.setenv("DISCORD_TOKEN", token)
    with pytest.raises(SettingsError, match="DISCORD_TOKEN is not set"):
        BotSettings.read()


def test_role_ids_are_read_from_a_list_with_commas(clean: pytest.MonkeyPatch) -> None:
    clean.setenv("DISCORD_TOKEN", TOKEN)
    assert BotSettings.read().editor_role_ids == frozenset()
    clean.setenv("EDITOR_ROLE_IDS", "11, 12,")
    assert BotSettings.read().editor_role_ids == {11, 12}


def test_a_wrong_setting_is_named_and_no_secret_shown(clean: pytest.MonkeyPatch) -> None:
    clean.setenv("DISCORD_TOKEN", TOKEN)
    clean.setenv("EDITOR_ROLE_IDS", "@Desk")
    with pytest.raises(SettingsError, match=r"EDITOR_ROLE_IDS: .*role ids") as error:
        BotSettings.read()
    assert TOKEN not in str(error.value)
    assert TOKEN not in repr(BotSettings(editor_role_ids=frozenset()))


def response(status: int) -> SimpleNamespace:
    return SimpleNamespace(status=status, reason="")


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (discord.LoginFailure("Improper token has been passed."), 2, "DISCORD_TOKEN"),
        (SettingsError("DATA_DIR: wrong"), 2, "DATA_DIR"),
        (IndexInUse(Path("data")), 1, "in use"),
        (StoreError("data/verbatim.db is damaged"), 1, "damaged"),
        (discord.DiscordServerError(response(503), None), 1, "Discord answered 503"),  # type: ignore[arg-type]
        (discord.GatewayNotFound(), 1, "Discord can't be reached"),  # type: ignore[no-untyped-call]
        (ConnectionRefusedError("refused\nagain"), 1, "Discord can't be reached: refused again"),
        (NoGatewayError(), 1, "gateway"),
        (aiohttp.ServerDisconnectedError(), 1, "Discord can't be reached: Server disconnected"),
    ],
)
def test_a_failure_to_start_is_one_line_and_an_exit_code(error: Exception, code: int, words: str) -> None:
    failure = start_failure(error)
    assert failure is not None
    line, ended_with = failure
    assert ended_with == code
    assert words in line
    assert "\n" not in line


def test_an_error_nobody_foresaw_is_left_to_the_log() -> None:
    assert start_failure(AttributeError("'NoneType' object")) is None


def logged(name: str, message: str, error: Exception | None = None) -> str:
    trace = (type(error), error, error.__traceback__) if error else None
    return PlainLines(TOKEN).format(logging.LogRecord(name, logging.INFO, "", 1, message, (), trace))


def test_the_log_shows_neither_the_token_nor_an_interactions() -> None:
    assert TOKEN not in logged("bot", f"Authorization: Bot {TOKEN}")
    line = logged("discord.webhook.async_", "PATCH https://discord.com/api/webhooks/1/aW50ZXJ/messages/@original")
    assert line.endswith("PATCH https://discord.com/api/webhooks/1/<token>/messages/@original")


def test_a_lost_connection_is_one_line_and_a_fault_of_ours_has_its_trace() -> None:
    try:
        raise ConnectionResetError("reset")
    except ConnectionResetError as error:
        weather, fault = logged("discord.shard", "Failed to connect", error), logged("bot.delivery", "failed", error)
    assert weather.endswith("Failed to connect (ConnectionResetError: reset)")
    assert "Traceback" in fault


def test_opening_is_logged_by_stage_and_not_by_step(caplog: pytest.LogCaptureFixture) -> None:
    now = 0.0
    watch = logged_progress(lambda: now)
    with caplog.at_level(logging.INFO):
        for done in range(10):
            now += 1
            watch(Progress("embedding", done, 10, "passages"))
        watch(Progress("writing", 0, None))
    assert [r.message for r in caplog.records] == ["embedding: 0 of 10 passages", "embedding: 5 of 10 passages",
                                                   "writing: 0 articles"]  # fmt: skip
