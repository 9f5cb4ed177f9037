"""Finds a server's own articles by what somebody types of a title."""

from __future__ import annotations

from index.store.database import Database
from index.store.rows import STORED, stored
from index.types import StoredArticle


def owned(database: Database, server: int, typed: str, limit: int) -> list[StoredArticle]:
    """A server's own articles whose title holds what was typed, those added last first; ASCII case is folded."""
    escaped = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    sql = f"{STORED} WHERE a.server = ? AND v.title LIKE ? ESCAPE '\\' ORDER BY a.id DESC LIMIT ?"
    return [stored(row) for row in database.read(sql, (server, f"%{escaped}%", limit))]
