"""Guards below which answers a correction is told: those that cite what changed, once, never what was taken down."""

from __future__ import annotations

from datetime import timedelta

import pytest

from index.kept_answers import KEPT_FOR
from index.news_index import NewsIndex
from index.types import COMMON, Filters
from tests.telling.conftest import CHANNEL, FERRY, LATER, MEMBER, NOW, OTHER, SERVER, Publish, ferry, files_hold

QUESTION = "What did Ida Nygaard say about the captain for the winter?"
MESSAGE = 7_000
CORRECTED = FERRY.replace("no captain left", "only one captain left")


async def answered(
    index: NewsIndex,
    server: int = SERVER,
    *,
    message: int | None = MESSAGE,
    private: bool = False,
    direct: bool = False,
) -> str:
    """An answer that cites the ferry's harbour master and stands in a message."""
    answer = await index.ask(QUESTION, Filters(server), LATER)
    assert "captain" in answer.citations[0].quote
    kept = await index.keep_answer(
        answer, server, CHANNEL, MEMBER, NOW, message=message, private=private, direct=direct
    )
    return kept.token


async def test_a_correction_is_told_below_the_answer_once(empty_index: NewsIndex, publish: Publish) -> None:
    await publish(ferry())
    await answered(empty_index)
    assert await empty_index.corrections_due(LATER) == ()
    await publish(ferry(text=CORRECTED))
    [correction] = await empty_index.corrections_due(LATER)
    assert (correction.server, correction.channel, correction.message) == (SERVER, CHANNEL, MESSAGE)
    [amendment] = [one for one in correction.amendments if one.n == 1]
    assert [(edit.removed, edit.added) for edit in amendment.edits] == [("no", "only one")]
    assert await empty_index.corrections_due(LATER) == (correction,), "it was not noted, as after a kill"
    await empty_index.correction_told(correction, LATER)
    assert await empty_index.corrections_due(LATER) == ()
    await publish(ferry(text=CORRECTED.replace("only one captain left", "two captains left")))
    assert await empty_index.corrections_due(LATER) == ()


async def test_what_changes_elsewhere_is_not_told_until_the_cited_words_do(
    empty_index: NewsIndex, publish: Publish
) -> None:
    await publish(ferry())
    await answered(empty_index)
    elsewhere = FERRY.replace("the island has no other line to the mainland", "the island has 3 other lines")
    await publish(ferry(text=elsewhere))
    assert await empty_index.corrections_due(LATER) == ()
    await publish(ferry(text=elsewhere.replace("no captain left", "one captain left")))
    assert len(await empty_index.corrections_due(LATER)) == 1


@pytest.mark.parametrize("given", [{"message": None}, {"private": True}, {"direct": True}])
async def test_an_answer_that_nobody_else_sees_is_not_replied_to(
    empty_index: NewsIndex, publish: Publish, given: dict[str, object]
) -> None:
    await publish(ferry())
    await answered(empty_index, **given)  # type: ignore[arg-type]
    await publish(ferry(text=CORRECTED))
    assert await empty_index.corrections_due(LATER) == ()


async def test_another_server_s_own_version_is_not_told(empty_index: NewsIndex, publish: Publish) -> None:
    await publish(ferry(), server=COMMON)
    await answered(empty_index)
    await publish(ferry(text=CORRECTED), server=OTHER)
    assert await empty_index.corrections_due(LATER) == ()


async def test_an_old_answer_is_left_alone(empty_index: NewsIndex, publish: Publish) -> None:
    await publish(ferry())
    await answered(empty_index)
    await publish(ferry(text=CORRECTED))
    assert await empty_index.corrections_due(NOW + KEPT_FOR + timedelta(hours=1)) == ()


async def test_a_takedown_is_no_correction(empty_index: NewsIndex, publish: Publish) -> None:
    await publish(ferry())
    await answered(empty_index)
    await publish(ferry(text=CORRECTED))
    await empty_index.remove(str(ferry().url))
    assert await empty_index.corrections_due(LATER) == ()
    assert not files_hold(empty_index._folder.path, "only one captain left")
