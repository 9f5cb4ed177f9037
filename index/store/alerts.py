"""The stories that follows were told of, and those that wait to be told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index.alerts import Follow
from index.store.database import Database, marks
from index.store.follows import follow


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article (by row) that an alert quotes, and where they stood when it was decided."""

    article: int
    start: int
    end: int
    quote: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """An alert that waits to be told, with the rows of its story's articles."""

    id: int
    words: Words
    articles: tuple[int, ...]


class Alerts:
    """The tables `alerts` and `alerted`. Moments are given as seconds since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def told(self, follow: int, since: float) -> dict[int, tuple[int, float]]:
        """The articles (by row) of the stories that a follow is told of since then: the story, and when that began."""
        sql = "SELECT article, story, at FROM alerted WHERE follow = ? AND at >= ?"
        return {row["article"]: (row["story"], row["at"]) for row in self._database.read(sql, (follow, since))}

    def add(self, follow: int, words: Words, articles: Collection[int], now: float) -> None:
        """Let a story wait to be told, inside a transaction of the caller's."""
        story = self._database.write(
            'INSERT INTO alerts (follow, article, start, "end", quote, speaker) VALUES (?, ?, ?, ?, ?, ?)',
            (follow, words.article, words.start, words.end, words.quote, words.speaker),
        )
        self.join(follow, story, articles, now)

    def join(self, follow: int, story: int, articles: Collection[int], at: float) -> None:
        """Count more articles to a story that began at `at`."""
        rows = [(follow, article, story, at) for article in articles]
        self._database.write_many(
            "INSERT OR IGNORE INTO alerted (follow, article, story, at) VALUES (?, ?, ?, ?)", rows
        )

    def waiting(self) -> list[Follow]:
        """The follows of which something waits to be told, the longest waiting first."""
        sql = (
            "SELECT f.* FROM alerts a JOIN follows f ON f.id = a.follow WHERE f.paused IS NULL"
            " GROUP BY f.id ORDER BY min(a.id)"
        )
        return [follow(row) for row in self._database.read(sql)]

    def claim(self, follow: int) -> list[Waiting]:
        """What is told of a follow in its next message: what was claimed and not noted, or else all that waits."""
        with self._database.transaction():
            if not self._database.value("SELECT 1 FROM alerts WHERE follow = ? AND claim IS NOT NULL", (follow,)):
                self._database.write(
                    "UPDATE alerts SET claim = (SELECT min(id) FROM alerts WHERE follow = ?) WHERE follow = ?",
                    (follow, follow),
                )
        rows = self._database.read("SELECT * FROM alerts WHERE follow = ? AND claim IS NOT NULL ORDER BY id", (follow,))
        return [
            Waiting(
                row["id"],
                Words(row["article"], row["start"], row["end"], row["quote"], row["speaker"]),
                self._articles(follow, row["id"]),
            )
            for row in rows
        ]

    def _articles(self, follow: int, story: int) -> tuple[int, ...]:
        sql = "SELECT article FROM alerted WHERE follow = ? AND story = ? ORDER BY article"
        return tuple(row[0] for row in self._database.read(sql, (follow, story)))

    def note(self, alerts: Sequence[int]) -> None:
        """Let alerts wait no more: they were told."""
        self._database.write(f"DELETE FROM alerts WHERE id IN ({marks(alerts)})", alerts)

    def forget(self, before: float) -> None:
        """Forget which articles belonged to stories that began before then."""
        self._database.write("DELETE FROM alerted WHERE at < ?", (before,))
