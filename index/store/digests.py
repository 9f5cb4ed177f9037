"""Which channels get a digest when, and what each was told."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from index.alerts import Digest, Every, Rhythm
from index.store.database import Database, Row
from index.store.moments import EPOCH


class Digests:
    """The tables `digests` and `digested`. Moments are given as seconds since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, server: int, channel: int, rhythm: Rhythm, since: float, due: float) -> Digest:
        """Keep when a channel gets its digest, in place of what was kept; what it was told stays known."""
        self._database.write(
            "INSERT INTO digests (server, channel, every, weekday, minute, utc_offset, since, due)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (server, channel) DO UPDATE SET every = excluded.every,"
            " weekday = excluded.weekday, minute = excluded.minute, utc_offset = excluded.utc_offset,"
            " due = excluded.due, paused = NULL",
            (server, channel, rhythm.every, rhythm.weekday, rhythm.minute, rhythm.offset, since, due),
        )
        return self.of_server(server, channel)[0]

    def of_server(self, server: int, channel: int | None = None) -> list[Digest]:
        """The digests of a server, that of one channel where it is given."""
        sql = "SELECT * FROM digests WHERE server = ? AND (? IS NULL OR channel = ?) ORDER BY id"
        return [digest(row) for row in self._database.read(sql, (server, channel, channel))]

    def drop(self, server: int, channel: int) -> None:
        """Forget a channel's digest and what it was told."""
        self._database.write("DELETE FROM digests WHERE server = ? AND channel = ?", (server, channel))

    def pause(self, number: int, reason: str) -> None:
        """Send a digest no more until it is set again."""
        self._database.write("UPDATE digests SET paused = ? WHERE id = ?", (reason, number))

    def due(self, now: float) -> list[Digest]:
        """The digests of all servers that are due."""
        sql = "SELECT * FROM digests WHERE paused IS NULL AND due <= ? ORDER BY due, id"
        return [digest(row) for row in self._database.read(sql, (now,))]

    def told(self, number: int, since: float) -> list[int]:
        """The rows of the articles of which a digest told since then."""
        sql = "SELECT article FROM digested WHERE digest = ? AND at >= ?"
        return [row[0] for row in self._database.read(sql, (number, since))]

    def note(self, number: int, articles: Collection[int], now: float, until: float, due: float, forget: float) -> None:
        """A digest has told of some articles and is next due then; what it told before `forget` is forgotten."""
        with self._database.transaction():
            self._database.write("UPDATE digests SET since = ?, due = ? WHERE id = ?", (until, due, number))
            self._database.write("DELETE FROM digested WHERE digest = ? AND at < ?", (number, forget))
            # An article may have been taken down while the digest was sent, the digest may have been switched off.
            self._database.write_many(
                "INSERT OR IGNORE INTO digested (digest, article, at) SELECT d.id, a.id, ? FROM digests d, articles a"
                " WHERE d.id = ? AND a.id = ?",
                [(now, number, article) for article in articles],
            )


def digest(row: Row) -> Digest:
    """A row of `digests` as the value it stands for."""
    return Digest(
        id=row["id"],
        server=row["server"],
        channel=row["channel"],
        rhythm=Rhythm(Every(row["every"]), row["minute"], row["utc_offset"], row["weekday"]),
        since=EPOCH + timedelta(seconds=row["since"]),
        due=EPOCH + timedelta(seconds=row["due"]),
        paused=row["paused"],
    )
