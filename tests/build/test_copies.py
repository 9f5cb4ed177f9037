"""Guards what counts as a near copy: the words decide, and what a text says of its own is never taken for a copy."""

from __future__ import annotations

import random
import re

import pytest

from index.build.copies import FEWEST_WORDS, bands, likeness
from index.types import Passage
from tests.copies.stories import story

STORY, OTHER = story(1), story(2)


def paragraphs(text: str) -> list[Passage]:
    return [Passage(one.start(), one.end(), one.group()) for one in re.finditer(r"[^\n]+", text)]


def alike(text: str, origin: str = STORY) -> tuple[tuple[int | None, ...], float]:
    found = likeness(text, paragraphs(text), origin, paragraphs(origin))
    return found.stands_for, found.share


def reworded(text: str, share: float) -> str:
    pick = random.Random(7)
    return re.sub(r"\b[a-z]{3,}\b", lambda word: "reworded" if pick.random() < share else word.group(), text)


def head(text: str, share: float) -> str:
    return text[: text.index("\n", int(share * len(text)))]


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        f"NORVIK, March 4 (Reuters) - {STORY}",
        f"By Ada Bell\n\n{STORY}\n\n(Reporting by Ada Bell in Norvik; Editing by Carl Dorn)",
        head(STORY, 0.6),
        head(STORY, 0.3),
        reworded(STORY, 0.1),
        f"{head(STORY, 0.5)}\n\n{head(OTHER, 0.4)}",
    ],
    ids=["whole", "place line", "credits", "first 60%", "first 30%", "reworded", "merged"],
)
def test_a_near_copy_is_found_and_told(copy: str) -> None:
    assert set(bands(copy)) & set(bands(STORY))
    assert likeness(copy, paragraphs(copy), STORY, paragraphs(STORY)).is_copy(same_outlet=False)


def test_each_passage_stands_for_the_one_it_has_its_words_from() -> None:
    later = "\n\n".join(STORY.split("\n\n")[3:])
    assert alike(later)[0] == tuple(range(3, 15))


def test_another_story_is_none() -> None:
    assert alike(OTHER) == ((None,) * 15, 0.0)


@pytest.mark.parametrize(
    ("was", "instead"),
    [
        ("because", "after 14 days because"),
        ("because", "with Mayor Lund because"),
        ("because", "not because"),
        ("came", "never came"),
    ],
)
def test_a_passage_with_a_number_a_name_or_a_not_of_its_own_is_no_copy(was: str, instead: str) -> None:
    parts = STORY.split("\n\n")
    parts[4] = parts[4].replace(was, instead, 1)
    stands_for = alike("\n\n".join(parts))[0]
    assert stands_for[4] is None
    assert stands_for[:4] + stands_for[5:] == (*range(4), *range(5, 15))


def test_a_not_that_was_lost_counts_as_well() -> None:
    parts = STORY.split("\n\n")
    parts[4] = parts[4].replace("because", "not because", 1)
    assert alike(STORY, "\n\n".join(parts))[0][4] is None


def test_a_text_on_the_same_pattern_about_something_else_is_no_copy() -> None:
    def count(village: int) -> str:
        things = ("sheep", "wells", "bridges", "barns", "orchards", "chapels", "mills", "ferries")
        return " ".join(
            f"Village {village} counted its {one} again, and clerk {village} wrote it down." for one in things
        )

    assert not likeness(count(2), paragraphs(count(2)), count(1), paragraphs(count(1))).is_copy(same_outlet=False)


def test_a_sentence_of_its_own_makes_a_passage_its_own() -> None:
    parts = STORY.split("\n\n")
    parts[6] += " but in our town people who had seen it all before only shook their heads and went home to supper"
    assert alike("\n\n".join(parts))[0][6] is None


def test_what_an_outlet_brings_up_to_date_itself_is_no_copy() -> None:
    parts = STORY.split("\n\n")
    parts[2] = parts[2].replace("because", "after 14 days because")
    newer = "\n\n".join(parts)
    found = likeness(newer, paragraphs(newer), STORY, paragraphs(STORY))
    assert found.is_copy(same_outlet=False) and not found.is_copy(same_outlet=True)
    assert likeness(STORY, paragraphs(STORY), STORY, paragraphs(STORY)).is_copy(same_outlet=True)


def test_a_short_text_belongs_to_nobody() -> None:
    assert bands(" ".join(STORY.split()[: FEWEST_WORDS - 1])) == []
    assert bands("") == []


def test_the_time_stays_in_bounds_for_a_text_of_one_word() -> None:
    text = "word " * 50_000
    passages = [Passage(at, at + 1_000, text[at : at + 1_000]) for at in range(0, len(text), 1_000)]
    assert len(likeness(text, passages, text, passages).stands_for) == len(passages)
    assert len(bands(text)) == 64
