"""One reading of one source: what it lists is compared with what it listed before, and only what is new is fetched.

When a source is read is `schedule`'s part, that it is read once at a time `jobs`', and how `gather`'s. An item's row is
written after its article, so that a reading which ends early has left out items, never half an article.
"""

from __future__ import annotations

import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.build.identity import find_known
from index.errors import GatherError, NotNow, UnreadableFile
from index.gather.gatherer import Gatherer
from index.gather.listing import Item, Listing
from index.pages import NotModified
from index.reports import Progress, Refusal, Report
from index.store import Store
from index.store.items import ItemState, KnownItem
from index.store.subscriptions import Subscription
from index.work.adding import Adding, together
from index.work.jobs import Job
from index.work.listed import Listed, Portion, failed, to_take
from index.work.local import article_of, is_local, listed_at, path_of
from index.work.schedule import HOUR, after_failure, after_reading
from index.work.writing import Writing

TOGETHER = 8
"""Items whose articles are stored, and so acknowledged, together: at one page a second, that is every eight seconds."""
AT_ONCE = 500
"""Items taken in one reading, the newest first: half of a news sitemap (1,000 at most), ten times a usual feed. The
rest waits for the next reading, so that no source keeps the others waiting for a day."""
SITEMAPS_AT_ONCE = 10
"""Sitemaps of an index that are read, the newest first: the older ones hold years of archive."""


class Reading:
    """Reads sources, each as one job."""

    def __init__(self, writing: Writing, gatherer: Gatherer) -> None:
        self._run, self._store = writing.worker.run, writing.store
        self._adding, self._gatherer = Adding(writing), gatherer

    async def read(
        self, source: Subscription, job: Job, *, again: bool = False, found: Listing | None = None
    ) -> Report:
        """Read a source; `again` asks for every page that it lists, `found` is a listing that was fetched just now.

        GatherError where the source can't be read, NotNow where its host asked to wait; both are recorded.
        """
        began = time.monotonic()
        job.watch(Progress("asking", 0, None, "listings"))
        listed = None
        try:
            known = await self._run(self._store.items.known, source.id)
            listed = await self._list(source, {} if again else known, found)
            wanted = to_take(listed.items.values(), known, again) if listed else []
            report = await self._take(source, listed, wanted, known, job) if listed else unchanged(source)
        except NotNow as asked:
            due = max(asked.until.timestamp(), time.time() + HOUR)
            await self._run(self._store.subscriptions.put_off, source.id, due)
            raise
        except (GatherError, UnreadableFile) as error:
            await self._run(record_failure, self._store, source, error.reason)
            raise
        except Exception:
            # Not the source's fault, so it does not count against it.
            await self._run(self._store.subscriptions.put_off, source.id, time.time() + HOUR)
            raise
        await self._run(record_reading, self._store, source, listed, report)
        return replace(report, seconds=time.monotonic() - began)

    async def _list(self, source: Subscription, known: Mapping[str, KnownItem], found: Listing | None) -> Listed | None:
        """What the source lists; None where its host says that this is what it was. Nothing `known`: all of it."""
        listed = Listed(source.name)
        first = found or await self._document(source, source.address, listed, known)
        if first is None:
            return None
        listed.title = first.title or source.name
        listed.take(first)
        for address in first.more[:SITEMAPS_AT_ONCE]:
            try:
                if more := await self._document(source, address, listed, known):
                    listed.take(more)
            except GatherError as error:
                listed.refusals.append(Refusal(error.where, error.reason))
        if first.more:
            # What an index names may change while the index stays as it is.
            listed.said[source.address] = None
        return listed

    async def _document(
        self, source: Subscription, address: str, listed: Listed, known: Mapping[str, KnownItem]
    ) -> Listing | None:
        if is_local(address):
            return await listed_at(self._gatherer, path_of(address))
        kept = await self._run(self._store.items.validators, source.id, [address]) if known else {}
        # The texts of what is stored and unchanged are not asked for: reading them takes half of a listing's time.
        stored = [one.fingerprint for one in known.values() if one.article is not None]
        answer = await self._gatherer.listing(address, kept.get(address), stored)
        if isinstance(answer, NotModified):
            return None
        listing, listed.said[address] = answer
        return listing

    async def _take(
        self,
        source: Subscription,
        listed: Listed,
        wanted: Sequence[Item],
        known: Mapping[str, KnownItem],
        job: Job,
    ) -> Report:
        now, waiting = wanted[:AT_ONCE], len(wanted[AT_ONCE:])
        unfinished = waiting > 0
        report = Report(unchanged=len(listed.items) - len(wanted), refusals=tuple(listed.refusals), found=listed.found)
        for at in range(0, len(now), TOGETHER):
            tell(job, at, len(now), replace(report, waiting=waiting))
            portion = await self._ask(source, listed.title, now[at : at + TOGETHER], known)
            report = together(report, await self._keep(source, portion, job, at, len(now)))
            waiting += portion.waiting
            listed.not_before = max(listed.not_before, portion.not_before)
            unfinished = unfinished or portion.unfinished
        # Where something is left to be asked for, the whole list is wanted next time.
        said = dict.fromkeys(listed.said) if unfinished else listed.said
        await self._run(self._store.items.keep_validators, source.id, said)
        report = replace(report, waiting=waiting)
        tell(job, len(now), len(now), report)
        return report

    async def _ask(
        self, source: Subscription, outlet: str, items: Sequence[Item], known: Mapping[str, KnownItem]
    ) -> Portion:
        """Ask for some items, one after the other; what is wrong with one is its own trouble."""
        kept = await self._run(self._store.items.validators, source.id, [item.address for item in items])
        portion = Portion()
        for item in items:
            before = known.get(item.address)
            held = before.article if before else None
            try:
                validators = kept.get(item.address) if held else None
                answer = await article_of(self._gatherer, source, item, outlet, validators)
            except NotNow as asked:
                portion.waiting += 1
                portion.not_before = max(portion.not_before, asked.until.timestamp())
            except (GatherError, UnreadableFile) as error:
                portion.settled.append(failed(item, before, error))
            else:
                if isinstance(answer, NotModified):
                    portion.settled.append(KnownItem(item.address, item.fingerprint, ItemState.STORED, article=held))
                else:
                    article, portion.said[item.address] = answer
                    portion.articles.append((item, article))
        return portion

    async def _keep(self, source: Subscription, portion: Portion, job: Job, at: int, total: int) -> Report:
        """Store the articles, then what became of each item."""
        articles = [article for _, article in portion.articles]
        of = (source.name, source.kind)
        report = await self._adding.take_in(iter(articles), source.server, of, at_once=TOGETHER)
        done = at + len(articles) + len(portion.settled)
        await self._run(settle, self._store, source, portion, report.refusals, job.row, done, total)
        refusals = tuple(Refusal(one.address, one.reason) for one in portion.settled if one.reason is not None)
        same = sum(one.state is ItemState.STORED for one in portion.settled)
        return replace(report, unchanged=report.unchanged + same, refusals=report.refusals + refusals)


