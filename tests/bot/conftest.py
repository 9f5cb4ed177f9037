"""What the bot's tests stand on: settings of a test, an index with canned answers, a simulated Discord."""

from __future__ import annotations

from pathlib import Path

import pytest
import simcord
from pydantic import SecretStr

from bot.client import Verbatim
from bot.settings import BotSettings
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import Newsroom, open_newsroom


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BotSettings:
    """Settings of a test: a data folder of its own, and no `.env` of the person who runs it."""
    monkeypatch.chdir(tmp_path)
    return BotSettings(
        data_dir=tmp_path / "data", discord_token=SecretStr("no.such.token"), editor_role_ids=frozenset()
    )


@pytest.fixture
def canned() -> CannedIndex:
    """An index that answers with what the test puts in it."""
    return CannedIndex()


@pytest.fixture
def simcord_bot(canned: CannedIndex, settings: BotSettings) -> Verbatim:
    """The bot over the canned index, which simcord's own fixture logs in; one shard, as a small bot has."""
    settings.data_dir.mkdir()
    bot = Verbatim(canned, settings)
    bot.shard_count = 1
    return bot


@pytest.fixture
def newsroom(simcord_env: simcord.Env) -> Newsroom:
    """A server with the bot in it."""
    return open_newsroom(simcord_env)
