"""Guards that a token written by hand names nothing: what a custom id holds is looked up, never trusted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from index.alerts import FollowKind
from index.errors import NotKept, UnknownFollow
from index.news_index import NewsIndex
from index.types import Filters

NOW = datetime.now(UTC)
FORGED = (
    *(
        "",
        " ",
        "0",
        "1",
        "None",
        "null",
        "%",
        "_" * 22,
        "*",
        "' OR 1=1 --",
        "\0",
        "a" * 100,
        "a" * 100_000,
        "٣",
        "../x",
    ),
    *("\u202etoken", "token\n", "1:2:3", "{}", "🗳️"),
)


@pytest.mark.parametrize("token", FORGED)
async def test_a_forged_token_names_nothing(news_index: NewsIndex, token: str) -> None:
    answer = await news_index.ask("What did Peskov say about timing?", Filters(7), NOW)
    kept = await news_index.keep_answer(answer, 7, 1, 2, NOW)
    follow = await news_index.follow(7, 2, None, FollowKind.TOPIC, "harbour", NOW)
    for forged in (token, kept.token[:-1] + token, f"{token}-{kept.token}", kept.token.swapcase(), follow.token):
        for server in (7, 8, None):
            with pytest.raises(NotKept):
                await news_index.kept_answer(forged, server)
            with pytest.raises(NotKept):
                await news_index.vote(forged, server, 2, True)
    for forged in (token, follow.token[:-1] + token, follow.token.swapcase(), kept.token):
        with pytest.raises(UnknownFollow):
            await news_index.followed(forged)
    for server in (8, None):
        with pytest.raises(NotKept):
            await news_index.kept_answer(kept.token, server)
    assert (await news_index.votes(7)).good == 0
