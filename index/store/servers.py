"""What each server decided, how much it asked today, what its audit channel was told, and whether the bot is there."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import timedelta
from typing import Any, TypeVar

from index.errors import QuotaSpent
from index.reports import AuditEntry
from index.servers import Quota, Right, ServerSettings
from index.store.audit import audit_entry
from index.store.database import Database
from index.store.moments import EPOCH
from index.store.spending import DAY

T = TypeVar("T")


class Servers:
    """The tables `servers` and `asked`. Moments are given as seconds since 1970.

    All settings are in memory, and a lookup waits for nothing: rights are checked before a command may be acknowledged,
    for which Discord grants three seconds, however busy the worker is. Another process can't change them meanwhile.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._settings: dict[int, ServerSettings] = {}
        self.load()

    def load(self) -> None:
        """Take what is stored into memory: due when something was changed, once that is committed."""
        rows = self._database.read("SELECT server, settings FROM servers")
        self._settings = {row["server"]: read_settings(row["settings"]) for row in rows}

    def settings(self, server: int) -> ServerSettings:
        """What a server decided; the defaults where it never did. The one call that any thread may make."""
        return self._settings.get(server) or ServerSettings()

    def change(self, server: int, settings: ServerSettings) -> None:
        """Store what a server decided; `load` makes it count. A new audit channel is told what happens from here on."""
        self._database.write(
            "INSERT INTO servers (server, settings) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET settings = excluded.settings",
            (server, written(settings)),
        )
        if settings.audit_channel != self.settings(server).audit_channel:
            newest = "(SELECT coalesce(max(id), 0) FROM audit)" if settings.audit_channel else "NULL"
            self._database.write(f"UPDATE servers SET told = {newest} WHERE server = ?", (server,))

    def untold(self, limit: int) -> dict[int, tuple[AuditEntry, ...]]:
        """Up to `limit` of the oldest audit entries that audit channels have yet to be told, by server; they count as
        told from here on: what a gone channel misses stays in the log.
        """
        rows = self._database.read(
            "SELECT a.* FROM servers s JOIN audit a ON a.server = s.server AND a.id > s.told ORDER BY a.id LIMIT ?",
            (limit,),
        )
        told: dict[int, tuple[AuditEntry, ...]] = {}
        for row in rows:
            told[row["server"]] = (*told.get(row["server"], ()), audit_entry(row))
        self._database.write_many(
            "UPDATE servers SET told = ? WHERE server = ?", [(row["id"], row["server"]) for row in rows]
        )
        return told

    def present(self, servers: Collection[int], now: float) -> None:
        """Note in which servers the bot is, all of them: from those where it was and is not it is gone since `now`."""
        here = json.dumps(sorted(servers))
        with self._database.transaction():
            self._database.write("INSERT OR IGNORE INTO servers (server) SELECT value FROM json_each(?)", (here,))
            self._database.write(
                "UPDATE servers SET left = CASE WHEN server NOT IN (SELECT value FROM json_each(?))"
                " THEN coalesce(left, ?) END",
                (here, now),
            )

    def came(self, server: int) -> None:
        """Note that the bot is in a server, be it again."""
        self._database.write("INSERT INTO servers (server) VALUES (?) ON CONFLICT DO UPDATE SET left = NULL", (server,))

    def went(self, server: int, now: float) -> None:
        """Note that the bot was removed from a server."""
        self._database.write(
            "INSERT INTO servers (server, left) VALUES (?, ?) ON CONFLICT DO UPDATE SET left = coalesce(left, ?)",
            (server, now, now),
        )

    def gone_since(self, before: float) -> tuple[int, ...]:
        """The servers from which the bot was removed by then, and never came back."""
        rows = self._database.read("SELECT server FROM servers WHERE left <= ? ORDER BY server", (before,))
        return tuple(row["server"] for row in rows)

    def quota(self, server: int, now: float) -> Quota:
        """What is left of today's questions."""
        sql = "SELECT questions FROM asked WHERE server = ? AND day = ?"
        asked = int(self._database.value(sql, (server, int(now // DAY))) or 0)
        limit = self.settings(server).daily_questions
        return Quota(max(0, limit - asked), limit, EPOCH + timedelta(seconds=(now // DAY + 1) * DAY))

    def count(self, server: int, now: float) -> Quota:
        """Count one question; QuotaSpent where none is left. Days gone by are forgotten."""
        before = self.quota(server, now)
        if not before.left:
            raise QuotaSpent(before.limit, before.again)
        with self._database.aside(), self._database.transaction():
            self._database.write("DELETE FROM asked WHERE day < ?", (int(now // DAY) - 1,))
            self._add(server, 1, now)
        return Quota(before.left - 1, before.limit, before.again)

    def give_back(self, server: int, now: float) -> None:
        """Take one question of the day of `now` back."""
        with self._database.aside():
            self._add(server, -1, now)

    def _add(self, server: int, questions: int, now: float) -> None:
        self._database.write(
            "INSERT INTO asked (server, day, questions) VALUES (?, ?, max(?, 0))"
            " ON CONFLICT DO UPDATE SET questions = max(questions + ?, 0)",
            (server, int(now // DAY), questions, questions),
        )


def written(settings: ServerSettings) -> str:
    """Pure: settings as they are kept."""
    return json.dumps(
        {
            "channels": sorted(settings.channels),
            "roles": {right.verb: sorted(roles) for right, roles in settings.roles.items() if roles},
            "audit_channel": settings.audit_channel,
            "language_model": settings.language_model,
            "daily_tokens": settings.daily_tokens,
            "daily_questions": settings.daily_questions,
        }
    )


def read_settings(text: str) -> ServerSettings:
    """Pure: what is kept as settings; what another version wrote and this one does not know is left at its default."""
    try:
        kept = json.loads(text)
    except ValueError:
        kept = None
    if not isinstance(kept, dict):
        return ServerSettings()
    default, roles = ServerSettings(), kept.get("roles")
    named = {right: _numbers(roles.get(right.verb)) for right in Right} if isinstance(roles, dict) else {}
    model = kept.get("language_model")
    return ServerSettings(
        channels=_numbers(kept.get("channels")),
        roles={right: numbers for right, numbers in named.items() if numbers},
        audit_channel=_number(kept.get("audit_channel"), None),
        language_model=model if isinstance(model, bool) else default.language_model,
        daily_tokens=_number(kept.get("daily_tokens"), None),
        daily_questions=_number(kept.get("daily_questions"), default.daily_questions),
    )


def _number(given: Any, otherwise: T) -> int | T:
    return given if isinstance(given, int) and not isinstance(given, bool) and given >= 0 else otherwise


def _numbers(given: Any) -> frozenset[int]:
    return frozenset(one for one in given if _number(one, None) is not None) if isinstance(given, list) else frozenset()
