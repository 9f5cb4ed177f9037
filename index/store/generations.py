"""Generations: which passages answer now, which are being built beside them, and what is swapped by one row."""

from __future__ import annotations

import json

from index.store.database import Database
from index.store.filters import ALIVE
from index.types import COMMON

WAITING = f"p.id > (SELECT coalesce(max(passage), 0) FROM members WHERE generation = ?) AND {ALIVE} AND p.copy = 0"
"""Passages are taken in by number, and a number is never given twice: what waits is above all that was taken in. What
only stands for another passage is never taken in."""


class Generations:
    """The rows `generations`, `live` and `members`. A generation's number is also its folder's name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def live(self) -> int:
        """The generation that answers; 0 before the first one is started."""
        return int(self._database.value("SELECT generation FROM live") or 0)

    def model_of(self, generation: int) -> int:
        """The model whose vectors a generation holds."""
        return int(self._database.value("SELECT model FROM generations WHERE id = ?", (generation,)) or 0)

    def model_name(self, generation: int) -> str:
        """The name of that model."""
        sql = "SELECT m.name FROM generations g JOIN models m ON m.id = g.model WHERE g.id = ?"
        return str(self._database.value(sql, (generation,)))

    def start(self, model: int, now: float) -> int:
        """A new generation to build; the first one is live at once."""
        number = self._database.write("INSERT INTO generations (model, created) VALUES (?, ?)", (model, now))
        self._database.write("INSERT OR IGNORE INTO live (one, generation) VALUES (1, ?)", (number,))
        return number

    def swap(self, generation: int) -> None:
        """Let this generation answer from now on."""
        self._database.write("UPDATE live SET generation = ?", (generation,))

    def others(self, generation: int) -> list[int]:
        """Every generation but this one."""
        return [row[0] for row in self._database.read("SELECT id FROM generations WHERE id <> ?", (generation,))]

    def forget(self, generation: int) -> None:
        """Drop the row of a generation and what its vector index held."""
        self._database.write("DELETE FROM members WHERE generation = ?", (generation,))
        self._database.write("DELETE FROM generations WHERE id = ?", (generation,))

    def forget_members(self, generation: int) -> None:
        """The vector index of a generation is gone: everything has to be put in again."""
        self._database.write("DELETE FROM members WHERE generation = ?", (generation,))

    def waiting(self, generation: int, limit: int) -> list[int]:
        """Up to `limit` passages alive in a generation that its vector index does not hold yet, by number."""
        sql = f"SELECT p.id FROM passages p WHERE {WAITING} ORDER BY p.id LIMIT ?"
        return [row[0] for row in self._database.read(sql, (generation, generation, generation, limit))]

    def waiting_count(self, generation: int, server: int | None = None) -> int:
        """How many passages `waiting` would name in all, or of what one server may see."""
        sql = f"SELECT count(*) FROM passages p WHERE {WAITING} AND (? IS NULL OR p.server IN (?, ?))"
        return int(self._database.value(sql, (generation, generation, generation, server, server, COMMON)))

    def gone(self, generation: int, limit: int) -> list[int]:
        """Up to `limit` passages that the vector index of a generation holds and no longer should."""
        sql = "SELECT passage FROM members WHERE generation = ? AND gone LIMIT ?"
        return [row[0] for row in self._database.read(sql, (generation, limit))]

    def member_count(self, generation: int) -> int:
        """How many passages the vector index of a generation holds, as far as it has said so."""
        return int(self._database.value("SELECT count(*) FROM members WHERE generation = ?", (generation,)))

    def held(self, generation: int) -> str:
        """What identifies what the vector index of a generation holds, as far as it has said so."""
        sql = (
            "SELECT (SELECT created FROM generations WHERE id = ?1)"
            " || ' ' || count(*) || ' ' || coalesce(max(passage), 0) FROM members WHERE generation = ?1"
        )
        return str(self._database.value(sql, (generation,)))

    def strangers(self, passage_ids: list[int]) -> list[int]:
        """Those of the numbers that are no passage's any more and that no vector index is said to hold."""
        sql = (
            "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM passages)"
            " AND value NOT IN (SELECT passage FROM members)"
        )
        return [row[0] for row in self._database.read(sql, (json.dumps(passage_ids),))]

    def waits_for_vectors(self, generation: int, model: int) -> bool:
        """Whether a passage waits for which no vector of this model is kept."""
        sql = (
            f"SELECT 1 FROM passages p WHERE {WAITING} AND NOT EXISTS"
            " (SELECT 1 FROM vectors e WHERE e.model = ? AND e.digest = p.digest) LIMIT 1"
        )
        return bool(self._database.value(sql, (generation, generation, generation, model)))

    def joined(self, generation: int, passage_ids: list[int]) -> None:
        """The vector index of a generation now holds these passages."""
        rows = [(generation, number) for number in passage_ids]
        self._database.write_many("INSERT OR IGNORE INTO members (generation, passage) VALUES (?, ?)", rows)

    def left(self, generation: int, passage_ids: list[int]) -> None:
        """The vector index of a generation no longer holds these passages."""
        rows = [(generation, number) for number in passage_ids]
        self._database.write_many("DELETE FROM members WHERE generation = ? AND passage = ?", rows)
