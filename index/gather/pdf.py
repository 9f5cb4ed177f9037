"""The article in a PDF file or page: its text with pypdf, what the document says of itself, the rest from its lines.

Pure, but a PDF can unpack to gigabytes: only the extraction worker calls it.
"""

from __future__ import annotations

import io
import re
from datetime import datetime
from pathlib import PurePath

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from index.errors import NotAnArticle
from index.gather.bylines import authors
from index.gather.dates import Dated, page_date
from index.gather.files import BY_HAND, LONGEST_TITLE_LINE, refuse_few_words
from index.gather.labels import Label
from index.gather.language import language_of
from index.gather.printed_lines import paragraphs
from index.gather.published import dates_of
from index.gather.urls import canonical_address, site
from index.gather.wording import one_line, opening_words, tidy
from index.pages import Page
from index.types import Article

MOST_PAGES = 300
"""Pages; longer ones are books, and pypdf reads about 50 pages a second."""
OPENING_LINES = 12
"""Lines in which a document says who wrote it when."""
MADE_UP = re.compile(
    # what programs call a document that nobody gave a title
    r"(?:microsoft (?:word|powerpoint|excel)|untitled|document|slide|layout|print|dokument|\W*$|https?:)"
    r"|.*\.(?:docx?|indd|qxd|pdf|rtf|odt|pptx?|html?)\W*$",
    re.IGNORECASE,
)
CREATED = re.compile(r"(?:D:)?\s*(\d{4})(\d\d)(\d\d)")
PROGRAM_USER = re.compile(r"(?:microsoft|office|user|owner|windows|pc|default|scanner|\w*\d{3,}\w*)\b", re.IGNORECASE)


def article_of_pdf(where: str, data: bytes, now: datetime) -> Article:
    """The article in a PDF file handed in `now`; NotAnArticle, with `where` its name."""
    return article_in_pdf(where, data, None, now)


def article_of_pdf_page(page: Page, now: datetime) -> Article:
    """The article in a PDF fetched `now`; NotAnArticle, with `where` its address."""
    return article_in_pdf(page.url, page.body, canonical_address(page.url), now)


def article_in_pdf(where: str, data: bytes, address: str | None, now: datetime) -> Article:
    """The article in a PDF document: title, author and date as it states them, else as its first lines do."""
    reader = opened(where, data)
    try:
        pages = [page.extract_text().split("\n") for page in reader.pages]
        stated = reader.metadata
    except PyPdfError as error:
        raise NotAnArticle(where, "it is a damaged PDF, or one built in a way that could not be read") from error
    text = tidy(paragraphs([[tidy(line) for line in page] for page in pages]))
    if not text:
        raise NotAnArticle(where, "its pages hold pictures and no text: a scanned document can't be read")
    refuse_few_words(where, text)
    title, text = titled(where, one_line((stated and stated.title) or ""), text)
    author = (stated and stated.author) or ""
    published = published_on(text, (stated and stated.creation_date_raw) or "", now)
    return Article(
        title=title,
        outlet=site(address) if address else BY_HAND,
        text=text,
        url=address,
        author=None if PROGRAM_USER.match(author) else authors([author]),
        published=published.moment if published else None,
        has_time=published is not None and published.has_time,
        language=language_of(text, [str(reader.root_object.get("/Lang", ""))]),
    )


def opened(where: str, data: bytes) -> PdfReader:
    """A PDF, opened; NotAnArticle where it is damaged, locked or a book."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotAnArticle(where, "it is locked with a password")
        pages = len(reader.pages)
    except (DependencyError, FileNotDecryptedError) as error:
        raise NotAnArticle(where, "it is locked with a password") from error
    except PyPdfError as error:
        raise NotAnArticle(where, "it is a damaged PDF, or one built in a way that could not be read") from error
    if pages > MOST_PAGES:
        raise NotAnArticle(where, f"it has {pages:,} pages: at most {MOST_PAGES} are read")
    return reader


def titled(where: str, stated: str, text: str) -> tuple[str, str]:
    """Title and text: the stated title unless a program made it up, else a short first paragraph, else the name."""
    first, _, rest = text.partition("\n\n")
    heading = first if rest and len(first) <= LONGEST_TITLE_LINE and not first.endswith((".", ",", ";")) else ""
    if stated and not MADE_UP.match(stated):
        return stated, rest if heading.casefold() == stated.casefold() else text
    if heading:
        return one_line(heading), rest
    name = re.sub(r"[-_\s]+", " ", PurePath(where).stem).strip()
    return name or opening_words(text), text


def published_on(text: str, created: str, now: datetime) -> Dated | None:
    """The date in the document's first lines, else the day on which the file was made ("D:20250203173000+01'00'")."""
    lines = [Label(line, marked=False) for line in text[:3_000].split("\n") if line][:OPENING_LINES]
    if seen := next(dates_of(lines, now), None):
        return seen
    made = CREATED.match(created)
    return page_date("-".join(made.groups()), now) if made else None
