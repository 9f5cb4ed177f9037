"""A small set of questions with its own articles, in our own words, written as a bench folder has them."""

from __future__ import annotations

import gzip
import json
import lzma
from collections.abc import Sequence
from pathlib import Path
from typing import Any

FERRY = (
    "The ferry between Osthaven and the island of Lill will run every hour from March, the harbour board decided.\n\n"
    "“Nobody should have to sleep on the quay again,” said Runa Dahl, who chairs the board.\n\n"
    "A ticket will cost 12 crowns, two more than today."
)
LIGHT = (
    "The lighthouse of Osthaven went dark for three nights after a storm broke its main cable.\n\n"
    "Divers found the cable under 14 metres of water and mended it on Sunday, the coast guard said."
)
MARKET = (
    "Osthaven's fish market moved into the old ropeworks in June, and sold 40 tonnes of cod in its first week.\n\n"
    "“We were afraid that nobody would find us,” said Pal Engen, a fishmonger."
)
ARTICLES: list[dict[str, Any]] = [
    {
        "id": f"harbour-{name}",
        "url": f"https://news.example/{name}",
        "title": title,
        "source": "Osthaven Post",
        "published": day,
        "text": text,
    }
    for name, title, day, text in (
        ("ferry", "Lill ferry to run every hour", "2025-02-11", FERRY),
        ("light", "Lighthouse dark for three nights", "2025-02-20", LIGHT),
        ("market", "Fish market moves", "2025-06-30", MARKET),
    )
]

QUESTIONS: list[dict[str, Any]] = [
    {"id": f"q{number}", "question": question, "asked": day, "answers": [answer]}
    for number, (question, day, answer) in enumerate(
        (
            ("How much will a ticket for the Lill ferry cost?", "2025-02-14", "12 crowns"),
            ("How deep was the cable of the lighthouse under water?", "2025-02-21", "14 metres"),
            ("How many tonnes of cod did the fish market sell?", "2025-07-04", "40 tonnes"),
            ("Who won the rowing race to Lill?", "2025-07-04", "the pilots"),
        ),
        start=1,
    )
] + [
    {
        "id": "w1",
        "type": "who_said",
        "question": "Who said “Nobody should have to sleep on the quay again”?",
        "answer": "Runa Dahl",
        "evidence": [{"article_id": "harbour-ferry", "spans": [[115, 162]]}],
    },
    {"id": "w2", "type": "what_said", "question": "What did Pal Engen say?", "answer": ["afraid"], "evidence": []},
]

SUPPORT: list[dict[str, Any]] = [
    {"id": "q1", "answerable": True, "support": [["harbour-ferry", FERRY.index("A ticket"), len(FERRY), 0.9]]},
    {"id": "q2", "answerable": True, "support": [["harbour-light", 0, len(LIGHT), 0.7]]},
    {"id": "q3", "answerable": True, "support": [["harbour-market", 0, 110, 0.7]]},
    {"id": "q4", "answerable": False, "support": []},
]

ABSTAIN: list[dict[str, Any]] = [
    {
        "id": "q3",
        "kind": "future_event",
        "question": "How many tonnes of cod did the fish market sell?",
        "asked": "2025-07-04",
        "corpus_cutoff": "2025-02-28",
    },
    {
        "id": "e1",
        "kind": "other_era",
        "question": "Which king opened the Suez Canal?",
        "asked": "",
        "corpus_cutoff": "2025-02-28",
    },
]


def write_set(folder: Path, articles: Sequence[dict[str, Any]] = ARTICLES) -> Path:
    """The set in a folder of that name, packed in both ways."""
    folder.mkdir(parents=True)
    for name, rows in (("questions", QUESTIONS), ("support", SUPPORT), ("abstain", ABSTAIN)):
        (folder / f"{name}.jsonl.gz").write_bytes(gzip.compress(lines(rows)))
    (folder / "articles.jsonl.xz").write_bytes(lzma.compress(lines(articles)))
    return folder


def lines(rows: Sequence[dict[str, Any]]) -> bytes:
    """The rows as JSONL."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
