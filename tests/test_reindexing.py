"""A reindex builds beside what answers and swaps; whatever stops it leaves the answers as they were."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from index.assemble import open_news_index
from index.errors import JobCancelled, JobRunning, UnknownSource
from index.news_index import NewsIndex
from index.reports import Progress
from index.settings import IndexSettings
from tests.test_news_index import HARBOUR, record
from tests.word_hash import CountingEmbedder

QUESTION = "What did Peskov say about timing?"


async def found(index: NewsIndex) -> list[tuple[str, int]]:
    return [(hit.stored.article_id, hit.passage.start) for hit in (await index.ask(QUESTION)).hits]


async def best(index: NewsIndex) -> list[str]:
    """The best hit of two questions. Those behind it may change places while a reindex runs and an article comes in:
    both change how rare a word is.
    """
    asked = [await index.ask(question) for question in (QUESTION, "Which clerk wrote down what village 7 counted?")]
    return [answer.hits[0].stored.article_id for answer in asked]


async def test_answers_are_the_same_and_nothing_is_embedded(
    news_index: NewsIndex, embedder: CountingEmbedder, settings: IndexSettings
) -> None:
    before, status = await found(news_index), await news_index.status()
    embedder.embedded.clear()
    report = await news_index.reindex()
    after = await news_index.status()
    assert (report.updated, report.embedded, embedder.embedded) == (16, 0, [])
    assert await found(news_index) == before
    assert (after.passages, after.waiting) == (status.passages, 0)
    assert after.generation != status.generation
    assert [folder.name for folder in (settings.data_dir / "vectors").iterdir()] == [f"{after.generation:06d}"]
    assert [(job.state, job.done, job.total) for job in after.jobs] == [("done", 16, 16)]


async def test_of_one_source_leaves_the_others_as_they_were(news_index: NewsIndex) -> None:
    await news_index.add_file("harbour.md", HARBOUR.encode())
    report = await news_index.reindex("added by hand")
    assert report.updated == 1
    assert (await news_index.reindex("The Elan Courier")).updated == 1
    assert len(await found(news_index)) == 10
    with pytest.raises(UnknownSource, match="added by hand, starter articles"):
        await news_index.reindex("no such source")


async def test_questions_and_additions_slip_in_between(news_index: NewsIndex, tmp_path: Path) -> None:
    path = tmp_path / "villages.jsonl"
    path.write_text("\n".join(map(record, range(120))) + "\n")
    await news_index.import_file(path)
    late = tmp_path / "late.jsonl"
    late.write_text(record(999) + "\n")
    before = await best(news_index)
    assert before[1] == "v7"
    begun = asyncio.Event()
    reindex = asyncio.create_task(news_index.reindex(watch=lambda progress: begun.set()))
    await begun.wait()
    with pytest.raises(JobRunning):
        await news_index.reindex()
    await news_index.import_file(late)
    assert not reindex.done()
    assert await best(news_index) == before
    await reindex
    assert await best(news_index) == before
    hits = (await news_index.ask("How many sheep did village 999 count?")).hits
    assert hits[0].stored.article_id == "v999"
    assert (await news_index.status()).waiting == 0


async def test_a_cancelled_one_leaves_no_trace(news_index: NewsIndex, settings: IndexSettings) -> None:
    before, status = await found(news_index), await news_index.status()

    def watch(progress: Progress) -> None:
        cancelling.append(asyncio.ensure_future(news_index.cancel_reindex()))

    cancelling: list[asyncio.Future[bool]] = []
    with pytest.raises(JobCancelled):
        await news_index.reindex(watch=watch)
    assert cancelling[0].result() is True
    after = await news_index.status()
    assert await found(news_index) == before
    assert (after.generation, after.passages) == (status.generation, status.passages)
    assert after.jobs[0].state == "cancelled"
    assert len(list((settings.data_dir / "vectors").iterdir())) == 1
    assert await news_index.cancel_reindex() is False


async def test_one_server_cannot_cancel_anothers(news_index: NewsIndex) -> None:
    await news_index.add_file("harbour.md", HARBOUR.encode(), server=1)
    begun = asyncio.Event()
    reindex = asyncio.create_task(news_index.reindex(server=1, watch=lambda progress: begun.set()))
    await begun.wait()
    assert await news_index.cancel_reindex(server=2) is False
    assert (await reindex).updated == 1


async def test_one_that_fails_says_why_and_leaves_the_answers(
    news_index: NewsIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await found(news_index)

    def watch(progress: Progress) -> None:
        if progress.done:
            raise RuntimeError("the watcher fell asleep")

    with pytest.raises(RuntimeError):
        await news_index.reindex(watch=watch)
    assert await found(news_index) == before
    job = (await news_index.status()).jobs[0]
    assert (job.state, job.reason) == ("failed", "the watcher fell asleep")


async def test_closing_ends_one_in_order_and_the_next_start_answers(
    settings: IndexSettings, embedder: CountingEmbedder
) -> None:
    index = await open_news_index(settings, embedder=embedder)
    before = await found(index)
    reindex = asyncio.create_task(index.reindex())
    await asyncio.sleep(0)
    await index.close()
    with pytest.raises(JobCancelled):
        await reindex
    again = await open_news_index(settings, embedder=embedder)
    assert await found(again) == before
    await again.close()


async def test_a_changed_model_is_announced_and_the_old_generation_stays_until_the_new_one_is_whole(
    settings: IndexSettings, filled_folder: Path
) -> None:
    shutil.copytree(filled_folder, settings.data_dir)
    index = await open_news_index(settings, for_questions=False, embedder=CountingEmbedder())
    before = await index.status()
    assert before.changed_from is None
    await index.close()
    changed = CountingEmbedder("another-model")
    index = await open_news_index(settings, for_questions=False, embedder=changed)
    status = await index.status()
    assert (status.model, status.changed_from, status.generation) == (
        "another-model",
        "word-hash",
        before.generation,
    )
    assert (await index.ask(QUESTION)).hits
    index.settle()
    # Stopped in the middle of it, as by SIGTERM: it is begun again, and the old generation answers.
    await asyncio.sleep(0.05)
    await index.close()
    again = await open_news_index(settings, for_questions=False, embedder=changed)
    assert (await again.status()).changed_from == "word-hash"
    assert "failed" not in {job.state for job in (await again.status()).jobs}
    again.settle()
    await again.settled()
    after = await again.status()
    assert (after.changed_from, after.waiting, after.passages) == (None, 0, before.passages)
    assert after.generation != before.generation
    # What was embedded before the stop was not embedded again.
    assert len(changed.embedded) == len(set(changed.embedded))
    await again.close()


async def test_a_changed_model_of_an_empty_index_changes_nothing_else(settings: IndexSettings) -> None:
    for name in ("one-model", "another-model"):
        index = await open_news_index(settings, for_questions=False, embedder=CountingEmbedder(name))
        assert (await index.status()).changed_from is None
        await index.close()
