"""The index as its doors see it: what is acknowledged is there, once, and nobody else's. Real SQLite, real Chroma."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from index.assemble import open_news_index
from index.errors import (
    IndexInUse,
    NotAnArticle,
    QuestionError,
    SettingsError,
    UnknownArticle,
    UnknownSource,
    UnreadableFile,
)
from index.news_index import QUESTION_LIMIT, NewsIndex
from index.reports import Progress
from index.settings import IndexSettings
from index.types import Filters
from tests.word_hash import CountingEmbedder

HARBOUR = """---
title: Harbour of Port Elan reopens
source: The Elan Courier
url: https://courier.example/harbour
published: 2025-03-04
---
The harbour of Port Elan reopened on Tuesday after eleven days of repairs to its northern breakwater.

“Ships of every size can berth again from tonight,” said harbour master Odile Marchetti, who thanked the divers.

The repairs cost 4.2 million crowns, of which the insurers of the freighter Calypso will pay half, the town said.
The freighter had struck the breakwater in fog, and no one aboard was hurt when it did so, according to the owners.
"""


def record(number: int) -> str:
    text = " ".join(
        f"Village {number} counted its {thing} again this year, and clerk {number} wrote it down."
        for thing in ("sheep", "wells", "bridges", "barns", "orchards", "chapels", "mills", "ferries")
    )
    return json.dumps(
        {
            "id": f"v{number}",
            "title": f"Count of village {number}",
            "source": "Village News",
            "published": f"2025-01-{number % 28 + 1:02d}",
            "text": text,
        }
    )


async def quoted(index: NewsIndex, question: str, filters: Filters = Filters()) -> str:
    return " ".join(citation.quote for citation in (await index.ask(question, filters)).citations)


async def test_an_empty_index_gets_the_starter_articles_once(
    settings: IndexSettings, embedder: CountingEmbedder
) -> None:
    seen: list[Progress] = []
    index = await open_news_index(settings, seen.append, embedder=embedder)
    articles = len(list(settings.seeds_dir.glob("*.md")))
    assert (await index.status()).articles == articles
    assert seen[-1].done == seen[-1].total == articles
    assert {hit.stored.source for hit in (await index.ask("Who will meet Putin?")).hits} == {"starter articles"}
    await index.remove("https://starter.verbatim.example/littler-youngest-darts-champion")
    await index.close()
    again = await open_news_index(settings, embedder=embedder)
    assert (await again.status()).articles == articles - 1
    await again.close()


async def test_an_index_that_was_filled_first_gets_no_starter_articles(
    settings: IndexSettings, embedder: CountingEmbedder
) -> None:
    index = await open_news_index(settings, for_questions=False, embedder=embedder)
    await index.add_file("harbour.md", HARBOUR.encode())
    await index.close()
    again = await open_news_index(settings, embedder=embedder)
    assert (await again.status()).articles == 1
    await again.close()


async def test_an_added_article_is_found_and_quoted_letter_for_letter(news_index: NewsIndex) -> None:
    report = await news_index.add_file("harbour.md", HARBOUR.encode())
    assert (report.added, report.refused) == (1, 0)
    answer = await news_index.ask("What did harbour master Marchetti say about ships?")
    assert answer.found
    first = answer.citations[0]
    text = next(hit.stored.article.text for hit in answer.hits if hit.stored.article_id == first.article_id)
    assert first.article_id == report.article_ids[0]
    assert text[first.start : first.end] == first.quote
    assert "Ships of every size can berth again from tonight" in first.quote
    assert first.outlet == "The Elan Courier"
    assert first.link is not None and first.link.startswith("https://courier.example/harbour#:~:text=")


async def test_the_same_article_again_changes_nothing_and_a_correction_embeds_only_what_changed(
    news_index: NewsIndex, embedder: CountingEmbedder
) -> None:
    await news_index.add_file("harbour.md", HARBOUR.encode())
    embedder.embedded.clear()
    assert (await news_index.add_file("copy.md", HARBOUR.encode())).unchanged == 1
    assert embedder.embedded == []
    report = await news_index.add_file("harbour.md", HARBOUR.replace("4.2 million", "5.1 million").encode())
    assert (report.updated, len(embedder.embedded)) == (1, report.embedded)
    assert "5.1 million" in await quoted(news_index, "How much did the repairs of the Port Elan harbour cost?")
    assert "4.2 million" not in await quoted(news_index, "How much did the repairs of the Port Elan harbour cost?")


@pytest.mark.parametrize("question", ["", " ", "\n\t ", "x" * (QUESTION_LIMIT + 1)])
async def test_a_question_that_is_none_is_refused(news_index: NewsIndex, question: str) -> None:
    with pytest.raises(QuestionError, match="ask one of 1 to"):
        await news_index.ask(question)


@pytest.mark.parametrize(
    "question",
    ['"AND (', "???", "“", "\0", "the", "a OR NOT b*", "🙂", "x " * 900, "a \ud800", "Что сказал Песков о сроках?"],
)
async def test_an_odd_question_is_answered_with_what_was_searched(news_index: NewsIndex, question: str) -> None:
    answer = await news_index.ask(question)
    assert answer.searched.articles == 16
    assert bool(answer.citations) == answer.found
    assert answer.text


async def test_a_source_that_is_not_there_is_named_with_those_that_are(news_index: NewsIndex) -> None:
    with pytest.raises(UnknownSource, match="starter articles"):
        await news_index.ask("What happened?", Filters(source="The Moon Gazette"))


async def test_an_import_takes_every_good_line_and_names_every_bad_one(news_index: NewsIndex, tmp_path: Path) -> None:
    path = tmp_path / "villages.jsonl"
    path.write_text("\n".join([record(1), '{"title": "broken', record(2), "[]", record(3)]) + "\n")
    report = await news_index.import_file(path)
    assert (report.added, report.refused) == (3, 2)
    assert [refusal.where for refusal in report.refusals] == ["villages.jsonl:2", "villages.jsonl:4"]
    assert "v2" in {hit.stored.article_id for hit in (await news_index.ask("sheep of village 2")).hits}
    assert (await news_index.import_file(path)).unchanged == 3


async def test_an_import_is_watched_to_its_end(news_index: NewsIndex, tmp_path: Path) -> None:
    path = tmp_path / "villages.jsonl"
    path.write_text("\n".join(map(record, range(40))) + "\n")
    seen: list[Progress] = []
    await news_index.import_file(path, watch=seen.append)
    assert [(one.done, one.total) for one in seen if one.stage == "adding"] == [(16, 40), (32, 40), (40, 40)]


async def test_an_import_of_no_file_is_refused(news_index: NewsIndex, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"none\.jsonl"):
        await news_index.import_file(tmp_path / "none.jsonl")


@pytest.mark.parametrize("data", [b"", b"   \n ", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20])
async def test_a_file_without_an_article_leaves_nothing(news_index: NewsIndex, data: bytes) -> None:
    before = await news_index.status()
    with pytest.raises(NotAnArticle, match=r"note\.txt"):
        await news_index.add_file("note.txt", data)
    assert (await news_index.status()).articles == before.articles


async def test_one_server_never_sees_or_changes_anothers(news_index: NewsIndex) -> None:
    report = await news_index.add_file("harbour.md", HARBOUR.encode(), server=1)
    question = "What did harbour master Marchetti say about ships?"
    assert "berth again" in await quoted(news_index, question, Filters(server=1))
    for other in (0, 2):
        assert "berth again" not in await quoted(news_index, question, Filters(server=other))
        assert "added by hand" not in {one.name for one in await news_index.sources(other)}
        assert (await news_index.status(other)).articles == 16
        with pytest.raises(UnknownArticle):
            await news_index.remove(report.article_ids[0], server=other)
        with pytest.raises(UnknownSource):
            await news_index.ask(question, Filters(server=other, source="The Elan Courier"))
        with pytest.raises(UnknownSource):
            await news_index.reindex("added by hand", server=other)
    assert (await news_index.status(1)).articles == 17


async def test_what_is_common_is_not_a_servers_to_remove(news_index: NewsIndex) -> None:
    with pytest.raises(UnknownArticle):
        await news_index.remove("https://starter.verbatim.example/littler-youngest-darts-champion", server=1)


async def test_a_removed_article_is_gone_from_answers(news_index: NewsIndex) -> None:
    await news_index.add_file("harbour.md", HARBOUR.encode())
    assert await news_index.remove("https://courier.example/harbour") == "Harbour of Port Elan reopens"
    answer = await news_index.ask("What did harbour master Marchetti say about ships?")
    assert "harbour" not in " ".join(hit.passage.text for hit in answer.hits)
    assert (await news_index.status()).waiting == 0


async def test_a_second_index_on_the_same_folder_is_refused(news_index: NewsIndex, settings: IndexSettings) -> None:
    with pytest.raises(IndexInUse):
        await open_news_index(settings, embedder=CountingEmbedder())


async def test_another_model_embeds_everything_anew_and_answers_meanwhile(
    settings: IndexSettings, embedder: CountingEmbedder
) -> None:
    index = await open_news_index(settings, embedder=embedder)
    passages = (await index.status()).passages
    await index.close()
    other = CountingEmbedder("another model")
    changed = await open_news_index(settings, embedder=other)
    assert (await changed.ask("What did Peskov say about timing?")).hits
    await changed.settled()
    status = await changed.status()
    assert (status.model, status.passages, len(other.embedded)) == ("another model", passages, passages)
    await changed.close()


async def test_what_another_model_left_is_embedded_when_the_first_comes_back(
    settings: IndexSettings, embedder: CountingEmbedder, filled_folder: Path
) -> None:
    shutil.copytree(filled_folder, settings.data_dir)
    other = await open_news_index(settings, for_questions=False, embedder=CountingEmbedder("another model"))
    assert (await other.add_file("harbour.md", HARBOUR.encode())).added == 1
    await other.close()
    back = await open_news_index(settings, embedder=embedder)
    await back.settled()
    assert (await back.status()).waiting == 0
    assert "berth again" in await quoted(back, "What did harbour master Marchetti say about ships?")
    await back.close()


async def test_a_server_without_articles_rebuilds_nobodys(news_index: NewsIndex) -> None:
    before = await news_index.status()
    assert (await news_index.reindex(server=5)).updated == 0
    assert (await news_index.status()).generation == before.generation


async def test_an_empty_import_is_named(news_index: NewsIndex, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_bytes(b"")
    with pytest.raises(NotAnArticle, match=r"none\.jsonl: it is empty"):
        await news_index.import_file(tmp_path / "none.jsonl")


async def test_odd_addresses_and_titles_refuse_one_line_alone(news_index: NewsIndex, tmp_path: Path) -> None:
    odd = ["https://a.example/\ud800", "https://a.example/http://[bad/./x", "https://a.example/ok"]
    path = tmp_path / "odd.jsonl"
    lines = [json.loads(record(number)) | {"url": url} for number, url in enumerate(odd)]
    lines.append(json.loads(record(9)) | {"title": "한" * 400})
    path.write_text("\n".join(map(json.dumps, lines)) + "\n")
    report = await news_index.import_file(path)
    assert (report.added, [refusal.where for refusal in report.refusals]) == (3, ["odd.jsonl:1"])


async def test_seconds_are_whole_so_that_a_repeat_is_none(news_index: NewsIndex, tmp_path: Path) -> None:
    path = tmp_path / "precise.jsonl"
    path.write_text(json.dumps(json.loads(record(1)) | {"published": "2025-01-07T20:45:00.512Z"}) + "\n")
    assert (await news_index.import_file(path)).added == 1
    assert (await news_index.import_file(path)).unchanged == 1


async def test_a_folder_of_starter_articles_that_is_not_there_is_named(tmp_path: Path) -> None:
    settings = IndexSettings(data_dir=tmp_path / "data", seeds_dir=tmp_path / "misspelt")
    with pytest.raises(SettingsError, match="SEEDS_DIR"):
        await open_news_index(settings, embedder=CountingEmbedder())
