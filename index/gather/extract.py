"""A web page's bytes to its article: the text with trafilatura, the rest from what the page says about itself.

Pure, but parsing can take minutes and gigabytes on a hostile page: only the extraction worker calls it.
"""

from __future__ import annotations

from collections.abc import Iterable

import trafilatura
from lxml.etree import XPath
from lxml.html import HtmlElement
from trafilatura.settings import Document

from index.errors import AddressRefused, NotAnArticle
from index.gather.charsets import decode_page
from index.gather.dates import parse_page_date
from index.gather.files import BY_HAND, refuse_few_words
from index.gather.metadata import Head, describe, first_name
from index.gather.unseen import HIDDEN
from index.gather.urls import canonical_address, is_front_page, preferred_address, site
from index.gather.wording import one_line, opening_words, tidy
from index.types import Article, Page

JSON_LD = XPath("//script[contains(@type, 'ld+json')]/text()")
CANONICAL = XPath("string(//link[@rel='canonical']/@href)")
HEADINGS = XPath("//h1")
TIMES = XPath("//time/@datetime")
ITEM_PROPERTIES = XPath("//*[@itemprop][@content or @datetime]")


def article_of_page(page: Page) -> Article:
    """The article on a fetched page; NotAnArticle, with `where` its address, if there is none."""
    tree = parse(page.url, decode_page(page.body, page.charset))
    head = read_head(tree)
    return build(page.url, tree, head, preferred_address(page.url, head.canonical))


def article_of_saved_page(name: str, data: bytes) -> Article:
    """The article in a saved page; its address is the one it declares. NotAnArticle, with `where` its file name."""
    tree = parse(name, decode_page(data, None))
    head = read_head(tree)
    try:
        address = canonical_address(head.canonical or head.metas.get("og:url", ""))
    except AddressRefused:
        address = None
    return build(name, tree, head, address)


def parse(where: str, html: str) -> HtmlElement:
    """The page's tree; NotAnArticle where the characters are no HTML."""
    tree = trafilatura.load_html(html) if html.strip() else None
    if tree is None:
        raise NotAnArticle(where, "no HTML was found in it" if html.strip() else "it is empty")
    return tree


def read_head(tree: HtmlElement) -> Head:
    """What the page's markup states about it, as plain values."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for name in filter(None, map(meta.get, ("property", "name", "itemprop"))):
            metas.setdefault(name.lower(), meta.get("content", ""))
    for item in ITEM_PROPERTIES(tree):
        metas.setdefault(item.get("itemprop").lower(), item.get("content") or item.get("datetime"))
    return Head(
        metas=metas,
        scripts=tuple(map(str, JSON_LD(tree))),
        canonical=CANONICAL(tree).strip() or None,
        headings=tuple(heading.text_content() for heading in HEADINGS(tree)),
        times=tuple(map(str, TIMES(tree))),
    )


def build(where: str, tree: HtmlElement, head: Head, address: str | None) -> Article:
    """The article from its tree and what its head states; what is stated nowhere is trafilatura's guess."""
    stated = describe(head)
    if address and is_front_page(address) and not stated.is_article:
        raise NotAnArticle(where, "it is a site's front page: give the address of one article")
    found = body_and_guesses(tree, address, guess=not (stated.title and stated.author and stated.published))
    # each line is a paragraph, an item or a row
    text = without_heading(tidy((found.text or "").replace("\n", "\n\n")), (stated.title or "", *head.headings))
    refuse_few_words(where, text)
    guessed = parse_page_date(found.date or "")
    return Article(
        title=stated.title or first_name([found.title]) or opening_words(text),
        outlet=stated.outlet or (site(address) if address else BY_HAND),
        text=text,
        url=address,
        author=stated.author or first_name([(found.author or "").replace("; ", ", ")]),
        published=stated.published or (guessed and guessed[0]),
        has_time=stated.has_time if stated.published else guessed is not None and guessed[1],
    )


def body_and_guesses(tree: HtmlElement, address: str | None, guess: bool) -> Document:
    """The body that trafilatura finds, empty where it finds none; title, author and date as well if `guess`."""
    found = trafilatura.bare_extraction(
        tree,
        url=address,
        favor_precision=True,
        include_comments=False,
        prune_xpath=HIDDEN,
        with_metadata=guess,
    )
    return found if isinstance(found, Document) else Document()


def without_heading(text: str, headings: Iterable[str]) -> str:
    """The text without a first paragraph that is only the page's heading, which is kept as the title."""
    first, _, rest = text.partition("\n\n")
    return rest if first in map(one_line, headings) else text
