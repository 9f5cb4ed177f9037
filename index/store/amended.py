"""Articles with a new version that answers cite in an earlier one, until it was decided what to tell of it."""

from __future__ import annotations

from dataclasses import dataclass

from index.store.database import Database, marks
from index.types import COMMON


@dataclass(frozen=True, slots=True)
class Cited:
    """What an answer quotes of an article (by row) in its version `revision`, from 1; the answer is `message`."""

    answer: int
    n: int
    article: int
    revision: int
    start: int
    end: int
    server: int
    channel: int
    message: int


class Amended:
    """The table `amended`, and the rows of `cited` that it is about. Moments are given as seconds since 1970."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def articles(self, limit: int) -> list[int]:
        """Up to `limit` articles of which it is still to be decided."""
        return [row[0] for row in self._database.read("SELECT article FROM amended ORDER BY article LIMIT ?", (limit,))]

    def cited(self, article: int, since: float) -> list[Cited]:
        """Where answers since then cite an article and nothing was told: those that everybody in their channel sees.
        Whoever asked a server in private may have left it since.
        """
        rows = self._database.read(
            'SELECT c.answer, c.n, c.article, c.version, c.start, c."end", s.server, s.channel, s.message'
            " FROM cited c JOIN answers s ON s.id = c.answer JOIN articles a ON a.id = c.article"
            " WHERE c.article = ? AND c.told IS NULL AND s.message IS NOT NULL AND s.private = 0 AND s.at >= ?"
            " AND (s.direct = 0 OR s.server = ?) AND a.server IN (?, s.server) ORDER BY c.answer, c.n",
            (article, since, COMMON, COMMON),
        )
        return [Cited(*row) for row in rows]

    def decided(self, article: int) -> None:
        """There is nothing (more) to tell of an article's newest version."""
        self._database.write("DELETE FROM amended WHERE article = ?", (article,))

    def note(self, answer: int, numbers: tuple[int, ...], now: float) -> None:
        """A correction was told below an answer, or can't be told: of these citations nothing is told any more."""
        sql = f"UPDATE cited SET told = ? WHERE answer = ? AND n IN ({marks(numbers)})"
        self._database.write(sql, (now, answer, *numbers))
