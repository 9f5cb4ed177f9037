"""Guards what the bot asks of Discord: no privileged intent, no pings, commands registered only when they changed."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator

import discord
import pytest
import simcord
from discord import app_commands

from bot import client
from bot.client import Verbatim
from bot.command_sync import FILE, digest
from bot.permissions import require_editor
from bot.settings import BotSettings
from tests.bot.canned_index import CannedIndex
from tests.bot.newsroom import EDITORS_COMMANDS

PRIVILEGED = discord.Intents(members=True, presences=True, message_content=True)


def commands_of(bot: Verbatim) -> Iterator[app_commands.Command]:  # type: ignore[type-arg]
    """Every command that can be called, subcommands included."""
    for command in bot.tree.walk_commands():
        if isinstance(command, app_commands.Command):
            yield command


def registrations(env: simcord.Env) -> int:
    return sum(r.method == "PUT" and r.path.endswith("/commands") for r in env.http_requests)


def bot_of(env: simcord.Env) -> Verbatim:
    assert isinstance(env.bot, Verbatim)
    return env.bot


def test_no_privileged_intent_is_asked_for(simcord_bot: Verbatim) -> None:
    assert simcord_bot.intents.value & PRIVILEGED.value == 0
    assert simcord_bot.allowed_mentions is not None
    mentions: dict[str, object] = dict(simcord_bot.allowed_mentions.to_dict())
    assert mentions == {"parse": []}


async def test_command_names_are_unique_and_described(simcord_env: simcord.Env) -> None:
    commands = list(commands_of(bot_of(simcord_env)))
    names = Counter(command.qualified_name for command in commands)
    assert set(names) == {"ask", "quotes", "status", *EDITORS_COMMANDS}
    assert set(names.values()) == {1}
    assert all(command.description != "…" for command in commands)
    assert all(p.description != "…" for command in commands for p in command.parameters)


async def test_what_is_hidden_is_checked_in_code_as_well(simcord_env: simcord.Env) -> None:
    for command in commands_of(bot_of(simcord_env)):
        root = command.root_parent or command
        hidden = root.default_permissions is not None
        assert (require_editor in command.checks) == hidden, command.qualified_name


async def test_everything_but_questions_is_for_servers_only(simcord_env: simcord.Env) -> None:
    for command in bot_of(simcord_env).tree.get_commands():
        assert command.allowed_contexts is not None
        assert command.allowed_contexts.guild
        assert bool(command.allowed_contexts.dm_channel) == (
            command.name in {"ask", "quotes", "Check this quote", "Ask about this"}
        )


async def test_commands_are_registered_once_and_again_when_the_note_is_lost(
    simcord_env: simcord.Env, canned: CannedIndex, settings: BotSettings
) -> None:
    assert registrations(simcord_env) == 1
    await simcord_env.restart_bot(restarted(canned, settings))
    assert registrations(simcord_env) == 1
    (settings.data_dir / FILE).unlink()
    await simcord_env.restart_bot(restarted(canned, settings))
    assert registrations(simcord_env) == 2


class SilentGateway(Verbatim):
    """A bot whose gateway answers after `after` seconds."""

    after = 10.0

    async def start(self, token: str, *, reconnect: bool = True) -> None:
        await asyncio.sleep(self.after)
        await self.on_connect()
        await asyncio.sleep(0.2)


async def test_a_gateway_that_never_answers_ends_the_start(
    canned: CannedIndex, settings: BotSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "FIRST_CONNECTION_WITHIN", 0.1)
    with pytest.raises(client.NoGatewayError):
        await SilentGateway(canned, settings).stay_connected()


async def test_once_connected_the_bot_stays_for_good(
    canned: CannedIndex, settings: BotSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "FIRST_CONNECTION_WITHIN", 0.1)
    monkeypatch.setattr(SilentGateway, "after", 0.0)
    await SilentGateway(canned, settings).stay_connected()


def restarted(canned: CannedIndex, settings: BotSettings) -> Verbatim:
    bot = Verbatim(canned, settings)
    bot.shard_count = 1
    return bot


@pytest.mark.parametrize("changed", [[{"name": "b"}], [{"name": "a", "options": []}, {"name": "b"}]])
def test_the_digest_changes_with_the_commands_and_the_application(changed: list[dict[str, object]]) -> None:
    commands: list[dict[str, object]] = [{"name": "a"}, {"name": "b"}]
    assert digest(1, commands) == digest(1, commands[::-1])
    assert digest(1, commands) != digest(1, changed)
    assert digest(1, commands) != digest(2, commands)
