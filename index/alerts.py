"""What is told unasked: what a member follows, a channel's digest, the stories of both, corrections. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from index.revisions import Edit
from index.types import Citation

DAY_MINUTES = 24 * 60


class FollowKind(StrEnum):
    """What is followed: matters by their words and meaning, a person's quotations, or the answers to a question."""

    TOPIC = "topic"
    SPEAKER = "speaker"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `start` to `end`, minutes of a day that is `offset` minutes ahead of UTC, nothing is told."""

    start: int
    end: int
    offset: int = 0

    def hold(self, moment: datetime) -> bool:
        """Whether a moment is among them; where they begin as they end, no moment is."""
        local = moment.astimezone(UTC) + timedelta(minutes=self.offset)
        minute = local.hour * 60 + local.minute
        return (minute - self.start) % DAY_MINUTES < (self.end - self.start) % DAY_MINUTES


@dataclass(frozen=True, slots=True)
class Follow:
    """What `member` of `server` follows. `channel` is where it is told, None in a direct message.

    `token` names it on buttons; `paused` is why nothing is told of it any more, a clause.
    """

    id: int
    token: str
    server: int
    member: int
    channel: int | None
    kind: FollowKind
    words: str
    created: datetime
    quiet: QuietHours | None = None
    paused: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One event as it is told: a quotation of one of its articles, and who else reports it.

    `articles` are the rows of all its articles, `outlets` theirs, `origins` who wrote for themselves or the wire
    services behind them; `newest` is when the last of them was published, or came where none says when.
    """

    citation: Citation
    articles: tuple[int, ...]
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    newest: datetime


@dataclass(frozen=True, slots=True)
class Alert:
    """One message for one follow: its new stories, and how many more there are. `ids` and `nonce` are the index's."""

    follow: Follow
    stories: tuple[Story, ...]
    left_out: int
    ids: tuple[int, ...]
    nonce: str


class Every(StrEnum):
    """How often a digest comes."""

    DAY = "day"
    WEEK = "week"

    @property
    def length(self) -> timedelta:
        """The time between two of them."""
        return timedelta(days=1 if self is Every.DAY else 7)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When a digest comes: at `minute` of a day, or of each `weekday` (0 is Monday), `offset` minutes ahead of UTC."""

    every: Every
    minute: int
    offset: int = 0
    weekday: int = 0

    def after(self, moment: datetime) -> datetime:
        """The first time after a moment, in UTC."""
        ahead = timedelta(minutes=self.offset)
        local = moment.astimezone(UTC) + ahead
        midnight = datetime.combine(local.date(), time(), UTC)
        days = 0 if self.every is Every.DAY else (self.weekday - local.weekday()) % 7
        due = midnight + timedelta(days=days, minutes=self.minute)
        return (due if due > local else due + self.every.length) - ahead


@dataclass(frozen=True, slots=True)
class Digest:
    """A channel's digest: it comes next at `due` and then tells what came after `since`; `paused` as of a follow."""

    id: int
    server: int
    channel: int
    rhythm: Rhythm
    since: datetime
    due: datetime
    paused: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """What a digest holds this time. `nonce` is the same for the same time it was due."""

    digest: Digest
    stories: tuple[Story, ...]
    until: datetime
    nonce: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """How a new version of an article changes what an answer cited as `[n]`: its words, or a number or a name beside
    them. `gone` says that the passage is not in the article any more; `edits` are then what was cited."""

    n: int
    title: str
    outlet: str
    url: str | None
    edits: tuple[Edit, ...]
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to be told below an answer, which is `message` in `channel`."""

    answer: int
    server: int
    channel: int
    message: int
    amendments: tuple[Amendment, ...]
    nonce: str
