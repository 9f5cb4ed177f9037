"""Guards that a very long article is refused or taken in while others write and ask, never instead of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from index.build.ingest import MOST_CHARACTERS
from index.news_index import NewsIndex
from index.reports import Progress
from index.types import Article
from index.work.adding import CHARACTERS_LOCKED, portions

SENTENCE = "The harbour authority opened lock number {} in the morning after two years of work on its walls. "


def long_text(length: int) -> bytes:
    return "".join(SENTENCE.format(n) for n in range(length // len(SENTENCE) + 1))[:length].encode()


async def test_a_text_without_bounds_is_refused_with_the_reason(news_index: NewsIndex) -> None:
    report = await news_index.add_file("long.txt", long_text(MOST_CHARACTERS + 200))
    [refusal] = report.refusals
    assert report.added == 0
    assert "characters: a text of at most 250,000 is taken" in refusal.reason


async def test_others_write_while_a_long_article_is_embedded(news_index: NewsIndex) -> None:
    embedding = asyncio.Event()
    loop = asyncio.get_running_loop()

    def watch(progress: Progress) -> None:
        if progress.stage == "embedding" and progress.done:
            loop.call_soon_threadsafe(embedding.set)

    data = long_text(2 * CHARACTERS_LOCKED)
    long = asyncio.create_task(news_index.add_file("long.txt", data, watch=watch))
    await embedding.wait()
    short = await news_index.add_text("Bridge closes", "The Post", "The bridge closes on Monday. " * 20)
    assert short.added == 1
    assert not long.done(), "the short one did not wait for the long one"
    report = await long
    assert (report.added, report.passages) == (1, report.embedded)


def test_a_batch_is_parted_where_it_holds_too_much(article: Callable[..., Article]) -> None:
    ordinary, long = article("a" * 5_000), article("a" * (MOST_CHARACTERS - 1))
    assert [len(part) for part in portions([ordinary] * 16)] == [16]
    assert [len(part) for part in portions([ordinary, long, long, ordinary, ordinary])] == [1, 1, 1, 2]
    assert [len(part) for part in portions([])] == [0]
