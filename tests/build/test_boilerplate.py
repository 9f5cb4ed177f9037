"""Guards what a reader would call the article: furniture goes, whatever says something stays."""

from __future__ import annotations

import time

import pytest

from index.build.boilerplate import folded, reader_text

ARTICLE = "The bridge of Norvik was closed on Monday.\n\nCars may cross again in May, the town said."


@pytest.mark.parametrize(
    "line",
    [
        "Updated 3 hours ago",
        "Published 5 January 2025, 14:03 GMT",
        "Last updated: Mon 6 Jan 2025 at 9:15 a.m. EST",
        "14:03",
        "3 min read",
        "Advertisement",
        "Story continues below advertisement",
        "Share this article",
        "Share on Facebook",
        "Copy link",
        "Read more: The bridge in pictures",
        "Sign up for our daily newsletter to get the best of Norvik in your inbox",
        "Follow us on X for more",
        "© 2025 The Elan Courier. All rights reserved.",
        "12 comments",
    ],
)
def test_a_line_of_furniture_is_no_part_of_the_article(line: str) -> None:
    assert reader_text(f"{line}\n\n{ARTICLE}\n\n{line}") == reader_text(ARTICLE)


@pytest.mark.parametrize(
    "line",
    [
        "Updated figures show 12 dead.",
        "Share prices fell by a fifth on Monday after the bridge was closed to lorries for the third time this year.",
        "Follow-up checks are planned.",
        "Monday was quiet.",
        "Related costs rose to 4 million.",
        "Print works burned down.",
        "Advertisement revenue fell.",
        "Save the bridge, said the mayor.",
    ],
)
def test_a_line_that_says_something_stays(line: str) -> None:
    assert folded(line) in reader_text(f"{ARTICLE}\n\n{line}")


def test_a_heading_takes_the_links_below_it_along_and_nothing_else() -> None:
    links = "Related articles\nBridge closed to lorries\nFerry runs again on Friday"
    assert reader_text(f"{ARTICLE}\n\n{links}\n\nThe town thanked the divers.") == reader_text(
        f"{ARTICLE}\n\nThe town thanked the divers."
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("“It’s—well…”", '"It\'s - well..."'), ("a\u00a0b\u00adc", "a  bc"), ("cafe\u0301", "café"), ("«Ja»", '"Ja"')],
)
def test_typography_is_folded(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize("text", ["share " * 200_000, "at on " * 200_000, "a\n" * 200_000, "-" * 1_000_000])
def test_the_time_stays_in_bounds(text: str) -> None:
    began = time.monotonic()
    reader_text(text)
    assert time.monotonic() - began < 5
