"""Guards that a byline's names are names: nobody is lost, and no function, date or outlet passes for a person."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.gather.bylines import authors, seen_authors
from index.gather.labels import Label


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Asta Brill", "Asta Brill"),
        ("by: Asta Brill and Joren Lee, Staff Writers", "Asta Brill, Joren Lee"),
        ("By Asta Brill, Joren Lee & Nell Ashby", "Asta Brill, Joren Lee, Nell Ashby"),
        ("By Asta Brill | Norvik Herald", "Asta Brill"),
        ("By Asta Brill, Norvik Herald", "Asta Brill"),
        ("By Asta Brill, Norvik Herald Business", "Asta Brill"),
        ("Norvik Herald", "Norvik Herald"),
        ("Norvika Heraldson and Asta Brill", "Norvika Heraldson, Asta Brill"),
        ("Analysis by Asta Brill, World Editor-at-large", "Asta Brill"),
        ("Words: Asta Brill", "Asta Brill"),
        ("Posted by Asta Brill on Tuesday, January 7th, 2025 at 3:45 p.m.", "Asta Brill"),
        ("Asta Brill - Jan 7, 2025, 10:31 pm CST", "Asta Brill"),
        ("Asta Brill @asta • 2 min read", "Asta Brill"),
        ("Asta Brill asta@norvik.example", "Asta Brill"),
        ("Asta Brill, PhD, and Martin Luther Wray Jr.", "Asta Brill, Martin Luther Wray Jr."),
        ("Bruce Y. Lee", "Bruce Y. Lee"),
        ("Asta Brill, AP Business Writer", "Asta Brill, Associated Press"),
        ("Asta Brill Associated Press", "Asta Brill, Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("REUTERS", "Reuters"),
        ("Norvik Herald staff", "Norvik Herald staff"),
        ("Von Asta Brill und Jörn Lehmann", "Asta Brill, Jörn Lehmann"),
        ("Von Miller", "Von Miller"),
        ("Alfredo Di Stefano", "Alfredo Di Stefano"),
        ("Par Asta Brillat et Joren Léger", "Asta Brillat, Joren Léger"),
        ("Текст: Венера Иванова", "Венера Иванова"),
        ("Asta Brill; Asta BRILL", "Asta Brill"),
        ("admin", None),
        ("jdadmin", None),
        ("By Staff", None),
        ("https://norvik.example/asta", None),
        ("By", None),
        ("", None),
    ],
)
def test_the_names_in_a_byline(byline: str, names: str | None) -> None:
    assert authors([byline], "Norvik Herald") == names


def test_at_most_ten_are_named_and_each_once() -> None:
    assert authors(["By Asta Brill", "asta brill", "Joren Lee"]) == "Asta Brill, Joren Lee"
    many = authors([", ".join(f"Asta {letter * 3}" for letter in "ABCDEFGHIJKLMN")])
    assert many is not None
    assert many.count(",") == 9


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ([Label("By Asta Brill", marked=False)], "Asta Brill"),
        ([Label("Asta Brill", marked=True)], "Asta Brill"),
        ([Label("Asta Brill", marked=False)], None),
        ([Label("16 hours ago on the harbour page", marked=True), Label("By Asta Brill", marked=True)], "Asta Brill"),
        ([Label("By far the longest bridge of them", marked=False)], None),
        ([Label("Share this with friends", marked=True)], None),
    ],
)
def test_a_line_of_a_page_counts_only_where_it_reads_like_a_byline(lines: list[Label], names: str | None) -> None:
    assert seen_authors(lines, "Norvik Herald") == names


@settings(deadline=None)
@given(st.text(max_size=80))
def test_no_byline_breaks_the_reading(byline: str) -> None:
    found = authors([byline], "Norvik Herald")
    assert found is None or found.strip() == found != ""
