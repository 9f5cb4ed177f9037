"""Counts what 1,000 answers show: `python -m tests.thousand_answers SET DATA_DIR [--limit N] [--model]`.

The questions of SET (a folder or a file of questions) are asked of the index in DATA_DIR, by quoting and then with a
language model: one that does its worst (`adversarial_writer`), or with --model the small real one (`small_model`).
Every answer is held against the texts in the database. Exit code 1 where anything is wrong.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from index.assemble import open_news_index
from index.build.embed import Embedder
from index.evaluate.datasets import beside
from index.evaluate.packed import lines_of
from index.news_index import QUESTION_LIMIT, NewsIndex
from index.questions import asked_at
from index.settings import IndexSettings
from index.types import Answer, Citation
from tests.adversarial_writer import TRUE, AdversarialWriter, Said
from tests.answer_checks import citation_faults, lead_faults, link_faults, quotation_faults, quoted_spans, sentences
from tests.small_model import relaying
from tests.spoken_model import SpokenModel, speaking

ENOUGH = 10**9
"""Tokens a day: the budget is not what is looked at."""


@dataclass(frozen=True)
class Asked:
    """A question, and the moment as which it is asked."""

    text: str
    at: datetime


@dataclass
class Tally:
    """What the answers of one run showed."""

    answers: int = 0
    citations: int = 0
    in_place: int = 0
    links: int = 0
    well_formed: int = 0
    at_passage: int = 0
    leads: int = 0
    sentences: int = 0
    quotations: int = 0
    unverified: int = 0
    faults: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)

    @property
    def lines(self) -> list[str]:
        """The figures, a line each."""
        told = [
            f"answers {self.answers:,}, {self.leads:,} of them with a lead of a model ({self.sentences:,} sentences)",
            f"citations letter for letter at their offsets {self.in_place:,} of {self.citations:,}",
            f"links well-formed {self.well_formed:,} of {self.links:,} ({self.at_passage:,} open at the passage)",
            f"quotations in leads {self.quotations:,}, unverified quotations shown {self.unverified:,}",
            *(f"{number:,} x {note}" for note, number in self.notes.most_common()),
        ]
        return [*told, f"everything wrong: {len(self.faults):,}", *(f"  {fault}" for fault in self.faults[:20])]


class StoredTexts:
    """The texts of the articles' versions, read from the database itself."""

    def __init__(self, data_dir: Path) -> None:
        self._rows = sqlite3.connect(f"file:{data_dir / 'verbatim.sqlite3'}?mode=ro", uri=True)

    def of(self, one: Citation) -> str:
        """The text of the version that a citation names."""
        sql = (
            "SELECT v.text FROM versions v JOIN articles a ON a.id = v.article WHERE a.article_id = ?"
            " ORDER BY v.id LIMIT 1 OFFSET ?"
        )
        found = self._rows.execute(sql, (one.article_id, one.version - 1)).fetchone()
        return str(found[0]) if found else ""

    def close(self) -> None:
        """Close the connection."""
        self._rows.close()


def counted(tally: Tally, answer: Answer, stored: StoredTexts) -> None:
    """Add one answer to a tally."""
    sides = [side.citation for one in answer.disagreements for side in one.sides]
    texts = {one.n: stored.of(one) for one in (*sides, *answer.citations)}
    tally.answers += 1
    for one in answer.citations:
        wrong, wrong_link = list(citation_faults(one, texts[one.n])), list(link_faults(one, texts[one.n]))
        tally.citations += 1
        tally.in_place += not wrong
        if one.url or one.link:
            tally.links += 1
            tally.well_formed += not wrong_link
            tally.at_passage += ":~:text=" in (one.link or "")
        tally.faults += wrong + wrong_link
    faults = [*lead_faults(answer, texts), *quotation_faults(answer, texts)]
    tally.unverified += sum(fault.startswith("unverified") for fault in faults)
    tally.faults += faults
    if answer.lead:
        told = sentences(answer.lead)
        tally.leads += 1
        tally.sentences += len(told)
        tally.quotations += sum(1 for _ in quoted_spans(answer.lead))
        tally.shown += [words for words, _ in told]
    if answer.note:
        tally.notes[answer.note] += 1


