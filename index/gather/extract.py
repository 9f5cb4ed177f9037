"""A web page's bytes to its article: the text with trafilatura, the rest from what the page says about itself.

Pure, but parsing can take minutes and gigabytes on a hostile page: only the extraction worker calls it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import trafilatura
from lxml.etree import XPath
from lxml.html import HtmlElement
from trafilatura.settings import Document

from index.errors import AddressRefused, NotAnArticle
from index.gather.bylines import authors, seen_authors
from index.gather.charsets import decode_page
from index.gather.dates import page_date
from index.gather.files import BY_HAND, FEWEST_WORDS, refuse_few_words
from index.gather.head import read_head
from index.gather.json_ld import types
from index.gather.language import language_of
from index.gather.metadata import Head, Metadata, describe, first_name
from index.gather.published import is_date_line
from index.gather.urls import canonical_address, is_front_page, preferred_address, site
from index.gather.walls import Signs, refuse_walls
from index.gather.wording import LONGEST_LABEL, count_words, folded, one_line, opening_words, tidy
from index.pages import Page
from index.types import Article

SAID = XPath("//body//text()[not(parent::script or parent::style)]")
TEASERS = XPath("count(//*[self::h2 or self::h3][.//a or ancestor::a])")


def article_of_page(page: Page, now: datetime) -> Article:
    """The article on a page fetched `now`; NotAnArticle, with `where` its address, if there is none."""
    tree = parse(page.url, decode_page(page.body, page.charset))
    head = read_head(tree)
    return build(page.url, tree, head, preferred_address(page.url, head.canonical), now)


def article_of_saved_page(name: str, data: bytes, now: datetime) -> Article:
    """The article in a saved page; its address is the one it declares. NotAnArticle, with `where` its file name."""
    tree = parse(name, decode_page(data, None))
    head = read_head(tree)
    try:
        address = canonical_address(head.canonical or head.metas.get("og:url", ""))
    except AddressRefused:
        address = None
    return build(name, tree, head, address, now)


def parse(where: str, html: str) -> HtmlElement:
    """The page's tree; NotAnArticle where the characters are no HTML."""
    tree = trafilatura.load_html(html) if html.strip() else None
    if tree is None:
        raise NotAnArticle(where, "no HTML was found in it" if html.strip() else "it is empty")
    return tree


def build(where: str, tree: HtmlElement, head: Head, address: str | None, now: datetime) -> Article:
    """The article from its tree and what its head states; what is stated nowhere is trafilatura's guess."""
    stated = describe(head, now, address)
    if address and is_front_page(address) and not stated.is_article:
        raise NotAnArticle(where, "it is a site's front page: give the address of one article")
    found = body_and_guesses(tree, address, guess=not (stated.title and stated.author and stated.published))
    text = text_of(found, stated, head)
    if stated.is_article and count_words(text) < FEWEST_WORDS:
        # of 181 news pages one loses its text to caution; elsewhere what else is found is not an article
        text = text_of(body_and_guesses(tree, address, guess=False, cautious=False), stated, head)
    refuse_walls(where, signs_of(tree, head, stated, address, text))
    refuse_few_words(where, text)
    # of a year alone trafilatura makes its first day
    guessed = None if (found.date or "").endswith("-01-01") else page_date(found.date or "", now)
    return Article(
        title=stated.title or first_name([found.title]) or opening_words(text),
        outlet=stated.outlet or (site(address) if address else BY_HAND),
        text=text,
        url=address,
        author=stated.author or authors([(found.author or "").replace("; ", ", ")], stated.outlet),
        published=stated.published or (guessed.moment if guessed else None),
        has_time=stated.has_time if stated.published else guessed is not None and guessed.has_time,
        language=language_of(text, stated.languages),
    )


def signs_of(tree: HtmlElement, head: Head, stated: Metadata, address: str | None, text: str) -> Signs:
    """What tells an article from a wall in front of one."""
    return Signs(
        title=stated.title or one_line(head.title),
        text=text,
        all_text=" ".join(map(str, SAID(tree)[:2_000])) if count_words(text) < FEWEST_WORDS else "",
        address=address or "",
        is_article=stated.is_article,
        signed=bool(stated.author and stated.published),
        free=stated.free,
        kinds=types(head.scripts),
        og_type=head.metas.get("og:type", "").lower(),
        teasers=int(TEASERS(tree)),
    )


def text_of(found: Document, stated: Metadata, head: Head) -> str:
    """The text as it is stored: each of trafilatura's lines is a paragraph, an item or a row."""
    text = tidy((found.text or "").replace("\n", "\n\n"))
    bylines = [label.text for label in head.labels.bylines if seen_authors([label], stated.outlet)]
    dates = [label.text for label in head.labels.dates if is_date_line(label.text)]
    return without_lines(text, (stated.title or "", *head.headings, *bylines, *dates))


def body_and_guesses(tree: HtmlElement, address: str | None, guess: bool, cautious: bool = True) -> Document:
    """The body that trafilatura finds, empty where it finds none; title, author and date as well if `guess`.

    `cautious` leaves out what may not belong to it, which is better for nearly every page.
    """
    found = trafilatura.bare_extraction(
        tree,
        url=address,
        favor_precision=cautious,
        include_comments=False,
        with_metadata=guess,
    )
    return found if isinstance(found, Document) else Document()


def without_lines(text: str, lines: Iterable[str]) -> str:
    """The text without first paragraphs that are only the page's heading, byline or date line, kept elsewhere."""
    known = sorted(filter(None, map(folded, lines)), key=len, reverse=True)
    first, _, rest = text.partition("\n\n")
    while rest and len(first) <= LONGEST_LABEL and not without_each(folded(first), known):
        first, _, rest = rest.partition("\n\n")
    return f"{first}\n\n{rest}" if rest else first


def without_each(letters: str, known: Iterable[str]) -> str:
    """What is left of some letters once those of every known line are taken out."""
    for line in known:
        letters = letters.replace(line, "")
    return letters
