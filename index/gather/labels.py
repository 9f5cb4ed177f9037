"""What stands around a headline for its readers: the lines that name an author or a date. Works on the tree, pure.

Which of them is believed, and what names and moments they hold, is `metadata`'s part with `bylines` and `when`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from index.gather.headlines import same_title
from index.gather.when import DATE
from index.gather.wording import one_line

ELSEWHERE = re.compile(
    # parts of a page that speak of other articles, of readers or of the author's life
    r"comment|related|recommend|sidebar|widget|(?<!no-)promo|teaser|most-?(?:read|popular)|trending|newsletter|footer|carousel|latest"
    r"|author-?_?-?(?:bio|box|card|desc|about|info-?text)|\bbio\b|biograph|more-?(?:from|stories|news)|read-?(?:more|next)|disqus|(?:^|[\s_-])(?:nav|menu|ad|ads)(?:[\s_-]|$)"
)
ELSEWHERE_TAGS = frozenset(
    {"aside", "footer", "nav", "form", "script", "style", "noscript", "template", "select", "iframe", "svg", "button"}
)
OF_AUTHOR = re.compile(
    r"by-?_?line|author|autor|auteur|(?:^|[\s_-])(?:writer|reporter|creator|contributor|journalist)(?:[\s_-]|$)|\bfn\b",
    re.IGNORECASE,
)
OF_DATE = re.compile(r"date|time|publish|posted|by-?_?line|(?:^|[\s_-])(?:meta|pub)", re.IGNORECASE)
BY = re.compile(r"(?:written |posted |reported |analysis )?by\b|(?:von|par|por|di|door)\b", re.IGNORECASE)
INLINE = frozenset({"a", "b", "strong", "em", "i", "span", "abbr", "small", "font", "u", "bdi", "sup"})
LONGEST = 200
"""Characters of a line that is a label; longer ones are text that mentions a name or a day."""
MOST_ELEMENTS = 20_000
"""Elements looked at: a news page has 500 to 5,000 of them, and its headline is in the first half."""
MOST_PARTS = 300
"""Tags in a line that is a label."""
NEAR = 150
"""Elements between the headline and what belongs to it."""


@dataclass(frozen=True, slots=True)
class Label:
    """A line near the headline: `marked` where the markup itself calls it an author's or a time's."""

    text: str
    marked: bool
    stated: str | None = None
    """The `datetime` attribute of a <time>."""
    called: str = ""
    """How the markup calls a date line, and the words before it."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The lines that may name the author and the day, nearest to the headline first."""

    bylines: tuple[Label, ...] = ()
    dates: tuple[Label, ...] = ()


def labels_of(tree: HtmlElement, title: str) -> Labels:
    """The bylines and date lines of a page with that title, those of its headline first."""
    bylines: list[tuple[int, Label]] = []
    dates: list[tuple[int, Label]] = []
    headline, named = None, False
    for at, element in enumerate(own_elements(tree)):
        if element.tag == "h1" and not named:
            named = same_title(line_of(element, between=" "), title)
            headline = at if named or headline is None else headline
        if (label := byline(element)) is not None:
            bylines.append((at, label))
        if (label := date_line(element)) is not None:
            dates.append((at, label))
    return Labels(nearest(bylines, headline), nearest(dates, headline))


def own_elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that may speak of the page's own article, in order, at most the first 20,000."""
    walk = iterwalk(tree, events=("start",))
    for at, (_, element) in enumerate(walk):
        if at >= MOST_ELEMENTS:
            return
        if (
            not isinstance(element.tag, str)
            or element.tag in ELSEWHERE_TAGS
            or (element.tag not in ("html", "body", "main", "article") and ELSEWHERE.search(marks(element).lower()))
        ):
            walk.skip_subtree()
        else:
            yield element


def nearest(found: list[tuple[int, Label]], headline: int | None) -> tuple[Label, ...]:
    """The labels, those near the headline first, and of these those after it before those above it."""
    if headline is None:
        return tuple(label for _, label in found[:20])
    after = [label for at, label in found if 0 <= at - headline <= NEAR]
    above = [label for at, label in found if 0 < headline - at <= NEAR // 3]
    return tuple(after + above[::-1])


def byline(element: HtmlElement) -> Label | None:
    """The element as a byline: marked as the author's, or a line that begins with "By"."""
    marked = "author" in (element.get("rel") or "").split() or OF_AUTHOR.search(marks(element)) is not None
    if not marked and not BY.match((element.text or "").strip()):
        return None
    text = line_of(element)
    return Label(text, marked) if text and (marked or BY.match(text)) else None


def date_line(element: HtmlElement) -> Label | None:
    """The element as a date line: a <time>, or a short line with a date in it and of its own."""
    marked = element.tag == "time" or OF_DATE.search(marks(element)) is not None
    own_text = (element.text or "") + "".join(child.tail or "" for child in element)
    if not marked and not DATE.search(own_text[: LONGEST * 2]):
        return None
    text = line_of(element)
    if not text and not element.get("datetime"):
        return None
    return Label(text, marked, element.get("datetime"), said_before(element))


def said_before(element: HtmlElement) -> str:
    """What the markup calls a date line and the words right before it, which say whether it is that of a change."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        words = ("" if previous.tag in ELSEWHERE_TAGS else line_of(previous)) + " " + (previous.tail or "")
    else:
        words = (parent.text or "") if parent is not None else ""
    return f"{marks(element)} {words[-40:]}"


def marks(element: HtmlElement) -> str:
    """What the markup calls an element."""
    return " ".join(filter(None, map(element.get, ("class", "itemprop", "id", "data-testid"))))


def line_of(element: HtmlElement, between: str = " | ") -> str:
    """The element's text on a line, with `between` what stands apart; "" where it is too long for a label."""
    parts: list[str] = []
    length = 0
    for at, (event, child) in enumerate(iterwalk(element, events=("start", "end", "comment"))):
        if event != "comment" and child is not element and child.tag not in INLINE:
            parts.append(between)
        text = child.text if event == "start" and child.tag not in ("script", "style") else None
        text = child.tail if event != "start" and child is not element else text
        parts.append(text or "")
        length += len(parts[-1])
        if length > LONGEST * 4 or at > MOST_PARTS:
            return ""
    line = re.sub(r"(?:\s*\|\s*)+", " | ", one_line("".join(parts))).strip(" |")
    return line if len(line) <= LONGEST else ""
