"""Guards what is read out of a JSON Feed, and that what is not of the right type is not taken for anything."""

from __future__ import annotations

import json
from typing import Any

import pytest

from index.errors import NotAListing
from tests.gather.feed_texts import WHOLE, read
from tests.gather.norvik_pages import TEXT


def feed(*items: Any, version: str = "https://jsonfeed.org/version/1.1", **more: Any) -> str:
    return json.dumps({"version": version, "title": "Norvik Herald", "items": items, **more})


def test_a_feed_with_all_that_it_may_say() -> None:
    whole = {
        "id": "17",
        "url": "/bridge?utm_source=feed",
        "title": "Bridge &amp; ferry",
        "content_html": WHOLE,
        "date_published": "2025-02-03T17:30:00+01:00",
        "authors": [{"name": "Jonas Lind"}, {"name": "Ida Berg", "url": "https://norvik.example/ida"}],
    }
    plain = {"id": "https://norvik.example/ferry", "content_text": f"{TEXT}\n\n{TEXT}", "date_published": "2099-01-01"}
    listing = read(feed(whole, plain, authors=[{"name": "Mira Falk"}]))
    assert listing.title == "Norvik Herald"
    bridge, ferry = listing.items
    assert (bridge.address, bridge.title) == ("https://norvik.example/bridge", "Bridge & ferry")
    assert (bridge.author, ferry.author) == ("Jonas Lind, Ida Berg", "Mira Falk")
    assert bridge.published is not None
    assert (bridge.published.isoformat(), bridge.has_time) == ("2025-02-03T16:30:00+00:00", True)
    assert (ferry.published, ferry.has_time) == (None, False)
    assert bridge.text == ferry.text == f"{TEXT}\n\n{TEXT}"
    assert ferry.address == "https://norvik.example/ferry"


def test_the_author_of_version_1() -> None:
    listing = read(feed({"url": "/a", "author": {"name": "Jonas Lind"}}, version="https://jsonfeed.org/version/1"))
    assert [item.author for item in listing.items] == ["Jonas Lind"]


@pytest.mark.parametrize(
    "item",
    [{}, {"id": "17"}, {"url": 17}, {"url": None}, {"url": ["/a"]}, {"external_url": "https://a.example/"}, [], 3],
)
def test_an_item_without_an_address_is_refused(item: Any) -> None:
    listing = read(feed(item, {"url": "/ferry"}))
    assert [one.address for one in listing.items] == ["https://norvik.example/ferry"]
    assert [(one.where, one.reason) for one in listing.refusals] == [("entry 1", "it has no link to a page")]


def test_fields_of_the_wrong_type_are_not_there() -> None:
    wrong = {"url": "/a", "title": 3, "content_html": {}, "date_published": 1738600000, "authors": "Jonas", "author": 4}
    (item,) = read(feed(wrong, {"url": "/a"}, authors={"name": "x"})).items
    assert (item.title, item.text, item.published, item.author) == (None, None, None, None)


def test_half_a_character_harms_nothing() -> None:
    body = feed(
        {"url": "/a", "title": "Bridge \ud83d closes", "content_text": "\ud800 " + TEXT + TEXT}, {"url": "/\udfff"}
    )
    listing = read(body)
    for item in listing.items:
        (item.address + (item.title or "") + (item.text or "")).encode()
    assert len(listing.items) == 2


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("{", "it is not valid JSON"),
        ('{"a":' * 100_000, "it is not valid JSON"),
        ('{"a": ' + "9" * 5_000 + "}", "it is not valid JSON"),
        ('{"version": "2.0", "items": []}', "it is JSON, but no JSON Feed"),
        ('{"version": 1, "items": []}', "it is JSON, but no JSON Feed"),
        ('{"items": []}', "it is JSON, but no JSON Feed"),
        ('{"version": "https://jsonfeed.org/version/1.1"}', "it is a JSON Feed without a list of items"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": {}}', "it is a JSON Feed without a list of items"),
    ],
)
def test_other_json_is_no_feed(body: str, reason: str) -> None:
    with pytest.raises(NotAListing) as refused:
        read(body)
    assert refused.value.reason == reason


def test_of_60_000_items_the_newest_1_000_of_the_first_50_000_are_read() -> None:
    items = [{"url": f"/{n}", "date_published": f"2025-01-{1 + n // 2_000:02}"} for n in range(60_000)]
    listing = read(feed(*items))
    assert [item.address for item in listing.items[:2]] == [
        "https://norvik.example/48000",
        "https://norvik.example/48001",
    ]
    assert len(listing.items) == 1_000
    assert [refusal.reason for refusal in listing.refusals] == [
        "it lists 60,000: only 1,000 are read, the newest first"
    ]
