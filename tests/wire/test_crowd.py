"""A reindex in the bot's own process: two hundred ask meanwhile, it survives a kill, and its outcome is told once."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from index.assemble import open_news_index
from index.settings import IndexSettings
from tests.load.news import question, write_records
from tests.wire.discord_server import DiscordServer
from tests.wire.invocation import Invocation
from tests.wire.payloads import visible_text
from tests.wire.process import BotProcess, StartBot
from tests.wire.rest import Call
from tests.wire.world import GUILD, MANAGE_GUILD, MEMBER_PERMISSIONS, OWNER, Person
from tests.word_hash import CountingEmbedder

ARTICLES, PASSAGES_EACH = 200, 15
"""3,000 passages: their reindex takes long enough to be asked meanwhile, and to be killed in its middle."""
ASKERS = 200
START_SECONDS, ANSWER_SECONDS = 150, 400
MAY = MEMBER_PERMISSIONS | MANAGE_GUILD

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture
def archive(tmp_path: Path) -> None:
    """The bot's data folder, with articles of the guild."""
    records = tmp_path / "records.jsonl"
    write_records(records, range(ARTICLES), PASSAGES_EACH)
    asyncio.run(fill(tmp_path / "data", records))


async def fill(data: Path, records: Path) -> None:
    index = await open_news_index(IndexSettings(data_dir=data), for_questions=False, embedder=CountingEmbedder())
    await index.import_file(records, GUILD.id)
    await index.close()


async def started(discord_server: DiscordServer, start_bot: StartBot, sessions: int) -> BotProcess:
    """The bot, connected in a session of its own."""
    bot = start_bot(WIRE_QUESTION_SECONDS="0")
    readied = discord_server.gateway.readied
    await bot.sees(readied.first(lambda session: len(readied) >= sessions, START_SECONDS))
    await bot.sees(discord_server.registered("reindex", START_SECONDS))
    return bot


async def reindexing(discord_server: DiscordServer, bot: BotProcess) -> Invocation:
    """A reindex that is under way: its message shows how far it is."""
    invocation = await discord_server.invoke("reindex", user=OWNER, permissions=MAY)

    def under_way(call: Call) -> bool:
        return f"/{invocation.token}" in call.path and "%" in visible_text(call.message)

    await bot.sees(discord_server.calls.first(under_way, 120))
    return invocation


async def shown(discord_server: DiscordServer, bot: BotProcess, words: str) -> Call:
    """The first call that shows these words."""
    return await bot.sees(discord_server.calls.first(lambda call: words in visible_text(call.message), ANSWER_SECONDS))


async def test_two_hundred_questions_during_a_reindex_are_acknowledged_in_three_seconds(
    archive: None, discord_server: DiscordServer, start_bot: StartBot
) -> None:
    bot = await started(discord_server, start_bot, 1)
    await reindexing(discord_server, bot)
    people = [Person(OWNER.id + 1_000 + n, f"reader {n}") for n in range(ASKERS)]
    asked = [
        await discord_server.invoke("ask", {"question": question(n)}, user=person) for n, person in enumerate(people)
    ]
    acknowledged = [await bot.sees(invocation.acknowledged(30)) for invocation in asked]
    late = [call.at - invocation.sent_at for call, invocation in zip(acknowledged, asked, strict=True)]
    assert max(late) < 3
    answers = [await bot.sees(invocation.answered(ANSWER_SECONDS)) for invocation in asked]
    took = [call.at - invocation.sent_at for call, invocation in zip(answers, asked, strict=True)]
    await shown(discord_server, bot, "Reindexed every source of this server")
    print(f"acknowledged within {max(late):.2f} s, answered within {max(took):.1f} s")  # noqa: T201
    bot.terminate()
    assert await bot.ended(within=10) == 0, bot.output


async def test_a_reindex_that_was_killed_goes_on_and_its_outcome_is_told_once(
    archive: None, discord_server: DiscordServer, start_bot: StartBot
) -> None:
    bot = await started(discord_server, start_bot, 1)
    ordered = await reindexing(discord_server, bot)
    bot.kill_at_once()
    again = await started(discord_server, start_bot, 2)
    told = await shown(discord_server, again, "went on after I was restarted and is done: 200 articles")
    assert told.path == f"/channels/{ordered.channel_id}/messages"
    [button] = discord_server.message_of(ordered)["components"][0]["components"]
    pressed = await discord_server.press(
        button["custom_id"], discord_server.message_of(ordered), user=OWNER, permissions=MAY
    )
    answer = await again.sees(pressed.answered(30))
    assert "There is nothing to cancel any more" in visible_text(answer.message)
    again.terminate()
    assert await again.ended(within=10) == 0, again.output
    third = await started(discord_server, start_bot, 3)
    await asyncio.sleep(5)
    third.terminate()
    assert await third.ended(within=10) == 0, third.output
    assert sum("went on after" in visible_text(call.message) for call in discord_server.calls) == 1
