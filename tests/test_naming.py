"""A source's name: what the source calls itself, as far as that can be typed and told apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.work.naming import LONGEST, RESERVED, free_name

ADDRESS = "https://www.courier.example/feed"


@given(st.text(max_size=300), st.lists(st.text(max_size=100), max_size=5))
def test_a_name_is_short_readable_and_nobody_elses(title: str, taken: list[str]) -> None:
    name = free_name(title, ADDRESS, taken)
    assert 0 < len(name) <= LONGEST + len(" (9)")
    assert name.isprintable() and name == name.strip()
    assert name.casefold() not in {one.casefold() for one in (*taken, *RESERVED)}
    assert name == free_name(title, ADDRESS, taken)


def test_the_same_title_is_numbered() -> None:
    assert free_name("News", ADDRESS, ["news", "News (2)"]) == "News (3)"
    assert free_name("Added by hand", ADDRESS, []) == "Added by hand (2)"


def test_what_has_no_title_is_called_by_its_site_or_its_file() -> None:
    assert free_name(" \u200b\n", ADDRESS, []) == "courier.example"
    assert free_name("", "file:///srv/desk/", []) == "desk"


def test_a_long_title_is_cut_at_a_word() -> None:
    name = free_name("The extraordinarily long name of " * 5, ADDRESS, [])
    assert len(name) <= LONGEST and name.endswith("…") and not name.endswith(" …")
