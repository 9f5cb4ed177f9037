"""A data folder of every released format opens with today's code, loses nothing, embeds nothing and answers.

`formats/N.sql` is what the code of format N wrote (`dumped` prints it): four villages of which the last was removed, an
article with a correction, the same text of another outlet, and a village of server 77; then everything was reindexed.
There was no release between formats 1 and 4: 2 and 3 are the first one with the released steps taken.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index.assemble import open_news_index
from index.settings import IndexSettings
from index.store.backup import back_up, restore
from index.store.schema import STEPS
from index.types import Filters
from index.work.writing import unwatched
from tests.durability.villages import question, village
from tests.word_hash import CountingEmbedder

FORMATS = sorted(Path(__file__).with_name("formats").glob("*.sql"))
RELEASED = 5
KEPT = {
    "articles": "article_id, server, url",
    "versions": "title, outlet, published, text",
    "passages": 'article, start, "end", digest',
    "quotations": "version, spans, speaker",
    "sources": "server, name, kind",
    "vectors": "digest, vector",
    "jobs": "kind, source, state",
}
"""What every format holds, by the columns that mean the same in all of them."""


def kept(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as database:
        return {
            table: sorted(database.execute(f"SELECT {columns} FROM {table}").fetchall(), key=repr)
            for table, columns in KEPT.items()
        }


@pytest.fixture(params=FORMATS, ids=[f"format {path.stem}" for path in FORMATS])
def written(request: pytest.FixtureRequest, settings: IndexSettings) -> Path:
    """The database of a data folder as an earlier release left it."""
    settings.data_dir.mkdir()
    path = settings.data_dir / "verbatim.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(f"BEGIN; {request.param.read_text(encoding='utf-8')} COMMIT;")
        assert database.execute("PRAGMA user_version").fetchone() == (int(request.param.stem),)
    return path


def test_every_released_format_has_its_fixture() -> None:
    assert [int(path.stem) for path in FORMATS] == list(range(1, len(FORMATS) + 1))
    assert len(FORMATS) >= RELEASED


async def test_it_opens_loses_nothing_and_answers(written: Path, settings: IndexSettings, tmp_path: Path) -> None:
    before, embedder = kept(written), CountingEmbedder()
    index = await open_news_index(settings, for_questions=False, embedder=embedder)
    index.settle()
    await index.settled()
    for number in (1, 2, 3):
        assert (await index.ask(question(number))).hits[0].stored.article_id == f"v{number}"
    assert (await index.ask(question(7), Filters(77))).hits[0].stored.article_id == "v7"
    assert not {"v7", "v4"} & {hit.stored.article_id for hit in (await index.ask(question(7))).hits}
    words = (await index.ask("What did harbour master Odile Marchetti say about the ships?")).citations[0]
    assert (words.article_id.partition("-")[0], words.speaker) == ("harbour", "Odile Marchetti")
    assert "Ships of every size can berth again from tonight" in words.quote
    assert len(await index.history("harbour")) == 2
    assert embedder.embedded == []
    again = tmp_path / "again.jsonl"
    again.write_text("\n".join(map(village, (1, 2, 3))) + "\n")
    assert (await index.import_file(again)).unchanged == 3
    assert (await index.reindex(server=None)).embedded == 0
    await index.close()
    with closing(sqlite3.connect(written)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    after = kept(written)
    for table in ("articles", "versions", "sources"):
        assert after[table] == before[table]


def test_a_backup_of_it_can_be_restored(written: Path, tmp_path: Path) -> None:
    before = kept(written)
    back_up(written.parent, tmp_path / "kept", unwatched)
    assert restore(tmp_path / "elsewhere", tmp_path / "kept", False, unwatched) == len(before["articles"])
    assert kept(tmp_path / "elsewhere" / "verbatim.sqlite3") == before
