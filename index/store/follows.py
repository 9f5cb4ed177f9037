"""What members follow, and up to which arrival each follow was held against what came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from index.alerts import Follow, FollowKind, QuietHours
from index.store.database import Database, Row, marks
from index.store.filters import SHADOWED
from index.store.moments import EPOCH
from index.types import COMMON


class Follows:
    """The table `follows`, and the arrivals it is held against. Moments are given as seconds since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        token: str,
        server: int,
        member: int,
        channel: int | None,
        kind: FollowKind,
        words: str,
        quiet: QuietHours | None,
        now: float,
    ) -> Follow:
        """Keep a follow; it is told only of what comes from here on."""
        hours = (quiet.start, quiet.end, quiet.offset) if quiet else (None, None, 0)
        number = self._database.write(
            "INSERT INTO follows (token, server, member, channel, kind, words, quiet_from, quiet_to, utc_offset,"
            " created, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (token, server, member, channel, kind, words, *hours, now, self.last_arrival()),
        )
        (row,) = self._database.read("SELECT * FROM follows WHERE id = ?", (number,))
        return follow(row)

    def of_token(self, token: str) -> Follow | None:
        """The follow that a button names."""
        rows = self._database.read("SELECT * FROM follows WHERE token = ?", (token,))
        return follow(rows[0]) if rows else None

    def of_member(self, server: int, member: int) -> list[Follow]:
        """What a member follows in a server, the newest first."""
        sql = "SELECT * FROM follows WHERE server = ? AND member = ? ORDER BY id DESC"
        return [follow(row) for row in self._database.read(sql, (server, member))]

    def in_channels(self, server: int) -> list[Follow]:
        """What is followed in the channels of a server, the newest first."""
        sql = "SELECT * FROM follows WHERE server = ? AND channel IS NOT NULL ORDER BY id DESC"
        return [follow(row) for row in self._database.read(sql, (server,))]

    def count(self, server: int) -> int:
        """How many follows a server has."""
        return int(self._database.value("SELECT count(*) FROM follows WHERE server = ?", (server,)))

    def drop(self, number: int) -> None:
        """Forget a follow and what waits to be told of it."""
        self._database.write("DELETE FROM follows WHERE id = ?", (number,))

    def pause(self, number: int, reason: str) -> None:
        """Tell nothing of a follow any more, nor what waits."""
        with self._database.transaction():
            self._database.write("UPDATE follows SET paused = ? WHERE id = ?", (reason, number))
            self._database.write("DELETE FROM alerts WHERE follow = ?", (number,))

    def last_arrival(self) -> int:
        """The number of the last article that came, also where it is gone again."""
        return int(self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'arrivals'") or 0)

    def servers_behind(self) -> list[int]:
        """The servers with follows that were not held against everything that came."""
        sql = "SELECT DISTINCT server FROM follows WHERE paused IS NULL AND seen < ?"
        return [row[0] for row in self._database.read(sql, (self.last_arrival(),))]

    def behind(self, server: int) -> list[tuple[Follow, int]]:
        """Those follows of a server, each with the last arrival it was held against."""
        sql = "SELECT * FROM follows WHERE server = ? AND paused IS NULL AND seen < ?"
        return [(follow(row), row["seen"]) for row in self._database.read(sql, (server, self.last_arrival()))]

    def advance(self, numbers: Sequence[int], seen: int) -> None:
        """Note up to which arrival some follows were held against what came."""
        rows = [(seen, number, seen) for number in numbers]
        self._database.write_many("UPDATE follows SET seen = ? WHERE id = ? AND seen < ?", rows)

    def arrived(self, server: int, after: int, limit: int) -> dict[int, int]:
        """The articles (by row) that came after an arrival as a server sees them, with their numbers, first `limit`."""
        rows = self._database.read(
            "SELECT r.number, r.article FROM arrivals r JOIN articles a ON a.id = r.article WHERE r.number > ?"
            f" AND a.server IN (?, ?) AND a.id NOT IN ({SHADOWED}) ORDER BY r.number LIMIT ?",
            (after, server, COMMON, server, limit),
        )
        return {row["article"]: row["number"] for row in rows}

    def came_since(self, server: int, since: float, until: float, limit: int) -> list[int]:
        """The newest `limit` articles (by row) that came from `since` on and before `until`, as a server sees them."""
        rows = self._database.read(
            "SELECT a.id FROM articles a WHERE a.added >= ? AND a.added < ? AND a.server IN (?, ?)"
            f" AND a.id NOT IN ({SHADOWED}) ORDER BY a.id DESC LIMIT ?",
            (since, until, server, COMMON, server, limit),
        )
        return [row[0] for row in rows]

    def quoted_in(self, articles: Sequence[int]) -> set[str]:
        """Who is quoted in some articles."""
        sql = (
            "SELECT DISTINCT q.speaker FROM articles a JOIN quotations q ON q.version = a.version"
            f" WHERE a.id IN ({marks(articles)})"
        )
        return {row[0] for row in self._database.read(sql, articles) if row[0]}


def follow(row: Row) -> Follow:
    """A row of `follows` as the value it stands for."""
    quiet = None
    if row["quiet_from"] is not None:
        quiet = QuietHours(row["quiet_from"], row["quiet_to"], row["utc_offset"])
    return Follow(
        id=row["id"],
        token=row["token"],
        server=row["server"],
        member=row["member"],
        channel=row["channel"],
        kind=FollowKind(row["kind"]),
        words=row["words"],
        created=EPOCH + timedelta(seconds=row["created"]),
        quiet=quiet,
        paused=row["paused"],
    )
