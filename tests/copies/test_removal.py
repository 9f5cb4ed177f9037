"""What is taken down is gone from every file and stays away until somebody allows it, and the log says who did what."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import NotTakenDown, TakenDown, UnknownArticle
from index.news_index import NewsIndex
from index.settings import IndexSettings
from index.types import Filters
from tests.copies.clusters import check
from tests.copies.conftest import TakeIn, files_with
from tests.copies.stories import printed, story
from tests.word_hash import CountingEmbedder

SECRET = "The oboist Wilhelmina Quackenbush owed 73519 crowns to the ferryman of Zwyndregt."
TEXT = f"{story(7, 20)}\n\n“{SECRET},” said Archibald Vanterpool.\n\n{story(8, 20)}"
PAGE = printed(TEXT, "Courier")
ADDRESS = str(PAGE.url)
REMAINS = ["Quackenbush", "quackenbush", "73519", "Zwyndregt", "zwyndregt", "Vanterpool", "vanterpool", SECRET[10:40]]


async def test_no_word_of_it_is_left_in_any_file(
    empty_index: NewsIndex, take_in: TakeIn, settings: IndexSettings
) -> None:
    await take_in(*(printed(story(number, 20), "Filler", title=f"{number}") for number in range(20, 40)))
    await take_in(PAGE)
    await take_in(replace(PAGE, text=TEXT.replace("oboist", "flautist")))
    await empty_index.reindex()
    assert all(files_with(settings.data_dir, words) for words in ("Quackenbush", "quackenbush", SECRET[10:40]))
    await empty_index.remove(ADDRESS)
    assert [(words, files_with(settings.data_dir, words)) for words in REMAINS] == [(words, []) for words in REMAINS]
    check(empty_index._store, (0,))
    hits = (await empty_index.ask("What did the oboist Wilhelmina Quackenbush owe?")).hits
    assert "Courier" not in {hit.stored.article.outlet for hit in hits}
    assert (await empty_index.ask(f"Who {story(30, 20).split('. ')[1]}?")).hits


@pytest.mark.parametrize("server", [0, 1])
async def test_it_does_not_come_back_until_it_is_allowed(
    empty_index: NewsIndex, take_in: TakeIn, embedder: CountingEmbedder, server: int
) -> None:
    await take_in(PAGE, server=server)
    await empty_index.remove(ADDRESS, server, "moderator 7")
    embedder.embedded.clear()
    report = await take_in(PAGE, printed(story(9), "Other"), server=server)
    assert (report.added, [one.where for one in report.refusals]) == (1, [ADDRESS])
    assert f"allow {ADDRESS}" in report.refusals[0].reason
    with pytest.raises(TakenDown, match="was taken down here"):
        await empty_index.add_address(f"{ADDRESS}?utm_source=feed", server)
    # The operator's block counts everywhere, a server's for itself alone.
    elsewhere = await take_in(PAGE, server=2)
    assert (elsewhere.added, elsewhere.refused) == ((0, 1) if server == 0 else (1, 0))
    with pytest.raises(NotTakenDown):
        await empty_index.allow(ADDRESS, server=3)
    assert await empty_index.allow(ADDRESS, server, "moderator 8") == (ADDRESS,)
    assert (await take_in(PAGE, server=server)).refused == 0
    log = [(one.who, one.action, one.what) for one in await empty_index.audit(server)]
    assert log == [("moderator 8", "allow", ADDRESS), ("moderator 7", "remove", ADDRESS)]
    assert await empty_index.audit(5) == ()


async def test_under_an_identifier_or_without_an_address_it_does_not_come_back_either(
    empty_index: NewsIndex, take_in: TakeIn
) -> None:
    await take_in(replace(PAGE, given_id="wire-1"), replace(PAGE, url=None, text=f"{story(11)}"))
    bare = (await empty_index.ask(f"Who {story(11).split('. ')[1]}?")).hits[0].stored.article_id
    await empty_index.remove("wire-1")
    await empty_index.remove(bare)
    again = await take_in(
        PAGE, replace(PAGE, url=None, given_id="wire-1"), replace(PAGE, url=None, text=f"{story(11)}")
    )
    assert (again.added, again.refused) == (0, 3)
    assert set(await empty_index.allow("wire-1")) == {ADDRESS, "wire-1"}
    await empty_index.allow(bare)


async def test_an_import_goes_on_past_what_was_taken_down(empty_index: NewsIndex, tmp_path: Path) -> None:
    records = [
        {
            "title": "What happened",
            "source": "Courier",
            "url": f"https://courier.example/{number}",
            "published": "2025-01-05",
            "text": story(number),
        }
        for number in range(3)
    ]
    path = tmp_path / "courier.jsonl"
    path.write_text("\n".join(map(json.dumps, records)) + "\n")
    await empty_index.import_file(path, who="importer")
    await empty_index.remove("https://courier.example/1")
    report = await empty_index.import_file(path)
    assert (report.unchanged, report.refused) == (2, 1)
    assert [(one.who, one.action, one.what) for one in await empty_index.audit()] == [
        ("operator", "remove", "https://courier.example/1"),
        ("importer", "import", "courier.jsonl"),
    ]


async def test_a_copy_that_stays_is_found_after_its_origin_was_taken_down(
    empty_index: NewsIndex, take_in: TakeIn
) -> None:
    await take_in(PAGE, printed(TEXT, "Reprint"))
    await empty_index.remove(ADDRESS)
    answer = await empty_index.ask("What did the oboist Wilhelmina Quackenbush owe?", Filters())
    assert answer.hits[0].stored.article.outlet == "Reprint"
    with pytest.raises(UnknownArticle):
        await empty_index.remove(ADDRESS)
    check(empty_index._store, (0,))
