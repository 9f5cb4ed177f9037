"""The values that travel through Verbatim, each named for its stage; no behaviour beyond what follows from the values.

`Page` (fetched) -> `Article` (extracted) -> `Passage` (cut) -> `Hit` (found) -> `Citation` (quoted) -> `Answer`.
Every offset is in characters (Unicode code points) into the stored text of one article version.
Every moment is an aware datetime in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

COMMON = 0
"""The server number of what every server may read: the starter articles and what the operator adds."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as extracted, before it is stored.

    `outlet` is who published it. `published` is None where the page names no date; `has_time` says whether
    it gave a time of day as well. `given_id` is an identifier that came with the article and is kept.
    `language` is that of the text (ISO 639-1, "en"), None where it is not known. `agency` is the wire service that
    byline, place line or credit line name ("Reuters").
    """

    title: str
    outlet: str
    text: str
    url: str | None = None
    author: str | None = None
    published: datetime | None = None
    has_time: bool = False
    given_id: str | None = None
    language: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """The current version of a stored article. `key` is its row, `article_id` the identifier that people see.

    `origin` is the row of the article that this one is a near copy of. `revision` counts the article's versions up to
    this one, from 1.
    """

    key: int
    version: int
    article_id: str
    server: int
    source: str
    article: Article
    origin: int | None = None
    revision: int = 1

    @property
    def cluster(self) -> int:
        """The row that an article and its near copies share: that of their origin."""
        return self.key if self.origin is None else self.origin


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of an article's text: `text == article.text[start:end]`, at most 200 words."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """One direct quotation in an article's text, found when the article was built.

    `spans` are the offsets of the quoted words with their marks; a split quotation ("..." he said, "...") has several.
    `speaker` is the fullest name the article gives them (None where nobody is named), `cue` the verb of saying,
    `resolved` whether the name was found from a pronoun or a shorter name, `role` what the text calls them
    ("Kremlin spokesman").
    """

    spans: tuple[tuple[int, int], ...]
    speaker: str | None = None
    cue: str | None = None
    resolved: bool = False
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """What a question may look at: `since` inclusive, `before` exclusive, `source` an outlet's or a source's name.

    `server` sees its own articles and those of `COMMON`. Where there are `speakers`, only passages with direct
    quotations of one of them, each named as the articles name them. `articles` are the rows of the only ones to look
    at, where it is given.
    """

    server: int = COMMON
    since: datetime | None = None
    before: datetime | None = None
    source: str | None = None
    speakers: tuple[str, ...] = ()
    articles: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with the article it is cut from.

    `cosine` (-1..1) and `keyword` (BM25, larger is better) are None where that search did not return it;
    `score` orders hits, larger is better, and means nothing across questions.
    """

    passage_id: int
    stored: StoredArticle
    passage: Passage
    cosine: float | None = None
    keyword: float | None = None
    score: float = 0.0
    quotations: tuple[Quotation, ...] = ()
    """The article's direct quotations that overlap the passage; filled in for hits that may be quoted."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Sentences chosen from a hit: `text == article.text[start:end]`; `speaker` and `role` as the article has them."""

    hit: Hit
    start: int
    end: int
    text: str
    speaker: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A quotation with who said it, who reported it, when, and a link that opens at it (None without an address).

    `version` says which version of the article `start` and `end` are places in, from 1. `copies` are the other outlets
    that carry the same words in a near copy; `origin` is who is behind all of them: the wire service (`agency`) or else
    the outlet whose text it is.
    """

    n: int
    article_id: str
    title: str
    outlet: str
    url: str | None
    published: datetime | None
    has_time: bool
    speaker: str | None
    quote: str
    start: int
    end: int
    link: str | None
    version: int = 1
    agency: str | None = None
    origin: str = ""
    copies: tuple[str, ...] = ()
    role: str | None = None
    """What the article calls the speaker ("Kremlin spokesman")."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one outlet says: `claim` are the words in which it differs, as they stand in `citation.quote`."""

    claim: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Outlets that are no copies of each other give different numbers or dates for one thing; the oldest side first.

    `about` is the thing, in the articles' words ("people killed"). Each side has a citation of its own; where an
    answer quotes the same words, it has that citation's number.
    """

    about: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was asked before, as a question that stands alone, and who was quoted in the answer, the first one first."""

    question: str
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Searched:
    """What a question looked through: how many articles, and the dates of the oldest and newest of them."""

    articles: int
    oldest: datetime | None
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question. `found` is False exactly where `citations` is empty; `ms` is the time it took."""

    question: str
    found: bool
    text: str
    citations: tuple[Citation, ...]
    hits: tuple[Hit, ...]
    searched: Searched
    ms: float
    looked_at: str | None = None
    """The days and outlets that the question was understood to name, in one line, and where was looked first."""
    understood: str | None = None
    """A follow-up as the question it was taken for; None where the question stood alone."""
    lead: str | None = None
    """What a language model wrote of the citations, each sentence checked and with its `[n]`; None without one."""
    note: str | None = None
    """Why there is no lead where one was to be expected, as a sentence for whoever asked."""
    disagreements: tuple[Disagreement, ...] = ()
    """Where what was found gives other numbers or dates than what is quoted, side by side."""
    stale: str | None = None
    """A sentence that warns where the newest evidence is older than the question implies."""
    dropped: int = 0
    """How many sentences of a language model are not in the lead because nothing proves them."""

    @property
    def as_of(self) -> datetime | None:
        """The date of the newest evidence quoted, None where it has none; where nothing was found, that of the newest
        article searched.
        """
        dates = [c.published for c in self.citations if c.published]
        return max(dates, default=None) if self.citations else self.searched.newest

    @property
    def outlets(self) -> tuple[str, ...]:
        """Every outlet that carries words quoted here, itself or in a copy, in the order of the citations."""
        return tuple(dict.fromkeys(name for c in self.citations for name in (c.outlet, *c.copies)))

    @property
    def origins(self) -> tuple[str, ...]:
        """Who is behind those outlets: wire services, and outlets that wrote for themselves."""
        return tuple(dict.fromkeys(c.origin or c.outlet for c in self.citations))
