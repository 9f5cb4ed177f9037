"""What a page states about itself, read out of its markup as plain values; text that nobody sees is dropped.

What is made of the values is `metadata`'s part.
"""

from __future__ import annotations

from lxml.etree import XPath
from lxml.html import HtmlElement

from index.gather.labels import labels_of, line_of
from index.gather.metadata import AUTHOR_NAMES, Head
from index.gather.unseen import HIDDEN
from index.gather.wording import LONGEST_LABEL, one_line

JSON_LD = XPath("//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]/text()")
CANONICAL = XPath("string(//link[@rel='canonical']/@href)")
UNSEEN = [XPath(path) for path in HIDDEN]
HEADINGS = XPath("//h1")
LANGUAGES = XPath(
    "/html/@lang | /html/@xml:lang"
    " | //meta[@property='og:locale' or @http-equiv='content-language' or @http-equiv='Content-Language']/@content"
)
ITEM_PROPERTIES = XPath("//*[@itemprop][@content or @datetime]")


def read_head(tree: HtmlElement) -> Head:
    """What the page states about it, as plain values; what a reader can't see is dropped from the tree on the way."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for name in map(str.lower, filter(None, map(meta.get, ("property", "name", "itemprop")))):
            content = meta.get("content", "")
            if name in AUTHOR_NAMES and 0 < len(metas.get(name, "")) < LONGEST_LABEL:
                content = f"{metas.pop(name)}; {content}"
            metas.setdefault(name, content)
    for item in ITEM_PROPERTIES(tree):
        metas.setdefault(item.get("itemprop").lower(), item.get("content") or item.get("datetime"))
    scripts = tuple(map(str, JSON_LD(tree)))
    drop_unseen(tree)
    title = one_line(tree.findtext(".//title") or "")
    return Head(
        metas=metas,
        scripts=scripts,
        canonical=CANONICAL(tree).strip() or None,
        headings=tuple(line_of(heading, between=" ") for heading in HEADINGS(tree)),
        title=title,
        languages=tuple(map(str, LANGUAGES(tree))),
        labels=labels_of(tree, metas.get("og:title") or title),
    )


def drop_unseen(tree: HtmlElement) -> None:
    """Take what a reader can't see out of a page; not what holds its headline, which a program will show."""
    for unseen in UNSEEN:
        for element in unseen(tree):
            if element.tag not in ("html", "body") and element.find(".//h1") is None:
                element.drop_tree()
