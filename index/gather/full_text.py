"""The text that a feed carries of an article: cleaned as a page's is, and only where it is the whole of it.

Pure, but markup from anywhere is parsed: only the extraction worker calls it.
"""

from __future__ import annotations

import re

from lxml.etree import XPath
from lxml.html import HTMLParser, document_fromstring

from index.gather.unseen import HIDDEN
from index.gather.wording import count_words, tidy

FEWEST_WORDS = 150
"""Teasers have 20 to 60 words, WordPress's own 55; a longer one that breaks off says so at its end."""
LONGEST = 1_000_000
"""Characters of markup; no article has more, and longer ones stay pages that are fetched one by one."""
CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[\W{0,9}\])$"
    # a last line that only leads to the page
    r"|(?:^|\n|[.!?…] )(?:(?:read|see|view|learn) (?:more|on|the (?:full|rest|whole|entire|complete)\b)"
    r"|continue reading|keep reading"
    r"|full (?:story|article)|weiterlesen|mehr lesen|lire la suite|lire plus|leer más|seguir leyendo|sigue leyendo"
    r"|leggi tutto|continua a leggere|leia mais|lees verder|läs mer|les mer|læs mere|lue lisää|czytaj (?:dalej|więcej)"
    r"|читать (?:далее|дальше))[^\n]{0,80}$",
    re.IGNORECASE,
)
APPENDED = re.compile(r"\n\nThe (?:post|article) [^\n]{1,500}? (?:appeared first|first appeared) on [^\n]{1,200}$")
"""What WordPress puts under every entry of a feed."""

UNREAD = (
    *("title", "script", "style", "noscript", "iframe", "object", "svg"),
    *("figure", "form", "button", "select", "textarea"),
)
"""Elements whose text is no part of what an article says; a figure's caption is none in a page either."""
DROPPED = XPath(" | ".join([*HIDDEN, *(f"//{name}" for name in UNREAD)]))
BLOCKS = (
    *(
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
    ),
    *("h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul"),
)
OUTER = re.compile(r"</?(?:html|body)\b[^>]*>", re.IGNORECASE)
"""A page's own tags, which entries hold now and then: libxml2 reads nothing after the last of them."""
CELLS = ("td", "th")
LONGEST_ENDING = 200
"""Characters looked at for a sign that a text breaks off."""


def full_text(content: str, is_html: bool) -> str | None:
    """The whole text of an article in what a feed gives of it; None where that is a part of it, or a teaser.

    It counts as whole when it has at least 150 words and does not end as shortened texts do.
    """
    if len(content) > LONGEST:
        return None
    text = APPENDED.sub("", readable(content) if is_html else tidy(content))
    return text if count_words(text) >= FEWEST_WORDS and not CUT_OFF.search(text[-LONGEST_ENDING:]) else None


def readable(html: str) -> str:
    """What a reader sees of a piece of HTML, a blank line between paragraphs."""
    # white space in markup means a space; the newlines that stay are those set below
    data = " ".join(OUTER.sub("", html.replace("\0", "")).split()).encode(errors="replace")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = document_fromstring(b"<div>" + data + b"</div>", parser=parser)
    for element in DROPPED(tree):
        # an element inside a dropped one is in the list as well
        if element.getparent() is not None:
            element.drop_tree()
    for element in tree.iter(*BLOCKS):
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    for element in tree.iter(*CELLS):
        element.tail = " " + (element.tail or "")
    return tidy(tree.text_content().replace("\n", "\n\n"))
