"""What a source lists against what it listed before: which items are to be fetched, and what a failure means. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from index.errors import FetchFailed, GatherError, RobotsRefused, UnreadableFile
from index.gather.listing import Item, Listing
from index.pages import Validators
from index.reports import Refusal
from index.store.items import ItemState, KnownItem
from index.types import Article

TRIES = 5
"""So often an item is asked for that fails in a way that may pass: five readings, some hours at least."""
FOR_GOOD = frozenset({401, 402, 403, 410, 451})
"""Statuses that a later try will not change: not let in, to be paid for, gone, forbidden by law."""


@dataclass(slots=True)
class Listed:
    """What a source listed this time, all its documents together; `said` is what the hosts said of each of them.

    `asked` is how many seconds it wants to be left alone, `not_before` the moment until which a host asked to wait.
    """

    title: str
    items: dict[str, Item] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    said: dict[str, Validators | None] = field(default_factory=dict)
    asked: float | None = None
    not_before: float = 0.0

    def take(self, listing: Listing) -> None:
        """Put a document's items to the others; what stood in an earlier one counts."""
        self.items = {item.address: item for item in listing.items} | self.items
        self.refusals += listing.refusals
        self.asked = max(self.asked or 0, listing.pause) if listing.pause else self.asked

    @property
    def found(self) -> int:
        """How many things it listed, good or not."""
        return len(self.items) + len(self.refusals)

    @property
    def conditional(self) -> bool:
        """Whether a host can be asked for changes alone, as far as it is known: nothing said at all, it is not."""
        return not self.said or any(one is not None and (one.etag or one.last_modified) for one in self.said.values())


@dataclass(slots=True)
class Portion:
    """Some items as they came back: articles to be stored, items that are settled, how many wait, and until when."""

    articles: list[tuple[Item, Article]] = field(default_factory=list)
    settled: list[KnownItem] = field(default_factory=list)
    said: dict[str, Validators | None] = field(default_factory=dict)
    waiting: int = 0
    not_before: float = 0.0

    @property
    def unfinished(self) -> bool:
        """Whether something of it is to be asked for at the next reading."""
        return self.waiting > 0 or any(one.state is ItemState.FAILED for one in self.settled)


def to_take(items: Iterable[Item], known: Mapping[str, KnownItem], again: bool = False) -> list[Item]:
    """The items to be fetched: those that are new, that changed or that failed in a way that may pass; `again`: all."""
    return [item for item in items if again or is_wanted(item, known.get(item.address))]


def is_wanted(item: Item, before: KnownItem | None) -> bool:
    """Whether an item is to be fetched: its article may also have gone with another source that listed it."""
    if before is None or before.fingerprint != item.fingerprint:
        return True
    return before.state is ItemState.FAILED or (before.state is ItemState.STORED and before.article is None)


def failed(item: Item, before: KnownItem | None, error: GatherError | UnreadableFile) -> KnownItem:
    """An item that was not to be had: to be tried again while that may help, an article from before stays."""
    same = before is not None and before.state is ItemState.FAILED and before.fingerprint == item.fingerprint
    tries = 1 + (before.tries if before and same else 0)
    state = ItemState.FAILED if may_pass(error) and tries < TRIES else ItemState.REFUSED
    return KnownItem(item.address, item.fingerprint, state, error.reason, tries, before.article if before else None)


def may_pass(error: GatherError | UnreadableFile) -> bool:
    """Whether another try may succeed. A feed is often ahead of its pages, so a page that is not there may come."""
    if isinstance(error, FetchFailed):
        return error.status not in FOR_GOOD
    return isinstance(error, (RobotsRefused, UnreadableFile))