def tell(job: Job, done: int, total: int, report: Report) -> None:
    """Say how far a reading is."""
    job.watch(Progress("reading", done, total, "articles", report.counts))


def unchanged(source: Subscription) -> Report:
    """Pure: what a reading did of a source that is as it was."""
    return Report(found=source.listed, unchanged=source.listed)


def settle(
    store: Store,
    source: Subscription,
    portion: Portion,
    refusals: Sequence[Refusal],
    row: int,
    done: int,
    total: int,
) -> None:
    """Record what became of some items and what the hosts said of their pages, and how far the job is."""
    why = {refusal.where: refusal.reason for refusal in refusals}
    rows = list(portion.settled)
    for item, article in portion.articles:
        stored = find_known(store.articles, source.server, article)
        reason = None if stored else why.get(article.url or item.address, "it was not taken")
        state = ItemState.STORED if stored else ItemState.REFUSED
        rows.append(KnownItem(item.address, item.fingerprint, state, reason, article=stored.key if stored else None))
    with store.database.transaction():
        store.items.put(source.id, rows, time.time())
        store.items.keep_validators(source.id, portion.said)
        store.jobs.advance(row, done, total)


def record_reading(store: Store, source: Subscription, listed: Listed | None, report: Report) -> None:
    """Record a reading that went well and when the next one is due; `listed` None: nothing had changed."""
    now = time.time()
    asked = listed.asked if listed else source.asked
    after = after_reading(
        now,
        source.interval,
        news=bool(report.added or report.updated or report.copies or report.waiting),
        conditional=listed is None or listed.conditional,
        asked=asked,
        not_before=listed.not_before if listed else 0.0,
        chance=random.random(),
    )
    store.subscriptions.was_read(source.id, now, after.interval, after.due, report.found, asked)


def record_failure(store: Store, source: Subscription, trouble: str) -> None:
    """Record a reading that failed, and when the next try is due."""
    failures = source.failures + 1
    after = after_failure(time.time(), source.interval, failures, trouble, chance=random.random())
    store.subscriptions.failed(source.id, failures, trouble, after.due, after.paused)
