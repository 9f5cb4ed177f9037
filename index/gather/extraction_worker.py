"""The extraction worker: `python -m index.gather.extraction_worker` reads one document and answers with what is in it.

Standard input: one line of JSON (`Task`), then the bytes. Standard output: one object of JSON, the article or the
refusal, or a listing in lines. It limits itself; when it is killed, and what that is called, is `extraction`'s part.
"""

from __future__ import annotations

import importlib
import json
import logging
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from index.errors import NotAListing, NotAnArticle
from index.gather.files import article_of_text_page, read_text
from index.gather.kinds import Kind, kind_of_file, kind_of_page
from index.gather.process_limits import limit_this_process
from index.pages import Page
from index.types import Article


@dataclass(frozen=True, slots=True)
class Task:
    """What to read and within which limits: `memory` in bytes, `seconds` of CPU. Without `url`, the file `name`.

    `parsing` is how much of the memory there is until the document has been parsed.
    `now` is in seconds since 1970: what is dated after it is not believed. `listing`: whether to read what the document
    lists instead of an article; `known` are the fingerprints, in hex, of items whose text is not asked for.
    """

    name: str
    url: str | None
    content_type: str
    charset: str | None
    parsing: int
    memory: int
    seconds: int
    now: float
    listing: bool = False
    known: tuple[str, ...] = ()


def main() -> None:
    """Read one document, answer, end. A crash ends with a traceback on standard error and a status other than 0."""
    task = Task(**json.loads(sys.stdin.buffer.readline()))
    limit_this_process(task.parsing, task.memory, task.seconds)
    # the libraries' remarks on a page help nobody and may quote it
    logging.disable()
    data = sys.stdin.buffer.read()
    try:
        answer = listed(task, data) if task.listing else written(read(task, data))
    except (NotAnArticle, NotAListing) as error:
        answer = json.dumps({"refused": error.reason})
    sys.stdout.write(answer)


def written(article: Article) -> str:
    """An article as JSON."""
    return json.dumps({"article": asdict(article)}, default=datetime.isoformat)


def listed(task: Task, data: bytes) -> str:
    """What a fetched document lists, as lines of JSON; NotAListing where it lists nothing."""
    # only here: feedparser takes 0.1 s to import, which an article need not wait for
    from index.gather.listing_lines import to_lines
    from index.gather.listings import read_listing

    page = Page(task.name, task.content_type, task.charset, data)
    known = frozenset(map(bytes.fromhex, task.known))
    return "\n".join(to_lines(read_listing(page, datetime.fromtimestamp(task.now, UTC), known)))


def read(task: Task, data: bytes) -> Article:
    """The article in a document of any kind; NotAnArticle where there is none."""
    now = datetime.fromtimestamp(task.now, UTC)
    if task.url is None:
        return read_file(task.name, data, now)
    page = Page(task.url, task.content_type, task.charset, data)
    kind = kind_of_page(page.url, page.content_type, page.charset, data)
    if kind is Kind.TEXT:
        return article_of_text_page(page)
    if kind is Kind.PDF:
        from index.gather.pdf import article_of_pdf_page

        return article_of_pdf_page(page, now)
    import_lightly()
    # only here: it takes 0.15 s to import, which a text need not wait for
    from index.gather.extract import article_of_page

    return article_of_page(page, now)


def read_file(name: str, data: bytes, now: datetime) -> Article:
    """The article in a file that was handed in; NotAnArticle where there is none."""
    kind = kind_of_file(name, data)
    if kind is Kind.TEXT:
        return read_text(name, data)
    if kind is Kind.PDF:
        from index.gather.pdf import article_of_pdf

        return article_of_pdf(name, data, now)
    import_lightly()
    from index.gather.extract import article_of_saved_page

    return article_of_saved_page(name, data, now)


def import_lightly() -> None:
    """Import trafilatura without py3langid, which it takes along but is not asked for here.

    numpy, on which that one stands, is a quarter of the time that a page takes.
    """
    sys.modules["py3langid"] = None  # type: ignore[assignment]
    importlib.import_module("trafilatura")
    del sys.modules["py3langid"]


def article_from(answer: bytes, where: str) -> Article:
    """What a worker wrote, as values again; NotAnArticle if it refused, ValueError if it wrote anything else."""
    match json.loads(answer):
        case {"article": dict(fields)}:
            published = fields.pop("published")
            return Article(**fields, published=published and datetime.fromisoformat(published))
        case {"refused": str(reason)}:
            raise NotAnArticle(where, reason)
    raise ValueError("an extraction worker wrote neither an article nor a refusal")


if __name__ == "__main__":
    main()
