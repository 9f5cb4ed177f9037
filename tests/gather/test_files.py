"""Guards what is read from files that people hand in: text within bounds, with its front matter, or a clear refusal."""

from __future__ import annotations

import io
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.errors import NotAnArticle, TooLarge, UnreadableFile
from index.gather.files import BY_HAND, MAX_BYTES, article_of_text_page, check_size, read_path, read_stream, read_text
from index.pages import Page
from index.types import Article
from tests.gather.norvik_pages import PARAGRAPHS, TEXT

FRONT_MATTER = """---
title: "Harbour bridge: closed"
source: Norvik Herald
url: https://norvik.example/bridge/?utm_source=x
author: [Jonas Lind, Mira Falk]
published: 2025-02-03T17:30:00+01:00
---

"""


def test_front_matter_states_everything() -> None:
    assert read_text("bridge.md", (FRONT_MATTER + TEXT).encode()) == Article(
        title="Harbour bridge: closed",
        outlet="Norvik Herald",
        text=TEXT,
        url="https://norvik.example/bridge",
        author="Jonas Lind, Mira Falk",
        published=datetime(2025, 2, 3, 16, 30, tzinfo=UTC),
        has_time=True,
        language="en",
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_of_other_systems_read_the_same(encoding: str, end: str) -> None:
    data = (FRONT_MATTER + TEXT).replace("\n", end).encode(encoding)
    assert read_text("bridge.md", data) == read_text("bridge.md", (FRONT_MATTER + TEXT).encode())


def test_a_day_has_no_time_and_an_outlet_may_be_missing() -> None:
    article = read_text("a.md", f"---\ntitle: Bridge\npublished: 2025-02-03\n---\n{TEXT}".encode())
    assert (article.published, article.has_time) == (datetime(2025, 2, 3, tzinfo=UTC), False)
    assert (article.outlet, article.url, article.author) == (BY_HAND, None, None)


@pytest.mark.parametrize(
    ("name", "start", "title", "first"),
    [
        ("a.md", "# Bridge *closes* #\n\n", "Bridge *closes*", PARAGRAPHS[0]),
        ("a.md", "## Bridge closes\n", "Bridge closes", PARAGRAPHS[0]),
        ("a.txt", "\n\nBridge closes\n\n", "Bridge closes", PARAGRAPHS[0]),
        ("harbour-bridge_closes.txt", "", "harbour bridge closes", PARAGRAPHS[0]),
        ("bridge.txt", "The bridge closes.\n\n", "bridge", "The bridge closes."),
        ("bridge.txt", "A line that runs on\ninto the next\n\n", "bridge", "A line that runs on\ninto the next"),
        ("-", "", "The harbour bridge in Norvik will close to lorries from the first of March, the…", PARAGRAPHS[0]),
        ("bridge.md", "---\nnot closed\n\n", "bridge", "---\nnot closed"),
        ("bridge.md", "---\nonly words\n---\n\n", "bridge", "---\nonly words\n---"),
    ],
)
def test_a_title_is_found_and_stands_outside_the_text(name: str, start: str, title: str, first: str) -> None:
    article = read_text(name, (start + TEXT).encode())
    assert article.title == title
    assert article.text == (TEXT if first == PARAGRAPHS[0] else f"{first}\n\n{TEXT}")


def test_a_lone_short_line_is_the_text() -> None:
    article = read_text("note.txt", b"Bridge closes")
    assert (article.title, article.text) == ("note", "Bridge closes")


BOMB = "a: &a [x]\n" + "\n".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "it is not text"),
        ("Brücke".encode("latin-1"), "it is not text"),
        (b" \n\n", "there is no text in it"),
        (FRONT_MATTER.encode(), "there is no text in it"),
        (b"---\ntitle: [a\nsource: b\n---\ntext", "its front matter is not valid YAML in line 3"),
        (b"---\ntitle: " + b"[" * 5000 + b"\n---\ntext", "its front matter is not valid YAML"),
        (b"---\ntitle: a\npublished: soon\n---\ntext", "published «soon» is not an ISO 8601 date"),
        (b"---\ntitle: a\nurl: ftp://norvik.example\n---\ntext", "its url does not begin with http:// or https://"),
    ],
)
def test_a_file_without_an_article_is_refused_by_name(data: bytes, reason: str) -> None:
    with pytest.raises(NotAnArticle) as refused:
        read_text("a.md", data)
    assert refused.value.where == "a.md"
    assert refused.value.reason.startswith(reason)


def test_front_matter_unfolds_no_bomb_and_makes_no_objects() -> None:
    began = time.monotonic()
    data = f"---\ntitle: !!python/object/apply:os.getcwd [Bridge]\n{BOMB}\nauthor: *i\n---\n{TEXT}"
    article = read_text("a.md", data.encode())
    assert (article.title, article.author) == ("Bridge", None)
    assert time.monotonic() - began < 1


def test_sizes_are_bounded(tmp_path: Path) -> None:
    check_size("a.txt", MAX_BYTES)
    with pytest.raises(NotAnArticle, match=r"a\.txt: it is empty"):
        check_size("a.txt", 0)
    with pytest.raises(TooLarge, match="larger than 10 MB"):
        check_size("a.txt", MAX_BYTES + 1)
    sparse = tmp_path / "large.txt"
    with sparse.open("wb") as stream:
        stream.truncate(10**12)
    with pytest.raises(TooLarge):
        read_path(sparse)
    with pytest.raises(NotAnArticle):
        read_stream("-", io.BytesIO())
    assert read_stream("-", io.BytesIO(b"text")) == b"text"


def test_a_file_that_can_not_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        read_path(tmp_path / "nowhere.txt")
    with pytest.raises(UnreadableFile, match="is a directory"):
        read_path(tmp_path)


def test_a_text_from_the_web_belongs_to_where_it_came_from() -> None:
    page = Page("https://www.norvik.example/bridge.txt", "text/plain", "latin-1", f"Bridge closes\n\n{TEXT}".encode())
    article = article_of_text_page(page)
    assert (article.title, article.outlet, article.text) == ("Bridge closes", "norvik.example", TEXT)
    assert article.url == "https://www.norvik.example/bridge.txt"
    with pytest.raises(NotAnArticle, match="only 2 words of text were found"):
        article_of_text_page(Page("https://norvik.example/a", "text/plain", None, b"Not here"))
