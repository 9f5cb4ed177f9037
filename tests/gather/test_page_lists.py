"""Guards that a text of addresses is read as one, and that no other text is."""

from __future__ import annotations

import pytest

from index.errors import NotAListing
from index.gather.listing import SourceKind
from tests.gather.feed_texts import read
from tests.gather.norvik_pages import TEXT


def test_one_address_a_line() -> None:
    listing = read(
        "\ufeff# our pages\n\nhttps://norvik.example/b/?utm_source=x\r\n  https://norvik.example/a  \n"
        "#https://norvik.example/c\nnorvik.example/d\nhttps://norvik.example/b\n"
    )
    assert (listing.kind, listing.title) == (SourceKind.PAGES, "")
    assert [item.address for item in listing.items] == ["https://norvik.example/b", "https://norvik.example/a"]
    assert [(refusal.where, refusal.reason) for refusal in listing.refusals] == [
        ("norvik.example/d", "it does not begin with http:// or https://")
    ]


@pytest.mark.parametrize("body", [TEXT, "# only remarks\n", "/bridge\n/ferry\n", "ftp://norvik.example/", "[1, 2]"])
def test_any_other_text_is_none(body: str) -> None:
    with pytest.raises(NotAListing) as refused:
        read(body)
    assert refused.value.reason == "no feed, sitemap or list of web addresses was found in it"


def test_the_first_1_000_are_read() -> None:
    listing = read("\n".join(f"https://norvik.example/{n}" for n in range(120_000)))
    assert [item.address for item in listing.items] == [f"https://norvik.example/{n}" for n in range(1_000)]
    assert [refusal.reason for refusal in listing.refusals] == [
        "it lists 120,000: only 1,000 are read, the newest first"
    ]
