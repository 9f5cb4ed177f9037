"""Guards that a listing comes out of another process as it was, and lets others have their turn while it does."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import NotAListing
from index.gather.listing import Item, Listing, SourceKind, WebPage
from index.gather.listing_lines import from_lines, to_lines
from index.reports import Refusal

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
MOMENT = st.integers(0, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
LISTING = st.builds(
    Listing,
    st.sampled_from(SourceKind),
    TEXT,
    TEXT,
    st.lists(
        st.builds(
            Item,
            TEXT,
            st.none() | TEXT,
            st.none() | MOMENT,
            st.booleans(),
            st.none() | TEXT,
            st.none() | TEXT,
            st.binary(min_size=16, max_size=16),
        ),
        max_size=3,
    ).map(tuple),
    st.lists(st.builds(Refusal, TEXT, TEXT), max_size=3).map(tuple),
    st.lists(TEXT, max_size=3).map(tuple),
    st.none() | st.floats(1, 1e9),
)


@settings(deadline=None)
@given(LISTING | st.builds(WebPage, TEXT, st.lists(TEXT, max_size=3).map(tuple)))
def test_what_is_written_is_read(found: Listing | WebPage) -> None:
    assert asyncio.run(from_lines("\n".join(to_lines(found)).encode(), "")) == found


async def test_a_refusal_comes_through_with_its_place() -> None:
    with pytest.raises(NotAListing, match=r"^https://norvik\.example/: it is empty$"):
        await from_lines(b'{"refused": "it is empty"}', "https://norvik.example/")


async def test_anything_else_is_not_believed() -> None:
    with pytest.raises(ValueError, match="neither a listing nor a refusal"):
        await from_lines(b'{"article": {}}', "")


async def test_others_have_their_turn_between_two_items() -> None:
    items = tuple(Item(f"https://a.example/{n}", None, None, False, None, "x", bytes(16)) for n in range(100))
    answer = "\n".join(to_lines(Listing(SourceKind.FEED, "", "", items))).encode()
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    other = asyncio.create_task(count())
    await from_lines(answer, "")
    other.cancel()
    assert turns >= 100
