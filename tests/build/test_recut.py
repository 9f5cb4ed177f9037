"""Guards that a new version keeps the cut of what still stands, and that its passages hold all of it."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.build.recut import SHORTEST, recut
from index.types import Passage


def split(text: str) -> list[Passage]:
    """A passage a paragraph."""
    return [Passage(one.start(), one.end(), one.group()) for one in re.finditer(r"\S[^\n]*", text)]


def paragraph(number: int, words: int = 60) -> str:
    return " ".join(f"word{number}x{at}" for at in range(words)) + "."


TEXT = "\n\n".join(map(paragraph, range(6)))


def test_the_same_text_keeps_its_cut() -> None:
    assert recut(split(TEXT), TEXT, lambda text: [Passage(0, len(text), text)]) == split(TEXT)


def test_only_what_changed_is_cut_anew() -> None:
    changed = TEXT.replace("word3x7", "instead")
    asked: list[str] = []

    def watched(text: str) -> list[Passage]:
        asked.append(text.strip())
        return split(text)

    passages = recut(split(TEXT), changed, watched)
    assert asked == [paragraph(3).replace("word3x7", "instead")]
    assert [one.text for one in passages] == [one.text for one in split(changed)]


def test_a_short_addition_is_cut_together_with_what_stands_beside_it() -> None:
    added = TEXT.replace(paragraph(3), f"{paragraph(3)}\n\nOne more thing.")
    cut = recut(split(TEXT), added, lambda text: [Passage(0, len(text), text)])
    assert len(cut) == 6
    assert min(len(one.text.split()) for one in cut) >= SHORTEST
    assert sum("One more thing." in one.text for one in cut) == 1


def test_what_moved_is_kept_where_most_of_the_order_stays() -> None:
    parts = TEXT.split("\n\n")
    moved = "\n\n".join([parts[5], *parts[:5]])
    kept = {one.text for one in split(TEXT)}
    assert sum(one.text in kept for one in recut(split(TEXT), moved, split)) == 6
    assert [one.text for one in recut(split(TEXT), moved, split)] == moved.split("\n\n")


NUMBERS = st.lists(st.integers(0, 8), max_size=8)


@given(NUMBERS, NUMBERS, st.integers(1, 60))
def test_passages_are_slices_in_order_that_hold_every_word(old: list[int], new: list[int], words: int) -> None:
    before = "\n\n".join(paragraph(number, words) for number in old)
    text = "\n\n".join(paragraph(number, words) for number in new)
    cut = recut(split(before), text, split)
    assert all(text[one.start : one.end] == one.text for one in cut)
    assert all(one.end <= other.start for one, other in pairwise(cut))
    assert " ".join(one.text for one in cut).split() == text.split()
