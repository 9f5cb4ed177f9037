"""Adds articles in batches: each batch is on disk and findable before it is counted as done."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from index.build.ingest import MOST_CHARACTERS, Plan
from index.reports import Outcome, Progress, Refusal, Report, Watch
from index.types import Article
from index.work.writing import Writing, unwatched

ARTICLES_AT_ONCE = 16
"""Articles of an import that are stored, and so acknowledged, together: about five seconds of embedding."""

CHARACTERS_LOCKED = 100_000
"""Characters of text that are embedded while other writers wait: what ARTICLES_AT_ONCE ordinary articles have."""

LISTED = 10
"""So many identifiers of articles are kept for a report."""


class Adding:
    """Takes a stream of articles and refusals in, for one server and source."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    async def take_in(
        self,
        stream: Iterator[Article | Refusal],
        server: int,
        source: tuple[str, str],
        watch: Watch = unwatched,
        total: int = 1,
        at_once: int = ARTICLES_AT_ONCE,
    ) -> Report:
        """Add a stream of about `total` articles to the source (name, kind); the stream is read on the worker."""
        began = time.monotonic()
        so_far, seen = Report(), 0
        # A single batch is watched passage by passage, a long import batch by batch.
        closely = watch if total <= at_once else unwatched
        await self._writing.sign(watch)
        while batch := await self._writing.worker.run(lambda: list(islice(stream, at_once))):
            for part in portions(batch):
                so_far = together(so_far, await self._add(part, server, source, closely))
            seen += len(batch)
            watch(Progress("adding", seen, max(seen, total)))
        return replace(so_far, seconds=time.monotonic() - began)

    async def _add(
        self, batch: Sequence[Article | Refusal], server: int, source: tuple[str, str], watch: Watch
    ) -> Report:
        writing = self._writing
        articles = [one for one in batch if isinstance(one, Article)]
        embedded = 0
        if characters(batch) > CHARACTERS_LOCKED:
            # Minutes of embedding, for which nobody else shall wait; what changes meanwhile is seen to below.
            ahead = await writing.worker.run(writing.ingest.plan, articles, server)
            embedded = await writing.embed(ahead.groups, watch)
        async with writing.lock:
            plan = await writing.worker.run(writing.ingest.plan, articles, server)
            embedded += await writing.embed(plan.groups, watch)
            await writing.worker.run(writing.ingest.commit, plan, server, *source, time.time())
        await writing.catch_up()
        return counted(plan, embedded, [*(one for one in batch if isinstance(one, Refusal)), *plan.refusals])


def characters(batch: Sequence[Article | Refusal]) -> int:
    """Pure: how much text there is in a batch."""
    return sum(len(one.text) for one in batch if isinstance(one, Article))


def portions(batch: Sequence[Article | Refusal]) -> Iterator[list[Article | Refusal]]:
    """Pure: a batch as it is, or in parts, each with no more text than one article may have."""
    part: list[Article | Refusal] = []
    for one in batch:
        if part and characters([*part, one]) > MOST_CHARACTERS:
            yield part
            part = []
        part.append(one)
    yield part


def counted(plan: Plan, embedded: int, refusals: Sequence[Refusal]) -> Report:
    """Pure: what became of one batch."""
    outcomes = Counter(one.outcome for one in plan.articles)
    return Report(
        added=outcomes[Outcome.ADDED],
        copies=outcomes[Outcome.COPY],
        updated=outcomes[Outcome.UPDATED],
        unchanged=outcomes[Outcome.UNCHANGED],
        passages=sum(len(one.built.passages) for one in plan.articles if one.built),
        embedded=embedded,
        refusals=tuple(refusals),
        article_ids=tuple(one.article_id for one in plan.articles)[:LISTED],
    )


def together(first: Report, second: Report) -> Report:
    """Pure: two reports as one."""
    return Report(
        added=first.added + second.added,
        copies=first.copies + second.copies,
        updated=first.updated + second.updated,
        unchanged=first.unchanged + second.unchanged,
        passages=first.passages + second.passages,
        embedded=first.embedded + second.embedded,
        refusals=first.refusals + second.refusals,
        article_ids=(first.article_ids + second.article_ids)[:LISTED],
        seconds=first.seconds + second.seconds,
        found=first.found + second.found,
        waiting=first.waiting + second.waiting,
    )
