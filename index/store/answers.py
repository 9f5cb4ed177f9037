"""Answers that were shown: the tables `answers`, `cited`, `tried` and `votes`. Moments are aware, in UTC."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from index.kept_answers import KEPT_FOR, KeptAnswer, Votes
from index.store.database import Database, Row
from index.store.moments import EPOCH, from_column, to_column
from index.types import Filters


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """What a citation quotes: places in the text of that version (from 1) of an article, by its row."""

    n: int
    article: int
    version: int
    start: int
    end: int
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class TriedPlace:
    """A passage that was read, by its places in an article's text."""

    article: int
    start: int
    end: int
    cosine: float | None
    by_words: bool
    quotations: int


class Answers:
    """Keeps answers for KEPT_FOR. What an article says is never in these tables, only where it says so."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, kept: KeptAnswer, cited: Sequence[CitedPlace], tried: Sequence[TriedPlace]) -> None:
        """Keep an answer, and forget those that are too old."""
        write, asked_at = self._database.write, _seconds(kept.at)
        with self._database.aside(), self._database.transaction():
            write("DELETE FROM answers WHERE at < ?", (_seconds(kept.at - KEPT_FOR),))
            row = write(
                "INSERT INTO answers (token, server, channel, message, asker, at, direct, private, question, asked)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (kept.token, kept.server, kept.channel, kept.message, kept.asker, asked_at, kept.direct, kept.private,
                 kept.question, _asked(kept)),
            )  # fmt: skip
            self._database.write_many(
                'INSERT INTO cited (answer, n, article, version, start, "end", speaker) VALUES (?, ?, ?, ?, ?, ?, ?)',
                [(row, c.n, c.article, c.version, c.start, c.end, c.speaker) for c in cited],
            )
            self._database.write_many(
                'INSERT INTO tried (answer, place, article, start, "end", cosine, by_words, quotations)'
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (row, place, t.article, t.start, t.end, t.cosine, t.by_words, t.quotations)
                    for place, t in enumerate(tried, 1)
                ],
            )

    def shown(self, token: str, channel: int, message: int) -> None:
        """Note where an answer stands."""
        with self._database.aside():
            self._database.write(
                "UPDATE answers SET channel = ?, message = ? WHERE token = ?", (channel, message, token)
            )

    def of_token(self, token: str, server: int | None, oldest: datetime) -> KeptAnswer | None:
        """The answer of that token which was shown in a server (None: in a direct message), `oldest` or younger."""
        return self._one("token = ?", token, server, oldest)

    def of_message(self, message: int, server: int | None, oldest: datetime) -> KeptAnswer | None:
        """The answer which stands in that message of a server (None: of direct messages), `oldest` or younger."""
        return self._one("message = ?", message, server, oldest)

    def _one(self, where: str, value: object, server: int | None, oldest: datetime) -> KeptAnswer | None:
        place = "direct" if server is None else "NOT direct AND server = ?"
        values = (value, _seconds(oldest), *([] if server is None else [server]))
        rows = self._database.read(f"SELECT * FROM answers WHERE {where} AND at >= ? AND {place} LIMIT 1", values)
        if not rows:
            return None
        cited = self.cited(rows[0]["token"])
        return _kept(rows[0], cited)

    def cited(self, token: str) -> list[CitedPlace]:
        """What an answer quotes, as far as the articles are still there."""
        rows = self._database.read(
            "SELECT c.* FROM cited c JOIN answers a ON a.id = c.answer WHERE a.token = ? ORDER BY c.n", (token,)
        )
        return [CitedPlace(r["n"], r["article"], r["version"], r["start"], r["end"], r["speaker"]) for r in rows]

    def tried(self, token: str) -> list[TriedPlace]:
        """The passages that were read for an answer, as far as the articles are still there."""
        rows = self._database.read(
            "SELECT t.* FROM tried t JOIN answers a ON a.id = t.answer WHERE a.token = ? ORDER BY t.place", (token,)
        )
        return [
            TriedPlace(r["article"], r["start"], r["end"], r["cosine"], bool(r["by_words"]), r["quotations"])
            for r in rows
        ]

    def asked_in(self, member: int, limit: int) -> list[int]:
        """The servers whose articles a member asked lately, the last one first."""
        rows = self._database.read(
            "SELECT server FROM answers WHERE asker = ? AND server != 0 GROUP BY server ORDER BY max(at) DESC LIMIT ?",
            (member, limit),
        )
        return [row["server"] for row in rows]

    def vote(self, token: str, member: int, good: bool) -> None:
        """Keep a member's judgement of an answer, in place of an earlier one."""
        self._database.write(
            "INSERT INTO votes (answer, member, good) SELECT id, ?, ? FROM answers WHERE token = ?"
            " ON CONFLICT (answer, member) DO UPDATE SET good = excluded.good",
            (member, good, token),
        )

    def votes(self, server: int) -> Votes:
        """How the answers that are kept of a server were judged."""
        rows = self._database.read(
            "SELECT coalesce(sum(v.good), 0) AS good, count(*) AS votes FROM votes v JOIN answers a ON a.id = v.answer"
            " WHERE a.server = ?",
            (server,),
        )
        return Votes(rows[0]["good"], rows[0]["votes"] - rows[0]["good"])


def _asked(kept: KeptAnswer) -> str:
    """What is read with an answer and never searched for, as JSON."""
    filters = kept.filters
    return json.dumps(
        {
            "meant": kept.meant,
            "since": to_column(filters.since),
            "before": to_column(filters.before),
            "source": filters.source,
            "speakers": filters.speakers,
            "looked_at": kept.looked_at,
            "note": kept.note,
            "dropped": kept.dropped,
        }
    )


def _kept(row: Row, cited: Sequence[CitedPlace]) -> KeptAnswer:
    asked = json.loads(row["asked"])
    since, before = from_column(asked["since"]), from_column(asked["before"])
    return KeptAnswer(
        token=row["token"],
        server=row["server"],
        channel=row["channel"],
        message=row["message"],
        asker=row["asker"],
        at=EPOCH + timedelta(seconds=row["at"]),
        question=row["question"],
        meant=asked["meant"],
        filters=Filters(row["server"], since, before, asked["source"], tuple(asked["speakers"])),
        speakers=tuple(dict.fromkeys(one.speaker for one in cited if one.speaker)),
        cited=len(cited),
        direct=bool(row["direct"]),
        private=bool(row["private"]),
        looked_at=asked["looked_at"],
        note=asked["note"],
        dropped=asked["dropped"],
    )


def _seconds(moment: datetime) -> float:
    return (moment - EPOCH).total_seconds()
