"""Guards how much may be asked: a member's pace, a server's day, and that only answers are counted."""

from __future__ import annotations

import pytest

from bot.cards.quota import quota_line
from bot.quota import _REMEMBERED, AT_ONCE, WITHIN, Quotas, TooFast
from index.errors import QuotaSpent
from index.servers import Quota, ServerSettings
from index.types import COMMON, Answer
from tests.bot.canned.values import DAY, a_citation, an_answer
from tests.bot.canned_index import CannedIndex


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


async def found() -> Answer:
    return an_answer(a_citation())


async def nothing() -> Answer:
    return an_answer()


async def failing() -> Answer:
    raise ValueError("boom")


async def test_an_answer_is_counted_and_what_is_left_is_told(canned: CannedIndex) -> None:
    canned.decided[7] = ServerSettings(daily_questions=10)
    answer, left = await Quotas(canned).answered(7, 1, found)
    assert answer.found
    assert left == Quota(9, 10, DAY)


async def test_what_fails_or_finds_nothing_is_not_counted(canned: CannedIndex) -> None:
    canned.decided[7] = ServerSettings(daily_questions=10)
    quotas = Quotas(canned)
    assert await quotas.answered(7, 1, nothing) == (an_answer(), Quota(10, 10, DAY))
    with pytest.raises(ValueError, match="boom"):
        await quotas.answered(7, 1, failing)
    assert canned.asked == 0


async def test_a_server_that_has_asked_enough_is_not_asked_for(canned: CannedIndex) -> None:
    canned.decided[7] = ServerSettings(daily_questions=1)
    quotas = Quotas(canned)
    await quotas.answered(7, 1, found)
    with pytest.raises(QuotaSpent):
        await quotas.answered(7, 2, failing)
    await quotas.answered(COMMON, 2, found)


async def test_a_member_has_a_pace_and_the_others_their_own(canned: CannedIndex) -> None:
    clock = Clock()
    quotas = Quotas(canned, clock)
    for _ in range(AT_ONCE):
        await quotas.answered(7, 1, found)
    with pytest.raises(TooFast):
        await quotas.answered(8, 1, found)
    await quotas.answered(7, 2, found)
    clock.now += WITHIN
    await quotas.answered(7, 1, found)
    assert canned.asked == AT_ONCE + 2


async def test_who_has_not_asked_for_long_is_forgotten(canned: CannedIndex) -> None:
    clock = Clock()
    quotas = Quotas(canned, clock)
    for member in range(_REMEMBERED + 1):
        await quotas.answered(COMMON, member, found)
    clock.now += WITHIN
    await quotas.answered(COMMON, 1, found)
    assert len(quotas._pace._lately) == 1


def test_what_is_left_is_told_when_it_is_little() -> None:
    assert quota_line(None) == ""
    assert quota_line(Quota(500, 1_000, DAY)) == ""
    assert quota_line(Quota(3, 50, DAY)) == (
        f"-# 3 of today's 50 questions left here, the count starts anew <t:{int(DAY.timestamp())}:R>"
    )
