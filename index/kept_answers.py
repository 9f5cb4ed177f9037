"""An answer that was shown, as it is kept for its buttons, follow-ups and corrections. Values only.

No word of an article is kept with it: what it quoted is kept as places, so that an article that is taken down is gone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from index.types import Exchange, Filters

KEPT_FOR = timedelta(days=30)
"""A question says what somebody wanted to know, so it is not kept for ever; a month is longer than people come back to
an answer, and longer than outlets take to correct what they published."""


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """One answer that was shown. `token` names it and can't be guessed.

    `server` is whose articles it was found in, `channel` and `message` are where it stands (None until it is sent),
    `direct` whether that is a direct message. `private` answers are seen by `asker` alone. `meant` is the question as
    it stands alone, `filters` what it was asked with, `speakers` are who was quoted, `cited` how many citations it has.
    """

    token: str
    server: int
    channel: int
    message: int | None
    asker: int
    at: datetime
    question: str
    meant: str
    filters: Filters
    speakers: tuple[str, ...] = ()
    cited: int = 0
    direct: bool = False
    private: bool = False
    looked_at: str | None = None
    note: str | None = None
    dropped: int = 0
    """Sentences of a language model that nothing proved."""

    @property
    def exchange(self) -> Exchange:
        """What a follow-up is understood from."""
        return Exchange(self.meant, self.speakers)


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """What one citation of a kept answer quotes, in its paragraph: `before`, `quote` and `after` follow each other.

    `of` is how many citations the answer has. The article is the version that was quoted.
    """

    n: int
    of: int
    title: str
    outlet: str
    url: str | None
    link: str | None
    published: datetime | None
    speaker: str | None
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class TriedPassage:
    """A passage that was read for a kept answer, in the order in which it was read.

    `cosine` (-1..1) and `by_words` say which search found it; `quotations` counts the direct quotations in it, and
    `cited` are the numbers of the citations that were taken from it.
    """

    title: str
    outlet: str
    url: str | None
    published: datetime | None
    cosine: float | None
    by_words: bool
    quotations: int
    cited: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Votes:
    """How members judged the answers that are kept of a server."""

    good: int = 0
    bad: int = 0