async def run(
    index: NewsIndex, questions: Iterable[Asked], stored: StoredTexts, limit: int
) -> tuple[Tally, list[Asked]]:
    """Ask until so many answers were found; the tally and the questions that they answer."""
    tally, answered = Tally(), list[Asked]()
    for one in questions:
        if len(answered) == limit:
            break
        answer = await index.ask(one.text, now=one.at)
        if answer.found:
            answered.append(one)
            counted(tally, answer, stored)
    return tally, answered


@asynccontextmanager
async def opened(data_dir: Path, embedder: Embedder | None, address: str | None = None) -> AsyncIterator[NewsIndex]:
    """The index, with a language model where there is an address of one."""
    settings = IndexSettings(data_dir=data_dir)
    if address:
        # few passages and words: a small model on two cores reads them in some seconds
        small = {"llm_passages": 2, "llm_reply_tokens": 80, "llm_seconds": 600, "llm_daily_tokens": ENOUGH}
        model = {"llm": "openai-like", "llm_model": "any", "llm_base_url": address}
        settings = settings.model_copy(update=model | small)
    index = await open_news_index(settings, embedder=embedder)
    try:
        await index.settled()
        yield index
    finally:
        await index.close()


async def both(
    questions: Sequence[Asked], data_dir: Path, limit: int, model: SpokenModel, embedder: Embedder | None = None
) -> tuple[Tally, Tally]:
    """The tallies by quoting and with a model that listens."""
    stored = StoredTexts(data_dir)
    try:
        async with opened(data_dir, embedder) as index:
            quoting, answered = await run(index, questions, stored, limit)
        async with opened(data_dir, embedder, model.address) as index:
            worded, _ = await run(index, answered, stored, limit)
    finally:
        stored.close()
    return quoting, worded


def kinds_shown(said: Sequence[Said], shown: Sequence[str]) -> dict[str, tuple[int, int]]:
    """How many sentences of each kind were written, and how many of them were shown."""
    written = Counter(one.kind for one in said)
    told = {letters(words) for words in shown}
    seen = Counter(one.kind for one in said if one.kind in TRUE and letters(one.text) in told)
    seen += Counter(one.kind for one in false_shown(said, shown))
    return {kind: (written[kind], seen[kind]) for kind in sorted(written)}


def false_shown(said: Sequence[Said], shown: Sequence[str]) -> list[Said]:
    """The sentences that are not true and were shown; not where the same words were written truly as well."""
    told = {letters(words) for words in shown} - {letters(one.text) for one in said if one.kind in TRUE}
    return [one for one in said if one.kind not in TRUE and letters(one.text) in told]


def letters(words: str) -> str:
    """What a sentence is recognised by."""
    return re.sub(r"\W", "", words).lower()


def read_questions(path: Path) -> list[Asked]:
    """The questions of a set, but for those that are too long to be asked."""
    file = (beside(path, "questions") or path) if path.is_dir() else path
    told = (json.loads(line) for _, line in lines_of(file))
    asked = [Asked(one["question"], asked_at(one.get("asked")) or datetime.now(UTC)) for one in told]
    return [one for one in asked if len(one.text) <= QUESTION_LIMIT]


async def main() -> int:
    """Count and print."""
    options = argparse.ArgumentParser(prog="python -m tests.thousand_answers", description=__doc__)
    options.add_argument("set", type=Path)
    options.add_argument("data_dir", type=Path)
    options.add_argument("--limit", type=int, default=1_000, help="answers to count (default: 1,000)")
    options.add_argument("--model", action="store_true", help="let the small real model write")
    call = options.parse_args()
    began, writer = time.monotonic(), AdversarialWriter()
    spoken = SpokenModel()
    spoken.speak = writer
    listening: AbstractAsyncContextManager[SpokenModel] = relaying() if call.model else speaking(spoken)
    async with listening as model:
        quoting, worded = await both(read_questions(call.set), call.data_dir, call.limit, model)
    told = ["by quoting:", *quoting.lines, "", "with a language model:", *worded.lines]
    shown = kinds_shown(writer.said, worded.shown)
    told += [f"  {kind}: {many:,} written, {seen:,} shown" for kind, (many, seen) in shown.items()]
    false = false_shown(writer.said, worded.shown)
    told += [f"  shown all the same, {one.kind}: {one.text}" for one in false]
    told.append(f"{time.monotonic() - began:.0f} s")
    sys.stdout.write("\n".join(told) + "\n")
    return 1 if quoting.faults or worded.faults or false else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
