"""What goes wrong with getting an article: its address, its host, its bytes, its file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from index.errors.roots import CallError, WorkError


class UnreadableFile(CallError):
    """A file that is not there or may not be read."""

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path, self.reason = Path(path), reason
        super().__init__(f"{path}: {reason}")


class GatherError(WorkError):
    """An article could not be had. `where` is the address, file or line; `reason` a clause that says why."""

    def __init__(self, where: str, reason: str) -> None:
        self.where, self.reason = where, reason
        super().__init__(f"{where}: {reason}")


class AddressRefused(GatherError):
    """An address that may not be fetched: not http(s), another port, or not on the public internet.

    `onward` is the address it redirects to, where that one is what may not be fetched.
    """

    def __init__(self, where: str, reason: str, onward: str | None = None) -> None:
        self.onward = onward
        super().__init__(where, f"it redirects to {onward}: {reason}" if onward else reason)


class RobotsRefused(GatherError):
    """An address that its host's robots.txt asks programs not to read, or whose robots.txt could not be read."""


class NotNow(GatherError):
    """An address whose host asked to wait; it is not asked again before `until` (aware, UTC)."""

    def __init__(self, where: str, until: datetime) -> None:
        self.until = until
        super().__init__(where, f"its host asked to wait until {until:%Y-%m-%d %H:%M:%S} UTC")


class FetchFailed(GatherError):
    """Nothing usable came back.

    `status` is the HTTP status, None where there was no answer; `retry_after` that header as sent.
    """

    def __init__(self, where: str, reason: str, status: int | None = None, retry_after: str | None = None) -> None:
        self.status, self.retry_after = status, retry_after
        super().__init__(where, reason)


class TooLarge(GatherError):
    """More bytes than are read; `limit` is in bytes."""

    def __init__(self, where: str, limit: int) -> None:
        self.limit = limit
        super().__init__(where, f"it is larger than {limit / 1_000_000:.0f} MB")


class NotAListing(GatherError):
    """Bytes in which no feed, sitemap or list of pages was found, or a site where none is."""


class TakenDown(GatherError):
    """An article that was removed; its address may not come back until somebody allows it again."""

    def __init__(self, where: str) -> None:
        super().__init__(where, f"it was taken down here and stays away until the operator allows it: allow {where}")


class NotAnArticle(GatherError):
    """Bytes or a record in which no article was found."""
