"""Asks the questions of a set of the live index, or of a temporary one built from the set's own articles.

What is right and what it is worth is `evaluate`'s part; what is printed, `evaluating`'s.
"""

from __future__ import annotations

import logging
import math
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from index.assemble import open_news_index
from index.build.embed import Embedder, load_model
from index.build.model import folder_name
from index.errors import CallError, VerbatimError
from index.evaluate.cases import Case, day_after, needed
from index.evaluate.datasets import QuestionSet
from index.evaluate.metrics import Outcome, outcome
from index.evaluate.packed import lines_of
from index.evaluate.reading import reading_outcome
from index.evaluate.runs import Run
from index.evaluate.sampling import sampled, wanted
from index.gather.records import read_records
from index.news_index import NewsIndex
from index.reports import Progress, Refusal, Watch
from index.settings import IndexSettings
from index.types import COMMON, Article, Filters

WORDS_IN_PASSAGE = 148
"""On average: 4,525 news articles of 7.8 million words make 52,586 passages."""

PASSAGES_A_SECOND = 24
"""Embedded with the default model on two cores."""

Say = Callable[[str], None]
"""Called with what was wrong with a line or a question that is left out."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asking:
    """How a set is asked: of a temporary index or the live one, how many of its questions, as which server."""

    temporary: bool = False
    limit: int | None = None
    server: int = COMMON


async def measured(
    sets: Sequence[QuestionSet], settings: IndexSettings, asking: Asking, watch: Watch, say: Say
) -> list[Run]:
    """A run of each set. CallError where an index lacks the articles that a set rests on, or a set has none itself."""
    for one in sets:
        for refusal in one.refusals:
            say(f"{refusal.where}: {refusal.reason}")
        if one.unjudged:
            log.info("%s: %s questions are left out, nothing says what would be right", one.name, f"{one.unjudged:,}")
        if asking.temporary and not one.documents and not one.articles:
            raise CallError(f"{one.name} has no articles of its own: leave out --temporary, or put them beside it")
    asked = [one for one in sets if not one.documents]
    if asking.temporary or not asked:
        return [await of_temporary(one, settings, asking, watch, say) for one in sets]
    async with opened(settings, watch) as index:
        return [await of_live(one, index, asking, watch, say) for one in sets]


async def of_live(one: QuestionSet, index: NewsIndex, asking: Asking, watch: Watch, say: Say) -> Run:
    """A set asked of the live index."""
    if one.documents:
        return read_only(one, asking)
    cases = sampled(one.cases, asking.limit)
    articles = needed(cases)
    missing = articles - await index.known(articles, asking.server)
    if articles and missing == articles:
        raise CallError(
            f"none of the {len(articles):,} articles that the questions of {one.name} rest on are in this index:"
            " import them first, or let --temporary build an index of them"
        )
    status = await index.status(asking.server)
    lacking = f", without {len(missing):,} of the {len(articles):,} articles they rest on" if missing else ""
    searched = f"asked of the live index of {status.articles:,} articles ({status.passages:,} passages){lacking}"
    outcomes = await answered(index, cases, asking.server, watch, say)
    return Run(one.name, one.digest, searched, tuple(outcomes))


async def of_temporary(one: QuestionSet, settings: IndexSettings, asking: Asking, watch: Watch, say: Say) -> Run:
    """A set asked of an index of its own articles, which is removed afterwards.

    Questions that no article up to a day answers are asked when the index holds only those.
    """
    if one.documents:
        return read_only(one, asking)
    cases = sampled(one.cases, asking.limit)
    outcomes: dict[str, Outcome] = {}
    with TemporaryDirectory(prefix="verbatim-eval-") as name:
        folder = Path(name)
        records = chosen(one, cases, asking.limit is not None, folder)
        there, embedder = apart(settings, folder)
        async with opened(there, watch, embedder) as index:
            for until in [*sorted({case.until for case in cases if case.until}), None]:
                if records:
                    report = await index.import_file(records, until=until, watch=watch)
                    for refusal in report.refusals if until is None else ():
                        say(f"{refusal.where}: {refusal.reason}")
                else:
                    await index.add_starter_articles(one.articles[0].parent, watch)
                now = [case for case in cases if case.until == until]
                outcomes |= {found.id: found for found in await answered(index, now, COMMON, watch, say)}
            status = await index.status()
    searched = f"asked of a temporary index of {status.articles:,} articles ({status.passages:,} passages)"
    return Run(one.name, one.digest, searched, tuple(outcomes[case.id] for case in cases if case.id in outcomes))


def read_only(one: QuestionSet, asking: Asking) -> Run:
    """A set whose questions are only read."""
    outcomes = (reading_outcome(case, one.documents) for case in sampled(one.cases, asking.limit))
    return Run(one.name, one.digest, "read, not asked", tuple(filter(None, outcomes)))


async def answered(index: NewsIndex, cases: Sequence[Case], server: int, watch: Watch, say: Say) -> list[Outcome]:
    """The outcome of each question, asked one after the other as at its own moment."""
    outcomes = []
    for done, case in enumerate(cases):
        watch(Progress("asking", done, len(cases), "questions"))
        filters = Filters(server, before=day_after(case.until) if case.until else None)
        try:
            answer = await index.ask(case.question, filters, case.asked or datetime.now(UTC))
        except VerbatimError as error:
            say(f"question {case.id}: {error}")
            continue
        outcomes.append(outcome(case, answer))
    watch(Progress("asking", len(cases), len(cases), "questions"))
    return outcomes


def chosen(one: QuestionSet, cases: Sequence[Case], a_part: bool, folder: Path) -> Path | None:
    """The articles to index, as a file of records in the folder; None where they are .md files, which are few."""
    if one.articles[0].suffix == ".md":
        return None
    resting = needed(cases)
    asked = sorted({case.asked for case in cases if case.asked})
    count = words = 0
    records = folder / f"{one.name}.jsonl"
    with records.open("wb") as file:
        for _, line in lines_of(one.articles[0]):
            for article in read_records([line], one.name):
                if isinstance(article, Refusal) or not a_part or wanted(article, resting, asked):
                    file.write(line if line.endswith(b"\n") else line + b"\n")
                    count += 1
                    words += len(article.text.split()) if isinstance(article, Article) else 0
    minutes = math.ceil(words / WORDS_IN_PASSAGE / PASSAGES_A_SECOND / 60)
    easier = ", fewer than all, so that its questions are easier" if a_part else ""
    duration = f"{minutes} minutes" if minutes > 1 else "a minute at most"
    log.info("building a temporary index of %s articles%s: %s on two cores", f"{count:,}", easier, duration)
    return records


def apart(settings: IndexSettings, folder: Path) -> tuple[IndexSettings, Embedder]:
    """Settings and embedder of an index in another folder, without starter articles of its own.

    The converted model of the settings' folder is used where there is one: it is only read.
    """
    name, empty = settings.embedding_model, folder / "empty"
    empty.mkdir()
    models = settings.data_dir / "models"
    if not (models / folder_name(name)).is_dir():
        models = folder / "models"
    there = settings.model_copy(update={"data_dir": folder / "data", "seeds_dir": empty})
    return there, Embedder(name, partial(load_model, name, models))


@asynccontextmanager
async def opened(settings: IndexSettings, watch: Watch, embedder: Embedder | None = None) -> AsyncIterator[NewsIndex]:
    """An index that is settled, and closed in the end."""
    index = await open_news_index(settings, watch, embedder=embedder)
    try:
        await index.settled()
        yield index
    finally:
        await index.close()
