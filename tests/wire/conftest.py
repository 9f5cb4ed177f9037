"""The loopback Discord and the bot process as fixtures."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.wire.discord_server import DiscordServer
from tests.wire.process import BotProcess, StartBot
from tests.wire.world import TOKEN


@pytest.fixture
async def discord_server() -> AsyncIterator[DiscordServer]:
    """A running loopback Discord."""
    async with DiscordServer() as server:
        yield server


@pytest.fixture
def start_bot(discord_server: DiscordServer, tmp_path: Path) -> Iterator[StartBot]:
    """Starts the bot against that server; keywords are further environment variables."""
    started: list[BotProcess] = []

    def start(**environment: str) -> BotProcess:
        bot = BotProcess(tmp_path, {"DISCORD_TOKEN": TOKEN} | discord_server.environment() | environment)
        started.append(bot)
        return bot

    yield start
    for bot in started:
        bot.kill()
