"""The bot as an operator runs it: a process that logs in, answers in time, and stops or fails in order."""

from pathlib import Path

import pytest

from tests.wire.discord_server import DiscordServer
from tests.wire.payloads import visible_text
from tests.wire.process import BotProcess, StartBot

QUESTION = "What did Peskov say about timing?"
QUOTATION = "it looks like things will start to move after Trump enters the Oval Office"
DEFERRED_MESSAGE = 5
NORMAL_CLOSURE = 1000
# Loading the embedding model alone takes a busy machine the better part of a minute.
START_SECONDS = 150
ANSWER_SECONDS = 60

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def no_articles(tmp_path: Path) -> Path:
    """An empty folder in place of the starter articles, for starts that end before there are questions."""
    folder = tmp_path / "no articles"
    folder.mkdir()
    return folder


async def test_a_question_is_answered_with_the_quotation_and_sigterm_ends_in_order(
    discord_server: DiscordServer, start_bot: StartBot
) -> None:
    bot = start_bot()
    await bot.sees(discord_server.ready(START_SECONDS))
    await bot.sees(discord_server.registered("ask", START_SECONDS))

    invocation = await discord_server.invoke("ask", {"question": QUESTION})
    acknowledgement = await bot.sees(invocation.acknowledged(within=3))
    assert acknowledgement.body["type"] == DEFERRED_MESSAGE
    assert acknowledgement.at - invocation.sent_at < 3

    answer = await bot.sees(invocation.answered(ANSWER_SECONDS))
    assert QUOTATION in visible_text(answer.message)
    assert answer.message["allowed_mentions"]["parse"] == []

    bot.terminate()
    assert await bot.ended(within=10) == 0, bot.output
    closing = await discord_server.gateway_closed(within=1)
    assert (closing.code, closing.by_client) == (NORMAL_CLOSURE, True)


async def test_without_a_token_it_ends_with_2_and_one_line(start_bot: StartBot) -> None:
    bot = start_bot(DISCORD_TOKEN="")
    assert await bot.ended(START_SECONDS) == 2, bot.output
    assert len(bot.errors) == 1, bot.output
    assert "DISCORD_TOKEN" in bot.errors[0]


async def test_a_refused_token_ends_with_2_and_a_readable_line(start_bot: StartBot, no_articles: Path) -> None:
    bot = start_bot(DISCORD_TOKEN="not.the.token", SEEDS_DIR=str(no_articles))
    assert await bot.ended(START_SECONDS) == 2, bot.output
    assert "token" in last_words(bot).lower()


async def test_discord_being_down_at_login_ends_with_1_and_a_readable_line(
    discord_server: DiscordServer, start_bot: StartBot, no_articles: Path
) -> None:
    discord_server.fail_next("GET", "/users/@me", 503, times=100)
    bot = start_bot(SEEDS_DIR=str(no_articles))
    assert await bot.ended(START_SECONDS) == 1, bot.output
    assert "Discord" in last_words(bot)


def last_words(bot: BotProcess) -> str:
    """The last line on stderr, which is all that an operator should have to read."""
    assert bot.errors, bot.output
    assert "Traceback" not in bot.output, bot.output
    return bot.errors[-1]
