"""Guards kept answers: found in their server alone, with the passages that they quote, gone with age and articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from index.errors import NotKept, UnknownSpeaker
from index.kept_answers import KEPT_FOR, KeptAnswer, Votes
from index.news_index import NewsIndex
from index.types import COMMON, Exchange, Filters

NOW = datetime.now(UTC)
HERE, ELSEWHERE, CHANNEL, ASKER = 7, 8, 70, 700
QUESTION = "What did Peskov say about timing?"
FERRY = b"""---
title: Ferry to Hollum stops for the winter
source: The Harbour Post
url: https://harbour.example/ferry
---
The ferry to Hollum will stop running on Monday.

"We have no captain left for the winter," said harbour master Ida Nygaard.

The line carried 40,000 passengers last year.
"""


async def kept(index: NewsIndex, question: str = QUESTION, now: datetime | None = None) -> KeptAnswer:
    answer = await index.ask(question, Filters(HERE))
    assert answer.found
    return await index.keep_answer(answer, HERE, CHANNEL, ASKER, now or datetime.now(UTC), filters=Filters(HERE))


async def test_an_answer_is_found_by_token_and_message_in_its_server_alone(news_index: NewsIndex) -> None:
    one = await kept(news_index)
    await news_index.answer_shown(one.token, CHANNEL, 12345)
    again = await news_index.kept_answer(one.token, HERE)
    assert (again.question, again.filters, again.message) == (QUESTION, Filters(HERE), 12345)
    assert again.exchange == Exchange(QUESTION, one.speakers)
    assert await news_index.kept_at(12345, HERE) == again
    for server in (ELSEWHERE, COMMON, None):
        assert await news_index.kept_at(12345, server) is None
        with pytest.raises(NotKept):
            await news_index.kept_answer(one.token, server)
    with pytest.raises(NotKept):
        await news_index.kept_answer("A" * 22, HERE)


async def test_what_it_was_asked_with_comes_back(news_index: NewsIndex) -> None:
    since = datetime(2020, 1, 1, tzinfo=UTC)
    filters = Filters(HERE, since, None, "The Harbour Post", ("Ida Nygaard", "I. Nygaard"))
    answer = replace(await news_index.ask(QUESTION), understood="U?", note="N", looked_at="L", dropped=2)
    one = await news_index.keep_answer(answer, HERE, CHANNEL, ASKER, NOW, filters=filters, private=True)
    again = await news_index.kept_answer(one.token, HERE)
    assert again == one
    assert (again.meant, again.filters, again.dropped, again.private) == ("U?", filters, 2, True)


async def test_what_was_shown_in_a_direct_message_is_found_in_direct_messages_alone(news_index: NewsIndex) -> None:
    answer = await news_index.ask(QUESTION)
    one = await news_index.keep_answer(answer, HERE, CHANNEL, ASKER, datetime.now(UTC), direct=True, message=5)
    assert (await news_index.kept_answer(one.token, None)).server == HERE
    assert await news_index.kept_at(5, HERE) is None
    assert await news_index.asked_in(ASKER) == (HERE,)


async def test_every_citation_is_shown_in_its_paragraph(news_index: NewsIndex) -> None:
    answer = await news_index.ask(QUESTION)
    one = await news_index.keep_answer(answer, HERE, CHANNEL, ASKER, datetime.now(UTC))
    shown = await news_index.cited_passages(one)
    assert [(s.n, s.of, s.quote, s.outlet, s.link) for s in shown] == [
        (c.n, len(answer.citations), c.quote, c.outlet, c.link) for c in answer.citations
    ]
    assert not any("\n" in s.before or "\n" in s.after for s in shown)


async def test_what_was_read_is_told_with_what_was_quoted_from_it(news_index: NewsIndex) -> None:
    answer = await news_index.ask(QUESTION)
    one = await news_index.keep_answer(answer, HERE, CHANNEL, ASKER, datetime.now(UTC))
    tried = await news_index.tried_passages(one)
    assert [t.title for t in tried] == [hit.stored.article.title for hit in answer.hits]
    assert {n for t in tried for n in t.cited} >= {c.n for c in answer.citations}


async def test_what_is_too_old_is_forgotten_with_its_votes(news_index: NewsIndex) -> None:
    long_ago = datetime.now(UTC) - KEPT_FOR - timedelta(minutes=1)
    old = await kept(news_index, now=long_ago)
    with pytest.raises(NotKept):
        await news_index.kept_answer(old.token, HERE)
    assert await news_index.kept_answer(old.token, HERE, now=long_ago)
    await kept(news_index)
    with pytest.raises(NotKept):
        await news_index.kept_answer(old.token, HERE, now=long_ago)


async def test_a_vote_counts_once_a_member_and_can_be_changed(news_index: NewsIndex) -> None:
    one = await kept(news_index)
    for member, good in ((1, True), (1, False), (2, True), (2, True)):
        await news_index.vote(one.token, HERE, member, good)
    assert await news_index.votes(HERE) == Votes(good=1, bad=1)
    assert await news_index.votes(ELSEWHERE) == Votes()
    with pytest.raises(NotKept):
        await news_index.vote(one.token, ELSEWHERE, 3, True)


async def test_an_article_that_is_taken_down_is_gone_from_what_is_kept(news_index: NewsIndex) -> None:
    report = await news_index.add_file("ferry.md", FERRY, HERE)
    one = await kept(news_index, "What did Ida Nygaard say about the ferry to Hollum?")
    [shown] = await news_index.cited_passages(one)
    assert "no captain left" in shown.quote
    assert "40,000 passengers" not in shown.after
    await news_index.remove(report.article_ids[0], HERE)
    again = await news_index.kept_answer(one.token, HERE)
    assert again.cited == 0 and again.speakers == ()
    assert await news_index.cited_passages(again) == ()
    assert all("Hollum" not in tried.title for tried in await news_index.tried_passages(again))


async def test_a_question_about_a_speaker_reads_passages_with_their_words_alone(news_index: NewsIndex) -> None:
    await news_index.add_file("ferry.md", FERRY, HERE)
    names = await news_index.spellings("nygaard", HERE)
    assert names == ("Ida Nygaard",)
    hits = await news_index.find("What happens in Greenland?", Filters(HERE, speakers=names))
    assert {hit.stored.article.outlet for hit in hits} == {"The Harbour Post"}
    assert (await news_index.ask("How many passengers?", Filters(HERE, speakers=names))).searched.articles == 1
    answer = await news_index.ask("Does the ferry to Hollum run in winter?", Filters(HERE, speakers=names))
    assert {one.speaker for one in answer.citations} == {"Ida Nygaard"}
    with pytest.raises(UnknownSpeaker):
        await news_index.spellings("nygaard", ELSEWHERE)
