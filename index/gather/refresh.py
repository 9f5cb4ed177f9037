"""Pages that are nothing but a way to another address (<meta http-equiv="refresh">). Pure.

Looks for it in the markup as text, in time that grows with the page's length alone: parsing is the worker's part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urldefrag, urljoin

from index.gather.charsets import decode_page
from index.gather.kinds import HTML_TYPES
from index.gather.wording import count_words
from index.pages import Page

LARGEST = 32_768
"""Bytes; pages that only lead on have a few hundred."""
LONGEST_PAUSE = 5
"""Seconds; what waits longer wants to be read first, or renews itself."""
MOST_WORDS = 40
"""More text than "You are being redirected, click here if nothing happens": an article that renews itself is one."""

UNREAD = tuple(
    (re.compile(opening, re.IGNORECASE), re.compile(closing, re.IGNORECASE))
    for opening, closing in (
        ("<!--", "-->"),
        *((rf"<{name}\b", rf"</{name}\s*>") for name in ("script", "style", "title", "template", "textarea")),
    )
)
"""Where markup is none, or where text is not on the page."""
META = re.compile(r"<meta\b([^<>]{0,2500})>", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")
ATTRIBUTE = re.compile(r"(?<![\w-])([\w-]{1,20})\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
REFRESH = re.compile(
    # the address may not begin with the "url=" before it
    r"\s*(\d{1,4})(?:\.\d*)?(?:\s*[;,]\s*|\s+)(?>(?:url\s*=\s*)?)(\"[^\"]*|'[^']*|[^\"'\s].*)",
    re.IGNORECASE,
)


def leads_to(page: Page) -> str | None:
    """Where a page sends its readers at once, as written; None for a page that is there to be read."""
    if page.content_type not in HTML_TYPES or len(page.body) > LARGEST:
        return None
    html = decode_page(page.body, page.charset)
    for opening, closing in UNREAD:
        html = "".join(outside(html, opening, closing))
    target = next(filter(None, map(target_of, META.findall(html))), None)
    if target is None or same_page(page.url, target) or count_words(unescape(TAG.sub(" ", html))) > MOST_WORDS:
        return None
    return target


def outside(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> Iterator[str]:
    """What of a text lies outside every pair of marks; a pair that is never closed reaches to the end."""
    at = 0
    while begin := opening.search(text, at):
        yield text[at : begin.start()]
        end = closing.search(text, begin.end())
        if end is None:
            return
        at = end.end()
    yield text[at:]


def target_of(attributes: str) -> str | None:
    """The address in the attributes of a <meta> element, if it leads there within LONGEST_PAUSE seconds."""
    named = {name.lower(): unescape(value.strip("\"'")) for name, value in ATTRIBUTE.findall(attributes)}
    if named.get("http-equiv", "").strip().lower() != "refresh":
        return None
    found = REFRESH.match(named.get("content", ""))
    if found is None or int(found[1]) > LONGEST_PAUSE:
        return None
    return found[2].strip("\"'").strip() or None


def same_page(address: str, target: str) -> bool:
    """Whether a page leads to itself: it renews itself, and there is no other."""
    try:
        return urldefrag(urljoin(address, target)).url == urldefrag(address).url
    except ValueError:
        return False
