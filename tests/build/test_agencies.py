"""Guards whose report an article is: named as its author, not merely mentioned or thanked."""

from __future__ import annotations

import pytest

from index.build.agencies import agency_of
from index.types import Article

BODY = "The bridge was closed on Monday.\n\n" + "It will open again in May, the town said. " * 20


@pytest.mark.parametrize(
    ("author", "text", "agency"),
    [
        ("Associated Press", BODY, "AP"),
        ("By Ada Bell, The Associated Press", BODY, "AP"),
        ("Ada Bell | Reuters", BODY, "Reuters"),
        ("AFP", BODY, "AFP"),
        ("Agence France-Presse", BODY, "AFP"),
        ("dpa/The Local", BODY, "dpa"),
        (None, f"NORVIK, March 4 (Reuters) - {BODY}", "Reuters"),
        (None, f"PARIS (AP) — {BODY}", "AP"),
        (None, f"Ada Bell\n\nThe Associated Press\n\nNORVIK — {BODY}", "AP"),
        (None, f"{BODY}\n\nSource: AFP", "AFP"),
        (None, f"{BODY}\n\n© 2025 The Associated Press. All rights reserved.", "AP"),
        (None, f"{BODY}\n\n(Reporting by Ada Bell in Norvik; Editing by Carl Dorn)", "Reuters"),
        ("Ada Bell", BODY, None),
        ("Michael Bloomberg", BODY, None),
        (None, f"{BODY}\n\nThe Associated Press contributed to this report.", None),
        (None, f"{BODY}\n\nContributing: Ada Bell, USA TODAY; The Associated Press", None),
        (None, f"Norvik's mayor told Reuters that he would stay. {BODY}", None),
        (None, "", None),
    ],
)
def test_the_agency_is_the_author(author: str | None, text: str, agency: str | None) -> None:
    assert agency_of(Article("Bridge closed", "The Elan Courier", text, author=author)) == agency
