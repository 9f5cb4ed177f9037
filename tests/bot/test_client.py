"""Guards what the bot asks of Discord: no privileged intent, no pings, commands registered only when they changed."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from typing import Any

import discord
import pytest
import simcord
from discord import app_commands

from bot import client
from bot.client import Verbatim
from bot.command_sync import FILE, digest
from bot.permissions import right_of
from bot.settings import BotSettings
from index.servers import Right
from tests.bot.canned_index import CannedIndex

RIGHTS = {
    **dict.fromkeys(("ask", "quotes", "search", "timeline", "Ask about this", "Check this quote"), Right.ASK),
    **dict.fromkeys(("help", "privacy", "status", "sources list"), Right.ASK),
    **dict.fromkeys((f"follow {what}" for what in ("topic", "speaker", "question", "list")), Right.ASK),
    **dict.fromkeys(("add url", "add file", "add text", "Index links in this message"), Right.ADD),
    **dict.fromkeys((f"sources {what}" for what in ("add", "remove", "pause", "resume", "label")), Right.REINDEX),
    **dict.fromkeys(("remove article", "reindex", "sources reindex", "audit"), Right.REINDEX),
    **dict.fromkeys((f"digest {what}" for what in ("daily", "weekly", "off", "now")), Right.CONFIGURE),
    "setup": Right.CONFIGURE,
}
"""Who may use what: a command that is added is written down here."""

DIRECTLY = {"ask", "quotes", "search", "timeline", "help", "privacy", "Ask about this", "Check this quote"}
"""What works in direct messages, too."""

AnyCommand = app_commands.Command[Any, ..., Any] | app_commands.ContextMenu

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


async def test_commands_are_described_and_need_the_right_that_is_written_down(simcord_env: simcord.Env) -> None:
    tree = bot_of(simcord_env).tree
    commands = list(commands_of(bot_of(simcord_env)))
    menus = [one for one in tree.get_commands() if isinstance(one, app_commands.ContextMenu)]
    every: list[AnyCommand] = [*commands, *menus]
    assert {one.qualified_name: right_of(one) for one in every} == RIGHTS
    assert max(Counter(one.qualified_name for one in every).values()) == 1
    assert all(command.description != "…" for command in commands)
    assert all(p.description != "…" for command in commands for p in command.parameters)


async def test_what_nobody_may_use_without_a_right_is_hidden(simcord_env: simcord.Env) -> None:
    """Discord hides groups as a whole: one of which everybody may use a part is shown."""
    for command in bot_of(simcord_env).tree.get_commands():
        parts = command.commands if isinstance(command, app_commands.Group) else [command]
        lowest = min(RIGHTS[one.qualified_name] for one in parts)
        assert (command.default_permissions is not None) == (lowest > Right.ASK), command.name


async def test_every_command_makes_its_check_but_for_those_without_one(simcord_env: simcord.Env) -> None:
    every = [*commands_of(bot_of(simcord_env)), *bot_of(simcord_env).tree.get_commands()]
    unchecked = {one.qualified_name for one in every if not isinstance(one, app_commands.Group) and not one.checks}
    assert unchecked == {"help", "privacy"}


async def test_everything_but_questions_is_for_servers_only(simcord_env: simcord.Env) -> None:
    for command in bot_of(simcord_env).tree.get_commands():
        assert command.allowed_contexts is not None
        assert command.allowed_contexts.guild
        assert bool(command.allowed_contexts.dm_channel) == (command.name in DIRECTLY)


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
