"""Which items of a listing are fetched, and what a failure means for the next reading."""

from __future__ import annotations

import pytest

from index.errors import (
    AddressRefused,
    FetchFailed,
    GatherError,
    NotAnArticle,
    RobotsRefused,
    TooLarge,
    UnreadableFile,
)
from index.gather.listing import Item, Listing, SourceKind
from index.pages import Validators
from index.reports import Refusal
from index.store.items import ItemState, KnownItem
from index.work.listed import TRIES, Listed, failed, is_wanted, may_pass, to_take

ADDRESS = "https://a.example/1"


def an_item(mark: bytes = b"1", address: str = ADDRESS) -> Item:
    return Item(address, "A title", None, False, None, None, mark)


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        (None, True),
        (KnownItem(ADDRESS, b"1", ItemState.STORED, article=7), False),
        (KnownItem(ADDRESS, b"0", ItemState.STORED, article=7), True),
        (KnownItem(ADDRESS, b"1", ItemState.STORED, article=None), True),
        (KnownItem(ADDRESS, b"1", ItemState.REFUSED, "it is no article"), False),
        (KnownItem(ADDRESS, b"0", ItemState.REFUSED, "it is no article"), True),
        (KnownItem(ADDRESS, b"1", ItemState.FAILED, "it answered 503", 2), True),
    ],
)
def test_what_is_new_changed_or_failed_is_fetched(before: KnownItem | None, wanted: bool) -> None:
    known = {ADDRESS: before} if before else {}
    assert is_wanted(an_item(), before) is wanted
    assert (to_take([an_item()], known) == [an_item()]) is wanted
    assert to_take([an_item()], known, again=True) == [an_item()]


def test_a_failure_that_may_pass_is_tried_again_a_few_times() -> None:
    before: KnownItem | None = None
    for tries in range(1, TRIES + 1):
        before = failed(an_item(), before, FetchFailed(ADDRESS, "it answered 503", 503))
        assert (before.tries, before.state is ItemState.FAILED) == (tries, tries < TRIES)
    changed = failed(an_item(b"2"), before, FetchFailed(ADDRESS, "it answered 503", 503))
    assert (changed.tries, changed.state) == (1, ItemState.FAILED)


def test_an_article_from_before_outlives_a_failure() -> None:
    before = KnownItem(ADDRESS, b"0", ItemState.STORED, article=7)
    assert failed(an_item(), before, NotAnArticle(ADDRESS, "it is a wall")).article == 7


@pytest.mark.parametrize(
    ("error", "passes"),
    [
        (FetchFailed(ADDRESS, "no answer"), True),
        (FetchFailed(ADDRESS, "it answered 404", 404), True),
        (FetchFailed(ADDRESS, "it answered 500", 500), True),
        (FetchFailed(ADDRESS, "it answered 410", 410), False),
        (FetchFailed(ADDRESS, "it answered 403", 403), False),
        (RobotsRefused(ADDRESS, "robots.txt could not be read"), True),
        (UnreadableFile("a.md", "it can't be read"), True),
        (AddressRefused(ADDRESS, "it is private"), False),
        (TooLarge(ADDRESS, 10), False),
        (NotAnArticle(ADDRESS, "it is a wall"), False),
    ],
)
def test_what_may_pass(error: GatherError | UnreadableFile, passes: bool) -> None:
    assert may_pass(error) is passes


def test_documents_are_put_together_and_the_first_counts() -> None:
    listed = Listed("A site")
    listed.take(Listing(SourceKind.SITEMAP, "https://a.example/1.xml", "", (an_item(b"1"),), pause=60.0))
    other = (an_item(b"2"), an_item(b"3", "https://a.example/2"))
    listed.take(Listing(SourceKind.SITEMAP, "https://a.example/2.xml", "", other, (Refusal("x", "no"),), pause=30.0))
    assert [item.fingerprint for item in listed.items.values()] == [b"1", b"3"]
    assert (listed.found, listed.asked) == (3, 60.0)
    assert listed.conditional
    listed.said = {"https://a.example/1.xml": Validators(), "https://a.example/2.xml": None}
    assert not listed.conditional
    listed.said["https://a.example/2.xml"] = Validators(etag='"x"')
    assert listed.conditional
