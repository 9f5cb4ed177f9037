"""Guards who says otherwise and the timeline on the whole way, from imported articles to what the door prints."""

from __future__ import annotations

import argparse
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.assemble import open_news_index
from index.door.cited import answer_json, answer_text
from index.door.telling import timeline
from index.errors import QuestionError, UnknownSource
from index.news_index import NewsIndex
from index.settings import IndexSettings
from index.types import COMMON, Filters
from tests.word_hash import CountingEmbedder

NOW = datetime(2026, 3, 9, tzinfo=UTC)
SERVER = 77

FLOOD = "A flood hit the harbour of Ogdenville early on Monday and tore boats from their moorings."
ARTICLES = [
    (
        "The Courier",
        "2026-03-02",
        "Flood hits Ogdenville",
        f"{FLOOD} The river rose within an hour. Rain fell for days.",
    ),
    (
        "The Courier",
        "2026-03-03",
        "Ogdenville counts its dead",
        "The flood in Ogdenville killed 24 people, the mayor said. “We have lost neighbours,” Ann Lee, the mayor of "
        "Ogdenville, told reporters. Schools stay closed until further notice.",
    ),
    (
        "The Herald",
        "2026-03-05",
        "Toll of the Ogdenville flood",
        "At least 31 people were killed by the flood in Ogdenville, the fire brigade said on Thursday. The harbour is "
        "still closed, and ships wait outside.",
    ),
    ("The Herald", "2026-03-06", "A quiet night in Springfield", "Nothing happened in Springfield. The bakery opened."),
]
QUESTION = "How many people were killed by the flood in Ogdenville?"


def records(folder: Path, articles: list[tuple[str, str, str, str]]) -> Path:
    path = folder / f"{len(articles)}.jsonl"
    fields = ("source", "published", "title", "text")
    lines = [
        json.dumps(dict(zip(fields, one, strict=True)) | {"url": f"https://news.example/{one[1]}/{at}/{len(articles)}"})
        for at, one in enumerate(articles)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
async def news(tmp_path: Path) -> AsyncIterator[NewsIndex]:
    (tmp_path / "empty").mkdir()
    settings = IndexSettings(data_dir=tmp_path / "data", seeds_dir=tmp_path / "empty")
    index = await open_news_index(settings, embedder=CountingEmbedder())
    await index.import_file(records(tmp_path, ARTICLES))
    await index.import_file(
        records(tmp_path, [("The Secret", "2026-03-07", "The flood", ARTICLES[2][3].replace("31", "50"))]), SERVER
    )
    await index.settled()
    yield index
    await index.close()


async def test_an_answer_has_both_sides_each_with_its_citation(news: NewsIndex) -> None:
    answer = await news.ask(QUESTION, now=NOW)
    [differing] = answer.disagreements
    assert [(side.claim, side.citation.outlet) for side in differing.sides] == [
        ("24 people", "The Courier"),
        ("At least 31 people", "The Herald"),
    ]
    quoted = {one.n: one for one in answer.citations}
    for side in differing.sides:
        assert side.claim in side.citation.quote
        assert quoted.get(side.citation.n, side.citation) == side.citation
    assert "Outlets differ on people killed:\n  24 people [" in answer.text
    assert answer_text(answer).count("\n[2] The Courier - ") == 1


async def test_the_door_prints_both_sides_as_json(news: NewsIndex) -> None:
    fields = json.loads(answer_json(await news.ask(QUESTION, now=NOW)))
    [differing] = fields["disagreements"]
    assert [side["claim"] for side in differing["sides"]] == ["24 people", "At least 31 people"]
    assert all(side["claim"] in side["quote"] and side["n"] for side in differing["sides"])


async def test_who_says_otherwise_is_asked_without_an_answer(news: NewsIndex) -> None:
    [differing] = await news.otherwise("the Ogdenville flood and the people it killed", now=NOW)
    assert [side.citation.n for side in differing.sides] == [1, 2]
    assert await news.otherwise("a quiet night in Springfield", now=NOW) == ()


async def test_a_server_hears_of_its_own_and_the_common_articles_alone(news: NewsIndex) -> None:
    there = await news.otherwise(QUESTION, Filters(SERVER), NOW)
    here = await news.otherwise(QUESTION, Filters(COMMON), NOW)
    assert "The Secret" in {side.citation.outlet for one in there for side in one.sides}
    assert "The Secret" not in {side.citation.outlet for one in here for side in one.sides}
    told = await news.timeline("Ogdenville flood", Filters(COMMON), NOW)
    assert "The Secret" not in {one.citation.outlet for one in told.entries}


async def test_a_timeline_is_by_day_in_the_articles_own_words(news: NewsIndex) -> None:
    told = await news.timeline("Ogdenville flood", now=NOW)
    assert [(f"{one.day:%d}", one.citation.outlet, one.citation.n) for one in told.entries] == [
        ("02", "The Courier", 1),
        ("03", "The Courier", 2),
        ("05", "The Herald", 3),
    ]
    texts = {title: text for _, _, title, text in ARTICLES}
    for entry in told.entries:
        cited = entry.citation
        assert texts[cited.title][cited.start : cited.end] == cited.quote
        assert cited.link is not None and cited.link.startswith(cited.url or "-")
    assert told.entries[0].citation.quote == FLOOD
    assert told.left_out == 0


async def test_a_timeline_keeps_to_days_outlets_and_length(news: NewsIndex) -> None:
    since = await news.timeline("Ogdenville flood", Filters(since=datetime(2026, 3, 5, tzinfo=UTC)), NOW)
    assert [one.citation.outlet for one in since.entries] == ["The Herald"]
    courier = await news.timeline("Ogdenville flood", Filters(source="The Courier"), NOW)
    assert {one.citation.outlet for one in courier.entries} == {"The Courier"}
    short = await news.timeline("Ogdenville flood", now=NOW, limit=1)
    assert (len(short.entries), short.left_out) == (1, 2)


async def test_what_cannot_be_told_is_refused_or_empty(news: NewsIndex) -> None:
    with pytest.raises(QuestionError):
        await news.timeline(" ")
    with pytest.raises(UnknownSource):
        await news.timeline("flood", Filters(source="Nobody"))
    assert (await news.timeline("an eclipse over Capital City", now=NOW)).entries == ()


async def test_the_door_tells_who_reported_first(news: NewsIndex) -> None:
    call = argparse.Namespace(
        topic="Ogdenville flood", server=COMMON, since=None, before=None, source=None, limit=12, json=False
    )
    lines = (await timeline(news, call)).splitlines()
    assert lines[:4] == [
        "First reported here by The Courier on 2026-03-02.",
        "",
        "Monday, 2 March 2026",
        f"  “{FLOOD}” [1]",
    ]
    call.json = True
    first = json.loads((await timeline(news, call)).splitlines()[0])
    assert (first["day"], first["quote"], first["source"]) == ("2026-03-02", FLOOD, "The Courier")
