"""What the bot's tests stand on: settings that read no file, an index with canned answers, a simulated Discord."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import simcord
from canned_index import EDITOR_ROLE, CannedIndex
from pydantic import SecretStr

from bot.client import Verbatim
from bot.settings import BotSettings


@pytest.fixture
def settings(tmp_path: Path) -> BotSettings:
    """Settings that read no file and name one editors' role."""
    return BotSettings(
        _env_file=None,
        data_dir=tmp_path,
        discord_token=SecretStr("no.such.token"),
        editor_role_ids=frozenset({EDITOR_ROLE}),
    )


@pytest.fixture
def canned() -> CannedIndex:
    """An index that answers with what the test puts in it."""
    return CannedIndex()


@pytest.fixture
async def discord(canned: CannedIndex, settings: BotSettings) -> AsyncIterator[simcord.Env]:
    """The bot over the canned index, logged in to a simulated Discord."""
    async with simcord.run(Verbatim(canned, settings), shard_count=1) as env:
        yield env
