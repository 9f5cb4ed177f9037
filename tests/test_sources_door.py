"""The operator's `sources`: what it prints where, with which code it ends, and that readings are told as they went."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.door.printed import counts_text, job_text, refusal_lines, source_text
from index.door.progress import Lines
from index.door.sourcing import told
from index.reports import Counts, Health, JobInfo, Progress, Refusal, Report, SourceInfo, SourceRead
from tests.operator import call

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every call works in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return tmp_path


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["frobnicate"], 2, "invalid choice"),
        (["add"], 2, "ADDRESS"),
        (["add", "no-such-folder"], 2, "no-such-folder: no such file"),
        (["add", "http://169.254.169.254/feed"], 1, "not on the public internet"),
        (["add", "ftp://example.org/feed"], 1, "does not begin with http"),
        (["remove", "nothing"], 2, "no source or outlet «nothing» here"),
        (["pause", "nothing"], 2, "no source or outlet «nothing» here"),
        (["resume", "nothing", "--server", "5"], 2, "no source or outlet «nothing» here"),
        (["read", "nothing"], 2, "no source or outlet «nothing» here"),
        (["reindex", "nothing"], 2, "no source or outlet «nothing» here"),
        (["read", " "], 2, "a name is missing"),
        (["list", "--server", "x"], 2, "is not the id of a server"),
    ],
)
def test_a_wrong_call_is_one_clear_line_and_a_code(
    capsys: pytest.CaptureFixture[str], words: list[str], code: int, said: str
) -> None:
    assert call("sources", *words) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert "Traceback" not in err


def test_a_folder_is_followed_listed_paused_resumed_read_and_forgotten(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "desk").mkdir()
    assert call("sources", "add", "desk", "--server", "5") == 0
    assert capsys.readouterr().out.startswith("desk: 0 found (0 passages, 0 embedded")
    assert call("sources", "add", "desk", "--server", "5") == 2
    assert "is a source here already: «desk»" in capsys.readouterr().err
    for words in (["--server", "5"], ["list", "--server", "5"], ["--server", "5", "list"]):
        assert call("sources", *words) == 0
        first, second = capsys.readouterr().out.splitlines()
        assert first == "desk of server 5: 0 articles, 0 passages"
        assert second.startswith(f"    folder, {(folder / 'desk').as_uri()}, read 20")
    assert call("sources") == 0
    assert "no sources yet" in capsys.readouterr().out
    assert call("sources", "pause", "DESK", "--server", "5") == 0
    assert call("sources", "--server", "5") == 0
    assert "paused: it was paused by hand" in capsys.readouterr().out
    assert call("sources", "read") == 0
    assert capsys.readouterr().out == "nothing is due\n"
    assert call("sources", "resume", "desk", "--server", "5") == 0
    assert call("sources", "read") == 0
    assert "desk: 0 found" in capsys.readouterr().out
    assert call("status", "--server", "5") == 0
    assert capsys.readouterr().out.count("job         read of desk") == 2
    (folder / "desk").rmdir()
    assert call("sources", "read", "desk", "--server", "5") == 1
    out, err = capsys.readouterr()
    assert (out, "desk: it could not be read: no such file or directory" in err) == ("", True)
    assert call("sources", "remove", "desk", "--server", "5") == 0
    assert capsys.readouterr().out == "removed «desk»: 0 articles went with it\n"


def test_readings_are_told_with_the_first_refusals_and_how_many_more() -> None:
    refusals = tuple(Refusal(f"https://a.example/{n}", "it answered 404 Not Found") for n in range(25))
    counts = Report(added=12, copies=1, unchanged=2, refusals=refusals, passages=40, embedded=30, found=40, seconds=4)
    done = told([SourceRead("Wire", counts), SourceRead("Old", Report(), "its host did not answer")])
    assert done.done == ("Wire: 40 found, 12 new, 2 unchanged, 1 copy, 25 refused (40 passages, 30 embedded, 4.0 s)",)
    assert done.wrong[0] == "https://a.example/0: it answered 404 Not Found"
    assert done.wrong[20:] == ("and 5 more refused", "Old: it could not be read: its host did not answer")
    assert refusal_lines(()) == []


def test_a_source_is_listed_with_how_it_does() -> None:
    source = SourceInfo(
        "Wire",
        "feed",
        0,
        38,
        90,
        address="https://a.example/feed",
        state=Health.FAILING,
        reason="its host did not answer",
        read_at=AT,
        due_at=AT,
        items=40,
        refused=2,
    )
    assert source_text(source).splitlines() == [
        "Wire: 38 articles, 90 passages",
        "    feed, https://a.example/feed, read 2026-11-02 09:30 UTC, next 2026-11-02 09:30 UTC, 40 items, 2 refused",
        "    failing: its host did not answer",
    ]


def test_a_job_is_told_by_what_it_did() -> None:
    job = JobInfo("read", "Wire", "done", 12, 12, AT, AT, counts=Counts(found=40, new=12, updated=1, waiting=3))
    assert job_text(job) == "read of Wire, 2026-11-02 09:30 UTC, done 40 found, 12 new, 1 updated, 3 left for later"
    assert counts_text(Counts()) == "0 found"


def test_progress_tells_what_became_of_the_items_so_far(capsys: pytest.CaptureFixture[str]) -> None:
    Lines()(Progress("reading", 8, 40, "articles", Counts(found=40, new=7, refused=1)))
    assert capsys.readouterr().err == "reading: 8 of 40 articles (40 found, 7 new, 1 refused)\n"
