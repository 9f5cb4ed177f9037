"""Guards what is one story: copies, and leads near in meaning of about the same days, each linked to any other."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.store.leads import Lead
from index.work.grouping import DAYS, NEAR, grouped, linked
from index.work.told_stories import leading, origins, ranked, telling


def lead(article: int, angle: float = 0.0, *, cluster: int | None = None, at: float = 0.0, **given: str) -> Lead:
    """An article whose first passage points in a direction of a plane."""
    vector = np.array([np.cos(angle), np.sin(angle)], np.float32)
    return Lead(article, cluster or article, given.get("outlet", f"outlet {article}"), given.get("agency"), at, vector)


STEP = float(np.arccos(NEAR)) * 0.99


def test_whoever_is_near_to_one_of_a_story_is_in_it() -> None:
    chain = [lead(n, n * STEP) for n in range(3)]
    assert not linked(chain[0], chain[2])
    assert [len(story) for story in grouped(chain)] == [3]
    assert len(grouped([lead(1), lead(2, 1.02 * STEP / 0.99)])) == 2


def test_what_is_far_apart_in_time_is_another_story_unless_it_is_a_copy() -> None:
    assert len(grouped([lead(1), lead(2, at=DAYS + 1)])) == 2
    assert len(grouped([lead(1), lead(2, 3.0, at=DAYS + 1, cluster=1)])) == 1


@given(st.lists(st.tuples(st.floats(0, 6.3), st.integers(0, 8), st.floats(0, 9 * 86_400)), max_size=12), st.randoms())
def test_stories_part_the_articles_and_no_order_changes_them(
    placed: list[tuple[float, int, float]], random: object
) -> None:
    leads = [lead(n + 1, angle, cluster=cluster + 1, at=at) for n, (angle, cluster, at) in enumerate(placed)]
    stories = {frozenset(one.article for one in story) for story in grouped(leads)}
    assert sorted(article for story in stories for article in story) == [one.article for one in leads]
    shuffled = list(leads)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert {frozenset(one.article for one in story) for story in grouped(shuffled)} == stories
    together = {one.article: story for story in grouped(leads) for one in story}
    assert all(together[a.article] is together[b.article] for a in leads for b in leads if linked(a, b))


def test_copies_are_one_origin_and_a_wire_service_stands_for_all_that_name_it() -> None:
    copies = [lead(1, outlet="Post"), lead(2, cluster=1, outlet="Sun", agency="AP"), lead(3, outlet="Herald")]
    assert origins(copies) == ("AP", "Herald")
    told = telling(copies)
    assert told is not None and told.article == 1


def test_more_origins_and_fresher_news_come_first() -> None:
    day = 86_400.0
    wide = [lead(1, at=0.9 * day), lead(2, at=0.9 * day)]
    single, old = [lead(3, at=0.9 * day)], [lead(4, at=0.0), lead(5, at=0.0), lead(6, at=0.0)]
    assert ranked([single, old, wide], day, day) == [wide, single, old]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("LONDON\n\nBy Jo Smith\n\nThe ferry to Hollum stops on Monday for the winter.", "The ferry to Hollum stops"),
        (
            "Editor’s Note: Jo Smith is a professor of history at a university. This story was updated to say more.\n\n"
            "The ferry to Hollum stops on Monday for the winter.",
            "The ferry to Hollum stops",
        ),
        ("Ferry stops.", "Ferry stops."),
    ],
)
def test_a_story_is_told_with_the_first_sentence_that_says_something(text: str, quoted: str) -> None:
    start, end = leading(text)
    assert text[start:end].startswith(quoted)
