"""Makes citations of quotes, with a link that opens the page at the very words. Pure.

The link is a text fragment: `#:~:text=[prefix-,]start[,end]` (https://wicg.github.io/scroll-to-text-fragment/).
"""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encoded

from index.types import Citation, Quote

WHOLE = 12
"""A quote of so many words in one paragraph is named whole; of a longer one its first and last words are."""

SHORTEST, LONGEST = 3, 12
"""How many words name an end of the quote: as few as are unique in the text, of these."""


def citation(n: int, quote: Quote) -> Citation:
    """The n-th citation of an answer."""
    article = quote.hit.stored.article
    return Citation(
        n=n,
        article_id=quote.hit.stored.article_id,
        title=article.title,
        outlet=article.outlet,
        url=article.url,
        published=article.published,
        has_time=article.has_time,
        speaker=quote.speaker,
        quote=quote.text,
        start=quote.start,
        end=quote.end,
        link=link(article.url, article.text, quote.start, quote.end),
        version=quote.hit.stored.revision,
        agency=article.agency,
        origin=article.agency or article.outlet,
    )


def link(url: str | None, text: str, start: int, end: int) -> str | None:
    """The address of an article with a fragment that opens it at `text[start:end]`; None without an address."""
    if not url:
        return None
    return f"{url}{':~:' if '#' in url else '#:~:'}text={fragment(text, start, end)}"


def fragment(text: str, start: int, end: int) -> str:
    """What stands behind `text=` for `text[start:end]`: no part crosses a line, since a page's blocks end there."""
    lines = [line.split() for line in text[start:end].splitlines() if line.strip()]
    plain = _plain(text)
    if len(lines) == 1 and len(lines[0]) <= WHOLE:
        begin, finish = lines[0], []
    else:
        begin, finish = _unique(lines[0], plain, from_end=False), _unique(lines[-1], plain, from_end=True)
    parts = [_encoded(begin), *([_encoded(finish)] if finish else [])]
    if plain.count(_plain(" ".join(begin))) > 1:
        before = text[:start].split("\n")[-1].split() or text[:start].split()
        parts = [f"{_encoded(before[-LONGEST:])}-", *parts] if before else parts
    return ",".join(parts)


def _unique(line: list[str], plain: str, from_end: bool) -> list[str]:
    """As few words from one end of a line as stand only once in the text."""
    for count in range(SHORTEST, LONGEST):
        part = line[-count:] if from_end else line[:count]
        if plain.count(_plain(" ".join(part))) == 1:
            return part
    return line[-LONGEST:] if from_end else line[:LONGEST]


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).lower()


def _encoded(words: list[str]) -> str:
    """Percent-encoded as the specification wants it: beside the usual signs also `-`, `,` and `&`."""
    return percent_encoded(" ".join(words), safe="").replace("-", "%2D")
