"""Files that people hand in: reading them within bounds, and the article in a text or markdown file.

Saved web pages are `extract`'s part. `read_text` and what it calls are pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any, BinaryIO

import yaml

from index.errors import AddressRefused, NotAnArticle, TooLarge, UnreadableFile
from index.gather.charsets import decode_file, decode_page
from index.gather.dates import parse_date
from index.gather.language import language_of
from index.gather.urls import canonical_address, site
from index.gather.wording import count_words, one_line, opening_words, tidy
from index.pages import Page
from index.types import Article

MAX_BYTES = 10_000_000
BY_HAND = "added by hand"
"""The outlet of an article that names none."""
FEWEST_WORDS = 50
"""A news item in brief has 60 to 80 words; notices, error pages and cookie banners have fewer than 50."""
LONGEST_TITLE_LINE = 120
"""Characters; a first line longer than that is the beginning of the text."""

FRONT_MATTER = re.compile(r"---[ \t]*\n(.{0,20000}?)\n---[ \t]*(?:\n|$)(.*)", re.DOTALL)
HEADING = re.compile(r"#{1,6} +(.+?) *#*")


def read_path(path: Path) -> bytes:
    """A file's bytes; UnreadableFile where it can't be opened, TooLarge beyond 10 MB, of which no more is read."""
    try:
        with path.open("rb") as stream:
            return read_stream(str(path), stream)
    except OSError as error:
        raise UnreadableFile(path, (error.strerror or "it can't be read").lower()) from error


def read_stream(name: str, stream: BinaryIO) -> bytes:
    """What an open file or standard input holds; TooLarge beyond 10 MB."""
    data = stream.read(MAX_BYTES + 1)
    check_size(name, len(data))
    return data


def check_size(name: str, size: int) -> None:
    """Refuse what is empty (NotAnArticle) or larger than 10 MB (TooLarge)."""
    if size > MAX_BYTES:
        raise TooLarge(name, MAX_BYTES)
    if size == 0:
        raise NotAnArticle(name, "it is empty")


def read_text(name: str, data: bytes) -> Article:
    """The article in a text or markdown file; NotAnArticle, with `where` its name, if the bytes are no text."""
    decoded = decode_file(data)
    if decoded is None:
        raise NotAnArticle(name, "it is not text (UTF-8, or UTF-16 with its mark)")
    return article_in(name, decoded)


def article_of_text_page(page: Page) -> Article:
    """The article in a text that was fetched: its address is where it came from, whatever it says itself."""
    article = article_in(page.url, decode_page(page.body, page.charset))
    refuse_few_words(page.url, article.text)
    address = canonical_address(page.url)
    return replace(article, url=address, outlet=site(address) if article.outlet == BY_HAND else article.outlet)


def refuse_few_words(where: str, text: str) -> None:
    """Refuse a page whose text is too short for an article (NotAnArticle)."""
    words = count_words(text)
    if words < FEWEST_WORDS:
        raise NotAnArticle(where, f"only {words} words of text were found" if words else "no text was found")


def article_in(name: str, characters: str) -> Article:
    """The article in a text or markdown; front matter (title, source, url, author, published) is optional.

    The title is the front matter's, else the first heading or a short first line, else the file's name.
    NotAnArticle, with `where` the name, if the front matter is wrong or nothing follows it.
    """
    stated, body = front_matter(name, characters.replace("\r\n", "\n"))
    title, text = (stated["title"], tidy(body)) if stated.get("title") else title_and_text(name, tidy(body))
    if not text:
        raise NotAnArticle(name, "there is no text in it")
    published = stated_date(name, stated.get("published"))
    return Article(
        title=one_line(title),
        outlet=one_line(stated.get("source", "")) or BY_HAND,
        text=text,
        url=stated_address(name, stated.get("url")),
        author=one_line(stated.get("author", "")) or None,
        published=published and published[0],
        has_time=published is not None and published[1],
        language=language_of(text, [stated.get("language", "")]),
    )


def front_matter(name: str, text: str) -> tuple[Mapping[str, str], str]:
    """The YAML block that a text begins with, and the text after it; an empty one where it begins otherwise."""
    found = FRONT_MATTER.match(text)
    if not found:
        return {}, text
    try:
        # BaseLoader builds text, lists and mappings and nothing else; dates are read in one place, `dates`
        stated = yaml.load(found[1], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", -1)
        place = f" in line {line + 2}" if line >= 0 else ""
        raise NotAnArticle(name, f"its front matter is not valid YAML{place}") from error
    if not isinstance(stated, dict):
        return {}, text
    return {str(key).lower(): as_text(value) for key, value in stated.items()}, found[2]


def as_text(value: Any) -> str:
    """A front matter value as text; a list of names joined with commas. Nothing deeper, which aliases could blow up."""
    return ", ".join(item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str))


def title_and_text(name: str, text: str) -> tuple[str, str]:
    """Title and text of a file without a stated title; a line that serves as title is no part of the text."""
    line, _, rest = text.partition("\n")
    heading = HEADING.fullmatch(line)
    alone = (
        rest.startswith("\n") and len(line) <= LONGEST_TITLE_LINE and not line.endswith((".", ",", ";", ":", "”", '"'))
    )
    if rest.strip() and (heading or alone):
        return (heading[1] if heading else line), rest.strip()
    words = re.sub(r"[-_\s]+", " ", PurePath(name).stem).strip()
    return words or opening_words(text), text


def stated_date(name: str, text: str | None) -> tuple[datetime, bool] | None:
    """The date in the front matter; NotAnArticle where it is none."""
    try:
        return parse_date(text) if text else None
    except ValueError as error:
        raise NotAnArticle(name, f"published {error}") from error


def stated_address(name: str, text: str | None) -> str | None:
    """The address in the front matter in its canonical form; NotAnArticle where it is none."""
    try:
        return canonical_address(text) if text else None
    except AddressRefused as error:
        raise NotAnArticle(name, f"its url {error.reason.removeprefix('it ')}") from error
