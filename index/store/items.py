"""What each source has listed so far and what became of it, and what the hosts said of the addresses that were read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from index.pages import Validators
from index.store.database import Database


class ItemState(StrEnum):
    """What became of an item: its article is stored; it was refused for good; or it failed and is to be tried again."""

    STORED = "stored"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class KnownItem:
    """An item that a source listed before. `tries` is how often it failed in a row; `article` the row it became."""

    address: str
    fingerprint: bytes
    state: ItemState
    reason: str | None = None
    tries: int = 0
    article: int | None = None


class Items:
    """The tables `items` and `validators`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, source: int) -> dict[str, KnownItem]:
        """Everything a source ever listed, by address."""
        rows = self._database.read("SELECT * FROM items WHERE source = ?", (source,))
        return {
            row["address"]: KnownItem(
                row["address"],
                row["fingerprint"],
                ItemState(row["outcome"]),
                row["reason"],
                row["tries"],
                row["article"],
            )
            for row in rows
        }

    def put(self, source: int, items: Iterable[KnownItem], now: float) -> None:
        """Record what became of some items; those of a source that is gone meanwhile are nobody's."""
        self._database.write_many(
            "INSERT OR REPLACE INTO items (source, address, fingerprint, outcome, reason, tries, article, seen)"
            " SELECT id, ?, ?, ?, ?, ?, ?, ? FROM sources WHERE id = ? AND address IS NOT NULL",
            [
                (one.address, one.fingerprint, one.state, one.reason, one.tries, one.article, now, source)
                for one in items
            ],
        )

    def forget(self, server: int, address: str) -> None:
        """Let an address be new to the sources of a server (COMMON: of all), which then ask for their whole lists."""
        listing = (
            "SELECT i.source FROM items i JOIN sources s ON s.id = i.source"
            " WHERE s.server = coalesce(nullif(?, 0), s.server) AND i.address = ?"
        )
        self._database.write(f"DELETE FROM validators WHERE source IN ({listing})", (server, address))
        self._database.write(
            f"DELETE FROM items WHERE address = ? AND source IN ({listing})", (address, server, address)
        )

    def validators(self, source: int, addresses: Iterable[str]) -> dict[str, Validators]:
        """What the hosts said of some addresses when they were last read for this source."""
        found = {}
        for address in addresses:
            sql = "SELECT etag, last_modified, of FROM validators WHERE source = ? AND address = ?"
            for row in self._database.read(sql, (source, address)):
                found[address] = Validators(row["etag"], row["last_modified"], row["of"])
        return found

    def keep_validators(self, source: int, said: dict[str, Validators | None]) -> None:
        """Keep what hosts said of addresses; None, or nothing said, takes away what was kept."""
        self._database.write_many(
            "DELETE FROM validators WHERE source = ? AND address = ?", [(source, address) for address in said]
        )
        self._database.write_many(
            "INSERT INTO validators (source, address, etag, last_modified, of)"
            " SELECT id, ?, ?, ?, ? FROM sources WHERE id = ? AND address IS NOT NULL",
            [
                (address, one.etag, one.last_modified, one.of, source)
                for address, one in said.items()
                if one is not None and (one.etag or one.last_modified)
            ],
        )
