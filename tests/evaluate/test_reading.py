"""Guards what counts as an outlet and a day read out of a question."""

from __future__ import annotations

import json
from pathlib import Path

from index.evaluate.datasets import read_set
from index.evaluate.reading import reading_outcome

DOCUMENTS = [
    {"id": "a", "source": "Osthaven Post - Harbour", "published": "2023-11-24"},
    {"id": "b", "source": "The Quay", "published": "2023-12-30"},
]
QUESTIONS = [
    {"id": "1", "question": "What did the Osthaven Post report on 24 November 2023?", "gold_article_ids": ["a"]},
    {"id": "2", "question": "Did The Quay’s report of December 30, 2023 contradict that of November 24, 2023?",
     "gold_article_ids": ["a", "b"]},
    {"id": "3", "question": "Which ship did both papers write about?", "gold_article_ids": ["a", "b"]},
    {"id": "4", "question": "What happened after the Osthaven Post had reported that The Quay was for sale?",
     "gold_article_ids": ["a"]},
    {"id": "5", "question": "What was known on 2023-11-24, two weeks before 2024-03-01?", "gold_article_ids": ["a"]},
    {"id": "6", "question": "Nothing stands behind this one", "gold_article_ids": []},
]  # fmt: skip


def test_the_outlets_and_every_day_that_are_written_must_be_read(tmp_path: Path) -> None:
    for name, rows in (("questions", QUESTIONS), ("evidence_docs", DOCUMENTS)):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = read_set(tmp_path)
    assert [case.id for case in found.cases] == ["1", "2", "3", "4", "5"] and set(found.documents) == {"a", "b"}
    outcomes = [reading_outcome(case, found.documents) for case in found.cases]
    assert [one and dict(one.measures) for one in outcomes] == [
        {"outlets read": 1.0, "dates read": 1.0},
        {"outlets read": 1.0, "dates read": 1.0},
        None,
        {"outlets read": 0.0},
        {"dates read": 1.0},
    ]
