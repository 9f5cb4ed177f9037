"""The operator's door: what it prints where, and with which code it ends."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import index.__main__ as door
from index.questions import read_questions
from index.reports import Refusal
from tests.operator import call

ARTICLE = """---
title: Bridge of Sant Avel closed
source: The Elan Courier
published: 2025-03-04
---
The bridge of Sant Avel was closed to lorries on Tuesday because inspectors found cracks in two of its pillars.

“Cars may cross, one lane at a time, until the summer,” said engineer Paula Ferro of the road authority on Tuesday.
Lorries are sent over the motorway, which makes their way forty kilometres longer, the authority said in a statement.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every call works in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return tmp_path


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["ask"], 2, "ask takes a question"),
        (["ask", "a", "--questions", "b"], 2, "ask takes a question"),
        (["ask", "a", "--since", "yesterday"], 2, "2025-01-07"),
        (["ask", " "], 2, "ask one of 1 to 2,000 characters"),
        (["ask", "x" * 6_000], 2, "has 6,000 characters"),
        (["ask", "a", "--source", " "], 2, "a name is missing"),
        (["ask", "a", "--since", "2025-01-20", "--before", "2025-01-10"], 2, "no day is between"),
        (["ask", "--questions", "no-such-file.jsonl"], 2, "no-such-file.jsonl"),
        (["frobnicate"], 2, "invalid choice"),
        (["add", "no-such-file.txt"], 2, "no-such-file.txt: no such file"),
        (["add", "http://127.0.0.1/news"], 1, "not on the public internet"),
        (["add", "http://169.254.169.254/latest/meta-data"], 1, "not on the public internet"),
        (["add", "ftp://example.org/news"], 1, "ftp://example.org/news"),
        (["status", "--server", "100000000000000000000"], 2, "is not the id of a server"),
        (["status", "--server", "-1"], 2, "is not the id of a server"),
        (["import", "no-such-file.jsonl"], 2, "no-such-file.jsonl"),
        (["remove", "nothing"], 2, "no article «nothing» here"),
        (["history", "nothing"], 2, "no article «nothing» here"),
        (["allow", "https://a.example/x"], 2, "was not taken down here"),
        (["audit", "--limit", "0"], 2, "--limit"),
        (["reindex", "nothing"], 2, "no source or outlet «nothing» here"),
    ],
)
def test_a_wrong_call_is_one_clear_line_and_a_code(
    capsys: pytest.CaptureFixture[str], words: list[str], code: int, said: str
) -> None:
    assert call(*words) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty.txt: it is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(2_000), "picture.txt"),
        ("large.txt", b"word " * 2_100_000, "larger than 10 MB"),
    ],
)
def test_a_file_without_an_article_is_refused_and_leaves_nothing(
    capsys: pytest.CaptureFixture[str], folder: Path, name: str, data: bytes, said: str
) -> None:
    (folder / name).write_bytes(data)
    assert call("add", name) == 1
    assert said in capsys.readouterr().err
    assert call("status") == 0
    assert "articles    0" in capsys.readouterr().out


def test_a_wrong_setting_is_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "shout")
    assert call("status") == 2
    assert "LOG_LEVEL" in capsys.readouterr().err


def test_a_model_that_is_not_there_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setenv("EMBEDDING_MODEL", str(folder / "no-model"))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert call("ask", "Anything?") == 1
    assert "EMBEDDING_MODEL" in capsys.readouterr().err
    assert list((folder / "data" / "models").iterdir()) == []


def test_the_whole_way_with_the_real_model(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Standard input in, an answer's JSON out, then rebuilt, listed and removed: each on a start of its own."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert call("add", "-") == 0
    article_id = capsys.readouterr().out.split(": ")[1].split(" ")[0]
    assert call("ask", "Who may cross the bridge of Sant Avel?", "--json") == 0
    out, _ = capsys.readouterr()
    answer = json.loads(out)
    assert out.count("\n") == 1
    assert set(answer) == {
        "id", "question", "found", "answer", "as_of", "looked_at", "understood", "lead", "note", "outlets", "origins",
        "stale", "disagreements", "citations", "passages", "ms",
    }  # fmt: skip
    assert answer["found"] is True and answer["as_of"] == "2025-03-04"
    first = answer["citations"][0]
    assert set(first) == {
        "n", "article_id", "title", "source", "url", "published", "speaker", "quote", "start", "end", "link",
        "version", "agency", "copies", "role",
    }  # fmt: skip
    assert (first["article_id"], first["source"], first["published"]) == (article_id, "The Elan Courier", "2025-03-04")
    assert "Cars may cross" in first["quote"]
    assert set(answer["passages"][0]) == {"article_id", "start", "end", "text", "score"}
    (folder / "questions.jsonl").write_text(
        '{"id": "a", "question": "When was the bridge closed?"}\n\n{"question": 1}\n'
    )
    assert call("ask", "--questions", "questions.jsonl") == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a"]
    assert "questions.jsonl:3" in err
    assert call("reindex") == 0 and "1 rebuilt" in capsys.readouterr().out
    assert call("sources") == 0
    listed = capsys.readouterr().out
    assert "The Elan Courier" in listed and ", rebuilt 20" in listed
    assert call("remove", article_id) == 0 and "Bridge of Sant Avel closed" in capsys.readouterr().out


def test_a_day_alone_counts_as_its_last_second(folder: Path) -> None:
    path = folder / "questions.jsonl"
    path.write_text(
        '{"id": 7, "question": "Q?", "asked": "2024-07-05"}\n{"id": "b", "question": "Q?", "asked": ""}\n{]\n'
    )
    first, second, third = read_questions(path)
    assert (
        not isinstance(first, Refusal)
        and first.asked is not None
        and first.asked.isoformat() == "2024-07-05T23:59:59+00:00"
    )
    assert not isinstance(second, Refusal) and second.asked is None
    assert first.id == 7
    assert isinstance(third, Refusal) and third.where == "questions.jsonl:3"


def test_odd_lines_of_a_questions_file_are_refused(folder: Path) -> None:
    path = folder / "questions.jsonl"
    path.write_text('{"id": 1, "question": null}\n{"id": [], "question": "Q?"}\n' + "[" * 100_000 + "\n")
    assert [isinstance(one, Refusal) for one in read_questions(path)] == [True, True, True]


def test_output_that_cannot_be_written_is_one_line(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "index", "sources"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(Path(door.__file__).parent.parent)},
        )
    assert ended.returncode == 1
    assert ended.stderr.splitlines() == ["verbatim: standard output can't be written: No space left on device"]
