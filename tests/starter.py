"""The starter articles as the real model answers from them: one run that several tests look at."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from index.assemble import open_news_index
from index.questions import asked_at
from index.settings import STARTER_ARTICLES, IndexSettings
from index.types import Answer

TIMING = "What did Peskov say about timing?"
QUESTIONS = [
    json.loads(line) for line in (STARTER_ARTICLES / "questions.jsonl").read_text(encoding="utf-8").splitlines()
]


@dataclass(frozen=True)
class StarterRun:
    """A data folder, closed in order, with what was answered from it.

    `answers` are those to the starter questions by identifier, each asked as at its own moment; `today` is what TIMING
    is answered with now.
    """

    folder: Path
    answers: dict[str, Answer]
    today: Answer


async def run_starter(folder: Path) -> StarterRun:
    """Ask everything of an index that this first start makes in the folder."""
    index = await open_news_index(IndexSettings(data_dir=folder))
    try:
        await index.settled()
        answers = {one["id"]: await index.ask(one["question"], now=asked_at(one["asked"])) for one in QUESTIONS}
        return StarterRun(folder, answers, await index.ask(TIMING))
    finally:
        await index.close()
