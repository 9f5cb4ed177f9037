"""Everything that can go wrong, as one tree; each error carries the data, each door owns the words it shows.

VerbatimError
├── CallError                what was asked can't be done as asked (exit code 2)
│   ├── SettingsError        a setting is missing or wrong
│   ├── QuestionError        an empty or too long question
│   ├── QuotationError       no text, or too much, to check the quotations of
│   ├── SearchError          no word, or too many, to search for
│   ├── NoDate               a text that was to be a date
│   ├── UnknownArticle       no article of that identifier here
│   ├── UnknownSource        no source of that name here
│   ├── UnknownSpeaker       nobody of that name is quoted here
│   ├── NotKept              an answer that is not kept here (any more)
│   ├── FollowWords          nothing, or too much, to follow
│   ├── FollowExists         that is followed there already
│   ├── TooManyFollows       a member or a server follows as much as it may
│   ├── UnknownFollow        nothing is followed by that name (any more)
│   ├── TooManyDigests       a server has as many digests as it may
│   ├── NoDigest             a channel without a digest
│   ├── NoHours              a text that was to be a time of day, or hours of it
│   ├── NotTakenDown         an address that may come back as it is
│   ├── SourceExists         that address is a source here already
│   ├── NothingToRead        a source without an address
│   ├── QuotaSpent           a server's questions of the day are used up
│   └── UnreadableFile       a file that is not there or may not be read
└── WorkError                what was asked was tried and failed (exit code 1)
    ├── IndexInUse           another process works on the data folder
    ├── StoreError           the data folder can't be read or written
    ├── ModelError           a model can't be loaded
    ├── JobRunning           a reindex or a reading is under way already
    ├── JobCancelled         a reindex or a reading was cancelled
    └── GatherError          an article could not be had
        ├── AddressRefused   an address that may not be fetched
        ├── RobotsRefused    an address that its host asks programs not to read
        ├── NotNow           an address whose host asked to wait
        ├── FetchFailed      nothing usable came back from an address
        ├── TooLarge         more bytes than are read
        ├── NotAListing      bytes with no feed, sitemap or list of pages in them
        ├── TakenDown        an article that was removed and may not come back
        └── NotAnArticle     bytes or a record with no article in them

`str(error)` is one line for the operator: what was wrong, where, and what to do.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path


class VerbatimError(Exception):
    """The root; `exit_code` is what the operator's door ends with."""

    exit_code = 1


class CallError(VerbatimError):
    """What was asked can't be done as asked."""

    exit_code = 2


class SettingsError(CallError):
    """A setting is missing or wrong; the message names it and what it should be."""


class QuestionError(CallError):
    """A question that can't be answered as it stands. `length` and `limit` are in characters."""

    def __init__(self, length: int, limit: int) -> None:
        self.length, self.limit = length, limit
        wrong = "is empty" if length == 0 else f"has {length:,} characters"
        super().__init__(f"the question {wrong}: ask one of 1 to {limit:,} characters")


class QuotationError(CallError):
    """A text whose quotations can't be checked as it stands. `length` and `limit` are in characters."""

    def __init__(self, length: int, limit: int) -> None:
        self.length, self.limit = length, limit
        wrong = "is empty" if length == 0 else f"has {length:,} characters"
        super().__init__(f"the text to check {wrong}: give one of 1 to {limit:,} characters")


class SearchError(CallError):
    """Words that can't be searched for as they stand. `length` and `limit` are in characters."""

    def __init__(self, length: int, limit: int) -> None:
        self.length, self.limit = length, limit
        wrong = f"has {length:,} characters" if length > limit else "has no word in it"
        super().__init__(f"the search {wrong}: give words of 1 to {limit:,} characters")


class NoDate(CallError):
    """A text that was to be a date."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"«{text}» is no date: write it as 2025-01-31")


class UnknownArticle(CallError):
    """No article of that identifier (or address) is stored here."""

    def __init__(self, article_id: str) -> None:
        self.article_id = article_id
        super().__init__(f"no article «{article_id}» here: give an article_id or an address as `ask --json` prints it")


class UnknownSource(CallError):
    """No source or outlet of that name is stored here; `known` are some that are."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name, self.known = name, known
        there = f"known: {', '.join(known)}" if known else "nothing has been added yet"
        super().__init__(f"no source or outlet «{name}» here ({there})")


