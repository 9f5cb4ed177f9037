"""Guards what is read off whole pages: 58 of our own that imitate how news sites mark up title, author and date."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from index.gather.extract import article_of_page
from index.pages import Page
from index.types import Article

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))
NOW = datetime(2025, 2, 10, tzinfo=UTC)


def read(name: str) -> Article:
    page = Page(EXPECTED[name]["address"], "text/html", "utf-8", (PAGES / f"{name}.html").read_bytes())
    return article_of_page(page, NOW)


@pytest.mark.parametrize("name", EXPECTED)
def test_what_a_page_says_of_its_article(name: str) -> None:
    article, expected = read(name), EXPECTED[name]
    published = expected["published"] and datetime.fromisoformat(expected["published"]).replace(tzinfo=UTC)
    assert article.title == expected["title"]
    assert article.author == expected["author"]
    assert (article.published, article.has_time) == (published, expected["has_time"])
    assert (article.outlet, article.language) == (expected["outlet"], expected["language"])


def test_every_page_is_expected_and_read_whole() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == set(EXPECTED)
    for name in EXPECTED:
        paragraphs = read(name).text.split("\n\n")
        assert len(paragraphs) == 3, name
