"""Keeping it: SQLite is the truth, the Chroma collection follows it."""

from __future__ import annotations

import time
from pathlib import Path

from index.reports import Status
from index.store.activity import ActivityCounts
from index.store.alerts import Alerts
from index.store.amended import Amended
from index.store.answers import Answers
from index.store.articles import Articles
from index.store.audit import Audit
from index.store.awaited import AwaitedJobs
from index.store.blocked import Blocked
from index.store.copies import Copies
from index.store.database import FILE, Database
from index.store.digests import Digests
from index.store.embeddings import Embeddings
from index.store.folder import VECTORS
from index.store.follows import Follows
from index.store.generations import Generations
from index.store.hosts import Hosts
from index.store.items import Items
from index.store.jobs import Jobs
from index.store.keywords import Keywords
from index.store.labels import Labels
from index.store.leads import Leads
from index.store.quotations import Quotations
from index.store.servers import Servers
from index.store.sources import Sources
from index.store.spending import Spending
from index.store.subscriptions import Subscriptions
from index.store.vectors import VectorIndex
from index.types import COMMON, Filters

DROPPED_AT_ONCE = 500
"""Passages removed in one transaction: a tenth of a second, which questions can wait for."""


class Store:
    """Every table and the vector index of one data folder, opened together. Not to be used from two threads at once."""

    def __init__(self, data_dir: Path, model_name: str) -> None:
        self.model_name = model_name
        self.database = Database(data_dir / FILE)
        self.keywords = Keywords(self.database)
        self.articles = Articles(self.database, self.keywords)
        self.copies = Copies(self.database, self.articles)
        self.blocked = Blocked(self.database)
        self.quotations = Quotations(self.database)
        self.sources = Sources(self.database)
        self.subscriptions = Subscriptions(self.database)
        self.items = Items(self.database)
        self.audit = Audit(self.database)
        self.answers = Answers(self.database)
        self.jobs = Jobs(self.database)
        self.hosts = Hosts(self.database)
        self.spending = Spending(self.database)
        self.labels = Labels(self.database)
        self.awaited = AwaitedJobs(self.database)
        self.activity = ActivityCounts(self.database)
        self.servers = Servers(self.database)
        self.embeddings = Embeddings(self.database, model_name)
        self.generations = Generations(self.database)
        self.leads = Leads(self.database, self.embeddings, self.generations)
        self.follows, self.alerts = Follows(self.database), Alerts(self.database)
        self.digests, self.amended = Digests(self.database), Amended(self.database)
        self.vectors = VectorIndex(data_dir / VECTORS, self.database, self.embeddings, self.generations)
        self._tidy()

    def _tidy(self) -> None:
        """Bring order into what an earlier process may have left: nothing that was being built is swapped in."""
        with self.database.transaction():
            if not self.generations.live:
                self.generations.start(self.embeddings.model, time.time())
            live = self.generations.live
            if self.generations.model_of(live) != self.embeddings.model and not self.articles.keys(None, None):
                # Nothing has to be embedded anew, so nothing has to be kept either.
                self.generations.swap(live := self.generations.start(self.embeddings.model, time.time()))
            self.articles.forget_building(live)
            for generation in self.generations.others(live):
                self.generations.forget(generation)
            self.jobs.interrupted(time.time())
        while self.drop_dead():
            continue
        self.vectors.discard_strays()

    def drop_dead(self) -> bool:
        """Remove some of what the live generation no longer shows, with its vectors; True while there is more."""
        with self.database.transaction():
            dropped = self.articles.drop_dead(self.generations.live, DROPPED_AT_ONCE)
            self.embeddings.drop_unused(dropped)
        return len(dropped) == DROPPED_AT_ONCE

    def outdated(self) -> bool:
        """Whether what answers was embedded with another model than today's, all or a part of it."""
        live, model = self.generations.live, self.embeddings.model
        return self.generations.model_of(live) != model or self.generations.waits_for_vectors(live, model)

    def status(self, server: int, bytes_on_disk: int) -> Status:
        """The state of the index as a server may see it; for COMMON, as the operator looks, what waits is of all."""
        live, whole = self.generations.live, server == COMMON
        searched = self.articles.searched(Filters(server))
        return Status(
            articles=searched.articles,
            passages=self.articles.count_passages(server, live),
            sources=len(self.sources.listed(server, live)),
            oldest=searched.oldest,
            newest=searched.newest,
            model=self.model_name,
            generation=live if whole else None,
            waiting=self.generations.waiting_count(live, None if whole else server),
            bytes_on_disk=bytes_on_disk if whole else None,
            jobs=self.jobs.recent(server),
            changed_from=self.changed_from(),
        )

    def changed_from(self) -> str | None:
        """The model that what answers was embedded with, where that is not today's."""
        name = self.generations.model_name(self.generations.live)
        return name if name != self.model_name else None

    def close(self) -> None:
        """Close the vector index, then the database."""
        self.vectors.close()
        self.database.close()
