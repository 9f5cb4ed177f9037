"""Guards the reading of sets: bench folders as they are, the starter questions, a server's own file, and bad input."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.errors import CallError, UnreadableFile
from index.evaluate.cases import Place, day_after, needed
from index.evaluate.datasets import read_set
from index.settings import STARTER_ARTICLES
from tests.evaluate.harbour import FERRY, LIGHT, write_set


def test_a_folder_with_support_refusals_and_speakers_is_read(tmp_path: Path) -> None:
    found = read_set(write_set(tmp_path / "harbour"))
    assert found.name == "harbour" and found.refusals == () and len(found.articles) == 1 and found.unjudged == 1
    cases = {case.id: case for case in found.cases}
    assert list(cases) == ["q1", "q2", "q3", "q4", "w1", "abstain:q3", "abstain:e1"]
    assert cases["q1"].answerable and cases["q1"].answers == ("12 crowns",)
    assert cases["q1"].support == (Place("harbour-ferry", FERRY.index("A ticket"), len(FERRY)),)
    assert cases["q1"].asked == datetime(2025, 2, 14, 23, 59, 59, tzinfo=UTC)
    assert cases["q4"].answerable is False
    assert cases["w1"].speaker == "Runa Dahl" and cases["w1"].support == (Place("harbour-ferry", 115, 162),)
    refused = cases["abstain:e1"]
    assert (refused.refusal, refused.until, refused.asked) == ("other_era", datetime(2025, 2, 28, tzinfo=UTC), None)
    assert needed(found.cases) == {"harbour-ferry", "harbour-light", "harbour-market"}


def test_the_starter_questions_name_their_articles_by_file() -> None:
    found = read_set(STARTER_ARTICLES)
    assert found == read_set(STARTER_ARTICLES / "questions.jsonl")
    assert sum(case.refusal == "" for case in found.cases) >= 8
    assert all(address.startswith("https://starter.verbatim.example/") for address in needed(found.cases))


def test_a_file_of_ones_own_needs_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "ours.jsonl"
    rows = (
        {"id": 7, "question": "Q?", "article": "HTTPS://News.Example/a?utm_source=x#top", "answer": "yes"},
        {"id": 8, "question": "Q?", "article": None},
        {"id": 9, "question": "nothing is known of it"},
    )
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = read_set(path)
    assert found.name == "ours" and [case.id for case in found.cases] == ["7", "8"] and found.articles == ()
    assert found.cases[0].support == (Place("https://news.example/a"),) and found.cases[0].answers == ("yes",)
    assert found.cases[1].refusal == ""


def test_the_digest_changes_with_articles_and_questions(tmp_path: Path) -> None:
    first, again = read_set(write_set(tmp_path / "a")), read_set(write_set(tmp_path / "b"))
    fewer = read_set(write_set(tmp_path / "c", [{"id": "harbour-light", "text": LIGHT}]))
    assert len(first.digest) == 16 and first.digest != fewer.digest
    assert (first.digest == again.digest) or first.name != again.name


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": 1}', "the field 'question' is missing"),
        ('{"id": 1, "question": null}', "is to be text"),
        ('{"id": [], "question": "Q?"}', "is to be text"),
        ('{"id": 1, "question": "Q?", "asked": "yesterday", "answers": ["a"]}', "is not an ISO 8601 date"),
        ('{"id": 1, "question": "Q?", "answers": 7}', "«answers» is neither text nor a list"),
        ('{"id": 1, "question": "Q?", "article": 7}', "«article» is to be text"),
        (
            '{"id": 1, "question": "Q?", "type": "who_said", "answer": "X", "evidence": [{"spans": [[1, 2]]}]}',
            "article_id",
        ),
        ('{"id": 1, "question": "Q?", "type": "who_said", "answer": "X", "evidence": 3}', "not iterable"),
        ("[1, 2]", "not a JSON object"),
        ("{", "property name"),
        ("\xff", "decode"),
        ("[" * 100_000, "recursion"),
    ],
)
def test_a_wrong_line_is_named_and_the_others_are_kept(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "ours.jsonl"
    good = '{"id": "good", "question": "Q?", "article": null}'
    path.write_bytes(f"{good}\n\n{line}\n".encode("latin-1"))
    found = read_set(path)
    assert [case.id for case in found.cases] == ["good"]
    (refusal,) = found.refusals
    assert refusal.where == "ours.jsonl:3" and reason in refusal.reason


def test_an_identifier_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "ours.jsonl"
    rows = ({"id": 1, "question": "First?", "article": None}, {"id": "1", "question": "Second?", "article": None})
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = read_set(path)
    assert [case.question for case in found.cases] == ["First?"]
    assert found.refusals[0].reason == "two questions have the id «1», the first one counts"


def test_what_holds_no_set_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "blank.jsonl").write_text("\n{]\n", encoding="utf-8")
    (tmp_path / "cut.jsonl.gz").write_bytes(b"\x1f\x8b\x08\x00broken")
    (tmp_path / "not.jsonl.xz").write_bytes(b"plain text")
    for name, wrong, said in (
        ("missing", UnreadableFile, "missing: no such file or directory"),
        ("empty", UnreadableFile, "empty: there is no questions.jsonl in it"),
        ("blank.jsonl", CallError, "says what would be right (blank.jsonl:2: "),
        ("cut.jsonl.gz", UnreadableFile, "cut.jsonl.gz: "),
        ("not.jsonl.xz", UnreadableFile, "not.jsonl.xz: "),
    ):
        with pytest.raises(wrong) as raised:
            read_set(tmp_path / name)
        assert said in str(raised.value) and "\n" not in str(raised.value)


def test_the_day_after_begins_at_midnight() -> None:
    assert day_after(datetime(2024, 9, 30, 23, 59, tzinfo=UTC)) == datetime(2024, 10, 1, tzinfo=UTC)
