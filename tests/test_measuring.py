"""Guards the command that measures: which index is asked, what is said where it lacks the articles, what is left."""

from __future__ import annotations

import asyncio
import json
import shutil
import tempfile
from pathlib import Path

import pytest

from index.door.measuring import Asking, measured, of_live
from index.errors import CallError
from index.evaluate.datasets import read_set
from index.news_index import NewsIndex
from index.settings import STARTER_ARTICLES, IndexSettings
from index.work.writing import unwatched
from tests.evaluate.harbour import ARTICLES, lines, write_set
from tests.operator import call
from tests.starter import StarterRun


async def test_the_live_index_is_asked_as_it_is(news_index: NewsIndex) -> None:
    said: list[str] = []
    run = await of_live(read_set(STARTER_ARTICLES), news_index, Asking(), unwatched, said.append)
    assert run.set_name == "seeds" and len(run.outcomes) == 30 and said == []
    assert run.searched.startswith("asked of the live index of 16 articles (")
    assert {"support R@1", "answered", "refused"} <= {name for one in run.outcomes for name in one.measures}
    part = await of_live(read_set(STARTER_ARTICLES), news_index, Asking(limit=4), unwatched, said.append)
    assert len(part.outcomes) == 4


async def test_an_index_without_the_articles_is_told_instead_of_zeros(news_index: NewsIndex, tmp_path: Path) -> None:
    harbour = read_set(write_set(tmp_path / "harbour"))
    with pytest.raises(CallError, match=r"none of the 3 articles that the questions of harbour rest on .* --temporary"):
        await of_live(harbour, news_index, Asking(), unwatched, print)
    some = tmp_path / "some.jsonl"
    some.write_bytes(lines(ARTICLES[:2]))
    await news_index.import_file(some)
    run = await of_live(harbour, news_index, Asking(), unwatched, print)
    assert "without 1 of the 3 articles they rest on" in run.searched


async def test_a_question_that_cannot_be_asked_is_said_and_left_out(news_index: NewsIndex, tmp_path: Path) -> None:
    path = tmp_path / "ours.jsonl"
    rows = [{"id": "long", "question": "Q" * 3_000, "article": None}, {"id": "good", "question": "Q?", "article": None}]
    path.write_bytes(lines(rows))
    said: list[str] = []
    run = await of_live(read_set(path), news_index, Asking(), unwatched, said.append)
    assert [one.id for one in run.outcomes] == ["good"] and "question long: " in said[0]


def test_a_temporary_index_is_made_of_the_sets_own_articles_and_removed(
    starter_run: StarterRun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What no article up to a day knows is asked while the index holds only those; later ones answer it."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    articles = [*ARTICLES, {"id": "broken", "title": "No text"}]
    harbour = read_set(write_set(tmp_path / "sets" / "harbour", articles))
    before = sorted(starter_run.folder.rglob("*"))
    said: list[str] = []
    settings = IndexSettings(data_dir=starter_run.folder)
    (run,) = asyncio.run(measured([harbour], settings, Asking(temporary=True), unwatched, said.append))
    outcomes = {one.id: one.measures for one in run.outcomes}
    assert run.searched.startswith("asked of a temporary index of 3 articles")
    assert outcomes["abstain:q3"] == {"refused future_event": 1.0}
    assert outcomes["q3"]["answered"] == outcomes["q3"]["support R@1"] == 1.0
    assert outcomes["w1"] == {"speaker": 1.0, "passage": 1.0, "both": 1.0}
    assert said == ["harbour.jsonl:4: «published» is missing or empty"]
    assert sorted(tmp_path.iterdir()) == [tmp_path / "sets"]
    assert sorted(starter_run.folder.rglob("*")) == before


async def test_a_set_without_articles_has_no_temporary_index(tmp_path: Path, settings: IndexSettings) -> None:
    path = tmp_path / "ours.jsonl"
    path.write_bytes(lines([{"id": 1, "question": "Q?", "article": None}]))
    with pytest.raises(CallError, match="ours has no articles of its own"):
        await measured([read_set(path)], settings, Asking(temporary=True), unwatched, print)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder for calls of the door."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return tmp_path


def test_the_door_prints_tables_json_and_what_changed(
    folder: Path, starter_run: StarterRun, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(starter_run.folder, folder / "data")
    assert call("eval", "--limit", "6", "--json") == 0
    out, err = capsys.readouterr()
    assert "what it counts" in err and len(json.loads(out)["runs"][0]["questions"]) == 6
    old = json.loads(out)
    changed = old["runs"][0]["questions"][0]
    changed["measures"]["answered"] = 0.0
    (folder / "old.json").write_text(json.dumps(old), encoding="utf-8")
    assert call("eval", str(STARTER_ARTICLES), "--compare", "old.json") == 0
    out, _ = capsys.readouterr()
    assert "seeds: 30 questions, asked of the live index of 16 articles" in out
    assert "24 questions were asked in the later run alone." in out
    assert f"better {changed['id']}: {changed['question']}\n       answered 0 → 1" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["no-such-set"], "no-such-set: no such file or directory"),
        (["ours.jsonl", "--compare", "no-such.json"], "no-such.json: no such file or directory"),
        (["ours.jsonl", "--compare", "ours.jsonl"], "it is not what `eval --json` prints"),
        (["ours.jsonl", "--compare", "other.json"], "it holds no run of ours, only of these sets: other"),
        (["ours.jsonl", "ours.jsonl"], "two sets are called ours"),
        (["ours.jsonl", "--limit", "0"], "not a whole number from 1 on"),
        (["ours.jsonl", "--temporary"], "ours has no articles of its own"),
    ],
)
def test_a_wrong_call_is_one_clear_line(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    (folder / "ours.jsonl").write_bytes(lines([{"id": 1, "question": "Q?", "article": None}]))
    run = {"set": "other", "digest": "", "searched": "", "questions": []}
    (folder / "other.json").write_text(json.dumps({"runs": [run]}), encoding="utf-8")
    assert call("eval", *words) == 2
    out, err = capsys.readouterr()
    assert out == "" and said in err and "Traceback" not in err
    assert not (folder / "data").exists()
