"""What a page says about itself: title, author, outlet and date from JSON-LD, OpenGraph, other meta tags, its lines.

Pure: works on a `Head`, the plain values that `extract` reads out of the markup; what is stated nowhere stays None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any

from index.gather.bylines import ROLE, authors, is_outlet, seen_authors
from index.gather.dates import Dated, page_date
from index.gather.headlines import same_title, without_outlet
from index.gather.json_ld import Stated, articles, fact, named
from index.gather.labels import Labels
from index.gather.published import publication
from index.gather.wording import one_line

AUTHOR_NAMES = (
    *("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator"),
    *("dc.contributor", "citation_author", "cxenseparse:author", "cse_author", "article.author", "authors"),
)
OUTLET_NAMES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "article:publisher",
    "cre",
    "cxenseparse:recs:publisher",
)
TITLE_NAMES = ("og:title", "twitter:title", "headline", "parsely-title", "sailthru.title", "dc.title", "title")
DATE_NAMES = (
    *("article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date"),
    *("sailthru.date", "publishdate", "publish-date", "publish_date", "pubdate", "pub_date", "og:pubdate"),
    *("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date"),
    *("article.published", "date.issued", "date.release", "cxenseparse:recs:publishtime", "citation_publication_date"),
    *("og:datepublished", "datecreated", "created", "published", "date"),
)
ADDRESS = re.compile(r"https?://|^www\.|^@|^/")
TAG = re.compile(r"<[^>]{0,200}>")
SLOGAN = re.compile(r"\s+[|–—-]\s.*$")
MOST_OWN = 2
"""Articles in a page's JSON-LD; more of them, none by a headline of the page, are a list of others."""


NO_LABELS = Labels()


@dataclass(frozen=True, slots=True)
class Head:
    """Plain values of a page's markup.

    `metas` maps names in lower case (of name, property and itemprop) to their first content, those of authors to all,
    divided by semicolons; `scripts` are the JSON-LD blocks as text, `canonical` is the rel=canonical address as
    written, `headings` the texts of the <h1> elements, `title` that of <title>, `languages` those the page declares,
    `labels` its lines that may name the author and the day.
    """

    metas: Mapping[str, str]
    scripts: tuple[str, ...] = ()
    canonical: str | None = None
    headings: tuple[str, ...] = ()
    title: str = ""
    languages: tuple[str, ...] = ()
    labels: Labels = NO_LABELS


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states about its article.

    `is_article` says whether it calls itself one, `free` whether everybody may read it (None: it does not say),
    `languages` are those it names, in the order of belief.
    """

    title: str | None
    author: str | None
    outlet: str | None
    published: datetime | None
    has_time: bool
    is_article: bool
    free: bool | None = None
    languages: tuple[str, ...] = ()


def describe(head: Head, now: datetime, address: str | None = None) -> Metadata:
    """What the page states `now`: JSON-LD before meta tags, what is written for machines before what readers see."""
    described = articles(head.scripts)
    stated = of_this_page(described, head)
    outlet = stated_outlet(stated, head)
    published = stated_date(stated, head, now, address)
    free = fact(stated, "isAccessibleForFree")
    languages = [*named(fact(stated, "inLanguage")), *head.languages]
    return Metadata(
        title=stated_title(stated, head, outlet),
        author=stated_author(stated, head, outlet),
        outlet=outlet,
        published=published.moment if published else None,
        has_time=published is not None and published.has_time,
        is_article=bool(stated) or head.metas.get("og:type", "").lower() == "article",
        free=None if free is None else str(free).lower() not in ("false", "no", "http://schema.org/false"),
        languages=tuple(languages),
    )


def of_this_page(described: list[Stated], head: Head) -> list[Stated]:
    """Those of the articles in a page's JSON-LD that are its own: by their headline, else the first."""
    titles = [*head.headings, head.metas.get("og:title", ""), head.title]
    own = [one for one in described if any(same_title(text_of(one.get("headline")), title) for title in titles)]
    return own or (described[:1] if len(described) <= MOST_OWN else [])


def stated_outlet(stated: list[Stated], head: Head) -> str | None:
    """The outlet's name without its slogan."""
    publishers = named(fact(stated, "publisher"))
    found = first_name([*map(head.metas.get, OUTLET_NAMES), *publishers])
    return found and SLOGAN.sub("", found)


def stated_title(stated: list[Stated], head: Head, outlet: str | None) -> str | None:
    """The headline as readers see it, where one of the page's is the stated one; else the stated one.

    Without the outlet's name, which many pages append.
    """
    candidates = [fact(stated, "headline"), fact(stated, "name"), *map(head.metas.get, TITLE_NAMES)]
    candidates += [*head.headings] if len(head.headings) == 1 else []
    found = first_name([*candidates, head.title])
    if found is None:
        return None
    seen = next((heading for heading in map(one_line, head.headings) if same_title(heading, found)), None)
    return without_outlet(seen or found, outlet)


def stated_author(stated: list[Stated], head: Head, outlet: str | None) -> str | None:
    """Who wrote it: persons that are stated, else those a line names, else the organisation that is stated."""
    author = fact(stated, "author", "creator")
    machine = [authors(named(author), outlet)]
    machine += [authors([head.metas[name]], outlet) for name in AUTHOR_NAMES if name in head.metas]
    told = [one for one in machine if one]
    person = next((one for one in told if not (ROLE.search(one) or is_outlet(one, outlet))), None)
    seen = seen_authors(head.labels.bylines, outlet)
    if seen and (person is None or goes_on(person, seen)):
        return seen
    return person or next(iter(told), None)


def goes_on(first: str, seen: str) -> bool:
    """Whether a byline names more people after the first, whom alone some pages tell machines; a place is none."""
    more = seen[len(first) :].split(", ")[1:]
    return seen.casefold().startswith(f"{first.casefold()},") and all(" " in name for name in more)


def stated_date(stated: list[Stated], head: Head, now: datetime, address: str | None) -> Dated | None:
    """When it was published, never when it was changed: as machines are told, else as readers are."""
    told = [fact(stated, "datePublished"), *map(head.metas.get, DATE_NAMES), fact(stated, "dateCreated")]
    dates = [date for text in told if isinstance(text, str) and (date := page_date(text, now))]
    return publication(dates, head.labels.dates, address or head.canonical, now)


def first_name(candidates: Iterable[Any]) -> str | None:
    """The first candidate that is text a person would read: not empty, not an address."""
    texts = (text_of(text) for text in candidates)
    return next((text for text in texts if text and not ADDRESS.search(text)), None)


def text_of(value: Any) -> str:
    """A stated value as one line of plain text; "" where it is none."""
    return one_line(TAG.sub("", unescape(value))) if isinstance(value, str) else ""