class UnknownSpeaker(CallError):
    """Nobody of that name is quoted in what may be read here."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"nobody called «{name}» is quoted here: give a last or a full name")


class NotKept(CallError):
    """An answer that is not kept here: too old, or shown elsewhere. `days` is how long answers are kept."""

    def __init__(self, days: int) -> None:
        self.days = days
        super().__init__(f"that answer is not kept here (any more): answers are kept for {days} days")


class FollowWords(CallError):
    """Words that can't be followed as they stand. `length` and `limit` are in characters."""

    def __init__(self, length: int, limit: int) -> None:
        self.length, self.limit = length, limit
        wrong = "there is nothing to follow" if length == 0 else f"what is to be followed has {length:,} characters"
        super().__init__(f"{wrong}: give 1 to {limit:,}")


class FollowExists(CallError):
    """That is followed there already."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__(f"«{words}» is followed there already")


class TooManyFollows(CallError):
    """As much is followed as may be: by a member in a server (`of_member`), or in a server by all."""

    def __init__(self, limit: int, of_member: bool) -> None:
        self.limit, self.of_member = limit, of_member
        who = "a member" if of_member else "a server"
        super().__init__(f"{who} may follow {limit:,} things: end one first")


class UnknownFollow(CallError):
    """Nothing is followed by that name (any more)."""

    def __init__(self) -> None:
        super().__init__("that is not followed (any more)")


class TooManyDigests(CallError):
    """A server has as many digests as it may."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(f"a server may have {limit} digests: switch one off first")


class NoDigest(CallError):
    """A channel without a digest."""

    def __init__(self) -> None:
        super().__init__("that channel has no digest")


class NoHours(CallError):
    """A text that was to be a time of day (`wanted` says which form), hours, or a difference to UTC."""

    def __init__(self, text: str, wanted: str) -> None:
        self.text, self.wanted = text, wanted
        super().__init__(f"«{text}» should be written like {wanted}")


class NotTakenDown(CallError):
    """An address, or an identifier, that was not taken down here: nothing keeps it from coming back."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(f"«{address}» was not taken down here: nothing keeps it from coming back")


class SourceExists(CallError):
    """An address that is a source of this server already, under `name`."""

    def __init__(self, address: str, name: str) -> None:
        self.address, self.name = address, name
        super().__init__(f"{address} is a source here already: «{name}»")


class NothingToRead(CallError):
    """A source that has no address: its articles were handed in."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"the source «{name}» has no address to be read: its articles were handed in")


class QuotaSpent(CallError):
    """A server has asked its `limit` of questions today; its count starts anew at `again` (aware, UTC)."""

    def __init__(self, limit: int, again: datetime) -> None:
        self.limit, self.again = limit, again
        super().__init__(f"this server's {limit:,} questions of today are used up: ask again from {again:%H:%M} UTC on")


class UnreadableFile(CallError):
    """A file that is not there or may not be read."""

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path, self.reason = Path(path), reason
        super().__init__(f"{path}: {reason}")


class WorkError(VerbatimError):
    """What was asked was tried and failed."""


class IndexInUse(WorkError):
    """Another process works on the data folder; two on one folder would lose vectors."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        super().__init__(
            f"{data_dir} is in use by another Verbatim process: stop that one first, or set DATA_DIR to another folder"
        )


class StoreError(WorkError):
    """The data folder can't be read or written; the message says which file and what to do."""


class ModelError(WorkError):
    """The embedding model or the rerank model can't be loaded or is not what it should be."""


class JobRunning(WorkError):
    """A reindex is under way already: a server has one at a time. `source` is what it rebuilds, None: everything."""

    def __init__(self, source: str | None = None) -> None:
        self.source = source
        what = f"a reindex of «{source}»" if source else "a reindex"
        super().__init__(f"{what} is running already: wait for it to end, or cancel it")


class JobCancelled(WorkError):
    """A job was cancelled. `reading` is the source whose reading it was, None for a reindex."""

    def __init__(self, reading: str | None = None) -> None:
        self.reading = reading
        super().__init__(
            "the reindex was cancelled: the passages from before it go on answering"
            if reading is None
            else f"the reading of «{reading}» was cancelled: what it had added until then stays"
        )


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
        super().__init__(where, f"it was taken down here; to lift that: allow {where}")


class NotAnArticle(GatherError):
    """Bytes or a record in which no article was found."""
