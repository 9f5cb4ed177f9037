"""What a page says about itself: title, author, outlet and date from JSON-LD, OpenGraph and other meta tags. Pure.

Works on a `Head`, the plain values that `extract` reads out of the markup; what the markup states nowhere stays None.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any

from index.gather.dates import parse_page_date
from index.gather.wording import one_line

ARTICLE_TYPE = re.compile(r"(Article|Posting|Report|Reportage|Review|BlogPost)$")
"""The endings of schema.org's kinds of article: NewsArticle, BlogPosting, Report, AnalysisNewsArticle ..."""
DEEPEST = 6
"""Levels of JSON-LD looked into; graphs nest their articles two or three deep."""

AUTHOR_NAMES = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator")
OUTLET_NAMES = ("og:site_name", "application-name", "dc.publisher", "article:publisher")
TITLE_NAMES = ("og:title", "twitter:title", "headline", "parsely-title", "sailthru.title", "dc.title")
DATE_NAMES = (
    *("article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date"),
    *("sailthru.date", "publishdate", "publish-date", "pubdate", "dc.date.issued", "dcterms.created", "dc.date"),
    *("article.published", "date.issued", "cxenseparse:recs:publishtime", "date"),
)
ADDRESS = re.compile(r"https?://|^www\.|^@|^/")
TAG = re.compile(r"<[^>]{0,200}>")
BY = re.compile(r"^(by|von|par|por)\s+", re.IGNORECASE)
SLOGAN = re.compile(r"\s+[|–—-]\s.*$")
MORE_AUTHORS = re.compile(r"\s*;\s*")


@dataclass(frozen=True, slots=True)
class Head:
    """Plain values of a page's markup.

    `metas` maps names in lower case (of name, property and itemprop) to their first content, `scripts` are the
    JSON-LD blocks as text, `canonical` is the rel=canonical address as written, `headings` the texts of the <h1>
    elements, `times` the datetime attributes of the <time> elements.
    """

    metas: Mapping[str, str]
    scripts: tuple[str, ...] = ()
    canonical: str | None = None
    headings: tuple[str, ...] = ()
    times: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states about its article. `is_article` says whether it calls itself one."""

    title: str | None
    author: str | None
    outlet: str | None
    published: datetime | None
    has_time: bool
    is_article: bool


def describe(head: Head) -> Metadata:
    """What the page states, JSON-LD before meta tags before visible headings and times."""
    stated = next(articles(head.scripts), {})
    named = first_name(head.metas.get(name) for name in OUTLET_NAMES) or names(stated.get("publisher"))
    outlet = named and SLOGAN.sub("", named)
    published = stated_date(stated, head)
    return Metadata(
        title=stated_title(stated, head, outlet),
        author=names(stated.get("author") or stated.get("creator")) or stated_author(head.metas),
        outlet=outlet,
        published=published[0] if published else None,
        has_time=published is not None and published[1],
        is_article=bool(stated) or head.metas.get("og:type", "").lower() == "article",
    )


def articles(scripts: tuple[str, ...]) -> Iterator[Mapping[str, Any]]:
    """The articles that a page's JSON-LD describes, in order; broken blocks are passed over, as search engines do."""
    for script in scripts:
        try:
            stated = json.loads(script.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from articles_in(stated, DEEPEST)


def articles_in(stated: Any, levels: int) -> Iterator[Mapping[str, Any]]:
    """The objects of an article type in a JSON-LD value, outermost first."""
    if levels == 0:
        return
    if isinstance(stated, list):
        for item in stated[:100]:
            yield from articles_in(item, levels - 1)
    elif isinstance(stated, dict):
        kinds = stated.get("@type")
        if any(isinstance(kind, str) and ARTICLE_TYPE.search(kind) for kind in as_list(kinds)):
            yield stated
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from articles_in(stated.get(key), levels - 1)


def stated_title(stated: Mapping[str, Any], head: Head, outlet: str | None) -> str | None:
    """The headline, without the outlet's name that many pages append; the page's only <h1> where none is stated."""
    candidates = [stated.get("headline"), stated.get("name"), *(head.metas.get(name) for name in TITLE_NAMES)]
    candidates += head.headings if len(head.headings) == 1 else ()
    found = first_name(candidates)
    return found and without_outlet(found, outlet)


def without_outlet(title: str, outlet: str | None) -> str:
    """The title without " | Outlet" or " - Outlet" at its end."""
    if not outlet:
        return title
    return re.sub(rf"\s+[-–—|·:]\s+{re.escape(outlet)}$", "", title, flags=re.IGNORECASE) or title


def stated_author(metas: Mapping[str, str]) -> str | None:
    """The author in the meta tags, without "By"."""
    found = first_name(metas.get(name) for name in AUTHOR_NAMES)
    return found and MORE_AUTHORS.sub(", ", BY.sub("", found))


def stated_date(stated: Mapping[str, Any], head: Head) -> tuple[datetime, bool] | None:
    """When the page says it was published, never when it was changed; the first <time> only where there is just one."""
    candidates = [
        stated.get("datePublished"),
        stated.get("dateCreated"),
        *(head.metas.get(name) for name in DATE_NAMES),
    ]
    candidates += head.times if len(set(head.times)) == 1 else ()
    parsed = (parse_page_date(text) for text in candidates if isinstance(text, str))
    return next((date for date in parsed if date), None)


def names(stated: Any) -> str | None:
    """The names in a JSON-LD person, organisation, text or list of them, joined with commas."""
    found: list[str] = []
    for item in as_list(stated):
        name = item.get("name") if isinstance(item, dict) else item
        for text in as_list(name):
            readable = BY.sub("", first_name([text]) or "")
            if readable and readable not in found:
                found.append(readable)
    return ", ".join(found[:10]) or None


def first_name(candidates: Any) -> str | None:
    """The first candidate that is text a person would read: not empty, not an address."""
    texts = (one_line(TAG.sub("", unescape(text))) for text in candidates if isinstance(text, str))
    return next((text for text in texts if text and not ADDRESS.search(text)), None)


def as_list(value: Any) -> list[Any]:
    """A JSON-LD value that may stand alone or in a list, as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]
