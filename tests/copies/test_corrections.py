"""A correction embeds what changed, keeps what was said before, and tells the difference word by word."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from index.door.printed import history_text
from index.errors import UnknownArticle
from index.news_index import NewsIndex
from index.types import Filters
from tests.copies.clusters import check
from tests.copies.conftest import TakeIn
from tests.copies.stories import printed, story
from tests.word_hash import CountingEmbedder

LONG = story(4, 100)
SENTENCE = LONG.split("\n\n")[12].split(". ")[1]
CORRECTED = LONG.replace(SENTENCE, f"{SENTENCE} twice")
PAGE = printed(LONG, "Courier")
ADDRESS = str(PAGE.url)


async def test_one_corrected_sentence_of_two_thousand_words_embeds_a_passage_or_two(
    empty_index: NewsIndex, take_in: TakeIn, embedder: CountingEmbedder
) -> None:
    assert len(LONG.split()) >= 1_900
    passages = (await take_in(PAGE)).passages
    embedder.embedded.clear()
    report = await take_in(replace(PAGE, text=CORRECTED))
    assert report.updated == 1
    assert 1 <= report.embedded == len(embedder.embedded) <= 2
    assert passages <= report.passages <= passages + 1
    check(empty_index._store, (0,))


async def test_a_citation_says_of_which_version_it_is_and_that_version_can_be_read(
    empty_index: NewsIndex, take_in: TakeIn
) -> None:
    await take_in(PAGE)
    (first, *_) = (await empty_index.ask(f"Who {SENTENCE}?")).citations
    await take_in(replace(PAGE, text=CORRECTED))
    (second, *_) = (await empty_index.ask(f"Who {SENTENCE}?")).citations
    assert (first.version, second.version) == (1, 2)
    versions = await empty_index.history(ADDRESS)
    assert [one.number for one in versions] == [1, 2]
    for citation in (first, second):
        text = versions[citation.version - 1].article.text
        assert text[citation.start : citation.end] == citation.quote
    ((field, (edit,)),) = versions[1].changes
    assert (field, edit.removed, edit.added) == (
        "text",
        f"{SENTENCE.split()[-1]}.",
        f"{SENTENCE.split()[-1]} twice.",
    ) or (edit.added == "twice")
    assert "{+twice" in history_text(versions) or "twice.+}" in history_text(versions)


async def test_furniture_makes_no_version(empty_index: NewsIndex, take_in: TakeIn, embedder: CountingEmbedder) -> None:
    await take_in(PAGE)
    embedder.embedded.clear()
    report = await take_in(replace(PAGE, text=f"Updated 3 hours ago\n\n{LONG}\n\nRead more: Other news", author=None))
    assert (report.unchanged, embedder.embedded) == (1, [])
    assert len(await empty_index.history(ADDRESS)) == 1


async def test_the_history_is_for_those_who_see_the_article(empty_index: NewsIndex, take_in: TakeIn) -> None:
    report = await take_in(PAGE, server=1)
    assert len(await empty_index.history(report.article_ids[0], 1)) == 1
    for server in (0, 2):
        with pytest.raises(UnknownArticle):
            await empty_index.history(report.article_ids[0], server)


async def test_an_address_that_was_missing_is_learnt(empty_index: NewsIndex, take_in: TakeIn) -> None:
    await take_in(replace(PAGE, url=None, given_id="wire-1"))
    assert (await take_in(replace(PAGE, given_id="wire-1"))).unchanged == 1
    assert (await take_in(PAGE)).unchanged == 1
    assert (await empty_index.status()).articles == 1


async def test_an_origin_that_is_corrected_while_everything_is_rebuilt_keeps_its_copies(
    empty_index: NewsIndex, take_in: TakeIn
) -> None:
    await take_in(*(printed(story(number, 30), "Filler", title=f"{number}") for number in range(20, 60)))
    await take_in(PAGE, printed(LONG, "Second"))
    begun, half = asyncio.Event(), 40

    def watch(progress: object) -> None:
        if getattr(progress, "done", 0) >= half:
            begun.set()

    reindex = asyncio.create_task(empty_index.reindex(watch=watch))
    await begun.wait()
    await take_in(replace(PAGE, text=CORRECTED))
    await take_in(printed(CORRECTED, "Third"))
    await reindex
    check(empty_index._store, (0,))
    assert (await empty_index.status()).waiting == 0
    answer = await empty_index.ask(f"Who {SENTENCE}?", Filters(source="Third"))
    assert {hit.stored.article.outlet for hit in answer.hits} == {"Third"}
