"""Guards the text that is read from a PDF: its paragraphs and nothing printed around them, or a clear refusal."""

from __future__ import annotations

import textwrap
import time
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import NotAnArticle
from index.gather.extraction import Extraction
from index.gather.pdf import article_of_pdf, article_of_pdf_page
from index.gather.printed_lines import paragraphs
from index.pages import Page
from index.types import Article
from tests.gather.norvik_pages import PARAGRAPHS, TEXT
from tests.gather.pdf_files import pdf_file, written

NOW = datetime(2025, 2, 10, tzinfo=UTC)
INFO = {
    "/Title": "Harbour bridge closes",
    "/Author": "By Jonas Lind and Mira Falk",
    "/CreationDate": "D:20250203173000+01'00'",
}


def printed(*texts: str, width: int = 70) -> list[str]:
    """Paragraphs as the lines of a printed page."""
    return [line for text in texts for line in textwrap.wrap(text, width)]


def read(data: bytes) -> Article:
    return article_of_pdf("report.pdf", data, NOW)


def test_a_pdf_is_its_paragraphs_and_what_it_states() -> None:
    assert read(pdf_file([printed(*PARAGRAPHS)], INFO)) == Article(
        title="Harbour bridge closes",
        outlet="added by hand",
        text=TEXT,
        author="Jonas Lind, Mira Falk",
        published=datetime(2025, 2, 3, tzinfo=UTC),
        language="en",
    )


def test_a_pdf_from_the_web_has_its_address_and_outlet() -> None:
    page = Page(
        "https://www.norvik.example/report.pdf?utm_source=x", "application/pdf", None, pdf_file([printed(*PARAGRAPHS)])
    )
    article = article_of_pdf_page(page, NOW)
    assert (article.url, article.outlet) == ("https://www.norvik.example/report.pdf", "norvik.example")
    assert (article.title, article.published) == ("report", None)


def test_running_headers_footers_and_page_numbers_are_left_out() -> None:
    lines = [line for paragraph in PARAGRAPHS * 3 for line in [*printed(paragraph), ""]]
    cut = [lines[at : at + 8] for at in range(0, len(lines), 8)]
    pages = [
        ["Norvik Council | Report 12", f"Chapter {n // 3}", *page, f"Page {n} of 9", "printed on 3 February"]
        for n, page in enumerate(cut, 1)
    ]
    assert read(pdf_file(pages)).text == "\n\n".join(PARAGRAPHS * 3)


@pytest.mark.parametrize(
    "info",
    [
        {"/Title": "Microsoft Word - bridge_final2.docx", "/Author": "Microsoft Office User"},
        {"/Title": "bridge.indd", "/Author": "user1234"},
        {"/Title": " ", "/Author": "admin"},
        {},
    ],
)
def test_what_a_program_states_is_not_believed(info: dict[str, str]) -> None:
    article = read(pdf_file([["Harbour bridge closes to lorries", "", *printed(*PARAGRAPHS)]], info))
    assert (article.title, article.author, article.text) == ("Harbour bridge closes to lorries", None, TEXT)


def test_a_date_in_the_first_lines_counts_more_than_when_the_file_was_made() -> None:
    lines = ["Harbour bridge closes", "", "Published 1 February 2025, 9:15 GMT", "", *printed(*PARAGRAPHS)]
    article = read(pdf_file([lines], INFO))
    assert (article.published, article.has_time) == (datetime(2025, 2, 1, 9, 15, tzinfo=UTC), True)
    for wrong in ("D:20990203173000Z", "D:20250231", "soon", ""):
        assert read(pdf_file([printed(*PARAGRAPHS)], {"/CreationDate": wrong})).published is None


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The har-", "bour bridge is closed."], "The harbour bridge is closed."),
        (
            ["A well-known bridge. It is well-", "known for its piers."],
            "A well-known bridge. It is well-known for its piers.",
        ),
        (["Anna Lind-", "Falk leads it."], "Anna Lind- Falk leads it."),
        (
            ["It is 3 km long, and the council says", "it is closed."],
            "It is 3 km long, and the council says it is closed.",
        ),
        (
            ["Background", "The bridge was built by the town in 1931."],
            "Background\n\nThe bridge was built by the town in 1931.",
        ),
        (
            ["It has piers, says the council of the town:", "• one of steel", "• one of stone"],
            "It has piers, says the council of the town:\n\n• one of steel\n\n• one of stone",
        ),
        (
            ["It costs 14 million crowns, says the town.", "", "It lasts until October of the year, they say."],
            "It costs 14 million crowns, says the town.\n\nIt lasts until October of the year, they say.",
        ),
    ],
)
def test_lines_become_paragraphs(lines: list[str], text: str) -> None:
    assert paragraphs([lines]) == text


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    first, second = printed(PARAGRAPHS[0])[:2], printed(PARAGRAPHS[0])[2:]
    assert paragraphs([[*first, "1"], [*second, "2"]]) == PARAGRAPHS[0]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.lists(st.text(st.sampled_from("aB-. 1•\u00ad"), max_size=12), max_size=8), max_size=5))
def test_no_lines_break_the_reading_of_pages(pages: list[list[str]]) -> None:
    text = paragraphs(pages)
    assert "\n\n\n" not in text
    assert text == text.strip()


def refusal(data: bytes) -> str:
    with pytest.raises(NotAnArticle) as refused:
        read(data)
    assert refused.value.where == "report.pdf"
    return refused.value.reason


def test_a_pdf_that_can_not_be_read_is_refused_with_the_reason() -> None:
    whole = pdf_file([printed(*PARAGRAPHS)])
    assert refusal(pdf_file([printed(*PARAGRAPHS)], password="opensesame")) == "it is locked with a password"
    assert refusal(pdf_file([[], []])).startswith("its pages hold pictures and no text")
    assert refusal(pdf_file([["Bridge closes"]])) == "only 2 words of text were found"
    assert refusal(b"%PDF-1.7\n" + bytes(100)).startswith("it is a damaged PDF")
    assert refusal(whole[:200]).startswith("it is a damaged PDF")
    assert refusal(pdf_file([["Bridge"]] * 301)) == "it has 301 pages: at most 300 are read"


def bomb(pages: int, megabytes: int) -> bytes:
    """A small PDF, each of whose pages unpacks to so much text."""
    packer, piece = zlib.compressobj(9), b"BT /F1 9 Tf (aaaaaaaaaaaaaaaa) Tj ET " * 27_000
    drawn = b"".join(packer.compress(piece) for _ in range(megabytes)) + packer.flush()
    page = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << >> >>"
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(drawn), drawn)
    kids = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * pages, pages)
    return written([b"<< /Type /Catalog /Pages 2 0 R >>", kids, page, stream])


@pytest.mark.parametrize(("pages", "megabytes"), [(1, 300), (200, 20)])
async def test_a_pdf_that_unpacks_to_gigabytes_is_given_up_within_the_limits(pages: int, megabytes: int) -> None:
    data = bomb(pages, megabytes)
    assert len(data) < 1_000_000
    began = time.monotonic()
    with pytest.raises(NotAnArticle):
        await Extraction(seconds=2).read_file("bomb.pdf", data)
    assert time.monotonic() - began < 4


async def test_a_pdf_goes_through_the_worker_whatever_it_is_called() -> None:
    extraction = Extraction()
    data = pdf_file([printed(*PARAGRAPHS)])
    assert (await extraction.read_file("note.txt", data)).text == TEXT
    lying = Page("https://norvik.example/a", "text/html", "utf-8", data)
    assert (await extraction.read_page(lying)).text == TEXT
