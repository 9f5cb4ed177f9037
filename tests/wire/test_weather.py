"""The bot keeps its sessions and its answers through what Discord does to connections: none is lost, none is late."""

from __future__ import annotations

import asyncio
from itertools import count

import pytest

from tests.wire.discord_server import DiscordServer
from tests.wire.gateway import INVALID_SESSION, RECONNECT, Session
from tests.wire.invocation import Invocation
from tests.wire.payloads import visible_text
from tests.wire.process import BotProcess, StartBot
from tests.wire.rest import Call
from tests.wire.world import READER, Person

QUESTION = {"question": "What did Peskov say about timing?"}
QUOTATION = "it looks like things will start to move after Trump enters the Oval Office"
START_SECONDS, ANSWER_SECONDS = 150, 60
ORIGINAL = "/messages/@original"

_readers = count()

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
async def bot(discord_server: DiscordServer, start_bot: StartBot) -> BotProcess:
    """A bot that is connected, with the word-hash embedder."""
    started = start_bot(WIRE_QUESTION_SECONDS="0")
    await started.sees(discord_server.ready(START_SECONDS))
    await started.sees(discord_server.registered("ask", START_SECONDS))
    return started


async def asked(discord_server: DiscordServer) -> Invocation:
    """The question, asked by somebody who has not asked before: nobody may ask often in one minute."""
    return await discord_server.invoke("ask", QUESTION, user=Person(READER.id + 1_000 + next(_readers), "reader"))


async def resumed(discord_server: DiscordServer, times: int) -> None:
    """Wait until sessions were resumed so many times."""

    def enough(session: Session) -> bool:
        return len(discord_server.gateway.resumed) >= times

    await discord_server.gateway.resumed.first(enough, 30)


async def quoted(invocation: Invocation) -> Call:
    """The answer, once it quotes; it may have been acknowledged only in time."""
    acknowledged = await invocation.acknowledged(ANSWER_SECONDS)
    assert acknowledged.at - invocation.sent_at < 3

    def quotes(call: Call) -> bool:
        return f"/{invocation.token}" in call.path and QUOTATION in visible_text(call.message)

    return await invocation.calls.first(lambda call: call.accepted and quotes(call), ANSWER_SECONDS)


async def test_sessions_and_answers_survive_what_discord_does_to_connections(
    discord_server: DiscordServer, bot: BotProcess
) -> None:
    """One process for all of it, since starting one is most of the time."""
    await through_closed_connections(discord_server, bot)
    await through_refused_edits(discord_server, bot)


async def through_closed_connections(discord_server: DiscordServer, bot: BotProcess) -> None:
    """Closed by Discord, op 7, op 9 that may be resumed: the session goes on, and what was missed is answered."""
    await discord_server.close_gateway(4000)
    missed = [await asked(discord_server) for _ in range(2)]
    for invocation in missed:
        await bot.sees(quoted(invocation))
    await discord_server.send_op(RECONNECT)
    await bot.sees(resumed(discord_server, 2))
    await bot.sees(quoted(await asked(discord_server)))
    await discord_server.send_op(INVALID_SESSION, True)
    await bot.sees(resumed(discord_server, 3))
    await bot.sees(quoted(await asked(discord_server)))
    assert len(discord_server.gateway.readied) == 1


async def through_refused_edits(discord_server: DiscordServer, bot: BotProcess) -> None:
    """Edits that are held up, or whose connection is cut, are tried again."""
    discord_server.fail_next("PATCH", ORIGINAL, 429, times=6, headers={"Retry-After": "0.05"})
    await bot.sees(quoted(await asked(discord_server)))
    discord_server.reset_next("PATCH", ORIGINAL, times=2)
    await bot.sees(quoted(await asked(discord_server)))


@pytest.mark.slow
async def test_after_a_session_that_can_not_be_resumed_there_is_a_new_one(
    discord_server: DiscordServer, bot: BotProcess
) -> None:
    first = await discord_server.ready(1)
    await discord_server.send_op(INVALID_SESSION, False)
    await bot.sees(discord_server.gateway.readied.first(lambda session: session.id != first.id, 60))
    await bot.sees(quoted(await asked(discord_server)))


@pytest.mark.slow
async def test_an_answer_that_no_edit_can_show_becomes_a_message_and_no_thinking_stays(
    discord_server: DiscordServer, bot: BotProcess
) -> None:
    discord_server.fail_next("PATCH", ORIGINAL, 502, times=100)
    invocation = await asked(discord_server)

    def in_the_channel(call: Call) -> bool:
        return call.accepted and call.method == "POST" and QUOTATION in visible_text(call.message)

    def taken_away(call: Call) -> bool:
        return call.accepted and call.method == "DELETE" and f"/{invocation.token}{ORIGINAL}" in call.path

    message = await bot.sees(discord_server.calls.first(in_the_channel, 120))
    assert message.path == f"/channels/{invocation.channel_id}/messages"
    assert message.message["allowed_mentions"]["parse"] == []
    await bot.sees(discord_server.calls.first(taken_away, 60))


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [2.9, 10, 60])
async def test_a_slow_index_keeps_nobody_from_being_acknowledged(
    discord_server: DiscordServer, start_bot: StartBot, seconds: float
) -> None:
    bot = start_bot(WIRE_QUESTION_SECONDS=str(seconds))
    await bot.sees(discord_server.ready(START_SECONDS))
    await bot.sees(discord_server.registered("ask", START_SECONDS))
    waiting = [await asked(discord_server) for _ in range(2)]
    await asyncio.sleep(1)
    waiting.append(await asked(discord_server))
    for invocation in waiting:
        acknowledged = await bot.sees(invocation.acknowledged(within=3))
        assert acknowledged.at - invocation.sent_at < 3
    for invocation in waiting:
        answer = await bot.sees(invocation.answered(seconds * 3 + ANSWER_SECONDS))
        assert visible_text(answer.message)
